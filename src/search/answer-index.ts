/**
 * The answer index: what pages say they answer, as terms that a query can be looked up by. A term is the stem of a word, or a group of
 * synonyms (`~` and its number). No DOM and no files: the build, the tests and the browser run the same code.
 */
import { makeCorrector, type Corrector } from './correct.ts';
import { languageOf, type Language } from './languages/language.ts';
import { remembering } from './languages/remembering.ts';
import { gistOf, spellingOf, withoutSmall, wordsOf } from './query.ts';
import { Spellings } from './spellings.ts';
import { unitWeight, type Unit } from './units.ts';

/** A page as the answer index knows it. */
export interface AnswerDocument {
  /** `job-aids/find-the-cause-of-a-gap` */
  id: string;
  title: string;
  summary: string;
  /** How people ask for it. */
  asks: string[];
  /** Other names: short addresses, terms that the page explains. */
  names: string[];
  type: string;
  roles: string[];
  stages: string[];
  topics: string[];
  moments: string[];
  owner: string;
  minutes?: number;
  /** The day by which the page is to be reviewed again, `YYYY-MM-DD`, or that its review is `void`. */
  review?: string;
  /** The terms that it explains. */
  terms?: ExplainedTerm[];
}

/** A word and what it means. */
export interface ExplainedTerm {
  id: string;
  term: string;
  means: string;
  /** Other words for it. */
  also: string[];
}

/** What the index is made of. */
export interface AnswerData {
  /** `en` */
  language: string;
  /** Groups of words and phrases that mean the same to somebody who searches. */
  synonyms: string[][];
  /** Words for what results can be narrowed by. Facet → id → its name. */
  facets: Record<string, Record<string, string>>;
  documents: AnswerDocument[];
}

export interface IndexedPage {
  document: AnswerDocument;
  /** Term → how often, weighted by field. */
  terms: Map<string, number>;
  units: Unit[];
}

export interface AnswerIndex {
  data: AnswerData;
  language: Language;
  pages: IndexedPage[];
  byId: Map<string, AnswerDocument>;
  /** Term → the pages that hold it. */
  holders: Map<string, Holders>;
  concepts: Concepts;
  /** Of all titles and asks. */
  spellings: Spellings;
  /** Stems of the words that results can be narrowed by. */
  facetStems: Set<string>;
  corrector: Corrector;
}

/** The pages that hold a term. */
export interface Holders {
  /** Their numbers. */
  pages: number[];
  /** How often they hold it, in all and at the most. */
  sum: number;
  most: number;
}

/** How much a word counts where it stands. */
const fieldWeights = { title: 4.5, asks: 2, names: 2, summary: 1 };

/** An index in the making. */
export interface AnswerMaker {
  /** Takes in more pages, up to a millisecond each. */
  add(documents: AnswerDocument[]): void;
  /** The index of all pages so far. */
  finish(): AnswerIndex;
}

/** Makes the index of all documents at once. */
export function makeAnswerIndex({ documents, ...site }: AnswerData): AnswerIndex {
  const maker = beginAnswerIndex(site);
  maker.add(documents);
  return maker.finish();
}

/** Begins an index whose pages come in parts, in the order of their ids. */
export function beginAnswerIndex(site: Omit<AnswerData, 'documents'>): AnswerMaker {
  const language = remembering(languageOf(site.language));
  const concepts = makeConcepts(site.synonyms, language);
  const documents: AnswerDocument[] = [];
  const pages: IndexedPage[] = [];
  const holders: AnswerIndex['holders'] = new Map();
  const spellings = new Spellings();
  const vocabulary = new Map<string, number>();
  const termsOf = (text: string) => {
    const words = wordsOf(text);
    for (const word of words)
      if (!language.isSmall(word)) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    return termsIn(words, language, concepts);
  };
  return {
    add(more) {
      for (const document of more) {
        const page = indexPage(document, termsOf, language, spellings);
        for (const [term, count] of page.terms) hold(holders, term, pages.length, count);
        documents.push(document);
        pages.push(page);
      }
    },
    finish() {
      for (const word of site.synonyms.flat().flatMap(wordsOf))
        if (!vocabulary.has(word) && !language.isSmall(word)) vocabulary.set(word, 0);
      const byId = new Map(documents.map((document) => [document.id, document]));
      const corrector = makeCorrector(vocabulary);
      const facetWords = Object.values(site.facets).flatMap((ids) => Object.values(ids).flatMap(wordsOf));
      const facetStems = new Set(facetWords.map((word) => language.stem(word)));
      const data = { ...site, documents };
      return { data, language, pages, byId, holders, concepts, spellings, facetStems, corrector };
    },
  };
}

function hold(holders: AnswerIndex['holders'], term: string, page: number, count: number): void {
  const held = holders.get(term);
  if (!held) {
    holders.set(term, { pages: [page], sum: count, most: count });
    return;
  }
  held.pages.push(page);
  held.sum += count;
  held.most = Math.max(held.most, count);
}

function indexPage(
  document: AnswerDocument,
  termsOf: (text: string) => string[],
  language: Language,
  spellings: Spellings,
): IndexedPage {
  const { title, asks, names } = document;
  const terms = new Map<string, number>();
  const count = (found: string[], weight: number) => {
    for (const term of new Set(found)) terms.set(term, (terms.get(term) ?? 0) + weight);
  };
  const gists = [title, ...asks.map((ask) => gistOf(ask, language))];
  const units = gists.map((text) => unitOf(text, termsOf(text), language, spellings));
  for (const [index, unit] of units.entries())
    count(unit.terms, index === 0 ? fieldWeights.title : fieldWeights.asks);
  count(termsOf(names.join(' | ')), fieldWeights.names);
  count(termsOf(document.summary), fieldWeights.summary);
  return { document, terms, units };
}

function unitOf(text: string, terms: string[], language: Language, spellings: Spellings): Unit {
  const weight = terms.reduce((sum, term) => sum + unitWeight(term, language), 0);
  const spelt = spellingOf(text, language);
  return { text: spelt, terms, weight, place: spellings.add(spelt) };
}

function termsIn(words: string[], language: Language, concepts: Concepts): string[] {
  const stems = withoutSmall(words, language).map((word) => language.stem(word));
  return [...stems, ...conceptsIn(stems, concepts).map(({ concept }) => concept)];
}

/** Groups of synonyms, by the stem that their members begin with. */
type Concepts = Map<string, { stems: string[]; concept: string }[]>;

function makeConcepts(synonyms: string[][], language: Language): Concepts {
  const concepts: Concepts = new Map();
  for (const [number, group] of synonyms.entries()) {
    for (const member of group) {
      const stems = withoutSmall(wordsOf(member), language).map((word) => language.stem(word));
      if (stems.length > 0) add(concepts, stems[0]!, { stems, concept: `~${number}` });
    }
  }
  return concepts;
}

/** The concepts that a text names, with the places of the words that name them. */
export function conceptsIn(
  stems: string[],
  concepts: Concepts,
): { concept: string; from: number; to: number }[] {
  return stems.flatMap((stem, from) =>
    (concepts.get(stem) ?? [])
      .filter((member) => member.stems.every((part, at) => stems[from + at] === part))
      .map((member) => ({ concept: member.concept, from, to: from + member.stems.length })),
  );
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
