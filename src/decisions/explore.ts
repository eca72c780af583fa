/**
 * Walks a tool through every answer that can make a difference. Answers that nothing reads any more are forgotten on the way, so that
 * routes which multiply meet again; each state is looked at once and its routes are counted, not listed.
 */
import { readAnswer } from './answer.ts';
import { plusMonths, readDay } from './calendar.ts';
import { evaluate, holds, namesIn, Trouble, type Expression } from './expression.ts';
import { outcomeOf, questionOf, type Derived, type Graph, type Outcome, type Question } from './graph.ts';
import { expressionsOf, readsOf, type Reads } from './reads.ts';
import { Residuals } from './residual.ts';
import { follow, scopeOf, type Given, type Next } from './replay.ts';
import { Representatives } from './representatives.ts';
import { States } from './states.ts';

export interface Walk {
  /** Ways to answer from the first question to an outcome; answers to a number that make no difference are one way. */
  routes: bigint;
  /** How many of them end at each outcome, by its id, in the order of the file. */
  to: Map<string, bigint>;
  /** Questions on the longest one. */
  longest: number;
  /** Ids of questions and outcomes that some answers reach. */
  reached: Set<string>;
  /** Routes, rows and passages whose condition decided somewhere. */
  taken: Set<object>;
  troubles: Found[];
  loops: { at: string; given: Given[]; circle: string[] }[];
  /** Questions that no answer fits, with answers that lead there. */
  closed: { at: string; given: Given[] }[];
  /** Whether all was looked at. Without it, what was not seen may still be there. */
  complete: boolean;
}

/** A trouble with answers that lead to it. */
export interface Found {
  trouble: Trouble;
  /** Id of the question or outcome. */
  at: string;
  given: Given[];
  /** The day on which they were given. */
  today: number;
}

/** Answers tried in all states together: a few seconds of work. More would tell little. */
const mostAnswers = 60_000;

/** The day on which tools are proved that read `today` and hold no dates of their own. */
const provedOn = readDay('2026-06-15')!;

interface Counted {
  to: Map<string, bigint>;
  longest: number;
}

/** @param shown formulas and conditions in the text of outcomes, by outcome */
export function walkThrough(graph: Graph, shown: Map<string, Expression[]>, readsToday: boolean): Walk {
  const walker = new Walker(graph, shown);
  const days = readsToday ? daysToProve(graph, [...walker.expressions()]) : [provedOn];
  return walker.walk(days);
}

/** The day that stands for today where one day is enough: the last on which a period begins. */
export function provingDay({ tables }: Graph): number {
  const begins = tables.flatMap(({ rows }) => rows.map(({ from }) => from));
  return begins.length > 0 ? Math.max(...begins) : provedOn;
}

/** More days would each take a walk of their own. */
const mostDays = 8;
/** Days before and after the usual one among which those are looked for that decide something by themselves. */
const daysAround = 550;

/** With dated tables the first and the last day of each period, and days that decide something by themselves: `month(today) = 12`. */
function daysToProve(graph: Graph, expressions: Expression[]): number[] {
  const ends = graph.tables.flatMap(({ rows }) =>
    rows.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [to])]),
  );
  const usual =
    ends.length > 0
      ? [...new Set(ends)].sort((a, b) => a - b).slice(-mostDays)
      : [plusMonths(provedOn, 30), plusMonths(provedOn, 7), provedOn];
  const alone = expressions.filter((one) => ![...namesIn(one)].length && readsDay(one));
  const seen = new Set<string>();
  const lookOn = (today: number) => {
    const scope = scopeOf(graph, [], today);
    return alone.map((one) => JSON.stringify(holds(one, scope))).join(' ');
  };
  for (const day of usual) seen.add(lookOn(day));
  const others: number[] = [];
  const compared = alone.flatMap((one) =>
    [...JSON.stringify(one).matchAll(/"number","(\d{5})"/g)].map(([, day]) => Number(day)),
  );
  const around = Array.from(
    { length: alone.length > 0 ? 2 * daysAround : 0 },
    (_, i) => provedOn - daysAround + i,
  );
  for (const day of [...around, ...compared.flatMap((limit) => [limit - 1, limit, limit + 1])]) {
    const look = lookOn(day);
    if (seen.has(look) || others.length >= mostDays) continue;
    seen.add(look);
    others.push(day);
  }
  // The last one counts the routes.
  return [...others, ...usual];
}

