/**
 * What an edit does to a tool's answers: the same answers, another outcome. Two versions are walked side by side with the answers that
 * make a difference in either, and states are counted once, because routes can be exponentially many.
 */
import { readAnswer } from './answer.ts';
import { proveTool } from './analysis.ts';
import type { Tool } from './compile.ts';
import { provingDay } from './explore.ts';
import { outcomeOf, questionOf, type Graph, type Outcome, type Question } from './graph.ts';
import { readsOf, type Reads } from './reads.ts';
import { follow, scopeOf, type Given } from './replay.ts';
import { Representatives } from './representatives.ts';
import { Residuals } from './residual.ts';
import { States } from './states.ts';

/** A route whose end differs. One that has no `before` is new, one that has no `after` is gone. */
export interface ChangedRoute {
  /** The answers in their order, worded as they are now; a route that is gone, as they were. */
  given: Given[];
  before?: Outcome;
  after?: Outcome;
}

export interface Comparison {
  /** The first ones, in the order of the questions. */
  routes: ChangedRoute[];
  /** How many there are in all. Answers to a number that make no difference are one route. */
  count: bigint;
  /** Whether all answers were compared. Tools that are too large to be walked through are not. */
  complete: boolean;
  /** Outcomes that kept their id and say something else. */
  reworded: { before: Outcome; after: Outcome }[];
}

/**
 * Compares two versions of a tool by the ids of its questions, answers and outcomes.
 * @param before and after: tools without faults (see analysis.ts)
 * @param most how many routes to list
 */
export function compareTools(before: Tool, after: Tool, most: number): Comparison {
  const walk = new SideBySide(new Side(before), new Side(after));
  const { count, routes } = walk.changed(most);
  const reworded = before.outcomes.flatMap((old) => {
    const now = after.outcomes.find(({ id }) => id === old.id);
    return now && now.verdict !== old.verdict ? [{ before: old, after: now }] : [];
  });
  return { routes, count, complete: walk.complete, reworded };
}

/** Answers tried in all states together: a few seconds of work. */
const mostAnswers = 60_000;

/** One version of the tool. */
class Side {
  readonly graph: Graph;
  readonly #reads: Reads;
  readonly #answers: Representatives;
  readonly #states: States;
  readonly #today: number;

  constructor(tool: Tool) {
    const { graph, shown } = proveTool(tool).compiled;
    this.graph = graph;
    // What an outcome says is compared as a whole; only where answers lead is walked.
    this.#reads = readsOf(graph, new Map([...shown].map(([id]) => [id, []])));
    const residuals = new Residuals(graph);
    this.#answers = new Representatives(graph, this.#reads, residuals);
    this.#states = new States(graph, this.#reads, residuals);
    this.#today = provingDay(graph);
  }

  answersTo(question: Question, live: Given[]): string[] {
    return this.#answers.of(question, this.#own(live), this.#today);
  }

