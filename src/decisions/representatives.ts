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

/** More answers to a question with a number are no help to anybody. */
const mostOfOne = 64;
/** Choices of which every combination is tried. */
const mostCombined = 7;
/** Answers to a later question with which limits are looked for. */
const mostExamples = 8;
/** What a group's first repetitions have shown of each answer, the later ones need not show again: they take the least and the most. */
const wholeRepetitions = 2;

/** A comparison, or something else that an answer can turn: a row of a table, whether a sum gives anything. */
interface Sensor {
  /** Both sides of a comparison, or the expression. */
  parts: [Expression] | [Expression, Expression];
  needs: Set<string>;
  /** The expression that it is, or is made of. */
  within: Expression;
}

/** A sensor with the questions still to come on which it depends, now that some are answered. */
interface LiveSensor extends Sensor {
  later: Question[];
}

/** A scope in which a number is given. */
type View = (number: Exact) => Scope;

export class Representatives {
  /** Whether answers were left out that could have made a difference. */
  isCut = false;
  readonly #graph: Graph;
  readonly #residuals: Residuals;
  /** All that there is in the tool. */
  readonly #sensors: Sensor[] = [];
  readonly #atOnce = new Map<string, Set<Expression>>();
  readonly #reads: Reads;
  readonly #sensorsOf = new Map<string, Sensor[]>();
  readonly #texts = new Set<string>();
  /** Choices that a condition looks for among the ticks of a question; any where an answer says which. */
  readonly #lookedFor = new Map<string, Set<string> | 'any'>();
  readonly #countsTicks: boolean;
  readonly #looksAtWeekdays: boolean;
  readonly #numbers: Exact[] = [];
  readonly #places: number;
  readonly #known = new Map<string, string[]>();

