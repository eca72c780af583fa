/** What the reader has searched for on this device: the latest ones, to be asked again, and those that found nothing. */
import { cleanQuery } from '../search/query.ts';
import { keep, recall } from './storage.ts';

/** `searches`: those after which a result was opened. `missed`: those without a result. */
type List = 'searches' | 'missed';

const most: Record<List, number> = { searches: 6, missed: 50 };

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** The latest first. Whatever storage holds, only clean lines come out. */
export function keptSearches(list: List): string[] {
  return (recall(list, isList) ?? [])
    .slice(0, most[list])
    .map(cleanQuery)
    .filter((query) => query !== '');
}

/** Puts a query at the head of its list; without storage nothing happens. */
export function keepSearch(list: List, query: string): void {
  const clean = cleanQuery(query);
  if (clean === '') return;
  const others = keptSearches(list).filter((other) => other !== clean);
  keep(list, [clean, ...others].slice(0, most[list]));
}

/** Milliseconds after which a query that found nothing counts as one that was meant, and not as one that is being typed. */
const settled = 2000;

/** @returns what `clearTimeout` takes, for the next key */
export function keepMissedSoon(query: string, then: () => void = () => {}): ReturnType<typeof setTimeout> {
  return setTimeout(() => {
    keepSearch('missed', query);
    then();
  }, settled);
}

export function forgetSearches(list: List): void {
  keep(list, undefined);
}
