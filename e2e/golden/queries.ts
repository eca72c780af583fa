/** What people ask: the files of `queries/`, read and checked. README.md says how they are written. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { fingerprint } from '../../src/content/hash.ts';
import { wordsOf } from '../../src/search/query.ts';

/** How somebody says it, the ways in which a query misses our words. */
export const kinds = [
  'symptom',
  'wrong-word',
  'slang',
  'british',
  'american',
  'typo',
  'half-word',
  'sentence',
  'non-native',
  'keywords',
] as const;
export type Kind = (typeof kinds)[number];

/** Tuning may look at `tuning` only; `test` says whether what was learnt there holds elsewhere. */
export type SetName = 'tuning' | 'test';

/** One query as it is typed, and where it should lead. */
export interface Query {
  text: string;
  kind: Kind;
  /** Ids of the pages that really help, the one it was written for first. */
  pages: string[];
  set: SetName;
}

/** All that is asked. */
export interface Queries {
  asked: Query[];
  /** Pages that are still being written; queries may name them. */
  planned: string[];
  /** Of no page here: off-topic, other trades, nonsense. Nothing may be found. */
  nothing: string[];
  /** Of other places, in words that our pages share: as little as possible may be found. */
  elsewhere: string[];
}

const folder = path.join(import.meta.dirname, 'queries');
const nothingFile = 'nothing.yaml';
const elsewhereFile = 'elsewhere.yaml';
const plannedFile = 'planned.yaml';

/** One entry of a file: a kind with its query, and the pages that would help as well. */
type Entry = Partial<Record<Kind, string>> & { or?: string[] };

/** @throws when an entry is not of the shape that README.md shows */
export async function readQueries(): Promise<Queries> {
  const asked: Query[] = [];
  const planned: string[] = [];
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  for (const file of files.filter((name) => name !== nothingFile && name !== elsewhereFile)) {
    const pages = parse(await readFile(path.join(folder, file), 'utf8')) as Record<string, Entry[]>;
    if (file === plannedFile) planned.push(...Object.keys(pages));
    for (const [page, entries] of Object.entries(pages))
      asked.push(...entries.map((entry) => readEntry(entry, page, file)));
  }
  const groups = parse(await readFile(path.join(folder, nothingFile), 'utf8')) as Record<string, string[]>;
  const elsewhere = parse(await readFile(path.join(folder, elsewhereFile), 'utf8')) as string[];
  return { asked, planned, nothing: Object.values(groups).flat(), elsewhere };
}

function readEntry({ or = [], ...says }: Entry, page: string, file: string): Query {
  const [[kind, text] = [], ...rest] = Object.entries(says);
  const isRight = kinds.some((known) => known === kind) && typeof text === 'string' && rest.length === 0;
  if (!isRight)
    throw new Error(
      `${file}, ${page}: ${JSON.stringify(says)} is not one kind with one query, as in "slang: …".`,
    );
  return { text, kind: kind as Kind, pages: [page, ...or], set: setOf(text) };
}

/** By the query's own words, so that it stays in its set wherever it stands. */
export function setOf(text: string): SetName {
  return Number.parseInt(fingerprint(sameWords(text)).slice(0, 8), 16) % 3 === 0 ? 'test' : 'tuning';
}

/** The queries that some page answers now, each with those of its pages that are there. */
export function answerable(asked: Query[], ids: Set<string>): Query[] {
  return asked
    .map((query) => ({ ...query, pages: query.pages.filter((id) => ids.has(id)) }))
    .filter(({ pages }) => pages.length > 0);
}

/** Two texts with the same result are the same question, whatever their case and punctuation. */
export function sameWords(text: string): string {
  return wordsOf(text).join(' ');
}
