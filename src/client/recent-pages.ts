/** Pages that this reader has begun and not finished, the latest first: for "Pick up where you left off". */
import { isRecord, keep, recall } from './storage.ts';

export interface RecentPage {
  id: string;
  title: string;
}

const most = 3;

function isList(value: unknown): value is RecentPage[] {
  return (
    Array.isArray(value) &&
    value.every((one) => isRecord(one) && typeof one.id === 'string' && typeof one.title === 'string')
  );
}

export function recentPages(): RecentPage[] {
  return (recall('recent', isList) ?? []).filter(({ id }) => /^[a-z-]+\/[a-z0-9-]+$/.test(id));
}

export function rememberPage(id: string, title: string): void {
  keep('recent', [{ id, title }, ...recentPages().filter((page) => page.id !== id)].slice(0, most));
}

export function forget(id: string): void {
  keep(
    'recent',
    recentPages().filter((page) => page.id !== id),
  );
}
