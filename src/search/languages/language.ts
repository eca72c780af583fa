/** What the search has to know of a language. One file a language; nothing of a language stands in code elsewhere. */
import { english } from './english.ts';

export interface Language {
  /** Beginnings of a question that say only that it is one, lower case, without apostrophes: “how do i”. */
  openings: string[];
  /** Whether a word is left out: “the”. */
  isSmall(word: string): boolean;
  /** Whether a word, or its stem, counts little: “thing”. */
  isLight(wordOrStem: string): boolean;
  /** The key under which all forms of a word meet. @param word lower case, without apostrophes */
  stem(word: string): string;
  /** The same words, where two that are written apart are one: “no one” → “nobody”. */
  joined(words: string[]): string[];
  /** Words by which somebody says how far they are. Stage id → words. */
  stageWords: Record<string, string[]>;
}

/** For a language that has no file all words count, as they stand. */
const plain: Language = {
  openings: [],
  isSmall: () => false,
  isLight: () => false,
  stem: (word) => word,
  joined: (words) => words,
  stageWords: {},
};

const languages: Record<string, Language> = { en: english };

/** @param code as in `site.yaml`: `en`, `en-GB` */
export function languageOf(code: string): Language {
  const [base = ''] = code.toLowerCase().split('-');
  return Object.hasOwn(languages, base) ? languages[base]! : plain;
}
