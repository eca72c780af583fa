/** The value that an author most likely meant: what a field accepts and stands closest to what was written. */
import type { z } from 'astro/zod';

/** @param field the schema of one field; @returns a value that it accepts, or nothing when none is close */
export function nearestValid(field: z.ZodType, input: unknown): unknown {
  for (const candidate of candidates(field, input)) {
    if (candidate !== undefined && field.safeParse(candidate).success) return candidate;
  }
  return undefined;
}

/** A value as it is written in YAML. */
export function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  return /^[\p{Letter}\p{Number}][\p{Letter}\p{Number} /-]*$/u.test(value) && !isOther(value) ? value : JSON.stringify(value);
}

/** Text that YAML would read as something else. */
function isOther(text: string): boolean {
  return /^(true|false|null|[\d.]+)$/i.test(text);
}

function* candidates(field: z.ZodType, input: unknown): Generator<unknown> {
  if (Array.isArray(input)) {
    if (input.length === 1) yield input[0];
    return;
  }
  if (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'boolean') return;
  yield [input];
  const text = String(input).replace(/\s+/g, ' ').trim();
  yield text;
  yield [text];
  const amount = /^\d+(\.\d+)?/.exec(text);
  if (amount) yield Math.round(Number(amount[0]));
  yield dayIn(text);
  yield periodIn(text);
  // A field that takes any words would take these forms as well, and would lose the author's.
  if (field.safeParse('Any words').success) return;
  const id = /^(?:\.{0,2}[\\/])*([a-z-]+)[\\/]([^\\/]+?)[\\/]?(?:\.mdx?)?$/.exec(text);
  if (id) yield `${slugOf(id[1]!)}/${slugOf(id[2]!)}`;
  yield slugOf(text);
  yield [slugOf(text)];
}

/** `Count the Cases` → `count-the-cases` */
function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/[\p{Mark}'’]/gu, '');
  return (plain.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-');
}

/** `2026-2-3`, `23.11.2026` and `2026-11-02T10:00` as `YYYY-MM-DD`; a month before a day can't be told from a day before a month. */
function dayIn(text: string): string | undefined {
  const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (yearFirst) return dayOf(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!);
  const dayFirst = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  return dayFirst ? dayOf(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!) : undefined;
}

function dayOf(year: string, month: string, date: string): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `six months`, `6-months` and `6 Months` as `6 months`. */
function periodIn(text: string): string | undefined {
  const [amount = '', unit = ''] = text.toLowerCase().split(/[\s-]+|(?<=\d)(?=[a-z])/);
  const count = counts.includes(amount) ? counts.indexOf(amount) + 1 : amount === 'a' ? 1 : Number(amount);
  const name = ['day', 'week', 'month', 'year'].find((word) => unit.startsWith(word));
  return count > 0 && name ? `${count} ${name}${count === 1 ? '' : 's'}` : undefined;
}
