/** How a site's cost grows with its pages. */
import type { Line } from './measurement.ts';

/** What was measured at one size. */
export interface Point {
  pages: number;
  /** Of a cold build. */
  seconds: number;
  /** Of one page that is the same at every size. */
  pageBytes: number;
}

/** One and a quarter is still called linear: two slopes are divided, each with its noise. */
const mostGrowth = 1.25;

/**
 * The time of one more page among larger sizes over that among smaller ones (1 is linear), and what a page weighs at the
 * largest size over what the same page weighs at the smallest.
 * @param points with rising sizes; lines come from three sizes on, for the weight from two
 */
export function growthOf(points: Point[]): Line[] {
  const times = points.slice(2).map((point, index) => timeGrowth(points[index]!, points[index + 1]!, point));
  return points.length < 2 ? [] : [...times, weightGrowth(points[0]!, points.at(-1)!)];
}

function timeGrowth(small: Point, middle: Point, large: Point): Line {
  const slope = (from: Point, to: Point) => (to.seconds - from.seconds) / (to.pages - from.pages);
  return {
    what: `a page more from ${middle.pages} on, over one before`,
    pages: large.pages,
    unit: '×',
    ours: slope(middle, large) / slope(small, middle),
    budget: { of: 'ours', most: mostGrowth },
  };
}

function weightGrowth(first: Point, last: Point): Line {
  return {
    what: `HTML of a page over the same at ${first.pages} pages`,
    pages: last.pages,
    unit: '×',
    ours: last.pageBytes / first.pageBytes,
    budget: { of: 'ours', most: 1.01 },
  };
}
