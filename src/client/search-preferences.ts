/** What the reader has said of themselves in other places of this site. It settles ties between results and hides none. */
import type { Preferences } from '../search/answer.ts';
import { isRecord, recall } from './storage.ts';
import { today } from './today.ts';

/** The stage that the reader asked for on every page, if they did, and today. */
export function preferences(): Preferences {
  const stage = recall('stages', isRecord)?.['*'];
  const role = recall('role', (value) => typeof value === 'string');
  return {
    ...(typeof stage === 'string' && { stage }),
    ...(role !== undefined && { role }),
    today: today(),
  };
}
