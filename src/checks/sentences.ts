/** A text's sentences and how long they are. */
import { abbreviations } from './language/en.ts';
import { hush, withoutQuotations } from './quotation.ts';

export interface Sentence {
  text: string;
  /** Index of its first character in the text. */
  at: number;
}

const end = new RegExp(String.raw`[.?!…]["”’)\]]*\s+(?=[“"‘([]*[\p{Lu}\d${hush}])`, 'gu');

/** The sentences of a running text. A colon ends none; neither does an abbreviation or a quoted sentence within another. */
export function sentencesOf(text: string): Sentence[] {
  const plain = withoutQuotations(text);
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of plain.matchAll(end)) {
    const lastWord = /\S*$/.exec(plain.slice(from, match.index))![0].replace(/^[([“"]+/, '');
    if (match[0].startsWith('.') && isAbbreviation(lastWord)) continue;
    const to = match.index + match[0].length;
    sentences.push({ text: text.slice(from, to).trimEnd(), at: from });
    from = to;
  }
  if (text.slice(from).trim() !== '') sentences.push({ text: text.slice(from).trimEnd(), at: from });
  return sentences;
}

/** Initials (P. Senge, e.g.) and what the list names. */
function isAbbreviation(word: string): boolean {
  return /^(\p{L}\.)*\p{L}$/u.test(word) && word !== 'I' ? true : abbreviations.has(word.toLowerCase());
}

/** How many words there are. What stands in brackets and what is hushed does not count: sources and quotations have their own length. */
export function countWords(text: string): number {
  return text
    .replace(/\([^()]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !word.includes(hush)).length;
}
