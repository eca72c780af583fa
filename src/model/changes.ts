/** What changed for readers, from the pages' own `changes`, not from file times. */
import type { ContentPage } from '../content/page.ts';

export interface Change {
  page: ContentPage;
  /** `YYYY-MM-DD` */
  on: string;
  what: string;
}

/** The latest change of each page, the newest first; equal days by title. */
export function latestChanges(pages: ContentPage[], most: number): Change[] {
  return pages
    .flatMap((page) => page.data.changes.slice(0, 1).map(({ on, what }) => ({ page, on, what })))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .slice(0, most);
}
