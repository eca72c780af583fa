/** One page of Pagefind's answer → what a result shows. */
import { askSeparator } from './fields.ts';
import { holdsWord, wordSet, wordsOf } from './query.ts';

/** What Pagefind knows of a page that it found (`result.data()`), as far as it is used here. */
export interface PageData {
  /** With the site's base path in front. */
  url: string;
  content: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
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
  href: string;
  title: string;
  summary: string;
  type: string;
  stages: string[];
  owner: string;
  minutes?: number;
  kind?: string;
  /** The part of the page that holds the words, when they stand below a heading. */
  section?: { title: string; href: string; excerpt: Piece[] };
  /** Where the result leads at once: to the section when that is what was asked for, else to the page, whose top answers. */
  open: string;
}

/** Title, summary, asks and text of a page, to be asked with `holdsWord`. */
export function wordsOfPage({ content, meta }: PageData): Set<string> {
  return wordSet(content, ...Object.values(meta));
}

/** From here on a query counts as one of the page's own questions. */
const sameQuestion = 0.75;

/**
 * How nearly a query is the page's title or one of the questions it says it answers: the share of words in common (Dice's
 * coefficient, two times the common ones by all of both), 1 for the same words. 0 where they are different questions.
 * @param query the text as typed, lower case; words of asking included, as the page's questions have them too
 */
export function askedFor({ meta }: PageData, query: string): number {
  const wanted = wordsOf(query);
  const questions = [meta.title ?? '', ...(meta.asks ?? '').split(askSeparator)];
  const alike = questions.map((question) => {
    const words = wordSet(question);
    const common = wanted.filter((word) => holdsWord(words, word)).length;
    return (2 * common) / (wanted.length + wordsOf(question).length || 1);
  });
  const best = Math.max(...alike);
  return best >= sameQuestion ? best : 0;
}

/** @param words those that the query means, lower case */
export function makeResult(page: PageData, words: string[]): Result {
  const { url, meta, filters } = page;
  const minutes = Number(filters.minutes?.[0]);
  const kind = filters.kind?.[0];
  const best = bestSection(page, words);
  const onTop = heldBy(words, ...Object.values(meta));
  return {
    href: url,
    title: meta.title ?? '',
    summary: meta.summary ?? '',
    type: filters.type?.[0] ?? '',
    stages: stagesInOrder.filter((stage) => filters.stage?.includes(stage)),
    owner: filters.owner?.[0] ?? '',
    ...(minutes > 0 && { minutes }),
    ...(kind && { kind }),
    ...(best && {
      section: {
        title: best.section.title,
        href: best.section.url,
        excerpt: excerptOf(best.section, words),
      },
    }),
    open: best && isAskedFor(best, words, onTop) ? best.section.url : url,
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
function bestSection(page: PageData, words: string[]): Rated | undefined {
  const text = page.content.split(/\s+/);
  const rated = page.sub_results
    .filter((section) => section.anchor)
    .map((section) => {
      const found = section.locations.map((location) => text[location] ?? '').join(' ');
      return {
        section,
        held: heldBy(words, found),
        inHeading: heldBy(words, section.title),
        hits: section.locations.length,
      };
    })
    .sort((a, b) => b.held - a.held || b.inHeading - a.inHeading || b.hits - a.hits);
  const [best] = rated;
  return best && best.held > words.length / 2 ? best : undefined;
}

function heldBy(words: string[], ...texts: string[]): number {
  const held = wordSet(...texts);
  return words.filter((word) => holdsWord(held, word)).length;
}

/** What stands around the words found. Pagefind begins it in the heading, which the result shows anyway. */
function excerptOf({ title, excerpt }: SectionData, words: string[]): Piece[] {
  return afterHeading(piecesOf(excerpt, words), title);
}

/**
 * Pagefind's excerpt, which is HTML, as plain pieces; nothing of an index is ever put in as markup. Only whole words of the
 * query stay marked: Pagefind marks “note” for “not” as well.
 */
export function piecesOf(excerpt: string, words: string[]): Piece[] {
  return excerpt
    .split(/<mark>([^<]*)<\/mark>/)
    .map((part, index) => {
      const text = part
        .replace(/<[^>]*>/g, '')
        .replace(/&(lt|gt);/g, (_, name) => (name === 'lt' ? '<' : '>'));
      const found = wordSet(text);
      return { text, marked: index % 2 === 1 && words.some((word) => holdsWord(found, word)) };
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
