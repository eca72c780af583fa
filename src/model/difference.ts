/** What separates two versions of a page, for those who review a change before readers meet it. */
import type { ContentPage } from '../content/page.ts';
import { compareTools, type Comparison } from '../decisions/compare.ts';
import { isOfType } from './library.ts';

export interface Difference {
  /** Whether readers see anything else than before. */
  seen: boolean;
  /** `voided`: a review held before and holds no longer. `none`: none held, and none does. */
  review: 'voided' | 'holds' | 'none';
  /** What the page's `changes` tell readers now and did not tell before. */
  told: string[];
}

export function differenceOf(before: ContentPage, after: ContentPage): Difference {
  const known = before.data.changes.map(({ on, what }) => `${on} ${what}`);
  const told = after.data.changes.filter(({ on, what }) => !known.includes(`${on} ${what}`));
  return {
    seen: before.version !== after.version,
    review: isReviewed(after) ? 'holds' : isReviewed(before) ? 'voided' : 'none',
    told: told.map(({ what }) => what),
  };
}

/** Whether the last review is of what the page says now; its day to come back does not count here. */
function isReviewed({ data, version }: ContentPage): boolean {
  return data.review?.of === version;
}

/**
 * What an edit does to the answers of a decision tool.
 * @param most how many routes to list
 * @returns nothing for other pages, and where every answer is known to lead where it led and to say what it said
 */
export function changedAnswers(
  before: ContentPage,
  after: ContentPage,
  most: number,
): Comparison | undefined {
  if (!isOfType(before, 'decision-tools') || !isOfType(after, 'decision-tools')) return undefined;
  const comparison = compareTools(before.data, after.data, most);
  const { count, reworded, complete } = comparison;
  return count > 0n || reworded.length > 0 || !complete ? comparison : undefined;
}
