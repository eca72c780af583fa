/**
 * The answer index as it travels: columns of text, so that likes stand beside likes and compress well. Small words of asks stay
 * behind, as the search leaves them out anyway. All of a page is in one file, so that no file of another day is joined to it.
 */
import type { AnswerData, AnswerDocument, ExplainedTerm } from './answer-index.ts';
import { languageOf } from './languages/language.ts';
import { gistOf, withoutSmall, wordsOf } from './query.ts';

/** One file of the index. */
export interface PackedPart {
  /** Slugs apart by blanks, a line a type. */
  ids: Record<string, string>;
  /** A line a page. */
  titles: string;
  summaries: string;
  /** Words of each ask, asks apart by `|`, a line a page. */
  asks: string;
  names: string;
  /** Lists of ids, and for each page the letters of those that it has, apart by blanks. */
  roles: Column;
  stages: Column;
  topics: Column;
  moments: Column;
  owner: Column;
  minutes: string;
  /** Page number → its review. */
  review: Record<string, string>;
  /** Page number → the terms that it explains. */
  terms: Record<string, ExplainedTerm[]>;
}

type Column = [ids: string[], letters: string];

/** Pages a file. */
export const partSize = 200;

const columns = ['roles', 'stages', 'topics', 'moments', 'owner'] as const;

/** @param documents in the order of their ids */
export function packPart(documents: AnswerDocument[], languageCode: string): PackedPart {
  const language = languageOf(languageCode);
  const ids: Record<string, string[]> = {};
  for (const { id, type } of documents) (ids[type] ??= []).push(id.slice(type.length + 1));
  const line = (texts: string[]) =>
    texts.map((text) => withoutSmall(wordsOf(text), language).join(' ')).join('|');
  return {
    ids: Object.fromEntries(Object.entries(ids).map(([type, slugs]) => [type, slugs.join(' ')])),
    titles: documents.map(({ title }) => title).join('\n'),
    summaries: documents.map(({ summary }) => summary).join('\n'),
    asks: documents.map(({ asks }) => asks.map((ask) => gistOf(ask, language)).join('|')).join('\n'),
    names: documents.map(({ names }) => line(names)).join('\n'),
    ...(Object.fromEntries(
      columns.map((name) => [name, packColumn(documents.map((document) => [document[name] ?? []].flat()))]),
    ) as Record<(typeof columns)[number], Column>),
    minutes: documents.map(({ minutes }) => minutes ?? '').join(' '),
    review: Object.fromEntries(
      documents.flatMap(({ review }, number) => (review ? [[String(number), review]] : [])),
    ),
    terms: Object.fromEntries(documents.flatMap(({ terms }, number) => (terms ? [[number, terms]] : []))),
  };
}

/** The pages of one part. */
export function unpackPart(part: PackedPart): AnswerDocument[] {
  const lines = (text: string) => text.split('\n');
  const list = (text: string | undefined) => (text ? text.split('|') : []);
  const ids = Object.entries(part.ids).flatMap(([type, slugs]) =>
    slugs.split(' ').map((slug) => ({ type, id: `${type}/${slug}` })),
  );
  const [titles, summaries, asks, names, minutes] = [
    lines(part.titles),
    lines(part.summaries),
    lines(part.asks),
    lines(part.names),
    part.minutes.split(' '),
  ];
  const [roles, stages, topics, moments, owners] = columns.map((name) => unpackColumn(part[name]));
  return ids.map(({ type, id }, number) => {
    const review = part.review[number];
    return {
      id,
      title: titles[number] ?? '',
      summary: summaries[number] ?? '',
      asks: list(asks[number]),
      names: list(names[number]),
      type,
      roles: roles![number] ?? [],
      stages: stages![number] ?? [],
      topics: topics![number] ?? [],
      moments: moments![number] ?? [],
      owner: owners![number]?.[0] ?? '',
      ...(minutes[number] && { minutes: Number(minutes[number]) }),
      ...(review && { review }),
      ...(part.terms[number] && { terms: part.terms[number] }),
    };
  });
}

/** A letter an id; ids beyond the alphabet take the next signs of Unicode. */
const firstLetter = 97;

function packColumn(values: string[][]): Column {
  const ids = [...new Set(values.flat())].sort();
  const letter = (id: string) => String.fromCodePoint(firstLetter + ids.indexOf(id));
  return [ids, values.map((own) => own.map(letter).join('')).join(' ')];
}

function unpackColumn([ids, letters]: Column): string[][] {
  return letters
    .split(' ')
    .map((own) => [...own].flatMap((letter) => ids[letter.codePointAt(0)! - firstLetter] ?? []));
}

/** Where the files stand below the site's base path. */
export const answerFiles = {
  words: 'answers/words.json',
  part: (number: number) => `answers/${number}.json`,
  previews: (number: number) => `answers/${number}-previews.json`,
};

/** What the index knows of words: a group of synonyms a line, its members apart by `|`. */
export interface PackedWords {
  synonyms: string;
  facets: AnswerData['facets'];
}

export function packWords({ synonyms, facets }: AnswerData): PackedWords {
  const groups = synonyms.map((group) => group.map((member) => member.toLowerCase()).join('|'));
  return { synonyms: groups.join('\n'), facets };
}

/** All files of an index, put together again. @param parts in their order */
export function unpack(language: string, words: PackedWords, parts: PackedPart[]): AnswerData {
  return { ...unpackWords(language, words), documents: parts.flatMap(unpackPart) };
}

export function unpackWords(language: string, words: PackedWords): Omit<AnswerData, 'documents'> {
  const synonyms = words.synonyms.split('\n').map((group) => group.split('|'));
  return { language, synonyms, facets: words.facets };
}
