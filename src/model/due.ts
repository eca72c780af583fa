/** Which pages want an owner's eye, and when. */
import type { ContentPage } from '../content/page.ts';
import { addPeriod, freshness } from './freshness.ts';

export interface DuePage {
  page: ContentPage;
  /** `YYYY-MM-DD`: the day to come back, or of the review that an edit voided. */
  on: string;
}

export interface Due {
  overdue: DuePage[];
  /** Within the days asked for. */
  soon: DuePage[];
  voided: DuePage[];
  unreviewed: ContentPage[];
}

/**
 * Sorts pages by what they want. The day that is nearest or longest past comes first, equal days by id.
 * @param today `YYYY-MM-DD`; @param within how many days count as soon
 */
export function duePages(pages: ContentPage[], today: string, within: number): Due {
  const until = addPeriod(today, `${within} days`);
  const due: Due = { overdue: [], soon: [], voided: [], unreviewed: [] };
  for (const page of pages.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const state = freshness(page, today);
    if (state.is === 'unreviewed') due.unreviewed.push(page);
    else if (state.is === 'voided') due.voided.push({ page, on: state.on });
    else if (state.is === 'overdue') due.overdue.push({ page, on: state.due });
    else if (state.due <= until) due.soon.push({ page, on: state.due });
  }
  for (const list of [due.overdue, due.soon, due.voided])
    list.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return due;
}
