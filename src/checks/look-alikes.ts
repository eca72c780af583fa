/** Letters of other scripts that look like Latin ones, and the words in which they hide. */
import { placeOf } from '../content/finding.ts';

/** Script → its letters, each followed by the Latin letter that it looks like. Signs that people write on purpose (μ, Ω, Δ) are none. */
const lookAlikes: Record<string, string> = {
  Cyrillic: 'аaеeоoрpсcхxуyіiјjѕsһhԁdԛqԝwАAВBЕEЅSІIЈJКKМMНHОOРPСCТTХXҮYԌG',
  Greek: 'οoΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX',
  Armenian: 'օoսuհhոnցg',
  Cherokee: 'ᎠDᎡRᎢTᎥiᎪAᎫJᎬEᎳWᎷMᎻHᏀGᏃZᏚSᏞLᏟCᏢPᏴB',
};

const latinOf = new Map(
  Object.entries(lookAlikes).flatMap(([script, pairs]) =>
    [...pairs.matchAll(/(.)(.)/gu)].map(([, letter, latin]) => [letter!, { script, latin: latin! }] as const),
  ),
);

/** A word that is not what it looks like. */
export interface Disguise {
  /** One-based, of the first foreign letter. */
  line: number;
  column: number;
  word: string;
  /** The first foreign letter, and what it is. */
  letter: string;
  script: string;
  /** The word as it should be typed. */
  latin: string;
}

/** The words in Latin letters of which some come from another script and look as if they did not. */
export function disguisesIn(text: string): Disguise[] {
  return [...text.matchAll(/[\p{Letter}\p{Mark}]+/gu)].flatMap(({ 0: word, index }) => {
    const letters = [...word];
    const foreign = letters.filter(
      (letter) => /\p{Letter}/u.test(letter) && !/\p{Script=Latin}/u.test(letter),
    );
    if (foreign.length === 0 || foreign.length === letters.length) return [];
    if (!foreign.every((letter) => latinOf.has(letter))) return [];
    const [first] = foreign;
    return {
      ...placeOf(text, index + word.indexOf(first!)),
      word,
      letter: first!,
      script: latinOf.get(first!)!.script,
      latin: letters.map((letter) => latinOf.get(letter)?.latin ?? letter).join(''),
    };
  });
}
