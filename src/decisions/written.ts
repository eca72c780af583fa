/** Values and answers as a reader writes them. */
import { readableDay, readableList } from '../model/words.ts';
import { dayText } from './calendar.ts';
import { floor, readExact, round, toText, type Exact } from './exact.ts';
import { isExact, type Value } from './expression.ts';
import type { Graph, Question, ValueKind } from './graph.ts';
import { moneyOf } from './placeholders.ts';

export interface Writing {
  language: string;
  yes: string;
  no: string;
}

/** `£1,200.50`, `£12 per hour`, `12.5 hours`, `20 November 2026`. Numbers are rounded for reading, to two places; sums are not. */
export function writtenValue(
  value: Value,
  kind: ValueKind,
  unit: string | undefined,
  writing: Writing,
): string {
  if (typeof value === 'boolean') return value ? writing.yes : writing.no;
  if (typeof value === 'string') return value;
  if (!isExact(value)) return readableList([...value], writing.language);
  if (kind === 'date') return readableDay(dayText(Number(floor(value))), writing.language);
  const money = moneyOf(unit);
  if (money && (kind === 'money' || money.each !== ''))
    return writtenMoney(value, money.currency, writing.language) + money.each;
  const number = writtenNumber(value, writing.language);
  return unit ? `${number} ${unit}` : number;
}

/** Decimal text keeps every digit; the formatter takes it as it is. */
function writtenNumber(number: Exact, language: string): string {
  return format(number, { maximumFractionDigits: 2 }, language);
}

function writtenMoney(amount: Exact, currency: string, language: string): string {
  // Round sums stand without pence, as people write them.
  const isRound = round(amount, 2).d === 1n;
  return format(
    amount,
    { style: 'currency', currency, ...(isRound && { maximumFractionDigits: 0 }) },
    language,
  );
}

function format(number: Exact, options: Intl.NumberFormatOptions, language: string): string {
  const formatter = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, options);
  return formatter.format(toText(round(number, 2)) as Intl.StringNumericLiteral);
}

/** An answer as it stands in the address, in the words that the reader saw or typed. */
export function writtenAnswer(question: Question, answer: string, writing: Writing): string {
  const { type, options, unit } = question;
  const say = (id: string) => options.find((option) => option.id === id)?.say ?? id;
  switch (type) {
    case 'radio':
      return say(answer);
    case 'checkbox':
      return readableList(answer.split(',').map(say), writing.language);
    case 'country':
      return countryName(answer, writing.language);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(answer) ? readableDay(answer, writing.language) : answer;
    case 'year':
      return answer;
    default: {
      const number = readExact(answer);
      return number ? writtenValue(number, type === 'money' ? 'money' : 'number', unit, writing) : answer;
    }
  }
}

/** A limit of an answer, in the form in which the question takes answers. */
export function writtenLimit({ type, unit }: Question, limit: Exact, writing: Writing): string {
  if (type === 'date') return writtenValue(limit, 'date', undefined, writing);
  if (type === 'year') return toText(limit);
  return writtenValue(
    limit,
    type === 'money' ? 'money' : 'number',
    type === 'money' ? unit : undefined,
    writing,
  );
}

/** A country's name in the reader's language; its two letters where the language data lack it. */
export function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** How the value of a name in a formula is written: an answer's question, or a derived value. */
export function kindOf(graph: Graph, id: string): { kind: ValueKind; unit?: string } {
  const question = graph.questions.find((one) => one.id === id);
  if (question) {
    const { type, unit } = question;
    const kinds: Partial<Record<Question['type'], ValueKind>> = {
      radio: 'text',
      country: 'text',
      checkbox: 'list',
      date: 'date',
      money: 'money',
    };
    return { kind: kinds[type] ?? 'number', ...(unit && { unit }) };
  }
  const value = graph.values.find((one) => one.id === id);
  return value ? { kind: value.kind, ...(value.unit && { unit: value.unit }) } : { kind: 'number' };
}
