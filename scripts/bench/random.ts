/** Chance that is the same on every machine and in every run. */

/** Draws numbers from a seed. */
export interface Dice {
  /** A whole number from `least` to `most`, both included. */
  number(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** Different ones, in the order of the list; all of them when there are not as many. */
  some<T>(list: readonly T[], count: number): T[];
}

/** @param seed any text; the same text gives the same dice */
export function diceFor(seed: string): Dice {
  const next = mulberry32(seedNumber(seed));
  const number = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]) => list[number(0, list.length - 1)]!;
  const some = <T>(list: readonly T[], count: number) => {
    const drawn = new Set<number>();
    while (drawn.size < Math.min(count, list.length)) drawn.add(number(0, list.length - 1));
    return list.filter((_, index) => drawn.has(index));
  };
  return { number, pick, some };
}

/** FNV-1a, 32 bits. */
function seedNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Tommy Ettinger's Mulberry32 (public domain): numbers from 0 to below 1. */
function mulberry32(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
