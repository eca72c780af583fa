/** A site that can be filled with generated pages and built: ours, and the peers it is measured against. */
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Refusal } from '../../command.ts';
import { editMark, editPage, type GeneratedPage } from '../corpus.ts';
import { costOf, type Cost } from '../program.ts';

/** Path below the site's folder → text. */
export type Files = Map<string, string>;

/** A site in a folder of its own. */
export interface Site {
  /** As the report calls it. */
  name: string;
  folder: string;
  /** Where the pages stand; emptied before every filling. */
  pagesFolder: string;
  /** Name of a page's file below the pages' folder. */
  pageFile(page: GeneratedPage): string;
  pageText(page: GeneratedPage): string;
  /** Files beside the pages: the configuration, the glossary, what names pages. */
  otherFiles(pages: GeneratedPage[]): Files;
  /** What a fresh checkout does not have: caches and what was built. */
  leftovers: string[];
  /** Node programs with their arguments that make the whole site, search index included. */
  build: string[][];
  /** Where the built site ends up. */
  output: string;
  /** File of a built page, below the output. */
  builtPage(page: GeneratedPage): string;
  /** How many pages the built search holds; counted in Pagefind's index where this is left out. */
  indexedPages?(output: string): Promise<number>;
}

/** Writes the pages and everything that depends on them. */
export async function fill(site: Site, pages: GeneratedPage[]): Promise<void> {
  await rm(path.join(site.folder, site.pagesFolder), { recursive: true, force: true });
  await writeFiles(site.folder, site.otherFiles(pages));
  await writeFiles(
    path.join(site.folder, site.pagesFolder),
    new Map(pages.map((page) => [site.pageFile(page), site.pageText(page)])),
  );
}

/** Mends one page. @param version a different one for every edit */
export async function edit(site: Site, page: GeneratedPage, version: number): Promise<void> {
  const edited = new Map([[site.pageFile(page), site.pageText(editPage(page, version))]]);
  await writeFiles(path.join(site.folder, site.pagesFolder), edited);
}

/** Makes the folder like a fresh checkout. */
export async function forget(site: Site): Promise<void> {
  await Promise.all(
    site.leftovers.map((name) => rm(path.join(site.folder, name), { recursive: true, force: true })),
  );
}

/**
 * Builds the site and makes sure that all of it is there.
 * @param edited the page that was mended since the last build, and how
 */
export async function build(
  site: Site,
  pages: GeneratedPage[],
  edited?: { page: GeneratedPage; version: number },
): Promise<Cost> {
  const cost = await costOf(site.build, site.folder);
  await assertWhole(site, pages);
  if (edited) await assertEdited(site, edited.page, edited.version);
  return cost;
}

/** What a built site weighs. */
export interface Weight {
  files: number;
  bytes: number;
  /** The HTML file with the most bytes: its path below the output, and what travels of it, gzip -9. */
  largest: { name: string; compressed: number };
}

/** Counts every file of the built site. */
export async function weigh(site: Site): Promise<Weight> {
  const output = path.join(site.folder, site.output);
  const entries = await readdir(output, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const sizes = await Promise.all(names.map(async (name) => ({ name, bytes: (await stat(name)).size })));
  const html = sizes.filter(({ name }) => name.endsWith('.html')).sort((a, b) => b.bytes - a.bytes);
  const { name } = html[0]!;
  return {
    files: sizes.length,
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    largest: {
      name: path.relative(output, name).split(path.sep).join('/'),
      compressed: gzipSync(await readFile(name), { level: 9 }).length,
    },
  };
}

/** Bytes of one built page. */
export async function weighPage(site: Site, page: GeneratedPage): Promise<number> {
  return (await stat(path.join(site.folder, site.output, site.builtPage(page)))).size;
}

/** Copies a folder, or nothing when it is not there. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** A build that leaves pages out is fast, but no build. */
async function assertWhole(site: Site, pages: GeneratedPage[]): Promise<void> {
  const output = path.join(site.folder, site.output);
  const built = await Promise.all(
    pages.map((page) => stat(path.join(output, site.builtPage(page))).catch(() => undefined)),
  );
  const there = built.filter((found) => found !== undefined).length;
  if (there < pages.length)
    throw new Refusal(`${site.name} built ${there} of ${pages.length} pages: nothing to measure.`);
  const indexed = await (site.indexedPages ?? pagesInPagefind)(output);
  if (indexed < pages.length)
    throw new Refusal(`${site.name} indexed ${indexed} of ${pages.length} pages for its search.`);
}

/** Pagefind counts its pages by language. */
async function pagesInPagefind(output: string): Promise<number> {
  const entry = await readFile(path.join(output, 'pagefind', 'pagefind-entry.json'), 'utf8').catch(
    () => '{"languages":{}}',
  );
  const { languages } = JSON.parse(entry) as { languages: Record<string, { page_count: number }> };
  return Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

async function assertEdited(site: Site, page: GeneratedPage, version: number): Promise<void> {
  const html = await readFile(path.join(site.folder, site.output, site.builtPage(page)), 'utf8');
  if (!html.includes(editMark(version)))
    throw new Refusal(`${site.name} built the old text of an edited page.`);
}