  constructor(graph: Graph, reads: Reads, residuals: Residuals) {
    this.#graph = graph;
    this.#residuals = residuals;
    this.#reads = reads;
    const all = [
      ...new Set(
        [...reads.at.values()]
          .flat()
          .flatMap((one) => [one, ...[...reads.valuesOf(one)].flatMap(expressionsOf)]),
      ),
    ];
    const parts = all.flatMap((one) => [...walk(one)]);
    for (const part of parts) {
      const [operator, left, right] = part as unknown as [string, Expression, Expression];
      if (/^(<=?|>=?|!?=)$/.test(operator)) {
        const needs = new Set([...reads.questionsOf(left), ...reads.questionsOf(right)]);
        this.#sensors.push({ parts: [left, right], needs, within: part });
      } else if (operator === 'has') {
        for (const id of reads.questionsOf(left)) this.#lookFor(id, right);
      } else if (operator === 'text') this.#texts.add(left as unknown as string);
      else if (operator === 'number') this.#numbers.push(readExact(left as unknown as string)!);
    }
    // What is made of comparisons turns where they do; these turn by themselves.
    const turning = parts.filter(([operator]) => /^(rate|in|working-day|\/|plus-.*)$/.test(operator));
    for (const expression of turning)
      this.#sensors.push({ parts: [expression], needs: reads.questionsOf(expression), within: expression });
    this.#countsTicks = parts.some(([operator]) => operator === 'size');
    this.#looksAtWeekdays = parts.some(([operator]) =>
      ['weekday', 'working-day', 'plus-working-days', 'days'].includes(operator),
    );
    this.#places = Math.min(
      6,
      1 + Math.max(0, ...this.#numbers.map((number) => /\.(\d+)$/.exec(toText(number))?.[1]?.length ?? 0)),
    );
  }

  #lookFor(id: string, [operator, text]: Expression): void {
    const known = this.#lookedFor.get(id) ?? new Set<string>();
    this.#lookedFor.set(id, operator === 'text' && known !== 'any' ? known.add(text as string) : 'any');
  }

  /**
   * Valid answers to a question, as they would stand in the address.
   * @param given the answers before it that make a difference
   */
  of(question: Question, given: Given[], today: number): string[] {
    const scope = scopeOf(this.#graph, given, today);
    const valid = (text: string) => 'value' in readAnswer(question, text, scope);
    if (question.type === 'radio') return question.options.map(({ id }) => id).filter(valid);
    const keys = new Set<string>();
    const isLate = (question.group?.n ?? 0) > wholeRepetitions;
    const sensors = this.#sensorsFor(question, isLate).flatMap((sensor): LiveSensor[] => {
      const left = sensor.parts.map((one) => this.#residuals.keyOf(one, scope)).join(' ');
      const later = this.#openIn(left).filter(({ id }) => id !== question.id);
      // What is looked at at once may ask whether later ones were answered: asked(…).
      const now = later.length > 0 && this.#looksAtOnce(question).has(sensor.within);
      // The last number that is asked finds the limit with the others as they are; with many to come, examples tell little.
      const examples = later.filter(isTyped).length > 1 ? [] : [{ ...sensor, later }];
      if ((!now && examples.length === 0) || keys.has(left)) return [];
      keys.add(left);
      return now ? [...examples, { ...sensor, later: [] }] : examples;
    });
    // Answers before it that leave the same of all that it turns leave the same limits.
    const limits = [question.min, question.max, ...question.rules.map(({ must }) => must)].filter(
      (one) => one !== undefined,
    );
    const key = [question.id, today, ...keys, ...limits.map((one) => this.#residuals.keyOf(one, scope))].join(
      ' ',
    );
    const known = this.#known.get(key);
    if (known) return known;
    const all = this.#answersTo(question, given, scope, sensors).filter(valid);
    const most = question.type === 'checkbox' ? all.length : mostOfOne;
    if (!isLate && all.length > most) this.isCut = true;
    const answers = isLate ? [...new Set([...all.slice(0, 1), ...all.slice(-1)])] : all.slice(0, most);
    this.#known.set(key, answers);
    return answers;
  }

  /** @param onlyLimits where nothing counts but which answers will do */
  #sensorsFor({ id, min, max, rules }: Question, onlyLimits: boolean): Sensor[] {
    const key = onlyLimits ? `limits of ${id}` : id;
    let own = this.#sensorsOf.get(key);
    if (!own) {
      const limits = [min, max, ...rules.map(({ must }) => must)].flatMap((one) =>
        one ? [...walk(one)] : [],
      );
      own = this.#sensors.filter(
        ({ needs, within }) => needs.has(id) && (!onlyLimits || limits.includes(within)),
      );
      this.#sensorsOf.set(key, own);
    }
    return own;
  }

  /** Every part of what is looked at when the question is answered. */
  #looksAtOnce({ id }: Question): Set<Expression> {
    let parts = this.#atOnce.get(id);
    if (!parts) {
      const own = this.#reads.at.get(id) ?? [];
      const all = own.flatMap((one) => [one, ...[...this.#reads.valuesOf(one)].flatMap(expressionsOf)]);
      this.#atOnce.set(id, (parts = new Set(all.flatMap((one) => [...walk(one)]))));
    }
    return parts;
  }

  /** Questions that a remainder waits for. */
  #openIn(left: string): Question[] {
    const ids = new Set(Array.from(left.matchAll(/\?([a-z0-9.-]+)/g), ([, id]) => id!));
    return [...ids].flatMap((id) => questionOf(this.#graph, id) ?? []);
  }

  #answersTo(question: Question, given: Given[], scope: Scope, sensors: LiveSensor[]): string[] {
    if (question.type === 'checkbox') return this.#ticks(question);
    if (question.type === 'country') return this.#countries();
    return this.#numbersFor(question, given, scope, sensors);
  }

  /** Those that the tool names, and one that it does not. */
  #countries(): string[] {
    const named = countryCodes.filter((code) => this.#texts.has(code));
    return [...named, ...countryCodes.filter((code) => !named.includes(code)).slice(0, 1)];
  }

  /**
   * Every set of the choices that conditions name, with as many of the others as can make a difference: none or one, and where ticks are
   * counted each number of them.
   */
  #ticks(question: Question): string[] {
    const alone = question.options.filter((option) => option.alone).map(({ id }) => id);
    const free = question.options.filter((option) => !option.alone).map(({ id }) => id);
    const asked = this.#lookedFor.get(question.id);
    const named = free.filter((id) => asked === 'any' || asked?.has(id));
    const others = free.filter((id) => !named.includes(id));
    if (named.length > mostCombined) {
      this.isCut = true;
      others.push(...named.splice(mostCombined));
    }
    const most = this.#countsTicks ? others.length : Math.min(1, others.length);
    const sets = Array.from({ length: 2 ** named.length }, (_, bits) =>
      named.filter((_id, i) => (bits >> i) & 1),
    );
    const combined = sets.flatMap((set) =>
      Array.from({ length: most + 1 }, (_, count) => [...set, ...others.slice(0, count)]),
    );
    return [...alone.map((id) => [id]), ...combined].map((ids) => ids.join(',')).filter(Boolean);
  }

  #numbersFor(question: Question, given: Given[], scope: Scope, sensors: LiveSensor[]): string[] {
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
    const compared = sensors.flatMap(({ parts }) =>
      parts.flatMap(([operator, text]) => (operator === 'number' ? [readExact(text as string)!] : [])),
    );
    const starts = [
      least,
      most,
      snap(most),
      ...this.#startsFor(question, scope).flatMap(near),
      ...compared.flatMap((number) => [snap(number), number]),
    ].filter(isIn);
    const points = sorted([...starts, ...this.#middles(sorted(starts), middle)].filter(isIn));
    const limits: Exact[] = [];
    const viewsOf = this.#viewsOf(question, given, scope.today);
    const looks = sensors.flatMap(({ parts: [left, right], later }) =>
      viewsOf(later).map((scopeAt) =>
        remembered((number) =>
          right ? signOf(left, right, scopeAt(number)) : lookOf(left, scopeAt(number)),
        ),
      ),
    );
    for (const lookAt of looks) {
      for (const [i, to] of points.entries())
        if (i > 0) limits.push(...turns(points[i - 1]!, to, lookAt, grid, snap));
    }
    const all = sorted([...points, ...limits].filter(isIn));
    const seen = all.map((number) => looks.map((lookAt) => lookAt(number)).join(' '));
    // Of neighbours that look alike the first and the last stand for all.
    const ends = all.filter((_, i) => seen[i] !== seen[i - 1] || seen[i] !== seen[i + 1]);
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
  #viewsOf(question: Question, given: Given[], today: number): (later: Question[]) => View[] {
    const known = new Map<string, View[]>();
    return (later) => {
      const key = later.map(({ id }) => id).join(' ');
      let views = known.get(key);
      if (!views) known.set(key, (views = this.#views(question, given, later, today)));
      return views;
    };
  }

  #views(question: Question, given: Given[], later: Question[], today: number): View[] {
    const examples = later.map((one) => this.#examples(one, given, today));
    const sets = Math.min(mostExamples, Math.max(1, ...examples.map(({ length }) => length)));
    return Array.from({ length: sets }, (_, set) => {
      const others = examples.map((list) => list[set % list.length]!);
      const scopes = new Map<number, Scope>();
      return (number: Exact) => {
        const key = keyOf(number);
        let scope = scopes.get(key);
        if (!scope) {
          const own: Given = { question, answer: numberAnswer(question, number), value: number };
          scopes.set(key, (scope = scopeOf(this.#graph, [...given, own, ...others], today)));
        }
        return scope;
      };
    });
  }

  /** Answers to a question that is still to come: of a number the least and the most, and where it turns something by itself. */
  #examples(question: Question, given: Given[], today: number): Given[] {
    const { type, options } = question;
    const as = (value: Value, answer = String(value)): Given => ({ question, answer, value });
    if (type === 'radio') return options.map(({ id }) => as(id));
    if (type === 'checkbox')
      return [options.map(({ id }) => id), ...options.map(({ id }) => [id])].map((ids) => as(ids));
    if (type === 'country') return this.#countries().map((code) => as(code));
    const scope = scopeOf(this.#graph, given, today);
    const sensors = this.#sensorsFor(question, false).flatMap((sensor): LiveSensor[] => {
      if (sensor.parts.length < 2) return [];
      const left = sensor.parts.map((one) => this.#residuals.keyOf(one, scope)).join(' ');
      return this.#openIn(left).every(({ id }) => id === question.id) ? [{ ...sensor, later: [] }] : [];
    });
    const [first, ...others] = this.#numbersFor(question, given, scope, sensors);
    const answers = first === undefined ? [] : [first, ...others.slice(-1), ...others.slice(0, -1)];
    return answers.map((answer) =>
      as(type === 'date' ? whole(readDay(answer)!) : readExact(answer)!, answer),
    );
  }
}

function isTyped({ type }: Question): boolean {
  return !['radio', 'checkbox', 'country'].includes(type);
}

/** What can be told of a number. */
type Look = (number: Exact) => number | string | undefined;

/** Answers that a reader can tell apart stay apart; as text, these keys would take a third of the time. */
function keyOf({ n, d }: Exact): number {
  return Number(n) / Number(d);
}

/** Halving comes back to the same numbers. */
function remembered(lookAt: Look): Look {
  const known = new Map<number, number | string | undefined>();
  return (number) => {
    const key = keyOf(number);
    if (!known.has(key)) known.set(key, lookAt(number));
    return known.get(key);
  };
}

/** Which of two is larger, or whether two texts are the same; nothing where that can't be told. */
function signOf(left: Expression, right: Expression, scope: Scope): number | string | undefined {
  const [a, b] = [evaluate(left, scope), evaluate(right, scope)];
  if (a instanceof Trouble || b instanceof Trouble) return undefined;
  return isExact(a) && isExact(b) ? compare(a, b) : String(a === b);
}

/** Numbers that a sum gives differ everywhere, and only that it gives one counts; rows of a table differ where a new one begins. */
function lookOf(expression: Expression, scope: Scope): string {
  const value = evaluate(expression, scope);
  if (value instanceof Trouble) return `!${value.is}`;
  return isExact(value) && expression[0] !== 'rate'
    ? 'number'
    : JSON.stringify(isExact(value) ? toText(value) : value);
}

/** The numbers around which something changes between two points: both sides of each change. */
function turns(from: Exact, to: Exact, lookAt: Look, grid: Exact, snap: (number: Exact) => Exact): Exact[] {
  const [a, b] = [lookAt(from), lookAt(to)];
  if (a === b || a === undefined || b === undefined) return [];
  const between = snap(divide(add(from, to), whole(2))!);
  if (compare(between, from) <= 0) {
    const next = add(between, grid);
    if (compare(next, to) >= 0) return [from, to];
    return [...turns(from, next, lookAt, grid, snap), ...turns(next, to, lookAt, grid, snap)];
  }
  return [...turns(from, between, lookAt, grid, snap), ...turns(between, to, lookAt, grid, snap)];
}

function sorted(numbers: Exact[]): Exact[] {
  const ordered = numbers.toSorted(compare);
  return ordered.filter((number, i) => i === 0 || compare(number, ordered[i - 1]!) !== 0);
}

function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of expression) if (Array.isArray(part)) yield* walk(part as unknown as Expression);
}
