/** Weighted scores: what each answer is worth, who is ahead, and how far the weights are from another result. */
import {
  add,
  compare,
  divide,
  multiply,
  readExact,
  subtract,
  toText,
  whole,
  zero,
  type Exact,
} from './exact.ts';
import { holds, Trouble, type Scope } from './expression.ts';
import { heaviest, questionOf, type Graph, type Scoring } from './graph.ts';

/** A line of the table: a criterion with its weight and the points that its answer is worth. */
export interface ScoreRow {
  id: string;
  say: string;
  weight: number;
  /** Points by alternative; under `''` where there is one subject. */
  points: Record<string, Exact>;
  /** The most points that any answer to its question is worth. */
  most: Exact;
}

export interface Score {
  rows: ScoreRow[];
  /** Weight times points, summed, by alternative. */
  totals: Record<string, Exact>;
  /** What the totals would be if every answer were worth the most. */
  most: Exact;
  /** Total as a share of the most, in percent, by alternative. */
  shares: Record<string, Exact>;
  /** Ids of the alternatives that are ahead; `['']` where there is one subject. */
  ahead: string[];
  /** The knock-out that decided, whatever the points. */
  knockedOut?: string;
  /** Id of the outcome. */
  go: string;
}

/** The smallest change of one weight after which the answers lead elsewhere. */
export interface WeightTurn {
  criterion: string;
  from: number;
  to: number;
  go: string;
}

/** @param weights what the reader has changed; other weights are the tool's */
export function scoreOf(
  graph: Graph,
  scoring: Scoring,
  scope: Scope,
  weights: Record<string, number>,
): Score | Trouble {
  const rows: ScoreRow[] = [];
  for (const { id, say, of, weight } of scoring.criteria) {
    const question = questionOf(graph, of);
    const answer = scope.valueOf(of);
    if (answer instanceof Trouble) return answer;
    const option = question?.options.find((one) => one.id === answer);
    if (!question || !option) return new Trouble('shape', of);
    const worth = question.options.flatMap(({ points }) => Object.values(points ?? {}).map(read));
    rows.push({
      id,
      say,
      weight: weightFrom(weights, id) ?? weight,
      points: Object.fromEntries(subjects(scoring).map((one) => [one, read(option.points?.[one] ?? '0')])),
      most: worth.reduce((a, b) => (compare(a, b) >= 0 ? a : b), zero),
    });
  }
  for (const { if: condition, go, say } of scoring.knockouts) {
    const out = holds(condition, scope);
    if (out instanceof Trouble) return out;
    if (out) return { ...judge(scoring, rows), knockedOut: say, go };
  }
  return judge(scoring, rows);
}

function read(points: string): Exact {
  return readExact(points) ?? zero;
}

/** A weight from an address: whole, from 0 to the heaviest. */
function weightFrom(weights: Record<string, number>, id: string): number | undefined {
  const weight = Object.hasOwn(weights, id) ? weights[id]! : NaN;
  return Number.isInteger(weight) && weight >= 0 && weight <= heaviest ? weight : undefined;
}

function subjects({ alternatives }: Scoring): string[] {
  return alternatives.length > 0 ? alternatives.map(({ id }) => id) : [''];
}

function judge(scoring: Scoring, rows: ScoreRow[]): Score {
  const weighed = (value: (row: ScoreRow) => Exact) =>
    rows.reduce((sum, row) => add(sum, multiply(whole(row.weight), value(row))), zero);
  const most = weighed((row) => row.most);
  const totals = Object.fromEntries(
    subjects(scoring).map((one) => [one, weighed((row) => row.points[one] ?? zero)]),
  );
  const share = (total: Exact) => divide(multiply(total, whole(100)), most) ?? zero;
  const shares = Object.fromEntries(Object.entries(totals).map(([one, total]) => [one, share(total)]));
  const best = Object.values(totals).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  const ahead = Object.keys(totals).filter((one) => compare(totals[one]!, best) === 0);
  return { rows, totals, most, shares, ahead, go: resultOf(scoring, shares, ahead) };
}

function resultOf(
  { bands, alternatives, tie }: Scoring,
  shares: Record<string, Exact>,
  ahead: string[],
): string {
  if (alternatives.length > 0) {
    if (ahead.length > 1 && tie) return tie;
    return alternatives.find(({ id }) => id === ahead[0])!.go;
  }
  const band = bands.find(({ from }) => compare(shares['']!, read(String(from))) >= 0);
  return (band ?? bands.at(-1)!).go;
}

/**
 * For each criterion the nearest other weight, up or down, with which the same answers lead elsewhere; the smallest change first.
 * Nothing where a knock-out decided: no weight outweighs it.
 */
export function weightTurns(scoring: Scoring, score: Score): WeightTurn[] {
  if (score.knockedOut !== undefined) return [];
  const turns = score.rows.flatMap((row) => {
    const near = Array.from({ length: heaviest + 1 }, (_, to) => to)
      .filter((to) => to !== row.weight)
      .sort((a, b) => Math.abs(a - row.weight) - Math.abs(b - row.weight) || a - b);
    for (const to of near) {
      const { go } = judge(
        scoring,
        score.rows.map((one) => (one === row ? { ...row, weight: to } : one)),
      );
      if (go !== score.go) return [{ criterion: row.id, from: row.weight, to, go }];
    }
    return [];
  });
  return turns.sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from));
}

/** What a criterion adds to a subject's total, as a share of the most that could be reached, in percent with one place. */
export function shareOf({ weight, points }: ScoreRow, subject: string, most: Exact): string {
  const share = divide(multiply(whole(weight * 100), points[subject] ?? zero), most) ?? zero;
  return toText(share, 1);
}

/** How far the best is ahead of the next one, in points. Nothing where there is one subject. */
export function leadOf({ totals }: Score): Exact | undefined {
  const [first, second] = Object.values(totals).sort((a, b) => -compare(a, b));
  return first && second && subtract(first, second);
}
