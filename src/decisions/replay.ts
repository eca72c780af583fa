/** Answers → where the tool stands. Pure: the same answers and the same day give the same state in the build, in tests and in the browser. */
import { readAnswer, type AnswerFault } from './answer.ts';
import {
  evaluate,
  holds,
  isExact,
  Trouble,
  type AnswerScope,
  type Expression,
  type Scope,
  type Value,
} from './expression.ts';
import { add, readExact, whole, zero, type Exact } from './exact.ts';
import {
  outcomeOf,
  questionOf,
  type Answers,
  type Derived,
  type Graph,
  type Option,
  type Outcome,
  type Question,
  type Route,
} from './graph.ts';
import { scoreOf, type Score } from './score.ts';

export interface Given<Q extends Question = Question> {
  question: Q;
  /** As it stands in the address. */
  answer: string;
  value: Value;
  /** Of a question with one choice, what was chosen. */
  option?: Option;
}

/** A condition that held and led on. */
export interface Fired {
  /** The question after whose answer it was asked. */
  after: string;
  route: Route;
}

export interface State<Q extends Question = Question, O extends Outcome = Outcome> {
  /** The answers that count, in the order of the questions asked. */
  given: Given<Q>[];
  /** What stands before the reader: a question without a valid answer, or an outcome. */
  at: { question: Q; fault?: AnswerFault; trouble?: Trouble } | { outcome: O };
  /** Names of answers that this route does not ask for. */
  unused: string[];
  fired: Fired[];
  score?: Score;
  scope: Scope;
}

/** What can be set from outside. */
export interface Circumstances {
  /** Today where the reader is, as a number (see calendar.ts). */
  today: number;
  /** Weights that the reader has changed, by criterion. */
  weights?: Record<string, number>;
}

/**
 * Follows the answers from the first question. Never throws on answers: unknown names are left aside, and at an answer that does not do
 * the tool stands.
 * @param graph one whose faults were found empty (see analysis.ts)
 */
export function replay<Q extends Question, O extends Outcome>(
  graph: Graph<Q, O>,
  answers: Answers,
  { today, weights = {} }: Circumstances,
): State<Q, O> {
  const given: Given<Q>[] = [];
  const fired: Fired[] = [];
  const scope = scopeOf(graph, given, today);
  const rest = () => ({ given, fired, scope, unused: unusedNames(answers, given) });
  let question = graph.questions[0]!;
  for (;;) {
    const text = Object.hasOwn(answers, question.id) ? answers[question.id]! : undefined;
    if (text === undefined || given.some((one) => one.question.id === question.id))
      return { at: { question }, ...rest() };
    const read = readAnswer(question, text, scope);
    if ('fault' in read) return { at: { question, fault: read.fault }, ...rest() };
    given.push(givenAs(question, text, read.value));
    scope.forget();
    const next = follow(graph, question, read.value, scope, weights);
    fired.push(...next.fired);
    if ('trouble' in next) {
      given.pop();
      scope.forget();
      return { at: { question, trouble: next.trouble }, ...rest() };
    }
    const outcome = outcomeOf(graph, next.go);
    if (outcome) return { at: { outcome }, ...rest(), ...(next.score && { score: next.score }) };
    question = questionOf(graph, next.go)!;
  }
}

function givenAs<Q extends Question>(question: Q, answer: string, value: Value): Given<Q> {
  const option = question.type === 'radio' ? question.options.find(({ id }) => id === value) : undefined;
  return { question, answer, value, ...(option && { option }) };
}

function unusedNames(answers: Answers, given: Given[]): string[] {
  return Object.keys(answers).filter((name) => !given.some(({ question }) => question.id === name));
}

/** Where an answer leads: to a question or an outcome. */
export type Next = { fired: Fired[] } & ({ go: string; score?: Score } | { trouble: Trouble });

/** Follows an answer through conditions, ends of repetitions and scores, until something is to be asked or told. */
export function follow(
  graph: Graph,
  question: Question,
  value: Value,
  scope: Scope,
  weights: Record<string, number> = {},
): Next {
  const option = question.type === 'radio' ? question.options.find(({ id }) => id === value) : undefined;
  const fired: Fired[] = [];
  const failed = (trouble: Trouble): Next => ({ trouble, fired });
  let go = option?.go;
  let routes = question.routes;
  let first = question.first === true;
  for (let steps = 0; steps <= graph.junctions.length; steps++) {
    if (go === undefined) {
      const taken = takeRoute(routes, scope, first);
      if (taken instanceof Trouble) return failed(taken.of ? taken : new Trouble(taken.is, question.id));
      if (taken.if) fired.push({ after: question.id, route: taken });
      go = taken.go;
    }
    if (go === graph.scoring?.id) {
      const score = scoreOf(graph, graph.scoring, scope, weights);
      return score instanceof Trouble ? failed(score) : { go: score.go, score, fired };
    }
    const junction = graph.junctions.find(({ id }) => id === go);
    if (!junction) return { go, fired };
    go = undefined;
    routes = junction.routes;
    first = true;
  }
  return failed(new Trouble('none-fits', question.id));
}

