/**
 * The search in the browser, in two tiers. The answer index (`answer.ts`) answers by itself and at once; the full text adds the
 * pages that only their bodies speak of, below what is there already, and the sections that hold the words.
 */
import type { AnswerDocument, AnswerIndex } from './answer-index.ts';
import { answer, mostNearest, type AnswerHit, type Preferences, type Understanding } from './answer.ts';
import { facets, type Facet } from './fields.ts';
import { partSize } from './pack.ts';
import { pause } from './pause.ts';
import type { Preview } from './preview.ts';
import type { FullText, TextFound } from './full-text.ts';
import { makeResult, withSection, wordsOfPage, type Result } from './result.ts';

/** A facet's chosen id. */
export type Filters = Partial<Record<Facet, string>>;
/** Facet → id → how many results there are with it, the other filters staying as they are. */
export type Counts = Record<Facet, Map<string, number>>;

export interface Found {
  kind: 'found';
  understood: Understanding;
  /** All of them, best first. */
  results: Result[];
  /** Nothing fits: the results are only the nearest pages. */
  isNearest: boolean;
  /** Whether the full text has been asked, and answered. In the last answer `false` says that it could not be. */
  isWhole: boolean;
  /** Whether there are results that only the filters shut out; they are then the nearest. */
  isShutOut?: boolean;
  /** The words that the results are for, where they are not all those of the query. */
  showingFor?: string[];
  counts: Counts;
  /** The pages that match whatever they are narrowed by, which is what the counts are of. */
  matched: AnswerDocument[];
}

/** Errors are values; a stale answer is one that a later query has overtaken. */
export type Answer = Found | { kind: 'failed' } | { kind: 'stale' };

export interface Ask {
  query: string;
  filters?: Filters;
  preferences?: Preferences;
}

/** Where the two tiers come from. */
export interface Sources {
  /** The site's base path. */
  base: string;
  answers(): Promise<AnswerIndex>;
  /** @param part of the index */
  previews(part: number): Promise<Record<string, Preview>>;
  fullText: FullText;
}

export class SearchEngine {
  readonly #sources: Sources;
  #answers: Promise<AnswerIndex> | undefined;
  #previews: (Promise<Record<string, Preview>> | undefined)[] = [];
  #latest = 0;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Fetches both tiers side by side, ahead of the first query. Failing now is no error: the query will try again. */
  warm(): void {
    this.warmAnswers();
    this.#sources.fullText.warm();
  }

  /** Only the first tier, which is small. */
  warmAnswers(): void {
    this.#index().catch(() => undefined);
  }

  /** Makes every answer that is still on its way a stale one. */
  forget(): void {
    this.#latest++;
  }

