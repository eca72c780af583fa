/** Formulas and conditions as trees, and their evaluation: the same in the build, in tests and in the browser. No text is ever run. */
import {
  monthsBetween,
  partsOf,
  plusMonths,
  plusWorkingDays,
  isWorkingDay,
  weekday,
  yearsBetween,
} from './calendar.ts';
import {
  add,
  compare,
  divide,
  floor,
  isTooLong,
  isWhole,
  multiply,
  readExact,
  round,
  subtract,
  whole,
  type Exact,
  type Rounding,
} from './exact.ts';

/**
 * A tree: an operator and what it works on. `['<', ['ref', 'age'], ['number', '18']]`. `number` holds decimal text, `text` an
 * option's id or another name, `ref` the id of a question or value, `rate` and `days` the id of a table. Days are
 * whole numbers (see calendar.ts).
 */
export type Expression =
  | readonly [is: 'number' | 'text' | 'ref' | 'asked' | 'days', value: string]
  | readonly [is: 'rate', table: string, on: Expression]
  | readonly [operator: Operator, ...parts: Expression[]];

export type Operator = keyof typeof operations | 'and' | 'or' | 'if' | 'today' | 'texts';

/** What a question is answered with, or what a formula gives. A list holds ids, days are numbers. */
export type Value = Exact | string | boolean | readonly string[];

/** Why a formula gives nothing. Reported, never thrown: answers can cause it. */
export class Trouble {
  readonly is:
    'unanswered' | 'no-row' | 'none-fits' | 'several-fit' | 'division' | 'too-long' | 'calendar' | 'shape';
  /** Id of the question, value or table. */
  readonly of: string;

  constructor(is: Trouble['is'], of = '') {
    this.is = is;
    this.of = of;
  }
}

/** Where names get their values. */
export interface Scope {
  /** The value of a question's answer or of a derived value. */
  valueOf(id: string): Value | Trouble;
  isAnswered(id: string): boolean;
  rateOn(table: string, day: number): Exact | Trouble;
  holidays(table: string): ReadonlySet<number>;
  /** Today where the reader is, as a number. */
  readonly today: number;
}

/** One in which another answer can be tried out. */
export interface AnswerScope extends Scope {
  /** The same with an answer more, or instead of the one that is there; derived values follow it. */
  answering(id: string, value: Value): Scope;
}

export function evaluate(expression: Expression, scope: Scope): Value | Trouble {
  // Read by place: a list of the parts for each visit is half of the time that proofs take.
  const operator: string = expression[0];
  const first = expression[1] as string;
  switch (operator) {
    case 'number':
      return literal(expression, first);
    case 'text':
      return first;
    case 'ref':
      return scope.valueOf(first);
    case 'asked':
      return scope.isAnswered(first);
    case 'today':
      return whole(scope.today);
    case 'days':
      // With a name a table, with two parts the days between them.
      if (typeof first === 'string') return first;
      break;
    case 'rate': {
      const day = evaluate(expression[2] as Expression, scope);
      if (day instanceof Trouble) return day;
      return isExact(day) ? scope.rateOn(first, Number(floor(day))) : new Trouble('shape', first);
    }
    case 'texts':
      return (expression.slice(1) as Expression[]).map(([, text]) => text as string);
    case 'and':
    case 'or':
    case 'if':
      return evaluateLazily(operator, expression, scope);
  }
  const values: Value[] = [];
  for (let i = 1; i < expression.length; i++) {
    const value = evaluate(expression[i] as Expression, scope);
    if (value instanceof Trouble) return value;
    values.push(value);
  }
  return applyOperator(operator, values, scope);
}

/** Numbers in formulas, read once: proofs come by each of them thousands of times. */
const literals = new WeakMap<Expression, Exact>();

function literal(expression: Expression, text: string): Exact | Trouble {
  const known = literals.get(expression);
  if (known) return known;
  const number = readExact(text);
  if (!number) return new Trouble('shape');
  literals.set(expression, number);
  return number;
}

/** Works out an operator whose parts are known. */
export function applyOperator(operator: string, values: Value[], scope: Scope): Value | Trouble {
  const operation = Object.hasOwn(operations, operator)
    ? operations[operator as keyof typeof operations]
    : undefined;
  const result = operation?.(values, scope) ?? new Trouble('shape');
  return isExact(result) && isTooLong(result) ? new Trouble('too-long') : result;
}

/** What is not needed is not looked at: `asked(age) and age > 60` is no use of `age` where nobody was asked. */
function evaluateLazily(
  operator: 'and' | 'or' | 'if',
  expression: Expression,
  scope: Scope,
): Value | Trouble {
  const part = (i: number) => evaluate(expression[i] as Expression, scope);
  if (operator === 'if') {
    const condition = part(1);
    return condition instanceof Trouble ? condition : part(condition === true ? 2 : 3);
  }
  for (let i = 1; i < expression.length; i++) {
    const value = part(i);
    if (value instanceof Trouble || value === (operator === 'or')) return value;
  }
  return operator === 'and';
}