  /** Where an answer leads; nothing where this version refuses it. */
  step(question: Question, answer: string, live: Given[]): { given: Given; go?: string } | undefined {
    const own = this.#own(live);
    const read = readAnswer(question, answer, scopeOf(this.graph, own, this.#today));
    if (!('value' in read)) return undefined;
    const option = question.options.find(({ id }) => id === answer);
    const given: Given = { question, answer, value: read.value, ...(option && { option }) };
    const next = follow(this.graph, question, read.value, scopeOf(this.graph, [...own, given], this.#today));
    return { given, ...('go' in next && { go: next.go }) };
  }

  isLive(node: string | undefined, id: string): boolean {
    return node !== undefined && (this.#reads.live.get(node)?.has(id) ?? false);
  }

  /** Equal where nothing that follows in this version can tell the answers apart. */
  keyOf(node: string | undefined, live: Given[]): string {
    if (node === undefined) return '';
    return this.#states.keyOf(
      node,
      this.#own(live).filter(({ question }) => this.isLive(node, question.id)),
      this.#today,
    );
  }

  /** Answers as this version understands them: an edit can turn a number into a choice. */
  #own(live: Given[]): Given[] {
    return live.flatMap(({ question: { id }, answer }) => {
      const question = questionOf(this.graph, id);
      const read = question && readAnswer(question, answer, scopeOf(this.graph, [], this.#today));
      return read && 'value' in read ? [{ question, answer, value: read.value }] : [];
    });
  }
}

/** Where the same answers have led in each version; nothing in the one that does not know them. */
interface Pair {
  before?: string;
  after?: string;
}

interface Branch {
  given: Given;
  next: Pair;
  live: Given[];
}

class SideBySide {
  readonly #before: Side;
  readonly #after: Side;
  readonly #counted = new Map<string, bigint>();
  #tried = 0;
  complete = true;

  constructor(before: Side, after: Side) {
    this.#before = before;
    this.#after = after;
  }

  changed(most: number): Pick<Comparison, 'count' | 'routes'> {
    const start: Pair = {
      before: this.#before.graph.questions[0]!.id,
      after: this.#after.graph.questions[0]!.id,
    };
    return { count: this.#count(start, []), routes: [...this.#routes(start, [], []).take(most)] };
  }

  /** At the same question the versions are answered together. At different places they part: what was asked is gone, what is asked is new. */
  #branches({ before, after }: Pair, live: Given[]): Branch[] {
    const old = before === undefined ? undefined : questionOf(this.#before.graph, before);
    const now = after === undefined ? undefined : questionOf(this.#after.graph, after);
    if (old && now && old.id === now.id) return this.#together(old, now, live);
    return [
      ...(old ? this.#alone(this.#before, old, 'before', live) : []),
      ...(now ? this.#alone(this.#after, now, 'after', live) : []),
    ];
  }

  #together(old: Question, now: Question, live: Given[]): Branch[] {
    const answers = new Set([...this.#after.answersTo(now, live), ...this.#before.answersTo(old, live)]);
    return this.#distinct(
      now,
      [...answers].flatMap((answer) => {
        const [was, is] = [this.#before.step(old, answer, live), this.#after.step(now, answer, live)];
        const given = is?.given ?? was?.given;
        return given ? [this.#branch(given, { before: was?.go, after: is?.go }, live)] : [];
      }),
    );
  }

  #alone(side: Side, question: Question, which: keyof Pair, live: Given[]): Branch[] {
    const steps = side.answersTo(question, live).flatMap((answer) => side.step(question, answer, live) ?? []);
    return this.#distinct(
      question,
      steps.map(({ given, go }) => this.#branch(given, { [which]: go }, live)),
    );
  }

  #branch(given: Given, next: Pair, live: Given[]): Branch {
    const kept = [...live, given].filter(
      ({ question: { id } }) => this.#before.isLive(next.before, id) || this.#after.isLive(next.after, id),
    );
    return { given, next, live: kept };
  }

  /** Each choice is a route of its own; numbers that lead on alike are one. */
  #distinct(question: Question, branches: Branch[]): Branch[] {
    if (question.type === 'radio') return branches;
    return [
      ...new Map(
        branches.toReversed().map((branch) => [this.#keyOf(branch.next, branch.live), branch]),
      ).values(),
    ].reverse();
  }

  #keyOf({ before, after }: Pair, live: Given[]): string {
    return `${this.#before.keyOf(before, live)} | ${this.#after.keyOf(after, live)}`;
  }

  /** The routes that end with the pair itself: one where an outcome was changed, came or went. */
  #endsHere({ before, after }: Pair): Omit<ChangedRoute, 'given'> | undefined {
    const old = before === undefined ? undefined : outcomeOf(this.#before.graph, before);
    const now = after === undefined ? undefined : outcomeOf(this.#after.graph, after);
    return old?.id === now?.id ? undefined : { before: old, after: now };
  }

  #count(pair: Pair, live: Given[]): bigint {
    const key = this.#keyOf(pair, live);
    const known = this.#counted.get(key);
    if (known !== undefined) return known;
    const here = this.#endsHere(pair) ? 1n : 0n;
    const branches = this.#branches(pair, live);
    this.#tried += branches.length;
    if (this.#tried > mostAnswers) this.complete = false;
    const count = this.complete
      ? branches.reduce((sum, branch) => sum + this.#count(branch.next, branch.live), here)
      : here;
    this.#counted.set(key, count);
    return count;
  }

  /** Passes by what is known to hold no change, so that the first ones are found at once in any graph. */
  *#routes(pair: Pair, live: Given[], given: Given[]): Generator<ChangedRoute, undefined> {
    if (this.#count(pair, live) === 0n) return;
    const end = this.#endsHere(pair);
    if (end) yield { given, ...end };
    for (const branch of this.#branches(pair, live))
      yield* this.#routes(branch.next, branch.live, [...given, branch.given]);
  }
}
