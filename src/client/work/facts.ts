/** What the pages about work fetch and are told by the page. */
import type { PathwayFacts } from '../../model/pathway-facts.ts';

/** The pathways, or nothing where they can't be fetched: the page then shows ids as words. */
export async function fetchPathways(base: string): Promise<PathwayFacts[] | undefined> {
  try {
    const answer = await fetch(`${base}api/pathways.json`);
    return answer.ok ? ((await answer.json()) as PathwayFacts[]) : undefined;
  } catch {
    return undefined;
  }
}

/** The interface's words that stand with an element. */
export function wordsOf<T>(element: HTMLElement): T {
  return JSON.parse(element.dataset.words ?? '{}') as T;
}
