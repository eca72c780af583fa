/** What a result shows: the page as the answer index knows it and, once the full text has been asked, the section of the words. */
import type { AnswerHit } from './answer.ts';
import type { Language } from './languages/language.ts';
import { holderOf, wordSet } from './query.ts';

/** What Pagefind knows of a page that it found (`result.data()`), as far as it is used here. */
export interface PageData {
  /** With the site's base path in front. */
  url: string;
  content: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: SectionData[];
}

export interface SectionData {
  title: string;
  url: string;
  excerpt: string;
  /** There when the section has a heading; without one it is the page's beginning. */
  anchor?: { id: string };
  /** Positions of the words found, in the page's content split at spaces. */
  locations: number[];
}

/** A bit of an excerpt; marked when it is what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

export interface Result {
  id: string;
  href: string;
  title: string;
  summary: string;
  type: string;
  stages: string[];
  owner: string;
  minutes?: number;
  /** The day by which it is to be reviewed, or `void`. */
  review?: string;
  /** Where a term is asked for, which is then the title, with its meaning as the summary: the title of the page that explains it. */
  page?: string;
  /** The part of the page that holds the words, when they stand below a heading. */
  section?: { title: string; href: string; excerpt: Piece[] };
  /** Where the result leads at once: to the section when that is what was asked for, else to the page, whose top answers. */
  open: string;
  /** What its place rests on, for people. */
  score: number;
  why: string[];
}

/** Title, summary, asks and text of a page, to be asked with `holderOf`. */
export function wordsOfPage({ content, meta }: PageData): Set<string> {
  return wordSet(content, ...Object.values(meta));
}

/** @param base the site's base path */
export function makeResult({ id, score, why, document, term }: AnswerHit, base: string): Result {
  const { title, summary, type, stages, owner, minutes, review } = document;
  const href = `${base}${id}/`;
  return {
    id,
    href,
    ...(term
      ? {
          title: term.term.replace(/^./u, (letter) => letter.toUpperCase()),
          summary: term.means,
          page: title,
        }
      : { title, summary }),
    type,
    stages: stagesInOrder.filter((stage) => stages.includes(stage)),
    owner,
    ...(minutes && { minutes }),
    ...(review && { review }),
    open: term ? `${href}#term-${term.id}` : href,
    score,
    why,
  };
}

/** What the full text found of a result's page, for the words that it was asked for, lower case. A term stays what it is. */
export function withSection(result: Result, data: PageData, words: string[], language: Language): Result {
  const best = bestSection(data, words, language);
  if (!best || result.page) return result;
  const { title, url } = best.section;
  const isMeant = isAskedFor(best, words, heldBy(words, language, ...Object.values(data.meta)));
  return {
    ...result,
    section: { title, href: url, excerpt: excerptOf(best.section, words, language) },
    // What the first tier found has its answer on top of the page.
    open: isMeant && result.score === 0 ? url : result.open,
  };
}

const stagesInOrder = ['novice', 'practitioner', 'expert'];

/** A section and how many of the words its text and its heading hold. */
interface Rated {
  section: SectionData;
  held: number;
  inHeading: number;
}

/** A section that holds all the words is meant when its heading says so, or when nothing on top of the page speaks of them. */
function isAskedFor({ held, inHeading }: Rated, words: string[], onTop: number): boolean {
  return held === words.length && (onTop === 0 || (inHeading > words.length / 2 && held > onTop));
}

/** The section with most of the words; its heading counts beside its text. None when a sentence finds but a word of it there. */
function bestSection(page: PageData, words: string[], language: Language): Rated | undefined {
  const text = page.content.split(/\s+/);
  const rated = page.sub_results
    .filter((section) => section.anchor)
    .map((section) => {
      const found = section.locations.map((location) => text[location] ?? '').join(' ');
      return {
        section,
        held: heldBy(words, language, found),
        inHeading: heldBy(words, language, section.title),
        hits: section.locations.length,
      };
    })
    .sort((a, b) => b.held - a.held || b.inHeading - a.inHeading || b.hits - a.hits);
  const [best] = rated;
  return best && best.held > words.length / 2 ? best : undefined;
}

function heldBy(words: string[], language: Language, ...texts: string[]): number {
  return words.filter(holderOf(wordSet(...texts), language)).length;
}

/** What stands around the words found. Pagefind begins it in the heading, which the result shows anyway. */
function excerptOf({ title, excerpt }: SectionData, words: string[], language: Language): Piece[] {
  return afterHeading(piecesOf(excerpt, words, language), title);
}

/**
 * Pagefind's excerpt, which is HTML, as plain pieces; nothing of an index is ever put in as markup. Only whole words of the
 * query stay marked: Pagefind marks “note” for “not” as well.
 */
export function piecesOf(excerpt: string, words: string[], language: Language): Piece[] {
  return excerpt
    .split(/<mark>([^<]*)<\/mark>/)
    .map((part, index) => {
      const text = part
        .replace(/<[^>]*>/g, '')
        .replace(/&(lt|gt);/g, (_, name) => (name === 'lt' ? '<' : '>'));
      return { text, marked: index % 2 === 1 && words.some(holderOf(wordSet(text), language)) };
    })
    .filter(({ text }) => text !== '');
}

/** Leaves out the heading, or the end of it, where the pieces begin with that. */
export function afterHeading(pieces: Piece[], heading: string): Piece[] {
  const bare = (text: string) => text.replace(/^…|[.?!…:]+$/g, '');
  const text = pieces.map((piece) => piece.text).join('');
  const start = text.trimStart().split(/\s+/);
  const title = heading.trim().split(/\s+/);
  const from = title.findIndex((_, at) =>
    title.slice(at).every((word, index) => bare(start[index] ?? '') === bare(word)),
  );
  return from < 0 ? pieces : dropWords(pieces, title.length - from);
}

function dropWords(pieces: Piece[], count: number): Piece[] {
  const text = pieces.map((piece) => piece.text).join('');
  let left = new RegExp(`^\\s*(\\S+\\s*){${count}}`).exec(text)?.[0].length ?? 0;
  return pieces.flatMap(({ text: words, marked }) => {
    const kept = words.slice(left);
    left = Math.max(0, left - words.length);
    return kept ? [{ text: kept, marked }] : [];
  });
}
