/**
 * Days of the Gregorian calendar as numbers: how many days after 1970-01-01. No hours and no time zones, so that the sum
 * of two days is the same wherever the reader is and whenever clocks change.
 */

/** `2026-02-28` → 20512. Nothing where there is no such day, or its year is not between 1600 and 2999. */
export function readDay(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  return isInCalendar(year, month, date) ? dayOf(year, month, date) : undefined;
}

export const firstYear = 1600;
export const lastYear = 2999;

function isInCalendar(year: number, month: number, date: number): boolean {
  return (
    year >= firstYear &&
    year <= lastYear &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= daysInMonth(year, month)
  );
}

/** 20512 → `2026-02-28` */
export function dayText(day: number): string {
  const { year, month, date } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

export interface DayParts {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  date: number;
}

export function partsOf(day: number): DayParts {
  const at = new Date(day * msPerDay);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

const msPerDay = 86_400_000;

function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / msPerDay;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day of the week as ISO 8601 counts it: Monday is 1, Sunday 7. */
export function weekday(day: number): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The same date so many months on; where that month is shorter, its last day: a month after 31 January is 28 or 29 February. */
export function plusMonths(day: number, months: number): number {
  const { year, month, date } = partsOf(day);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** Whole months from one day to another: how often a month can be added without going past it. Negative where it goes back. */
export function monthsBetween(from: number, to: number): number {
  if (to < from) return -monthsBetween(to, from);
  const [a, b] = [partsOf(from), partsOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return plusMonths(from, months) > to ? months - 1 : months;
}

/** Whole years, as ages are counted: somebody born on 29 February is a year older on the 28th where there is no 29th. */
export function yearsBetween(from: number, to: number): number {
  return Math.trunc(monthsBetween(from, to) / 12);
}

/**
 * The day so many working days on: Monday to Friday, without the holidays. The day itself does not count.
 * @param holidays days, in any order
 */
export function plusWorkingDays(day: number, count: number, holidays: ReadonlySet<number>): number {
  let at = day;
  const step = count < 0 ? -1 : 1;
  for (let left = Math.abs(count); left > 0;) {
    at += step;
    if (isWorkingDay(at, holidays)) left--;
  }
  return at;
}

/** Monday to Friday and no holiday. */
export function isWorkingDay(day: number, holidays: ReadonlySet<number>): boolean {
  return weekday(day) <= 5 && !holidays.has(day);
}
