/** The folder `content/` on disk → pages, taxonomy, settings and words, or every reason why not. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decode } from './decode.ts';
import { sortFindings, type Finding } from './finding.ts';
import { readPage, type ContentPage, type PageOptions, type ParsedPage } from './page.ts';
import type { Ref } from './refs.ts';
import { parseSettings, type ReadSettings } from './settings.ts';

/**
 * Hash over the parser, the schemas and the component list. It is part of every page's digest: a stricter schema must
 * not pass because a page was read yesterday.
 * @param root the project's root
 */
export function readerDigest(root: string): Promise<string> {
  return codeDigest(root, ['src/content', 'src/schema', 'src/decisions']);
}

/** Hash over the code in some folders, tests left out. */
export async function codeDigest(root: string, folders: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const names = (await readdir(path.join(root, folder), { recursive: true })).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of names.sort()) hash.update(name).update(await readFile(path.join(root, folder, name)));
  }
  return hash.digest('hex');
}

/** Digest of one page: its source, how it is read, and with which settings. */
export function pageDigest(source: string, file: string, reader: string, options: PageOptions): string {
  return createHash('sha256').update(reader).update(JSON.stringify(options)).update(file).update('\0').update(source).digest('hex');
}

/** Reads `site.yaml`, the taxonomy, the list of retired pages and the words from a project's folder. */
export function readSettings(root: string): Promise<ReadSettings> {
  return parseSettings((file) => readFile(path.join(root, file)).catch(() => undefined));
}

/** Paths of all files below `content/` that ought to be pages, sorted, with forward slashes. */
export async function pageFiles(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, 'content'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.mdx?$/i.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** One page as the disk or the cache gave it. */
export interface PageFile {
  page?: ContentPage;
  findings: Finding[];
  /** Of the source and all that decides how it is read; empty where the file is no text. */
  digest: string;
  /** Empty where the file is no text; without what is not UTF-8. */
  text: string;
  /** Where the page was parsed just now, and not taken from the cache. */
  parsed?: ParsedPage;
  /** What it points to, whether the page was refused or not. */
  refs: Ref[];
}

/** Reads one page from disk, or from the cache when nothing that matters has changed. */
export async function readPageFile(root: string, file: string, reader: string, options: PageOptions): Promise<PageFile> {
  const { text, problem } = decode(await readFile(path.join(root, file)));
  if (text === undefined) return { findings: [{ file, ...problem }], digest: '', text: '', refs: [] };
  if (problem) {
    const { findings, refs } = readPage(text, file, options);
    return { findings: [{ file, ...problem }, ...findings], digest: '', text, refs };
  }
  const digest = pageDigest(text, file, reader, options);
  const cached = path.join(root, cacheFolder, digest.slice(0, 2), `${digest}.json`);
  const known = await readFile(cached, 'utf8').catch(() => undefined);
  if (known) {
    const page = JSON.parse(known) as ContentPage;
    return { page, findings: [], digest, text, refs: page.refs };
  }
  const result = readPage(text, file, options);
  if (result.page) await writeCached(cached, result.page);
  return { ...result, digest, text };
}

/** Reads every page. @returns the pages sorted by file, and the findings of those that were refused */
export async function readPages(root: string, options: PageOptions): Promise<{ pages: ContentPage[]; findings: Finding[] }> {
  const reader = await readerDigest(root);
  const results = await inBatches(await pageFiles(root), (file) => readPageFile(root, file, reader, options));
  return {
    pages: results.flatMap(({ page }) => page ?? []),
    findings: sortFindings(results.flatMap(({ findings }) => findings)),
  };
}

/** Does something with each file, some at a time, so that the disk is never waited for alone. Results keep the order. */
export async function inBatches<T>(files: string[], work: (file: string) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < files.length; start += batch) {
    results.push(...(await Promise.all(files.slice(start, start + batch).map(work))));
  }
  return results;
}

const batch = 64;

/** What has been read before, shared by the check, the build and the index of one project folder. Pages stand in it by digest. */
export const cacheFolder = 'node_modules/.cache/sidekick';

/** Written beside and renamed, so that a kill never leaves half a file behind. */
export async function writeCached(file: string, data: unknown): Promise<void> {
  const draft = `${file}.${process.pid}`;
  const text = JSON.stringify(data);
  // There are 256 folders; asking for one each time costs as much as writing the file.
  await writeFile(draft, text).catch(async () => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, text);
  });
  await rename(draft, file);
}