/** The route whose condition holds, or the one without a condition. */
function takeRoute(routes: Route[], scope: Scope, first: boolean): Route | Trouble {
  let taken: Route | undefined;
  for (const route of routes) {
    if (!route.if) continue;
    const fits = holds(route.if, scope);
    if (fits instanceof Trouble) return fits;
    if (!fits) continue;
    if (first) return route;
    if (taken && taken.go !== route.go) return new Trouble('several-fit');
    taken ??= route;
  }
  return taken ?? routes.find((route) => !route.if) ?? new Trouble('none-fits');
}

/** A scope over the answers given so far. Values are worked out when they are asked for, once until an answer is added. */
export function scopeOf(graph: Graph, given: Given[], today: number): AnswerScope & { forget(): void } {
  const known = new Map<string, Value | Trouble>();
  const scope = {
    today,
    forget: () => known.clear(),
    answering: (id: string, value: Value) =>
      scopeOf(graph, [...given.filter(({ question }) => question.id !== id), tried(graph, id, value)], today),
    isAnswered: (id: string) => given.some(({ question }) => question.id === id),
    valueOf(id: string): Value | Trouble {
      const answer = given.find(({ question }) => question.id === id);
      if (answer) return answer.value;
      const derived = graph.values.find((value) => value.id === id);
      if (!derived) return new Trouble('unanswered', id);
      const kept = known.get(id);
      if (kept !== undefined) return kept;
      const value = deriveValue(derived, scope);
      known.set(id, value);
      return value;
    },
    rateOn(id: string, day: number): Exact | Trouble {
      const rows = graph.tables.find((table) => table.id === id)?.rows ?? [];
      const row = rows.find(({ from, to }) => from <= day && (to === undefined || day <= to));
      return (row && amountOf(row)) ?? new Trouble('no-row', id);
    },
    holidays: (id: string) => holidaysOf(graph.holidays[id] ?? none),
  };
  return scope;
}

// Read once: proofs come by each of them thousands of times.
const amounts = new WeakMap<object, Exact | undefined>();
const holidays = new WeakMap<number[], ReadonlySet<number>>();
const none: number[] = [];

function amountOf(row: { is: string }): Exact | undefined {
  if (!amounts.has(row)) amounts.set(row, readExact(row.is));
  return amounts.get(row);
}

function holidaysOf(days: number[]): ReadonlySet<number> {
  const known = holidays.get(days) ?? new Set(days);
  holidays.set(days, known);
  return known;
}

function tried(graph: Graph, id: string, value: Value): Given {
  return { question: questionOf(graph, id)!, answer: '', value };
}

/** A derived value, by its formula or its decision table. */
export function deriveValue({ id, is, table }: Derived, scope: Scope): Value | Trouble {
  if (is) return evaluate(is, scope);
  if (!table) return new Trouble('shape', id);
  const { hit, as, rows } = table;
  const fitting: Expression[] = [];
  for (const row of rows) {
    if (!row.if) continue;
    const fits = holds(row.if, scope);
    if (fits instanceof Trouble) return fits;
    if (fits) fitting.push(row.is);
    if (fits && hit === 'first') break;
  }
  const otherwise = rows.find((row) => !row.if);
  if (fitting.length === 0 && otherwise) fitting.push(otherwise.is);
  const values: Value[] = [];
  for (const expression of fitting) {
    const value = evaluate(expression, scope);
    if (value instanceof Trouble) return value;
    values.push(value);
  }
  if (hit === 'collect') return collected(values, as ?? 'list', id);
  if (values.length === 0) return new Trouble('none-fits', id);
  return values.length > 1 ? new Trouble('several-fit', id) : values[0]!;
}

function collected(values: Value[], as: NonNullable<Derived['table']>['as'], id: string): Value | Trouble {
  if (as === 'list') return values.filter((value) => typeof value === 'string');
  const numbers = values.filter(isExact);
  if (as === 'count') return whole(values.length);
  if (as === 'sum') return numbers.reduce(add, zero);
  if (numbers.length === 0) return new Trouble('none-fits', id);
  return evaluateBest(as === 'min' ? 'min' : 'max', numbers);
}

function evaluateBest(which: 'min' | 'max', numbers: Exact[]): Value {
  const sign = which === 'min' ? -1n : 1n;
  return numbers.reduce((a, b) => ((b.n * a.d - a.n * b.d) * sign > 0n ? b : a));
}

/** `standard=yes&seen=no` ↔ answers. The address's fragment, which no server sees. */
export function answersFromFragment(fragment: string): Answers {
  const answers: Answers = Object.create(null) as Answers;
  for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    if (/^[a-z0-9-]+(\.\d+\.[a-z0-9-]+)?$/.test(name) && /^[\w.,-]{1,400}$/.test(value))
      answers[name] = value;
  }
  return answers;
}

/** Names and answers hold only letters, digits, hyphens, points and commas, which stand in an address as they are. */
export function fragmentFromAnswers(answers: Answers): string {
  return Object.entries(answers)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

export function answersOf(given: Given[]): Answers {
  return Object.fromEntries(given.map(({ question, answer }) => [question.id, answer]));
}
