/** Whether a page's review still holds: it names the fingerprint of what was reviewed, and a day to come back. */
import type { ContentPage } from '../content/page.ts';

export type Freshness =
  | { is: 'unreviewed' }
  /** The page was edited after its review. */
  | { is: 'voided'; on: string; by: string }
  | { is: 'overdue' | 'reviewed'; on: string; by: string; due: string };

/** @param today `YYYY-MM-DD` */
export function freshness({ data, version }: ContentPage, today: string): Freshness {
  const { review } = data;
  if (!review) return { is: 'unreviewed' };
  const { on, by } = review;
  if (review.of !== version) return { is: 'voided', on, by };
  const due = addPeriod(on, review.every);
  return { is: due < today ? 'overdue' : 'reviewed', on, by, due };
}

/**
 * The day after a period: 2026-01-31 and 1 month is 2026-02-28.
 * @param day `YYYY-MM-DD`; @param period such as `6 months`, as the schema allows
 */
export function addPeriod(day: string, period: string): string {
  const [count = '0', unit = ''] = period.split(' ');
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const n = Number(count);
  if (unit.startsWith('day')) return iso(Date.UTC(year, month - 1, date + n));
  if (unit.startsWith('week')) return iso(Date.UTC(year, month - 1, date + 7 * n));
  const months = month - 1 + (unit.startsWith('year') ? 12 * n : n);
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return iso(Date.UTC(year, months, Math.min(date, lastOfMonth)));
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
