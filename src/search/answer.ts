/**
 * The first tier of the search: the answer to a query from the answer index. No DOM and no files: the tests and the browser run the
 * same code.
 */
import {
  conceptsIn,
  type AnswerDocument,
  type AnswerIndex,
  type ExplainedTerm,
  type IndexedPage,
} from './answer-index.ts';
import type { Language } from './languages/language.ts';
import { gistOf, spellingOf, understand, withoutSmall, wordsOf } from './query.ts';
import { isConcept, lightShare, nearestOf, type Meanings } from './units.ts';

/** What a reader has said of themselves, and the day. A preference settles ties; it hides nothing. */
export interface Preferences {
  role?: string;
  stage?: string;
  /** `YYYY-MM-DD`: pages whose review was due before it stand below their equals. */
  today?: string;
}

/** What was made of a query. */
export interface Understanding {
  /** The query on one line, cut to 200 characters. */
  text: string;
  /** The words that carry the meaning, as typed. */
  words: string[];
  /** Those of them that tell one matter from another; all of them where none does. */
  telling: string[];
  /** Whether all are small words, which every page holds. */
  isSmall: boolean;
  /** Texts in quotation marks. */
  phrases: string[];
  /** Words of asking that were left out. */
  dropped: string[];
  /** Words that no page holds, and the word that was searched instead. */
  corrected: { from: string; to: string }[];
  /** Words that no page holds, nor any word like it. */
  unknown: string[];
  /** Telling words that the first hit does without. */
  missing: string[];
  /** How far the search had to give way for the first hit: it holds all words, most of them, or only the telling ones. */
  relaxed: 'all' | 'most' | 'rarest';
  /** What speaks for the best page being an answer; 0.6 is enough. */
  evidence: number;
  /** What the query names of the taxonomy, to be offered and not forced. */
  facets: { facet: string; id: string }[];
}

export interface AnswerHit {
  id: string;
  /** 0 to about 2; above 1 the query is the page's title or one of its own questions. */
  score: number;
  /** What the score is made of, for people: `word “handover”: 3.1 × 0.8`. */
  why: string[];
  document: AnswerDocument;
  /** The term that the query asks for. */
  term?: ExplainedTerm;
}

export interface Answered {
  hits: AnswerHit[];
  /** Where there is no hit: pages that hold a little of the query, at most five. They are no answer. */
  nearest: AnswerHit[];
  understood: Understanding;
}

/**
 * Shares of the score: how well the words are held, how near one title or ask is, how near the next ones are, and how alike the
 * spelling is of the one that is spelt most like it.
 */
const shares = { words: 0.48, unit: 0.21, support: 0.16, spelling: 0.15 };

/** How much a word counts that is not the one typed. A word that stands on pages as it is was likely typed to its end. */
const trust = { synonym: 0.9, prefix: 0.8, prefixOfKnown: 0.5 };

/** Fewer letters begin too many words. */
const shortestStart = 3;

/** From here on a typing error is as good as the word itself. */
const sureCorrection = 0.7;

/** A word that no page holds, against the rarest word there is: it may be noise or the very thing that is missing. */
const unknownShare = 0.9;

/**
 * What speaks for the best page being an answer and not noise: its score, what it holds of the query, and how much of what tells in
 * the query the site knows at all. Fitted to queries with an answer and to as many about other matters (`e2e/golden`).
 */
const evidence = { coverage: 0.45, known: 0.15, enough: 0.6 };

/** The share of the query that a page must hold to be named when there is no answer. */
const nearestShare = 0.08;

/** At most as many pages are looked at closely. */
const mostRated = 200;

/** With no answer, at most as many pages are named. */
export const mostNearest = 5;

/** Results further below the best than this are noise. */
const tail = 0.55;

/** A word of the query and the terms by which a page may hold it. */
interface Slot {
  word: string;
  /** Many sentences hold it. */
  isLight: boolean;
  /** The site holds the word itself, or its group of synonyms. */
  isMeant: boolean;
  weight: number;
  alternatives: Map<string, { trust: number; because: string }>;
}

/**
 * Answers a query. A page must hold a good share of what was asked, rare words counting most; among those the nearest title or
 * ask decides. Nothing at all is an answer too.
 * @param query as typed, of any length and content
 */
