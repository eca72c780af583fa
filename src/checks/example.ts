/**
 * Examples, run: a small project without any finding (`fixtures/project`) in which one page is changed as an example says. For
 * tests; the words of the interface are the shipped ones.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../content/decode.ts';
import { sortFindings, type Finding } from '../content/finding.ts';
import { readPage } from '../content/page.ts';
import { pageOptions, parseSettings, placeIn } from '../content/settings.ts';
import type { PageType } from '../schema/index.ts';
import { inspectPage, inspectProject, inspectText } from './inspect.ts';
import { makeKnown } from './known.ts';
import { sourceOf, type Entry, type Example } from './rule.ts';

/** File from the root → its bytes. */
export type Files = Map<string, Uint8Array>;

const project = fileURLToPath(new URL('fixtures/project/', import.meta.url));
const shippedWords = fileURLToPath(new URL('../../content/words/en.yaml', import.meta.url));
const encoder = new TextEncoder();

/** The day on which the examples are checked. */
export const exampleDay = '2026-11-20';

/** Passage in the body of each valid page that an example takes the place of. */
const passage = 'This passage is there to be replaced.';

/** The page of each type that examples change. */
const validPages: Record<PageType, string> = {
  'job-aids': 'content/job-aids/count-the-cases.mdx',
  references: 'content/references/words-for-counting.mdx',
  'decision-tools': 'content/decision-tools/card-or-list.mdx',
  pathways: 'content/pathways/counter.mdx',
  technologies: 'content/technologies/tally-counters.mdx',
  experiments: 'content/experiments/card-at-the-desk.mdx',
};

/** The project that has no finding. */
export async function validProject(): Promise<Files> {
  const files: Files = new Map([['content/words/en.yaml', await readFile(shippedWords)]]);
  const names = await readdir(project, { recursive: true, withFileTypes: true });
  for (const entry of names.filter((name) => name.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(project, file).split(path.sep).join('/'), await readFile(file));
  }
  return files;
}

/** @returns the project with the example in it, and where its finding is expected */
export function applyExample(
  valid: Files,
  example: Example,
): { files: Files; at: { file: string; line: number } } {
  const base = validPages[example.type ?? 'job-aids'];
  const file = example.file ?? base;
  const before = new TextDecoder().decode(valid.get(file) ?? valid.get(base));
  const { text, line } = changed(before, example);
  const files: Files = new Map(valid);
  files.set(file, typeof text === 'string' ? encoder.encode(text) : text);
  for (const [name, content] of Object.entries(example.beside ?? {})) {
    files.set(name, typeof content === 'string' ? encoder.encode(content) : content);
  }
  const { at = 1 } = example;
  return { files, at: typeof at === 'number' ? { file, line: line + at - 1 } : at };
}

/** The changed text, and the first line of what was put in. */
function changed(valid: string, { top, body, whole }: Example): { text: string | Uint8Array; line: number } {
  if (typeof whole === 'string') return { text: whole, line: 1 };
  if (whole) return { text: whole(valid), line: 1 };
  if (top !== undefined) {
    const text = withFields(valid, top);
    return { text, line: text.slice(0, text.indexOf(`\n${top}\n`) + 1).split('\n').length };
  }
  if (body !== undefined)
    return { text: valid.replace(passage, () => body), line: valid.split('\n').indexOf(passage) + 1 };
  return { text: valid, line: 1 };
}

/** Frontmatter with these lines in place of the top-level fields of the same names; a field without a place of its own goes to the end. */
function withFields(text: string, top: string): string {
  const [first, ...others] = [...top.matchAll(/^[A-Za-z_]+(?=:)/gm)].map(([name]) => fieldOf(name));
  const rest = others.reduce((left, field) => left.replace(field, ''), text);
  if (first?.test(rest)) return rest.replace(first, () => `${top}\n`);
  return rest.replace(/\n---\n/, () => `\n${top}\n---\n`);
}

function fieldOf(name: string): RegExp {
  return new RegExp(`^${name}:.*\\n(?:(?!---)[ \\t-].*\\n)*`, 'm');
}

/** Whether a file ought to be a page, as reading from disk sees it. */
function isPageName(file: string): boolean {
  return /\.mdx?$/i.test(file);
}

/** Checks files that stand on no disk. @param links names of symbolic links */
export async function checkFiles(files: Files, links: string[] = []): Promise<Finding[]> {
  const { settings, findings, yamls } = await parseSettings((file) => Promise.resolve(files.get(file)));
  const options = pageOptions(settings);
  const texts = [...files]
    .filter(([file]) => isPageName(file) || file.endsWith('.yaml'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const read = texts.map(([file, bytes]) => {
    const isPage = isPageName(file);
    const { text, problem } = decode(bytes);
    const inBytes = isPage && problem ? [{ file, ...problem }] : [];
    if (text === undefined) return { source: sourceOf(file, []), findings: inBytes };
    const inText = [...inBytes, ...inspectText(text, file)];
    if (!isPage) return { source: sourceOf(file, []), findings: inText };
    const result = readPage(text, file, options);
    const source = sourceOf(file, result.refs);
    if (!result.page || problem) return { source, findings: [...inText, ...result.findings] };
    return {
      page: result.page,
      source,
      findings: [...inText, ...inspectPage(text, result.page, 'en', result.parsed)],
    };
  });
  const pages = read.flatMap(({ page }) => page ?? []);
  const sources = read.map(({ source }) => source);
  const entries: Entry[] = [
    ...[...files].map(([name, bytes]): Entry => ({
      path: name,
      kind: 'file',
      size: bytes.length,
      head: bytes.subarray(0, 64),
    })),
    ...links.map((name): Entry => ({ path: name, kind: 'link', size: 0, head: new Uint8Array() })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const known = makeKnown(pages, sources, [...files.keys()]);
  const across = settings
    ? inspectProject({
        settings,
        pages,
        sources,
        known,
        entries,
        placeIn: (file, at) => placeIn(yamls, file, at),
        today: exampleDay,
      })
    : [];
  return sortFindings([...findings, ...read.flatMap((one) => one.findings), ...across]);
}
