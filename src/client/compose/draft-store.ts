/** What is kept of a draft on this device: only what differs from where it began, so that a page may change meanwhile. */
import { isSame, type Draft, type Values } from '../../model/draft.ts';
import { isPageType, type PageType } from '../../schema/index.ts';
import { isRecord, keep, recall } from '../storage.ts';

export interface KeptDraft {
  type: PageType;
  /** Changed fields; `null` where one was taken away. */
  values: Values;
  /** There when it was changed. */
  body?: string;
  /** File name without ending, where the author chose it. */
  name?: string;
  /** Fingerprint of the file that the draft began with; empty for a new page. */
  of: string;
}

/** @param id of the page that is mended; `new` for one that is not there yet */
export function recallDraft(id: string): KeptDraft | undefined {
  return recall(`draft:${id}`, isKeptDraft);
}

export function keepDraft(id: string, draft: KeptDraft): boolean {
  return keep(`draft:${id}`, draft);
}

export function forgetDraft(id: string): void {
  keep(`draft:${id}`, undefined);
}

function isKeptDraft(value: unknown): value is KeptDraft {
  if (!isRecord(value) || !isRecord(value.values) || typeof value.of !== 'string') return false;
  const isText = (one: unknown) => one === undefined || typeof one === 'string';
  return typeof value.type === 'string' && isPageType(value.type) && isText(value.body) && isText(value.name);
}

/** What differs between where a draft began and where it is now. */
export function changesOf(began: Draft, now: Draft): Pick<KeptDraft, 'values' | 'body'> {
  const names = new Set([...Object.keys(began.values), ...Object.keys(now.values)]);
  const changed = [...names].filter((name) => !isSame(began.values[name], now.values[name]));
  return {
    values: Object.fromEntries(changed.map((name) => [name, now.values[name] ?? null])),
    ...(now.body !== began.body && { body: now.body }),
  };
}

/** The draft again, on top of the page as it is today. */
export function withChanges(began: Draft, kept: KeptDraft | undefined): Draft {
  const values = structuredClone({ ...began.values, ...kept?.values });
  return { values, body: kept?.body ?? began.body };
}
