/** Built sites that are kept from one bench to the next, for measurements that only visit them. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { GeneratedPage } from '../corpus.ts';
import { build, fill, forget, type Site } from './site.ts';

/**
 * Builds a site of the pages, unless it stands there already, made of the very same files.
 * @param kept the folder for what is kept
 * @param versions names what else the outcome rests on, the versions of packages
 * @returns the folder of the built site
 */
export async function builtOnce(
  site: Site,
  pages: GeneratedPage[],
  kept: string,
  versions: string,
): Promise<string> {
  const folder = path.join(kept, `${site.name.replaceAll(/[^\w]+/g, '-')}-${pages.length}`.toLowerCase());
  const stamp = `${folder}.made-of`;
  await fill(site, pages);
  const wanted = await fingerprintOf(site, versions);
  if (existsSync(folder) && (await readFile(stamp, 'utf8').catch(() => '')) === wanted) return folder;
  await forget(site);
  await build(site, pages);
  await rm(folder, { recursive: true, force: true });
  await mkdir(kept, { recursive: true });
  await rename(path.join(site.folder, site.output), folder);
  await writeFile(stamp, wanted);
  return folder;
}

/** Of all that a build reads: every file of the site that no build has made. */
async function fingerprintOf({ folder, leftovers }: Site, versions: string): Promise<string> {
  const made = ['node_modules', ...leftovers].map((name) => path.join(folder, name));
  const hash = createHash('sha256').update(versions);
  for (const file of await filesIn(folder, made))
    hash.update(`\0${path.relative(folder, file)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

async function filesIn(folder: string, but: string[]): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const lists = await Promise.all(
    entries.map((entry) => {
      const file = path.join(folder, entry.name);
      if (but.includes(file)) return [];
      return entry.isDirectory() ? filesIn(file, but) : [file];
    }),
  );
  return lists.flat();
}
