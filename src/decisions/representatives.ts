/**
 * Answers that stand for all others: of a choice each one, of a number or day the limits of every condition that depends on it, one
 * step to either side of them, and something in between. Where a condition depends on other answers too, its limit is found by
 * halving, with the answers that are there and with examples of those still to come.
 */
import { readDay } from './calendar.ts';
import { countryCodes } from './countries.ts';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  readExact,
  subtract,
  toText,
  whole,
  type Exact,
} from './exact.ts';
import { evaluate, isExact, Trouble, type Expression, type Scope, type Value } from './expression.ts';
import { questionOf, type Graph, type Question } from './graph.ts';
import { expressionsOf, type Reads } from './reads.ts';
import { answerGrid, numberAnswer, readAnswer } from './answer.ts';
import { scopeOf, type Given } from './replay.ts';
import type { Residuals } from './residual.ts';

/** More answers to one question are no help to anybody. */
const mostOfOne = 64;
/** Choices of which every combination is tried. */
const mostCombined = 6;
/** What a group's first repetitions have shown of each answer, the later ones need not show again: they take the least and the most. */
const wholeRepetitions = 2;

/** An expression, and the questions that it depends on. */
interface Probe {
  expression: Expression;
  needs: Set<string>;
}

/** What an answer turns: which side of a comparison is larger, which row of a table holds, whether a sum gives something. */
interface Sensors {
  comparisons: { left: Expression; right: Expression; needs: Set<string> }[];
  others: Probe[];
}

export class Representatives {
  readonly #graph: Graph;
  readonly #residuals: Residuals;
  /** All that there is in the tool. */
  readonly #sensors: Sensors = { comparisons: [], others: [] };
  readonly #sensorsOf = new Map<string, Sensors>();
  readonly #texts = new Set<string>();
  readonly #countsTicks: boolean;
  readonly #looksAtWeekdays: boolean;
  readonly #numbers: Exact[] = [];
  readonly #places: number;
  readonly #known = new Map<string, string[]>();

