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

/*
 * Days are counted from 1 March, so that the leap day comes last: `civil_from_days` and `days_from_civil` in Howard Hinnant's
 * “chrono-compatible low-level date algorithms”. Proofs ask for millions of them, and making a Date for each is slow.
 */
const daysIn400Years = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const epoch = 719_468;

export function partsOf(day: number): DayParts {
  const count = day + epoch;
  const era = Math.floor(count / daysIn400Years);
  const inEra = count - era * daysIn400Years;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearInEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

function dayOf(year: number, month: number, date: number): number {
  const from = month <= 2 ? year - 1 : year;
  const era = Math.floor(from / 400);
  const yearInEra = from - era * 400;
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const inEra = yearInEra * 365 + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100) + inYear;
  return era * daysIn400Years + inEra - epoch;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
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
