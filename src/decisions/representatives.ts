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

export class Representatives {
  readonly #graph: Graph;
  readonly #residuals: Residuals;
  /** Every comparison in the tool, with what it depends on. */
  readonly #comparisons: { left: Expression; right: Expression; needs: Set<string> }[] = [];
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
        this.#comparisons.push({ left, right, needs });
      } else if (operator === 'text') this.#texts.add(left as unknown as string);
      else if (operator === 'number') this.#numbers.push(readExact(left as unknown as string)!);
    }
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
    const together = this.#comparisons.filter(({ needs }) => needs.has(question.id));
    // Answers before it that leave the same of every comparison leave the same limits.
    const limits = [question.min, question.max, ...question.rules.map(({ must }) => must)].filter(
      (one) => one !== undefined,
    );
    const left = [...together.flatMap(({ left, right }) => [left, right]), ...limits].map((one) =>
      this.#residuals.keyOf(one, scope),
    );
    const key = [question.id, today, ...left].join(' ');
    const known = this.#known.get(key);
    if (known) return known;
    const answers = this.#answersTo(question, given, scope, together).filter(valid).slice(0, mostOfOne);
    this.#known.set(key, answers);
    return answers;
  }

  #answersTo(
    question: Question,
    given: Given[],
    scope: Scope,
    together: { left: Expression; right: Expression; needs: Set<string> }[],
  ): string[] {
    if (question.type === 'checkbox') return this.#ticks(question);
    if (question.type === 'country') {
      const named = countryCodes.filter((code) => this.#texts.has(code));
      const other = countryCodes.find((code) => !named.includes(code));
      return [...named, ...(other ? [other] : [])];
    }
    return this.#numbersFor(question, given, scope, together);
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

  #numbersFor(
    question: Question,
    given: Given[],
    scope: Scope,
    together: { left: Expression; right: Expression; needs: Set<string> }[],
  ): string[] {
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
    const compared = together.flatMap(({ left, right }) =>
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
    for (const comparison of together) {
      for (const signAt of this.#signs(question, given, comparison, scope.today)) {
        for (const [i, to] of points.entries())
          if (i > 0) limits.push(...turns(points[i - 1]!, to, signAt, grid, snap));
      }
    }
    const found = sorted([...starts, ...limits].filter(isIn));
    const all = sorted([...found, ...this.#middles(found, middle)].filter(isIn));
    return all.map((number) => numberAnswer(question, number));
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

  /** For a comparison, which side is larger at a number; once for each set of examples of the answers still to come. */
  #signs(
    question: Question,
    given: Given[],
    { left, right, needs }: { left: Expression; right: Expression; needs: Set<string> },
    today: number,
  ): ((number: Exact) => number | undefined)[] {
    const open = [...needs].filter(
      (id) => id !== question.id && !given.some((one) => one.question.id === id),
    );
    const later = open.map((id) => questionOf(this.#graph, id)).filter((one) => one !== undefined);
    // The last number that is asked finds the limit with the others as they are; with many to come, examples tell little.
    if (later.filter(({ type }) => !['radio', 'checkbox', 'country'].includes(type)).length > 1) return [];
    const sets = Math.min(6, Math.max(1, ...later.map((one) => Math.max(3, one.options.length))));
    return Array.from({ length: later.length > 0 ? sets : 1 }, (_, set) => {
      const examples = later.map((one) => this.#example(one, set, today));
      return (number: Exact) => {
        const own: Given = { question, answer: numberAnswer(question, number), value: number };
        const scope = scopeOf(this.#graph, [...given, own, ...examples], today);
        const [a, b] = [evaluate(left, scope), evaluate(right, scope)];
        return a instanceof Trouble || b instanceof Trouble || !isExact(a) || !isExact(b)
          ? undefined
          : compare(a, b);
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