/** Whether a condition holds. A route without one is for the rest. */
export function holds(condition: Expression | undefined, scope: Scope): boolean | Trouble {
  if (!condition) return true;
  const value = evaluate(condition, scope);
  return value instanceof Trouble ? value : value === true;
}

export function isExact(value: Value | Trouble): value is Exact {
  return typeof value === 'object' && 'd' in value;
}

type Operation = (values: Value[], scope: Scope) => Value | Trouble | undefined;

/** On numbers only; other values give nothing, which `evaluate` reports. */
function onNumbers(work: (numbers: Exact[], scope: Scope) => Value | Trouble | undefined): Operation {
  return (values, scope) => (values.every(isExact) ? work(values as Exact[], scope) : undefined);
}

const comparing = (fits: (sign: number) => boolean) => onNumbers(([a, b]) => fits(compare(a!, b!)));
const rounding = (to: Rounding) =>
  onNumbers(([a, places]) => round(a!, places ? Math.min(12, Math.max(0, Number(floor(places)))) : 0, to));
const best = (sign: number) =>
  onNumbers((numbers) => numbers.reduce((a, b) => (compare(b, a) * sign > 0 ? b : a)));
/** Days are whole; a fraction of one is cut off. */
const onDays = (work: (...days: number[]) => number | undefined) =>
  onNumbers((numbers) => {
    const days = work(...numbers.map((number) => Number(floor(number))));
    return days === undefined || !Number.isSafeInteger(days) ? new Trouble('calendar') : whole(days);
  });
/** A sum of days that leaves the calendar is no day. */
const within = (day: number) => (day > -135_140 && day < 376_200 ? day : undefined);
const moved = (work: (day: number, count: number) => number) =>
  onDays((day, count) => (Math.abs(count!) > 500_000 ? undefined : within(work(day!, count!))));
const holidaysIn = (values: Value[], at: number, scope: Scope): ReadonlySet<number> =>
  typeof values[at] === 'string' ? scope.holidays(values[at]) : new Set();

const operations = {
  '+': onNumbers(([a, b]) => add(a!, b!)),
  '-': onNumbers(([a, b]) => subtract(a!, b!)),
  '*': onNumbers(([a, b]) => multiply(a!, b!)),
  '/': onNumbers(([a, b]) => divide(a!, b!) ?? new Trouble('division')),
  negative: onNumbers(([a]) => subtract(whole(0), a!)),
  '<': comparing((sign) => sign < 0),
  '<=': comparing((sign) => sign <= 0),
  '>': comparing((sign) => sign > 0),
  '>=': comparing((sign) => sign >= 0),
  '=': ([a, b]) => isSame(a!, b!),
  '!=': ([a, b]) => !isSame(a!, b!),
  not: ([a]) => a !== true,
  has: ([list, text]) => Array.isArray(list) && list.includes(text as string),
  in: ([one, many], scope) =>
    typeof many === 'string'
      ? isExact(one!) && isWhole(one) && scope.holidays(many).has(Number(one.n))
      : (many as readonly string[]).includes(one as string),
  size: ([list]) => (Array.isArray(list) ? whole(list.length) : undefined),
  sum: onNumbers((numbers) => numbers.reduce(add, whole(0))),
  min: best(-1),
  max: best(1),
  abs: onNumbers(([a]) => ({ n: a!.n < 0n ? -a!.n : a!.n, d: a!.d })),
  round: rounding('near'),
  'round-up': rounding('up'),
  'round-down': rounding('down'),
  days: onDays((from, to) => to! - from!),
  weeks: onDays((from, to) => Math.trunc((to! - from!) / 7)),
  months: onDays((from, to) => monthsBetween(from!, to!)),
  years: onDays((from, to) => yearsBetween(from!, to!)),
  'plus-days': moved((day, count) => day + count),
  'plus-weeks': moved((day, count) => day + count * 7),
  'plus-months': moved(plusMonths),
  'plus-years': moved((day, count) => plusMonths(day, count * 12)),
  'plus-working-days': (values, scope) =>
    moved((day, count) =>
      Math.abs(count) > 5000 ? NaN : plusWorkingDays(day, count, holidaysIn(values, 2, scope)),
    )(values.slice(0, 2), scope),
  'working-day': ([day, ...rest], scope) =>
    isExact(day!) && isWorkingDay(Number(floor(day)), holidaysIn(rest, 0, scope)),
  weekday: onDays((day) => weekday(day!)),
  year: onDays((day) => partsOf(day!).year),
  month: onDays((day) => partsOf(day!).month),
  day: onDays((day) => partsOf(day!).date),
} satisfies Record<string, Operation>;

function isSame(a: Value, b: Value): boolean {
  return isExact(a) && isExact(b) ? compare(a, b) === 0 : a === b;
}

/** Ids of questions and values that a tree reads, tables left aside. */
export function* namesIn(expression: Expression): Generator<string> {
  const [operator, ...parts] = expression as readonly [string, ...unknown[]];
  if (operator === 'ref' || operator === 'asked') yield parts[0] as string;
  for (const part of parts) if (Array.isArray(part)) yield* namesIn(part as unknown as Expression);
}