/** Whether something depends on the day on which it is asked. */
function readsDay(expression: Expression): boolean {
  return JSON.stringify(expression).includes('["today"]');
}

class Walker {
  readonly #graph: Graph;
  readonly #reads: Reads;
  readonly #shown: Map<string, Expression[]>;
  readonly #answers: Representatives;
  readonly #known = new Map<string, Counted>();
  readonly #walk: Walk = {
    routes: 0n,
    to: new Map(),
    longest: 0,
    reached: new Set(),
    taken: new Set(),
    troubles: [],
    loops: [],
    closed: [],
    complete: true,
  };
  #tried = 0;
  /** What stands for a trouble that was told already. */
  readonly #told = new Set<string>();
  readonly #states: States;

  constructor(graph: Graph, shown: Map<string, Expression[]>) {
    this.#graph = graph;
    this.#shown = shown;
    this.#reads = readsOf(graph, shown);
    const residuals = new Residuals(graph);
    this.#answers = new Representatives(graph, this.#reads, residuals);
    this.#states = new States(graph, this.#reads, residuals);
  }

  /** Conditions of every kind, down to those within others. */
  *expressions(): Generator<Expression> {
    for (const one of new Set([...this.#reads.at.values()].flat())) {
      for (const value of this.#reads.valuesOf(one))
        for (const inner of expressionsOf(value)) yield* conditionsIn(inner);
      yield* conditionsIn(one);
    }
  }

  walk(days: number[]): Walk {
    const first = this.#graph.questions[0]!;
    for (const today of days) {
      const state = this.#states.keyOf(first.id, [], today);
      const { to, longest } = this.#from(first, state, { live: [], path: [], today });
      // The day is nothing that the reader answers: the routes of the last one are those of the tool.
      this.#walk.to = new Map(this.#graph.outcomes.map(({ id }) => [id, to.get(id) ?? 0n]));
      this.#walk.longest = longest;
    }
    if (this.#answers.isCut) this.#walk.complete = false;
    this.#walk.routes = [...this.#walk.to.values()].reduce((sum, routes) => sum + routes, 0n);
    return this.#walk;
  }

  /**
   * @param state its key; @param live answers that make a difference from here on; @param path all answers, for examples
   */
  #from(
    question: Question,
    state: string,
    { live, path, today }: { live: Given[]; path: Given[]; today: number },
  ): Counted {
    this.#walk.reached.add(question.id);
    const key = `${today} ${state}`;
    const known = this.#known.get(key);
    if (known) return known;
    const counted: Counted = { to: new Map(), longest: 1 };
    this.#known.set(key, counted);
    const answers = this.#answers.of(question, live, today);
    if (answers.length === 0) this.#close(question, path);
    const alike = new Set<string>();
    for (const answer of answers) {
      if (++this.#tried > mostAnswers) {
        this.#walk.complete = false;
        break;
      }
      this.#answer(question, answer, { live, path, today, counted, alike });
    }
    return counted;
  }

  #answer(
    question: Question,
    answer: string,
    {
      live,
      path,
      today,
      counted,
      alike,
    }: { live: Given[]; path: Given[]; today: number; counted: Counted; alike: Set<string> },
  ): void {
    const before = scopeOf(this.#graph, live, today);
    const read = readAnswer(question, answer, before);
    if (!('value' in read)) return;
    const given: Given = { question, answer, value: read.value };
    const [now, all] = [
      [...live, given],
      [...path, given],
    ];
    const scope = scopeOf(this.#graph, now, today);
    for (const limit of [question.min, question.max, ...question.rules.map(({ must }) => must)]) {
      const value = limit && evaluate(limit, scope);
      if (value instanceof Trouble) this.#tell(value, question.id, all, today);
    }
    const next = follow(this.#graph, question, read.value, scope);
    this.#note(question, next, scope);
    if ('trouble' in next) return this.#tell(next.trouble, question.id, all, today);
    const kept = now.filter((one) => this.#reads.live.get(next.go)!.has(one.question.id));
    // Numbers that lead on alike are one way; each choice is a way of its own.
    const key = this.#states.keyOf(next.go, kept, today);
    if (question.type !== 'radio' && alike.has(key)) return;
    alike.add(key);
    const outcome = outcomeOf(this.#graph, next.go);
    if (outcome) {
      this.#finish(outcome, kept, all, today);
      return merge(counted, { to: new Map([[outcome.id, 1n]]), longest: 0 });
    }
    const circle = all.findIndex((one) => one.question.id === next.go);
    if (circle >= 0) {
      if (!this.#told.has(`loop ${next.go}`)) {
        this.#told.add(`loop ${next.go}`);
        this.#walk.loops.push({
          at: question.id,
          given: all,
          circle: [...all.slice(circle).map((one) => one.question.id), next.go],
        });
      }
      return;
    }
    merge(counted, this.#from(questionOf(this.#graph, next.go)!, key, { live: kept, path: all, today }));
  }

  /** Remembers what decided, down to the rows of the tables that were looked at. */
  #note(question: Question, next: Next, scope: ReturnType<typeof scopeOf>): void {
    for (const { route } of next.fired) this.#walk.taken.add(route);
    // Of several that lead to one place the others hold too.
    for (const route of question.first ? [] : question.routes)
      if (route.if && !this.#walk.taken.has(route) && holds(route.if, scope) === true)
        this.#walk.taken.add(route);
    if ('score' in next && next.score?.knockedOut !== undefined) {
      const knockout = this.#graph.scoring?.knockouts.find(({ say }) => say === next.score?.knockedOut);
      if (knockout) this.#walk.taken.add(knockout);
    }
    for (const expression of this.#reads.at.get(question.id) ?? []) this.#noteRows(expression, scope);
  }

  #noteRows(expression: Expression, scope: ReturnType<typeof scopeOf>): void {
    for (const value of this.#reads.valuesOf(expression)) {
      if (value.table) for (const row of fittingRows(value, scope)) this.#walk.taken.add(row);
    }
  }

  #finish(outcome: Outcome, live: Given[], path: Given[], today: number): void {
    this.#walk.reached.add(outcome.id);
    const scope = scopeOf(this.#graph, live, today);
    for (const expression of this.#shown.get(outcome.id) ?? []) {
      const value = evaluate(expression, scope);
      if (value instanceof Trouble) this.#tell(value, outcome.id, path, today);
      else if (value === true) this.#walk.taken.add(expression);
      this.#noteRows(expression, scope);
    }
  }

  #tell(trouble: Trouble, at: string, given: Given[], today: number): void {
    const key = `${trouble.is} ${trouble.of} ${at}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#walk.troubles.push({ trouble, at, given, today });
  }

  #close(question: Question, given: Given[]): void {
    if (this.#told.has(`closed ${question.id}`)) return;
    this.#told.add(`closed ${question.id}`);
    this.#walk.closed.push({ at: question.id, given });
  }
}

/** Rows of a decision table that hold with these answers; nothing where they can't be worked out. */
function fittingRows({ table }: Derived, scope: ReturnType<typeof scopeOf>): object[] {
  const rows: object[] = [];
  for (const row of table!.rows) {
    if (!row.if || holds(row.if, scope) !== true) continue;
    rows.push(row);
    if (table!.hit === 'first') break;
  }
  const otherwise = table!.rows.find((row) => !row.if);
  return rows.length === 0 && otherwise ? [otherwise] : rows;
}

function merge(counted: Counted, { to, longest }: Counted): void {
  for (const [id, routes] of to) counted.to.set(id, (counted.to.get(id) ?? 0n) + routes);
  counted.longest = Math.max(counted.longest, 1 + longest);
}

/** Parts that hold or do not. */
function* conditionsIn(expression: Expression): Generator<Expression> {
  if (/^([<>]=?|!?=|in|working-day)$/.test(expression[0])) yield expression;
  for (const part of expression as readonly unknown[])
    if (Array.isArray(part)) yield* conditionsIn(part as unknown as Expression);
}
