/** The A–Z index: every page under its first letter, split into pages of their own when it is long. */
import type { ContentPage } from '../content/page.ts';

export interface Letter {
  /** `a` … `z`; `0` for digits and everything else. */
  id: string;
  name: string;
  pages: ContentPage[];
}

/** Above this many pages each letter gets a page of its own. */
export const longestIndex = 120;

/** @param pages sorted by title */
export function indexLetters(pages: ContentPage[]): Letter[] {
  const letters = new Map<string, Letter>();
  for (const page of pages) {
    const first = page.data.title.normalize('NFD')[0]!.toLowerCase();
    const id = /[a-z]/.test(first) ? first : '0';
    const letter = letters.get(id) ?? { id, name: id === '0' ? '0–9' : id.toUpperCase(), pages: [] };
    letter.pages.push(page);
    letters.set(id, letter);
  }
  return [...letters.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
