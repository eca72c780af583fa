/** What a measurement is: one file in this folder, one entry in the list of `scripts/bench.ts`. */

/** What a line must hold: at most so much, of the ratio to the peer or of our own figure. */
export interface Budget {
  of: 'ratio' | 'ours';
  most: number;
}

/** One figure of ours, beside a peer's where there is one. */
export interface Line {
  /** `cold build` */
  what: string;
  pages: number;
  unit: 's' | 'ms' | 'MB' | 'KB' | '×' | '%';
  ours: number;
  peer?: { name: string; value: number };
  budget?: Budget;
  /** Every single run behind the figures, in order. */
  runs?: { ours: number[]; peer?: number[] };
}

/** What the caller wants. */
export interface Wish {
  /** Sizes of the generated sites, rising. */
  pages: number[];
  /** How often a thing is measured at a size; its figure is the median. */
  runs(pages: number): number;
  /** The project's folder. */
  root: string;
  /** Where sites and peers are put; kept from one bench to the next. */
  scratch: string;
  /** Tells somebody who waits what goes on. */
  say(text: string): void;
}

/** One thing to measure. */
export interface Measurement {
  /** Its name on the command line. */
  name: string;
  /** One sentence for the head of its table: what was done, and how it was counted. */
  about: string;
  /** Sizes and runs where the caller names none; without them those of the bench. */
  pages?: number[];
  runs?: number;
  measure(wish: Wish): Promise<Line[]>;
}

/** The middle of the figures; of an even number, the mean of the two in the middle. */
export function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) throw new RangeError('There is no middle of nothing.');
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}
