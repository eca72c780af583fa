/** A project folder of its own for a test: the real settings, the pages that the test gives, and the real code. */
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @param pages path from the root, such as `content/job-aids/x.mdx` → text or bytes; with none the shipped pages
 * @param code what to copy besides `content/`, so that the test may change it
 */
export async function scratchProject(
  pages?: Record<string, string | Uint8Array>,
  code: string[] = ['src'],
): Promise<{ root: string; remove(): Promise<void> }> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'sidekick-'));
  for (const name of code) await cp(path.join(project, name), path.join(root, name), { recursive: true });
  const isPage = (source: string) => source.endsWith('.mdx');
  await cp(path.join(project, 'content'), path.join(root, 'content'), {
    recursive: true,
    filter: (source) => !pages || !isPage(source),
  });
  await linkPackages(root);
  for (const [file, text] of Object.entries(pages ?? {})) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** The same packages, but caches of its own. */
async function linkPackages(root: string): Promise<void> {
  const packages = path.join(root, 'node_modules');
  await mkdir(packages);
  for (const name of await readdir(path.join(project, 'node_modules'))) {
    if (name === '.cache' || name === '.astro' || name === '.vite') continue;
    await symlink(path.join(project, 'node_modules', name), path.join(packages, name));
  }
}
