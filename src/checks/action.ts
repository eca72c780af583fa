/** Whether words begin with something to do. English only: see language/en.ts. */
import { endings, notActions, notEndings } from './language/en.ts';

/**
 * The word that shows that a line names no action, or nothing where it may well name one. Conditions in front are fine (“If the
 * lamp is red, press Reset”), and so is any word that is not known to be something else than a verb: a miss is better than a false alarm.
 */
export function wrongStart(text: string): string | undefined {
  const word = /^[\p{L}’'-]+/u.exec(text.trim())?.[0];
  if (!word) return undefined;
  const plain = word.toLowerCase().replace(/[’'](?:s|re|ve|ll|d)$/, '');
  if (notActions.has(plain)) return word;
  return endings.test(plain) && !notEndings.has(plain) ? word : undefined;
}