export function answer(index: AnswerIndex, query: string, preferences: Preferences = {}): Answered {
  const { text, words, dropped, phrases } = understand(query, index.data.language);
  const understood: Understanding = {
    text,
    words,
    telling: tellingOf(words, index.language),
    isSmall: words.every((word) => index.language.isSmall(word)),
    phrases,
    dropped,
    corrected: [],
    unknown: [],
    missing: [],
    relaxed: 'all',
    evidence: 0,
    facets: facetsIn(index, words),
  };
  const slots = slotsOf(index, text, words, understood);
  const total = slots.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { hits: [], nearest: [], understood };
  const { language, pages } = index;
  const spelt = spellingOf(text, language);
  const asked: Asked = {
    slots,
    total,
    weights: slots.map(({ weight }) => weight),
    meanings: meaningsOf(slots),
    texts: [spelt, gistOf(text, language)],
    likeness: index.spellings.likenessTo(spelt),
    preferences,
  };
  const rated = covering(index, slots, nearestShare * total)
    .map((number) => rate(pages[number]!, asked, language))
    .filter(({ document }) => phrases.every((phrase) => holdsPhrase(document, phrase)))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const [best] = rated;
  const speaksForIt = best ? evidenceFor(best, slots) : 0;
  understood.evidence = round(speaksForIt);
  // A query of small words alone keeps them, and nothing but the very question can be meant by it.
  const isAnswer = understood.isSmall ? (best?.score ?? 0) >= 1 : speaksForIt >= evidence.enough;
  if (!best || !isAnswer) return { hits: [], nearest: rated.slice(0, mostNearest), understood };
  understood.missing = best.missing;
  understood.relaxed = best.coverage > 0.85 ? 'all' : best.coverage >= 0.6 ? 'most' : 'rarest';
  const stems = understood.telling.map((word) => language.stem(word));
  return {
    hits: rated
      .filter(({ score }) => score >= Math.min(1, best.score) * tail)
      .map((hit) => withTerm(hit, stems, language)),
    nearest: [],
    understood,
  };
}

function tellingOf(words: string[], language: Language): string[] {
  const telling = words.filter((word) => !language.isLight(word) && !language.isSmall(word));
  return telling.length > 0 ? telling : words;
}

/** A query that holds a term and little else asks what it means. */
function withTerm<Hit extends AnswerHit>(hit: Hit, stems: string[], language: Language): Hit {
  const term = hit.document.terms?.find(({ term: name, also }) =>
    [name, ...also].some((said) => {
      const own = tellingOf(wordsOf(said), language).map((word) => language.stem(word));
      return own.length === stems.length && own.every((stem) => stems.includes(stem));
    }),
  );
  return term ? { ...hit, term } : hit;
}

/** A query, ready to be held against a page. */
interface Asked {
  slots: Slot[];
  /** The weight of all its words. */
  total: number;
  weights: number[];
  meanings: Meanings;
  /** The query as it would stand among the asks of a page. */
  texts: string[];
  /** How alike it is spelt to each title and ask. */
  likeness: Float32Array;
  preferences: Preferences;
}

function meaningsOf(slots: Slot[]): Meanings {
  const meanings: Meanings = new Map();
  for (const [word, { alternatives }] of slots.entries())
    for (const [term, { trust: share }] of alternatives)
      meanings.set(term, [...(meanings.get(term) ?? []), { word, trust: share }]);
  return meanings;
}