  /** What a page holds, for beside the list. */
  async previewOf(id: string): Promise<Preview | undefined> {
    const { data } = await this.#index();
    const number = data.documents.findIndex((document) => document.id === id);
    const part = Math.floor(number / partSize);
    this.#previews[part] ??= this.#sources.previews(part);
    try {
      return (await this.#previews[part])[id];
    } catch {
      // The next one asked for tries again.
      this.#previews[part] = undefined;
      return undefined;
    }
  }

  /**
   * Answers a query, as a rule twice: `show` gets what the first tier knows, the promise what both know. Results that were shown
   * keep their places, unless they were guesses and the text has the words as they were typed.
   */
  async find(ask: Ask, show: (found: Found) => void = () => {}): Promise<Answer> {
    const turn = ++this.#latest;
    const isWanted = () => turn === this.#latest;
    let first: Found;
    let index: AnswerIndex;
    try {
      index = await this.#index();
      first = firstFound(index, ask, this.#sources.base);
    } catch {
      return { kind: isWanted() ? 'failed' : 'stale' };
    }
    if (!isWanted()) return { kind: 'stale' };
    const { understood } = first;
    if (understood.words.length === 0 || understood.isSmall) return { ...first, isWhole: true };
    const whole = textFor(this.#sources.fullText, first, isWanted)
      .then((text) => withText(index, ask, this.#sources.base, first, text))
      // What the first tier found is an answer, with or without the other one.
      .catch(() => first);
    // Words that this tier has only guessed at may stand in the text just so: it gets a moment to say it first.
    if (understood.corrected.length > 0) await Promise.race([whole, pause(guessing)]);
    if (!isWanted()) return { kind: 'stale' };
    if (!first.isNearest) show(first);
    const answered = await whole;
    return isWanted() ? answered : { kind: 'stale' };
  }

  #index(): Promise<AnswerIndex> {
    this.#answers ??= this.#sources.answers().catch((error: unknown) => {
      this.#answers = undefined;
      throw error;
    });
    return this.#answers;
  }
}

/** Milliseconds for which a guess is held back. */
const guessing = 500;

/** The first tier's answer. Without words, all pages that fit the filters. */
function firstFound(index: AnswerIndex, ask: Ask, base: string): Found {
  const { query, filters = {}, preferences } = ask;
  const { hits, nearest, understood } = answer(index, query, preferences);
  const isFiltered = Object.values(filters).some(Boolean);
  if (understood.words.length === 0) {
    const all = isFiltered ? everyPage(index) : [];
    return { ...found(all, filters, understood, base), isNearest: false };
  }
  const fitting = found(hits, filters, understood, base);
  if (fitting.results.length > 0) return fitting;
  // What the filters shut out is the nearest there is.
  const closest = hits.length > 0 ? hits.slice(0, mostNearest) : nearest;
  return {
    ...fitting,
    isNearest: true,
    ...(hits.length > 0 && { isShutOut: true }),
    results: closest.map((hit) => makeResult(hit, base)),
  };
}

function found(hits: AnswerHit[], filters: Filters, understood: Understanding, base: string): Found {
  const matched = hits.map(({ document }) => document);
  const shown = hits.filter(({ document }) => fits(document, filters));
  return {
    kind: 'found',
    understood,
    results: shown.map((hit) => makeResult(hit, base)),
    isNearest: false,
    isWhole: false,
    ...(changed(understood) && { showingFor: changed(understood)! }),
    counts: countsOf(matched, filters),
    matched,
  };
}

/** The words that the first result holds, where some were corrected, or are not there. */
function changed({ words, corrected, missing }: Understanding): string[] | undefined {
  if (corrected.length === 0 && missing.length === 0) return undefined;
  const instead = new Map(corrected.map(({ from, to }) => [from, to]));
  const held = words.filter((word) => !missing.includes(word)).map((word) => instead.get(word) ?? word);
  return held.length > 0 ? held : undefined;
}

function everyPage({ pages }: AnswerIndex): AnswerHit[] {
  return pages
    .map(({ document }) => ({ id: document.id, score: 0, why: [], document }))
    .sort((a, b) => (a.document.title < b.document.title ? -1 : 1));
}

/** Asks the full text for the words as typed and, when they stand nowhere, for what they were taken for. */
async function textFor(fullText: FullText, first: Found, isWanted: () => boolean): Promise<TextFound> {
  const { telling, phrases, corrected } = first.understood;
  const typed = await fullText.find(telling, phrases, isWanted);
  if (typed.hits.length > 0 || corrected.length === 0 || !isWanted()) return typed;
  const meant = new Map(corrected.map(({ from, to }) => [from, to.split(' ')]));
  return fullText.find(
    telling.flatMap((word) => meant.get(word) ?? word),
    phrases,
    isWanted,
  );
}

/** Puts what the full text knows to what is there: sections to the results, and pages behind them, or before guesses. */
function withText(index: AnswerIndex, ask: Ask, base: string, first: Found, text: TextFound): Found {
  const { filters = {} } = ask;
  const { understood } = first;
  const sections = new Map(text.hits.map(({ id, data }) => [id, data]));
  const withOwnSection = (result: Result) => {
    const data = sections.get(result.id);
    return data ? withSection(result, data, text.words, index.language) : result;
  };
  const documents = text.hits.flatMap(({ id }) => index.byId.get(id) ?? []);
  const why = [`its text holds “${text.words.join(' ')}”`];
  const held = documents
    .filter((document) => fits(document, filters))
    .map((document) => makeResult({ id: document.id, score: 0, why, document }, base))
    .map(withOwnSection);
  const areTyped = held.length > 0 && understood.telling.every((word) => text.words.includes(word));
  // Words that stand in the text just as they were typed were no typing errors.
  const isGuess = areTyped && wasTyped(understood, text);
  const isAllGuess = isGuess && understood.corrected.length === understood.telling.length;
  const own = first.isNearest || isAllGuess ? [] : first.results.map(withOwnSection);
  const known = new Set(own.map(({ id }) => id));
  const added = held.filter(({ id }) => !known.has(id));
  if (own.length + added.length === 0) return { ...first, isWhole: true };
  const { showingFor, ...rest } = { ...first, isShutOut: false };
  const matched = [...new Set([...(isAllGuess ? [] : first.matched), ...documents])];
  const said = areTyped ? undefined : own.length === 0 ? text.words : showingFor;
  return {
    ...rest,
    results: isGuess ? [...added, ...own] : [...own, ...added],
    isNearest: false,
    isWhole: true,
    ...(said && { showingFor: said }),
    counts: countsOf(matched, filters),
    matched,
  };
}

/** Whether a word that was taken for a typing error stands in the text just so. */
function wasTyped({ corrected }: Understanding, { hits }: TextFound): boolean {
  return hits.some(({ data }) => {
    const words = wordsOfPage(data);
    return corrected.some(({ from }) => words.has(from));
  });
}

export function fits(document: AnswerDocument, filters: Filters, but?: Facet): boolean {
  return facets.every((facet) => {
    const id = filters[facet];
    return !id || facet === but || idsOf(document, facet).includes(id);
  });
}

function idsOf({ type, roles, stages, topics, moments }: AnswerDocument, facet: Facet): string[] {
  return { type: [type], role: roles, stage: stages, topic: topics, moment: moments }[facet];
}

/** For each facet, among the pages that fit the filters of all other facets. */
function countsOf(documents: AnswerDocument[], filters: Filters): Counts {
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Counts;
  for (const document of documents)
    for (const facet of facets)
      if (fits(document, filters, facet))
        for (const id of idsOf(document, facet)) counts[facet].set(id, (counts[facet].get(id) ?? 0) + 1);
  return counts;
}
