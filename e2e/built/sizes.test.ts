/**
 * The byte budgets of DESIGN.md over the built site. A first paint has to fit into the first window that a server sends
 * before it waits for an answer: ten packets, 14 KB.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';
import {
  attribute,
  isRedirect,
  readBuiltSite,
  type BuiltPage,
  type BuiltSite,
  type Element,
} from './built-site.ts';

const project = path.resolve(import.meta.dirname, '../..');
const firstPaint = 14 * 1024;
/** Reports are read once by their owner, not while a task is open. */
const report = 40 * 1024;
const firstScript = 8 * 1024;
const toolScript = 15 * 1024;

let site: BuiltSite;

before(async () => {
  await init;
  site = await readBuiltSite(project);
});

test('every page paints from its first 14 KB: HTML, styles and blocking scripts', async () => {
  const pages = site.pages.filter((page) => !isReport(page));
  await within(firstPaint, pages, paintOf);
});

test('a report paints from 40 KB, and the file for programs has at most that', async () => {
  const reports = site.pages.filter(isReport);
  assert.deepEqual(
    reports.map(({ file }) => file),
    ['health/index.html'],
  );
  await within(report, reports, paintOf);
  const { length } = await readFile(path.join(site.folder, 'api/health.json'));
  assert.ok(length <= report, `api/health.json has ${length} bytes`);
});

test('a job aid parses at most 8 KB of script before somebody acts', async () => {
  const jobAids = site.pages.filter(({ file }) => /^job-aids\/.+\/index\.html$/.test(file));
  assert.ok(jobAids.length > 0, 'the site has no job aid');
  await within(firstScript, jobAids, async (page) => weigh(await scriptsOf(page)));
});

test('a decision tool works with at most 15 KB of script besides what every content page loads, its own data apart', async () => {
  const everywhere = await onEveryPage();
  const tools = site.pages.filter(({ file }) => /^decision-tools\/[^/]+\/index\.html$/.test(file));
  assert.ok(tools.length > 5, 'the site has no tools');
  await within(toolScript, tools, async (page) =>
    weigh((await scriptsOf(page)).filter((file) => !everywhere.has(file) && !isToolData(file))),
  );
});

test('a page without a tool loads nothing of the script that runs one', async () => {
  const runtime = [...site.files].filter((file) => /\bdecision-tool\.[^/]*\.js$/.test(file));
  assert.equal(runtime.length, 1, 'the script of tools has another name');
  const holders = [];
  for (const page of site.pages) if ((await scriptsOf(page)).includes(runtime[0]!)) holders.push(page);
  assert.ok(holders.length > 5, 'no page loads the script of tools');
  const hasTool = ({ elements }: BuiltPage) => elements.some(({ tagName }) => tagName === 'decision-tool');
  assert.deepEqual(
    holders.filter((page) => !hasTool(page)).map(({ file }) => file),
    [],
  );
});

/** Scripts that every job aid and reference loads. */
async function onEveryPage(): Promise<Set<string>> {
  const pages = site.pages.filter(({ file }) => /^(job-aids|references)\/[^/]+\/index\.html$/.test(file));
  const [first, ...others] = await Promise.all(pages.map(scriptsOf));
  return others.reduce((shared, files) => shared.intersection(new Set(files)), new Set(first));
}

function isToolData(file: string): boolean {
  return /^decision-tools\/[^/]+\/tool\.js$/.test(file);
}

test('every page has a script to weigh', async () => {
  // Otherwise the budget above would hold because nothing was found.
  const without = [];
  for (const page of site.pages.filter((one) => !isRedirect(one)))
    if ((await scriptsOf(page)).length === 0) without.push(page.file);
  assert.deepEqual(without, []);
});

function isReport({ file }: BuiltPage): boolean {
  return file === 'health/index.html';
}

/** What has to arrive before the page paints. */
async function paintOf(page: BuiltPage): Promise<Part[]> {
  return [
    [page.file, compressed(page.html)],
    ...(await weigh(page.elements.flatMap((element) => blockingFile(element)))),
  ];
}

type Part = readonly [file: string, bytes: number];

/** Fails with every page over the budget, and what it is made of. */
async function within(
  budget: number,
  pages: BuiltPage[],
  partsOf: (page: BuiltPage) => Promise<Part[]>,
): Promise<void> {
  const over = [];
  for (const page of pages) {
    const parts = await partsOf(page);
    const total = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
    if (total > budget)
      over.push(`${page.address} is ${total} bytes, ${total - budget} too many:\n${list(parts)}`);
  }
  assert.ok(over.length === 0, `\n${over.join('\n')}`);
}

function list(parts: Part[]): string {
  return parts
    .toSorted(([, a], [, b]) => b - a)
    .map(([file, bytes]) => `  ${String(bytes).padStart(6)}  ${file}`)
    .join('\n');
}

function weigh(files: string[]): Promise<Part[]> {
  const unique = [...new Set(files)];
  return Promise.all(
    unique.map(
      async (file) => [file, compressed(await readFile(path.join(site.folder, file), 'utf8'))] as const,
    ),
  );
}

/** As a server sends it at best: gzip -9. */
function compressed(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** The file that holds up the first paint, where the element names one. Modules and deferred scripts wait for the page. */
function blockingFile(element: Element): string[] {
  const is = (name: string) => attribute(element, name) !== undefined;
  if (element.tagName === 'link') {
    const isSheet = (attribute(element, 'rel') ?? '').split(/\s+/).includes('stylesheet');
    return isSheet && attribute(element, 'media') !== 'print' ? [fileAt(attribute(element, 'href')!)] : [];
  }
  if (element.tagName !== 'script' || !is('src') || isModule(element) || is('async') || is('defer'))
    return [];
  return [fileAt(attribute(element, 'src')!)];
}

function isModule(element: Element): boolean {
  return element.tagName === 'script' && attribute(element, 'type') === 'module';
}

/** Files of all scripts that a page names, and of what they import before they run. */
async function scriptsOf(page: BuiltPage): Promise<string[]> {
  const named = page.elements
    .filter(({ tagName }) => tagName === 'script')
    .map((element) => attribute(element, 'src'));
  const files = new Set(named.filter((src) => src !== undefined).map(fileAt));
  // A set walks over what is added to it on the way.
  for (const file of files) for (const imported of await importsOf(file)) files.add(imported);
  return [...files];
}

async function importsOf(file: string): Promise<string[]> {
  const [imports] = parse(await readFile(path.join(site.folder, file), 'utf8'));
  // `d` is -1 for a static import; a dynamic one waits until somebody asks for it.
  const names = imports.filter(({ d }) => d === -1).map(({ n }) => n!);
  return names.map((name) => fileAt(new URL(name, `https://site${site.base}${file}`).pathname));
}

function fileAt(address: string): string {
  return address.slice(site.base.length);
}
