/** Typing errors against the site's own words. */

export interface Correction {
  /** One word, or two where a blank was missing. */
  words: string[];
  /** How sure it is, 0 to 1. */
  share: number;
}

export interface Corrector {
  /** The likeliest meanings of a word that stands nowhere, best first; none where nothing is near. */
  correct(word: string, around: { before?: string; after?: string }): Correction[];
  /** Words that go on where the typed one stops. */
  beginningWith(start: string): string[];
}

/** At most as many, or rare words would drown in guesses. */
const most = 3;

/** A blank and a letter may both be wrong in words that are long enough to be known all the same. */
const longJoined = 8;
const sureJoined = 0.85;

/** @param vocabulary word → how often it stands in the site */
export function makeCorrector(vocabulary: Map<string, number>): Corrector {
  const words = [...vocabulary.keys()].sort();
  return {
    beginningWith(start) {
      const found = [];
      for (const word of words.slice(lowerBound(words, start))) {
        if (!word.startsWith(start)) break;
        found.push(word);
      }
      return found.filter((word) => word !== start);
    },
    correct(word, { before, after }) {
      const joined = [before && before + word, after && word + after].filter((two) => two !== undefined);
      const one = joined.find((two) => vocabulary.has(two));
      if (one) return [{ words: [one], share: 0.95 }];
      const split = splitOf(word, vocabulary);
      if (split) return [{ words: split, share: 0.9 }];
      const own = nearest(word, vocabulary);
      // “trouble shoting” has a blank too many and a letter too few.
      const both = joined
        .filter((two) => two.length >= longJoined)
        .flatMap((two) => nearest(two, vocabulary).slice(0, 1))
        .find(({ share }) => share > sureJoined && share > (own[0]?.share ?? 0));
      return both ? [{ ...both, share: both.share * 0.95 }, ...own] : own;
    },
  };
}

function lowerBound(words: string[], start: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `jobaid` → `job`, `aid`. */
function splitOf(word: string, vocabulary: Map<string, number>): string[] | undefined {
  for (let at = 3; at <= word.length - 3; at++) {
    const two = [word.slice(0, at), word.slice(at)];
    if (two.every((part) => vocabulary.has(part))) return two;
  }
  return undefined;
}

/** What may differ, by the letters typed. Three are near to too many words: only two of them may have changed places. */
const mostCost = [
  { from: 8, cost: 2.2 },
  { from: 6, cost: 1.6 },
  { from: 5, cost: 1.2 },
  { from: 4, cost: 1 },
  { from: 3, cost: 0.7 },
];

function nearest(word: string, vocabulary: Map<string, number>): Correction[] {
  if (word.length < 3 || /\d/.test(word)) return [];
  const allowed = mostCost.find(({ from }) => word.length >= from)!.cost;
  const isShort = word.length === 3;
  const found: { word: string; cost: number; count: number }[] = [];
  for (const [known, count] of vocabulary) {
    if (known[0] !== word[0] && !(known[0] === word[1] && known[1] === word[0])) continue;
    if (isShort ? known.length !== 3 : known.length < 4 || Math.abs(known.length - word.length) > 2) continue;
    const cost = distance(word, known);
    if (cost <= allowed) found.push({ word: known, cost, count });
  }
  found.sort((a, b) => a.cost - b.cost || b.count - a.count);
  const best = found[0]?.cost ?? 0;
  return found
    .filter(({ cost }) => cost <= best + 0.3)
    .slice(0, most)
    .map(({ word: known, cost }) => ({
      words: [known],
      share: Math.max(0.4, 1 - (cost * 1.5) / word.length),
    }));
}

const vowels = new Set('aeiouy');

/**
 * What it takes to type one word for the other: a letter twice or once too few, two changed over, a wrong vowel cost least,
 * a wrong consonant most (optimal string alignment with weights).
 */
export function distance(a: string, b: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at * 0.9)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i * 0.9];
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1]!, b[j - 1]!];
      let cost = Math.min(
        last![j]! + (x === a[i - 2] ? 0.5 : 0.9),
        row[j - 1]! + (y === b[j - 2] ? 0.5 : 0.9),
        last![j - 1]! + (x === y ? 0 : vowels.has(x) && vowels.has(y) ? 0.8 : 1.2),
      );
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2]) cost = Math.min(cost, before![j - 2]! + 0.7);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last![b.length]!;
}
