/** `npm run build`: checks the content, renders it, indexes it, and swaps the whole in for `dist`. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { plural } from '../src/checks/report.ts';
import { makeLibrary } from '../src/model/library.ts';
import { writeComposing } from '../src/checks/write-compose.ts';
import { writeExtras } from '../src/model/write-extras.ts';
import type { Site } from '../src/schema/site.ts';
import { writeAnswers } from '../src/search/write-answers.ts';
import { writeIndex } from '../src/search/write-index.ts';
import { checkedProject } from './check.ts';
import { projectRoot, runCommand } from './command.ts';
import { lockBuild, mendSwap, stagingFolder, swapIn } from './staging.ts';

/** What to build, and where to. */
export interface Build {
  /** The folder that holds `content/` and `src/`. */
  root: string;
  /** Relative to the root. */
  outDir?: string;
  /** Says nothing but warnings. */
  quiet?: boolean;
}

/**
 * Builds the site of a project folder. Whatever happens, `outDir` holds a whole site: this one or the one before.
 * @throws a refusal with the report when the content has findings, or when another build is running
 */
export async function buildSite({ root, outDir = 'dist', quiet = false }: Build): Promise<Site> {
  const say = quiet ? () => {} : console.log;
  const started = performance.now();
  const release = await lockBuild(root);
  await mendSwap(root, outDir);
  try {
    const { pages, settings, warnings } = await checkedProject(root);
    const told = warnings > 0 ? ` with ${plural(warnings, 'warning')} (npm run check shows them)` : '';
    say(`Checked ${pages.length} pages${told}. Building …`);
    const library = makeLibrary(pages, settings);
    const staged = stagingFolder(root);
    const indexed = path.join(root, '.build/pagefind');
    // The index needs nothing of what Astro makes and has a process of its own: the two run side by side.
    await allOf([render(root), writeIndex({ library, folder: indexed })]);
    await rename(indexed, path.join(staged, 'pagefind'));
    await writeExtras({ library, outDir: staged });
    await writeAnswers(library, staged);
    await writeComposing(library, root, staged);
    await swapIn(root, outDir);
    say(`Built ${outDir}/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    return settings.site;
  } finally {
    await mendSwap(root, outDir);
    release();
  }
}

/** Waits for all, then throws what the first one threw: nothing is still at work when the build gives up. */
async function allOf(works: Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(works);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/**
 * Lets Astro render into the staging folder. Astro keeps finished pages under the key they had at the end of its last whole
 * build. An interrupted one has already replaced some of them, so after that (its staging folder is still there)
 * nothing that was kept can be trusted.
 */
async function render(root: string): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const outDir = stagingFolder(root);
  const interrupted = existsSync(outDir);
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir);
  const { build } = await import('astro');
  await build({ root, outDir, logLevel: 'warn', force: interrupted });
}

await runCommand(import.meta, async () => {
  await buildSite({ root: projectRoot });
});