  constructor(graph: Graph, reads: Reads, residuals: Residuals) {
    this.#graph = graph;
    this.#residuals = residuals;
    const all = [
      ...new Set(
        [...reads.at.values()]
          .flat()
          .flatMap((one) => [one, ...[...reads.valuesOf(one)].flatMap(expressionsOf)]),
      ),
    ];
    const parts = all.flatMap((one) => [...walk(one)]);
    for (const [operator, left, right] of parts as [string, Expression, Expression][]) {
      if (/^(<=?|>=?|!?=)$/.test(operator)) {
        const needs = new Set([...reads.questionsOf(left), ...reads.questionsOf(right)]);
        this.#sensors.comparisons.push({ left, right, needs });
      } else if (operator === 'text') this.#texts.add(left as unknown as string);
      else if (operator === 'number') this.#numbers.push(readExact(left as unknown as string)!);
    }
    const turning = parts.filter(([operator]) => ['rate', 'in', 'working-day', '/'].includes(operator));
    for (const expression of new Set([...all, ...turning]))
      this.#sensors.others.push({ expression, needs: reads.questionsOf(expression) });
    this.#countsTicks = parts.some(([operator]) => operator === 'size');
    this.#looksAtWeekdays = parts.some(([operator]) =>
      ['weekday', 'working-day', 'plus-working-days', 'days'].includes(operator),
    );
    this.#places = Math.min(
      6,
      1 + Math.max(0, ...this.#numbers.map((number) => /\.(\d+)$/.exec(toText(number))?.[1]?.length ?? 0)),
    );
  }

  /**
   * Valid answers to a question, as they would stand in the address.
   * @param given the answers before it that make a difference
   */
  of(question: Question, given: Given[], today: number): string[] {
    const scope = scopeOf(this.#graph, given, today);
    const valid = (text: string) => 'value' in readAnswer(question, text, scope);
    if (question.type === 'radio') return question.options.map(({ id }) => id).filter(valid);
    const sensors = this.#sensorsFor(question.id);
    // Answers before it that leave the same of every comparison leave the same limits.
    const limits = [question.min, question.max, ...question.rules.map(({ must }) => must)].filter(
      (one) => one !== undefined,
    );
    const compared = sensors.comparisons.flatMap(({ left, right }) => [left, right]);
    const others = sensors.others.map(({ expression }) => expression);
    const left = [...compared, ...others, ...limits].map((one) => this.#residuals.keyOf(one, scope));
    const key = [question.id, today, ...left].join(' ');
    const known = this.#known.get(key);
    if (known) return known;
    const isLate = (question.group?.n ?? 0) > wholeRepetitions;
    const all = (
      (isLate && this.#extremes(question, scope, valid)) ||
      this.#answersTo(question, given, scope, sensors)
    ).filter(valid);
    const answers = isLate ? [...new Set([...all.slice(0, 1), ...all.slice(-1)])] : all.slice(0, mostOfOne);
    this.#known.set(key, answers);
    return answers;
  }

  /** The least and the most of a number, where both will do. */
  #extremes(question: Question, scope: Scope, valid: (text: string) => boolean): string[] | undefined {
    if (['radio', 'checkbox', 'country'].includes(question.type)) return undefined;
    const ends = this.#rangeOf(question, scope).map((number) => numberAnswer(question, number));
    return ends.every(valid) ? ends : undefined;
  }

  #sensorsFor(id: string): Sensors {
    const known = this.#sensorsOf.get(id);
    if (known) return known;
    const { comparisons, others } = this.#sensors;
    const own = {
      comparisons: comparisons.filter(({ needs }) => needs.has(id)),
      others: others.filter(({ needs }) => needs.has(id)),
    };
    this.#sensorsOf.set(id, own);
    return own;
  }

  #answersTo(question: Question, given: Given[], scope: Scope, sensors: Sensors): string[] {
    if (question.type === 'checkbox') return this.#ticks(question);
    if (question.type === 'country') {
      const named = countryCodes.filter((code) => this.#texts.has(code));
      const other = countryCodes.find((code) => !named.includes(code));
      return [...named, ...(other ? [other] : [])];
    }
    return this.#numbersFor(question, given, scope, sensors);
  }

  #ticks({ options }: Question): string[] {
    const alone = options.filter((option) => option.alone).map(({ id }) => id);
    const free = options.filter((option) => !option.alone).map(({ id }) => id);
    const named = free.filter((id) => this.#texts.has(id)).slice(0, mostCombined);
    const others = free.filter((id) => !named.includes(id));
    const sets = Array.from({ length: 2 ** named.length }, (_, bits) =>
      named.filter((_id, i) => (bits >> i) & 1),
    );
    const combined = sets.flatMap((set) => [set, ...(others.length > 0 ? [[...set, others[0]!]] : [])]);
    const growing = this.#countsTicks ? free.map((_, i) => free.slice(0, i + 1)) : [free];
    const texts = [...alone.map((id) => [id]), ...combined, ...growing].map((ids) => ids.join(','));
    return [...new Set(texts)].filter(Boolean);
  }

  #numbersFor(question: Question, given: Given[], scope: Scope, { comparisons, others }: Sensors): string[] {
    const grid = answerGrid(question, this.#places);
    const snap = (number: Exact) => multiply(whole(floor(divide(number, grid)!)), grid);
    const [least, most] = this.#rangeOf(question, scope);
    const isIn = (number: Exact) => compare(number, least) >= 0 && compare(number, most) <= 0;
    const near = (number: Exact) => [
      subtract(snap(number), grid),
      snap(number),
      number,
      add(snap(number), grid),
    ];
    const middle = (a: Exact, b: Exact) => snap(divide(add(a, b), whole(2))!);
    const compared = comparisons.flatMap(({ left, right }) =>
      [left, right].flatMap(([operator, text]) =>
        operator === 'number' ? [readExact(text as string)!] : [],
      ),
    );
    const starts = [
      least,
      most,
      snap(most),
      ...[...this.#startsFor(question, scope), ...compared].flatMap(near),
    ].filter(isIn);
    const points = sorted([...starts, ...this.#middles(sorted(starts), middle)].filter(isIn));
    const limits: Exact[] = [];
    const views = this.#viewsOf(question, given, scope.today);
    const signs = comparisons.flatMap(({ left, right, needs }) =>
      views(needs).map((scopeAt) => remembered((number) => signOf(left, right, scopeAt(number)))),
    );
    for (const signAt of signs) {
      for (const [i, to] of points.entries())
        if (i > 0) limits.push(...turns(points[i - 1]!, to, signAt, grid, snap));
    }
    const found = sorted([...starts, ...limits].filter(isIn));
    const all = sorted([...found, ...this.#middles(found, middle)].filter(isIn));
    const seen = others.flatMap(({ expression, needs }) =>
      views(needs).map((scopeAt) => (number: Exact) => lookOf(expression, scopeAt(number))),
    );
    const looks = all.map((number) => [...signs, ...seen].map((at) => at(number)).join(' '));
    // Of neighbours that look alike the first and the last stand for all.
    const ends = all.filter((_, i) => looks[i] !== looks[i - 1] || looks[i] !== looks[i + 1]);
    return ends.map((number) => numberAnswer(question, number));
  }

  #middles(points: Exact[], middle: (a: Exact, b: Exact) => Exact): Exact[] {
    return points.slice(1).map((point, i) => middle(points[i]!, point));
  }

  #rangeOf({ type, min, max }: Question, scope: Scope): [Exact, Exact] {
    const limit = (expression: Expression | undefined, otherwise: number): Exact => {
      const value = expression && evaluate(expression, scope);
      return value !== undefined && isExact(value) ? value : whole(otherwise);
    };
    const day = (text: string) => readDay(text)!;
    if (type === 'date') return [limit(min, day('1900-01-01')), limit(max, day('2100-12-31'))];
    if (type === 'year') return [limit(min, 1900), limit(max, 2100)];
    return [limit(min, -1_000_000), limit(max, 1_000_000_000)];
  }

  /** Numbers from which limits are looked for: those that stand in formulas, and for days the ends of periods. */
  #startsFor({ type, min, max }: Question, scope: Scope): Exact[] {
    // Without limits, the usual ones: people try nothing, and less than nothing.
    if (type !== 'date') return min && max ? [] : [whole(0), whole(1)];
    const { tables, holidays } = this.#graph;
    const ends = tables.flatMap(({ rows }) =>
      rows.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
    );
    const free = Object.values(holidays).flatMap((days) => days.slice(0, 2));
    // Whatever day of the week a sum of days ends on, some day near today leads to it.
    const week = this.#looksAtWeekdays ? Array.from({ length: 15 }, (_, i) => scope.today - 7 + i) : [];
    return [scope.today, ...ends, ...free, ...week].map(whole);
  }

  /**
   * Scopes in which a number is given: with the answers before it, and with examples of those that are still to come, the least and the
   * most of them.
   */
  #viewsOf(
    question: Question,
    given: Given[],
    today: number,
  ): (needs: Set<string>) => ((number: Exact) => Scope)[] {
    const known = new Map<string, ((number: Exact) => Scope)[]>();
    return (needs) => {
      const open = [...needs].filter(
        (id) => id !== question.id && !given.some((one) => one.question.id === id),
      );
      const key = open.join(' ');
      let views = known.get(key);
      if (!views) known.set(key, (views = this.#views(question, given, open, today)));
      return views;
    };
  }

  #views(question: Question, given: Given[], open: string[], today: number): ((number: Exact) => Scope)[] {
    const later = open.map((id) => questionOf(this.#graph, id)).filter((one) => one !== undefined);
    // The last number that is asked finds the limit with the others as they are; with many to come, examples tell little.
    if (later.filter(({ type }) => !['radio', 'checkbox', 'country'].includes(type)).length > 1) return [];
    const sets = Math.min(6, Math.max(1, ...later.map((one) => Math.max(2, one.options.length))));
    return Array.from({ length: later.length > 0 ? sets : 1 }, (_, set) => {
      const examples = later.map((one) => this.#example(one, set, today));
      const scopes = new Map<string, Scope>();
      return (number: Exact) => {
        const key = `${number.n}/${number.d}`;
        let scope = scopes.get(key);
        if (!scope) {
          const own: Given = { question, answer: numberAnswer(question, number), value: number };
          scopes.set(key, (scope = scopeOf(this.#graph, [...given, own, ...examples], today)));
        }
        return scope;
      };
    });
  }

  #example(question: Question, set: number, today: number): Given {
    const value = this.#exampleValue(question, set, today);
    return { question, answer: isExact(value) ? numberAnswer(question, value) : String(value), value };
  }

  #exampleValue(question: Question, set: number, today: number): Value {
    const { type, options } = question;
    if (type === 'radio') return options[set % options.length]!.id;
    if (type === 'checkbox')
      return set === 0 ? options.map(({ id }) => id) : [options[set % options.length]!.id];
    if (type === 'country') return countryCodes[set]!;
    const [least, most] = this.#rangeOf(question, scopeOf(this.#graph, [], today));
    if (set === 0) return least;
    if (set === 1) return most;
    return whole(floor(divide(add(least, multiply(most, whole(set - 1))), whole(set))!));
  }
}

/** Halving comes back to the same numbers. */
function remembered(signAt: (number: Exact) => number | undefined): (number: Exact) => number | undefined {
  const known = new Map<string, number | undefined>();
  return (number) => {
    const key = `${number.n}/${number.d}`;
    if (!known.has(key)) known.set(key, signAt(number));
    return known.get(key);
  };
}

/** Which of two is larger; nothing where that can't be told. */
function signOf(left: Expression, right: Expression, scope: Scope): number | undefined {
  const [a, b] = [evaluate(left, scope), evaluate(right, scope)];
  return a instanceof Trouble || b instanceof Trouble || !isExact(a) || !isExact(b)
    ? undefined
    : compare(a, b);
}

/** Numbers that a sum gives differ everywhere, and only that it gives one counts; rows of a table differ where a new one begins. */
function lookOf(expression: Expression, scope: Scope): string {
  const value = evaluate(expression, scope);
  if (value instanceof Trouble) return `!${value.is}`;
  return isExact(value) && expression[0] !== 'rate'
    ? 'number'
    : JSON.stringify(isExact(value) ? toText(value) : value);
}

/** The numbers around which a sign changes between two points: both sides of each change. */
function turns(
  from: Exact,
  to: Exact,
  signAt: (number: Exact) => number | undefined,
  grid: Exact,
  snap: (number: Exact) => Exact,
): Exact[] {
  const [a, b] = [signAt(from), signAt(to)];
  if (a === b || a === undefined || b === undefined) return [];
  const between = snap(divide(add(from, to), whole(2))!);
  if (compare(between, from) <= 0) {
    const next = add(between, grid);
    if (compare(next, to) >= 0) return [from, to];
    return [...turns(from, next, signAt, grid, snap), ...turns(next, to, signAt, grid, snap)];
  }
  return [...turns(from, between, signAt, grid, snap), ...turns(between, to, signAt, grid, snap)];
}

function sorted(numbers: Exact[]): Exact[] {
  const ordered = numbers.toSorted(compare);
  return ordered.filter((number, i) => i === 0 || compare(number, ordered[i - 1]!) !== 0);
}

function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of expression) if (Array.isArray(part)) yield* walk(part as unknown as Expression);
}
