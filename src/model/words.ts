/** Filling in the interface's words. */
import type { Counted } from '../schema/words.ts';

/** Puts values in the places of a text: `fill('{n} pages', { n: 3 })`. An unknown place stays as it is, to be seen. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

const rules = new Map<string, Intl.PluralRules>();

/** The form of a text for a number, in a language: `{n}` is the number. */
export function count(text: Counted, n: number, language: string): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return fill(text[rule.select(n)] ?? text.other, { n });
}

/** A day as people read it: `2026-11-20` → “20 November 2026”. */
export function readableDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A moment as people read it, where they are: “20 November 2026 at 09:30”. @param moment as in `2026-11-20T09:30:00.000Z` */
export function readableMoment(moment: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(moment),
  );
}

/** Names as people say them: “Ada, Ben and Cleo”. */
export function readableList(names: string[], language: string): string {
  return new Intl.ListFormat(localeOf(language)).format(names);
}

/** English is British here. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
