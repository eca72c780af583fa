/** The folder `content/` on disk → pages, taxonomy, settings and words, or every reason why not. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { retired, type RetiredPage } from '../schema/retired.ts';
import { site, type Site } from '../schema/site.ts';
import { taxonomyFiles, type Taxonomy } from '../schema/taxonomy.ts';
import { words, type Words } from '../schema/words.ts';
import type { z } from 'astro/zod';
import { placeOf, sortFindings, type Finding } from './finding.ts';
import { fitSchema, readYaml } from './frontmatter.ts';
import { readPage, type ContentPage, type PageOptions } from './page.ts';

/** Everything an owner sets: what the pages point to and what the interface says. */
export interface Settings {
  site: Site;
  taxonomy: Taxonomy;
  words: Words;
  /** Pages that are gone, and where their addresses lead. */
  retired: RetiredPage[];
}

/**
 * Hash over the parser, the schemas and the component list. It is part of every page's digest: a stricter schema must
 * not pass because a page was read yesterday.
 * @param root the project's root
 */
export async function readerDigest(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['src/content', 'src/schema', 'src/decisions']) {
    const names = (await readdir(path.join(root, folder))).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of names.sort()) hash.update(name).update(await readFile(path.join(root, folder, name)));
  }
  return hash.digest('hex');
}

/** Digest of one page: its source, how it is read, and with which settings. */
export function pageDigest(source: string, file: string, reader: string, options: PageOptions): string {
  return createHash('sha256').update(reader).update(JSON.stringify(options)).update(file).update('\0').update(source).digest('hex');
}

/** Reads `site.yaml`, the taxonomy, the list of retired pages and the words. Without findings all are there. */
export async function readSettings(root: string): Promise<{ settings?: Settings; findings: Finding[] }> {
  const findings: Finding[] = [];
  const read = async <S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined> => {
    const result = await readYamlFile(root, file, schema);
    findings.push(...result.findings);
    return result.data;
  };
  const siteData = await read('content/site.yaml', site);
  const taxonomy: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(taxonomyFiles)) {
    taxonomy[name] = await read(`content/taxonomy/${name}.yaml`, schema);
  }
  const retiredPages = await read('content/retired.yaml', retired);
  const wordsData = siteData && (await read(`content/words/${siteData.language}.yaml`, words));
  if (findings.length > 0 || !siteData || !wordsData || !retiredPages) return { findings: sortFindings(findings) };
  return { settings: { site: siteData, taxonomy: taxonomy as Taxonomy, words: wordsData, retired: retiredPages }, findings };
}

async function readYamlFile<S extends z.ZodType>(root: string, file: string, schema: S): Promise<{ data?: z.output<S>; findings: Finding[] }> {
  const bytes = await readFile(path.join(root, file)).catch(() => undefined);
  if (!bytes) {
    return { findings: [{ rule: 'settings', file, line: 1, column: 1, found: 'no such file', expected: `the file ${file}` }] };
  }
  const decoded = decode(bytes, file);
  if ('findings' in decoded) return decoded;
  const { yaml, problems } = readYaml(decoded.text);
  const fitted = yaml ? fitSchema(schema, yaml) : { problems: [] };
  const findings = [...problems, ...fitted.problems].map((problem) => ({ file, ...problem }));
  return 'data' in fitted && fitted.data !== undefined ? { data: fitted.data, findings } : { findings };
}

/** What the page reader needs to know of the settings. */
export function pageOptions({ site, words }: Settings): PageOptions {
  return { base: site.base, footnotes: words.footnotes };
}

/** Paths of all files below `content/` that ought to be pages, sorted, with forward slashes. */
export async function pageFiles(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, 'content'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.mdx?$/i.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Reads one page from disk, or from the cache when nothing that matters has changed. */
export async function readPageFile(root: string, file: string, reader: string, options: PageOptions): Promise<{ page?: ContentPage; findings: Finding[]; digest: string }> {
  const bytes = await readFile(path.join(root, file));
  const decoded = decode(bytes, file);
  if ('findings' in decoded) return { ...decoded, digest: '' };
  const digest = pageDigest(decoded.text, file, reader, options);
  const cached = path.join(root, cacheFolder, digest.slice(0, 2), `${digest}.json`);
  const known = await readFile(cached, 'utf8').catch(() => undefined);
  if (known) return { page: JSON.parse(known) as ContentPage, findings: [], digest };
  const result = readPage(decoded.text, file, options);
  if (result.page) await writeCached(cached, result.page);
  return { ...result, digest };
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

/** Parsed pages by digest, shared by the check, the build and the index of one project folder. */
const cacheFolder = 'node_modules/.cache/sidekick';

/** Written beside and renamed, so that a kill never leaves half a page behind. */
async function writeCached(file: string, page: ContentPage): Promise<void> {
  const draft = `${file}.${process.pid}`;
  const text = JSON.stringify(page);
  // There are 256 folders; asking for one each time costs as much as writing the page.
  await writeFile(draft, text).catch(async () => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, text);
  });
  await rename(draft, file);
}

/** Bytes → text; refuses what is not UTF-8, and the bytes that have no business in a text. */
function decode(bytes: Buffer, file: string): { text: string } | { findings: Finding[] } {
  const refuse = (offset: number, found: string, expected: string, mend: string) => {
    const place = placeOf(bytes.subarray(0, offset).toString('utf8'), Infinity);
    return { findings: [{ rule: 'encoding', file, ...place, found, expected, mend }] };
  };
  if (bytes.length > largestFile) {
    return refuse(0, `${Math.round(bytes.length / 1024)} KB of text`, `at most ${largestFile / 1024} KB`, 'Split the page.');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return refuse(0, 'a byte-order mark', 'UTF-8 without one', 'Save the file as “UTF-8”, not “UTF-8 with BOM”.');
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return refuse(nul, 'a NUL byte', 'text in UTF-8', 'Save the file as UTF-8.');
  const text = bytes.toString('utf8');
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0 && !isUtf8(bytes)) {
    return refuse(Buffer.byteLength(text.slice(0, broken)), 'bytes that are not UTF-8', 'text in UTF-8', 'Save the file as UTF-8.');
  }
  return { text };
}

const largestFile = 256 * 1024;

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
