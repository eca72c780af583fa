/**
 * What an edit does to a tool's answers: the same answers, another outcome. Two graphs are walked side by side, and pairs of nodes
 * are counted once, because routes can be exponentially many.
 */
import { outcomeOf, questionOf, type Graph, type Option, type Outcome } from './graph.ts';
import type { Given } from './replay.ts';

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
  /** How many there are in all. */
  count: bigint;
  /** Outcomes that kept their id and say something else. */
  reworded: { before: Outcome; after: Outcome }[];
}

/**
 * Compares two versions of a tool by the ids of its questions, answers and outcomes.
 * @param before and after: graphs whose faults were found empty (see analysis.ts)
 * @param most how many routes to list
 */
export function compareTools(before: Graph, after: Graph, most: number): Comparison {
  const pair = { before: before.questions[0]!.id, after: after.questions[0]!.id };
  const counted = new Map<string, bigint>();
  const count = countIn({ before, after }, pair, counted);
  const routes = [...changedRoutes({ before, after }, pair, [], counted).take(most)];
  const reworded = before.outcomes.flatMap((old) => {
    const now = outcomeOf(after, old.id);
    return now && now.verdict !== old.verdict ? [{ before: old, after: now }] : [];
  });
  return { routes, count, reworded };
}

interface Graphs {
  before: Graph;
  after: Graph;
}

/** Where the same answers have led in each graph; nothing in the one that does not know them. */
interface Pair {
  before?: string;
  after?: string;
}

interface Branch {
  given: Given;
  next: Pair;
}

/**
 * The answers with which a pair goes on. At the same question they are taken together. At different places they part: what
 * was asked is gone, what is asked is new.
 */
function branches({ before, after }: Graphs, pair: Pair): Branch[] {
  const old = pair.before === undefined ? undefined : questionOf(before, pair.before);
  const now = pair.after === undefined ? undefined : questionOf(after, pair.after);
  if (old && now && old.id === now.id) {
    const kept = now.options.map((option): Branch => {
      const was = old.options.find(({ id }) => id === option.id);
      return { given: { question: now, option }, next: { before: was?.go, after: option.go } };
    });
    const gone = old.options.filter((option) => !now.options.some(({ id }) => id === option.id));
    return [
      ...kept,
      ...gone.map((option) => ({ given: { question: old, option }, next: { before: option.go } })),
    ];
  }
  const alone = (question: typeof old, next: (option: Option) => Pair): Branch[] =>
    (question?.options ?? []).map((option) => ({
      given: { question: question!, option },
      next: next(option),
    }));
  return [...alone(old, ({ go }) => ({ before: go })), ...alone(now, ({ go }) => ({ after: go }))];
}

/** The routes that end with the pair itself: one where an outcome was changed, came or went. */
function endsHere({ before, after }: Graphs, pair: Pair): Omit<ChangedRoute, 'given'> | undefined {
  const old = pair.before === undefined ? undefined : outcomeOf(before, pair.before);
  const now = pair.after === undefined ? undefined : outcomeOf(after, pair.after);
  return old?.id === now?.id ? undefined : { before: old, after: now };
}

function countIn(graphs: Graphs, pair: Pair, counted: Map<string, bigint>): bigint {
  const key = keyOf(pair);
  const known = counted.get(key);
  if (known !== undefined) return known;
  const here = endsHere(graphs, pair) ? 1n : 0n;
  const count = branches(graphs, pair).reduce((sum, { next }) => sum + countIn(graphs, next, counted), here);
  counted.set(key, count);
  return count;
}

/** Passes by what is known to hold no change, so that the first ones are found at once in any graph. */
function* changedRoutes(
  graphs: Graphs,
  pair: Pair,
  given: Given[],
  counted: Map<string, bigint>,
): Generator<ChangedRoute, undefined> {
  if (countIn(graphs, pair, counted) === 0n) return;
  const end = endsHere(graphs, pair);
  if (end) yield { given, ...end };
  for (const branch of branches(graphs, pair))
    yield* changedRoutes(graphs, branch.next, [...given, branch.given], counted);
}

/** Ids hold no space. */
function keyOf({ before = '', after = '' }: Pair): string {
  return `${before} ${after}`;
}