function evidenceFor({ score, coverage }: Rated, slots: Slot[]): number {
  const telling = slots.filter(({ isLight }) => !isLight);
  const weightOfAll = (some: Slot[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const known = weightOfAll(telling.filter(({ isMeant }) => isMeant)) / (weightOfAll(telling) || 1);
  return score + evidence.coverage * coverage + evidence.known * known;
}

/** Pages that hold enough of a query to be rated, the fullest first. */
function covering({ pages, holders }: AnswerIndex, slots: Slot[], least: number): number[] {
  const covered = new Float32Array(pages.length);
  const seen = new Int16Array(pages.length).fill(-1);
  for (const [at, { weight, alternatives }] of slots.entries()) {
    const surest = [...alternatives].sort(([, a], [, b]) => b.trust - a.trust);
    for (const [term, { trust: share }] of surest) {
      for (const number of holders.get(term)?.pages ?? []) {
        if (seen[number] === at) continue;
        seen[number] = at;
        covered[number]! += weight * Math.sqrt(share);
      }
    }
  }
  const enough = [...covered.keys()].filter((number) => covered[number]! >= least);
  return enough.sort((a, b) => covered[b]! - covered[a]!).slice(0, mostRated);
}

/** The terms that can stand for each word of the query. */
function slotsOf(index: AnswerIndex, text: string, words: string[], understood: Understanding): Slot[] {
  const { language, concepts, corrector, holders, facetStems } = index;
  const all = withoutSmall(wordsOf(text), language);
  const stems = all.map((word) => language.stem(word));
  const named = conceptsIn(stems, concepts);
  const isTyping = /[\p{L}\p{N}]$/u.test(text);
  return words.flatMap((word) => {
    const alternatives: Slot['alternatives'] = new Map();
    const offer = (term: string, share: number, because: string) => {
      if (holders.has(term) && share > (alternatives.get(term)?.trust ?? 0))
        alternatives.set(term, { trust: share, because });
    };
    const stem = language.stem(word);
    offer(stem, 1, `“${word}”`);
    const at = all.indexOf(word);
    for (const { concept, from, to } of named)
      if (at >= from && at < to)
        offer(concept, trust.synonym, `“${all.slice(from, to).join(' ')}” and its like`);
    const isWord = alternatives.size > 0;
    const isLast = isTyping && word === all.at(-1);
    // A letter or two of the next word say nothing yet.
    if (isLast && !isWord && word.length < shortestStart && words.length > 1) return [];
    if (isLast && word.length >= shortestStart)
      for (const longer of corrector.beginningWith(word))
        offer(
          language.stem(longer),
          isWord ? trust.prefixOfKnown : trust.prefix,
          `“${longer}” begins with “${word}”`,
        );
    const isHeld = isWord || (alternatives.size > 0 && word.length > shortestStart);
    // What only narrows is offered as a filter; pages need not hold it.
    const isFilter = alternatives.size === 0 && facetStems.has(stem);
    const isStrange = alternatives.size === 0 && !isFilter;
    if (isStrange) correct(index, word, all, offer, understood);
    const isMeant =
      isHeld || (isStrange && [...alternatives.values()].some(({ trust: share }) => share > sureCorrection));
    const isLight = isFilter || language.isLight(word);
    const weight = (isLight ? lightShare : 1) * weightOf(index, [...alternatives.keys()]);
    return { word, isLight, isMeant, weight, alternatives };
  });
}

/** Looks for what a word that stands nowhere was meant to be. */
function correct(
  { language, corrector, concepts }: AnswerIndex,
  word: string,
  all: string[],
  offer: (term: string, share: number, because: string) => void,
  understood: Understanding,
): void {
  const at = all.indexOf(word);
  const found = corrector.correct(word, { before: all[at - 1], after: all[at + 1] });
  if (found.length === 0) understood.unknown.push(word);
  else understood.corrected.push({ from: word, to: found[0]!.words.join(' ') });
  for (const { words, share } of found) {
    const stems = words.map((part) => language.stem(part));
    const because = `“${words.join(' ')}” for “${word}”`;
    for (const stem of stems) offer(stem, share, because);
    for (const { concept } of conceptsIn(stems, concepts)) offer(concept, share * trust.synonym, because);
  }
}

/**
 * The rarer, the heavier: BM25's inverse document frequency of the commonest term that is no synonym. Pages that only mention a
 * term count less than the page that is about it, or every ask that names a matter in passing would make it matter less.
 */
function weightOf({ pages, holders }: AnswerIndex, terms: string[]): number {
  const total = pages.length;
  const rarity = (held: number) => Math.log(1 + (total - held + 0.5) / (held + 0.5));
  const own = terms.filter((term) => !isConcept(term));
  const counted = own.length > 0 ? own : terms;
  if (counted.length === 0) return unknownShare * rarity(1);
  return rarity(
    Math.max(
      ...counted.map((term) => {
        const held = holders.get(term);
        return held ? held.sum / held.most : 1;
      }),
    ),
  );
}

interface Rated extends AnswerHit {
  coverage: number;
  missing: string[];
}

function rate({ document, terms, units }: IndexedPage, asked: Asked, language: Language): Rated {
  const { slots, total, weights, meanings, texts, likeness, preferences } = asked;
  const why: string[] = [];
  const missing: string[] = [];
  let [coverage, words] = [0, 0];
  for (const { word, isLight, weight, alternatives } of slots) {
    const best = bestOf(alternatives, (term) => saturated(terms.get(term) ?? 0));
    if (!best) {
      if (!isLight) missing.push(word);
      continue;
    }
    coverage += (weight / total) * Math.sqrt(best.trust);
    words += (weight / total) * Math.sqrt(best.trust) * best.value;
    why.push(`${best.because}: ${round((weight / total) * best.trust)} × ${round(best.value)}`);
  }
  const nearest = nearestOf(units, meanings, weights, total, language);
  const spelling = Math.max(...units.map(({ place }) => likeness[place]!));
  let score =
    shares.words * words +
    shares.unit * nearest.near +
    shares.support * nearest.support +
    shares.spelling * spelling;
  why.push(`holds ${round(coverage)} of the query`);
  why.push(
    `nearest “${nearest.unit.text}”: ${round(nearest.near)}, the next ${round(nearest.support)}, spelt ${round(spelling)}`,
  );
  if (units.some((unit) => texts.includes(unit.text))) {
    score += 1;
    why.push('the very title or question: + 1');
  }
  for (const [what, factor] of prior(document, preferences)) {
    score *= factor;
    why.push(`${what}: × ${factor}`);
  }
  return {
    id: document.id,
    score,
    why,
    document,
    coverage,
    missing,
  };
}

/** What settles ties, and no more than ties. */
function prior(document: AnswerDocument, { role, stage, today }: Preferences): [string, number][] {
  const { review = '', roles, stages } = document;
  const isOld = review === 'void' || (today !== undefined && review !== '' && review < today);
  return [
    ...(role && roles.includes(role) ? [[`for the role ${role}`, 1.03] as [string, number]] : []),
    ...(stage && stages.includes(stage) ? [[`for the stage ${stage}`, 1.02] as [string, number]] : []),
    ...(isOld ? [['review overdue or void', 0.95] as [string, number]] : []),
  ];
}

function bestOf(alternatives: Slot['alternatives'], valueOf: (term: string) => number) {
  let best: { trust: number; because: string; value: number } | undefined;
  for (const [term, { trust: share, because }] of alternatives) {
    const value = valueOf(term);
    if (value > 0 && (!best || share * value > best.trust * best.value))
      best = { trust: share, because, value };
  }
  return best;
}

/** The second mention of a word says less than the first, the tenth next to nothing. */
function saturated(count: number): number {
  return count / (count + 6);
}

function holdsPhrase({ title, summary, names }: AnswerDocument, phrase: string): boolean {
  const wanted = ` ${wordsOf(phrase).join(' ')} `;
  return [title, summary, ...names].some((text) => ` ${wordsOf(text).join(' ')} `.includes(wanted));
}

/** Names of the taxonomy in the query: offered as filters. */
function facetsIn({ data, language }: AnswerIndex, words: string[]): Understanding['facets'] {
  const asked = new Set(words.map((word) => language.stem(word)));
  const named = Object.entries(data.facets).flatMap(([facet, ids]) =>
    Object.entries(ids)
      .filter(([, name]) =>
        wordsOf(name).some(
          (word) => !language.isSmall(word) && !language.isLight(word) && asked.has(language.stem(word)),
        ),
      )
      .map(([id]) => ({ facet, id })),
  );
  const stages = Object.entries(language.stageWords)
    .filter(([id, ways]) => data.facets.stage?.[id] !== undefined && ways.some((way) => words.includes(way)))
    .map(([id]) => ({ facet: 'stage', id }));
  const isNamed = (stage: string) => named.some(({ facet, id }) => facet === 'stage' && id === stage);
  return [...named, ...stages.filter(({ id }) => !isNamed(id))];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
