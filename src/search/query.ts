/** How a query is read: what was typed → the words that matter. */
import { languageOf, type Language } from './languages/language.ts';

/** Longer texts are cut here; an address with `?q=` may hold anything. */
const longest = 200;
/** Words after these change no ranking and cost a search each. */
const mostWords = 10;

export interface Understood {
  /** What was typed, on one line, without control characters, cut to 200 characters. */
  text: string;
  /** The words that carry the meaning, in the order typed, each once. When all are words of asking, all of them. */
  words: string[];
  /** Words of asking that were left out. */
  dropped: string[];
  /** Texts in quotation marks: results hold them as they stand. */
  phrases: string[];
}

/**
 * @param language of the pages, `en`; for a language whose words of asking are not known, all words count
 */
export function understand(query: string, language: string): Understood {
  const text = cleanQuery(query);
  const phrases = [...text.matchAll(/"([^"]+)"/g)]
    .map(([, phrase]) => phrase!.trim())
    .filter((phrase) => phrase !== '');
  const all = languageOf(language).joined(wordsOf(text));
  const meant = new Set(wordsOf(phrases.join(' ')));
  const kept = withoutAsking(all, language);
  for (const word of kept) meant.add(word);
  const words = all.filter((word, index) => all.indexOf(word) === index && meant.has(word));
  const isAllAsking = words.length === 0;
  return {
    text,
    words: (isAllAsking ? [...new Set(all)] : words).slice(0, mostWords),
    dropped: isAllAsking ? [] : [...new Set(all.filter((word) => !meant.has(word)))],
    phrases,
  };
}

/** One line without control characters, with straight quotation marks, of at most 200 characters. */
export function cleanQuery(query: string): string {
  const line = query
    .slice(0, longest * 4)
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Co}\p{Cs}]+/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, longest).join('').trim();
}

/**
 * Lower case, without apostrophes, as the index has it: `Don’t!` → `dont`. A hyphen between two real words parts them, one
 * beside a letter or two does not: `job-aid` → `job aid`, `e-learning` → `elearning`.
 */
export function wordsOf(text: string): string[] {
  const bare = text.toLowerCase().replace(/['’]/g, '');
  const parted = bare.includes('-') ? withoutHyphens(bare) : bare;
  return parted.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

function withoutHyphens(text: string): string {
  return text
    .replace(/([\p{L}\p{N}]{3,})-(?=[\p{L}\p{N}]{3,})/gu, '$1 ')
    .replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, '');
}

/** The text of a page as a set of words, to be looked up with `holderOf`. A word with hyphens is there whole and in parts. */
export function wordSet(...texts: string[]): Set<string> {
  const words = new Set(texts.flatMap(wordsOf));
  for (const [hyphened] of texts.join(' ').matchAll(/\S+-\S+/g)) {
    for (const form of [hyphened.replaceAll('-', ''), hyphened.replaceAll('-', ' ')])
      for (const word of wordsOf(form)) words.add(word);
  }
  return words;
}

/** Fewer letters begin too many words. */
const shortestBeginning = 4;

/**
 * What tells whether a text holds a word of the query: in any of its forms, or as the beginning of a longer word. Pagefind answers a
 * word that it does not know with whatever it begins with (“asdfgh” finds “as”); such a text does not hold it.
 * @param words of the text, by `wordSet`
 */
export function holderOf(words: Set<string>, language: Language): (wanted: string) => boolean {
  const all = [...words];
  const stems = new Set(all.map((word) => language.stem(word)));
  return (wanted) =>
    stems.has(language.stem(wanted)) ||
    (wanted.length >= shortestBeginning && all.some((word) => word.startsWith(wanted)));
}

/** Takes out openings such as “what is the best way to” and the small words; leaves the rest in order. */
function withoutAsking(words: string[], code: string): string[] {
  const { openings, isSmall, joined } = languageOf(code);
  return joined(dropOpenings(words, openings)).filter((word) => !isSmall(word));
}

/** “Nobody is using it” and “no one uses it” hold the same words. */
export function withoutSmall(words: string[], language: Language): string[] {
  const rest = language.joined(words).filter((word) => !language.isSmall(word));
  return rest.length > 0 ? rest : words;
}

/**
 * What is kept of an ask: its words without the small ones, and without the light ones where enough others tell what is meant.
 * Where nothing tells, all: “they know how but don’t do it” is what it is by its small words.
 */
export function gistOf(ask: string, language: Language): string {
  const words = withoutSmall(wordsOf(ask), language);
  const telling = words.filter((word) => !language.isLight(word) && !language.isSmall(word));
  if (telling.length === 0) return language.joined(wordsOf(ask)).join(' ');
  return (telling.length >= enoughTelling ? telling : words).join(' ');
}

const enoughTelling = 3;

/** A text as its spelling is compared: without small words, unless they are all that tells. */
export function spellingOf(text: string, language: Language): string {
  const words = withoutSmall(wordsOf(text), language);
  const tells = words.some((word) => !language.isLight(word) && !language.isSmall(word));
  return (tells ? words : language.joined(wordsOf(text))).join(' ');
}

function dropOpenings(words: string[], openings: string[]): string[] {
  const text = words.join(' ');
  const opening = openings
    .filter((start) => text.startsWith(`${start} `))
    .reduce((best, start) => (start.length > best.length ? start : best), '');
  return opening ? dropOpenings(words.slice(opening.split(' ').length), openings) : words;
}
