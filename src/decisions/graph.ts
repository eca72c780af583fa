/**
 * A decision tool ready to run: questions that lead on, derived values, tables, scores and outcomes. Plain data, so that the
 * build proves what the browser walks. `compile.ts` makes it from a page; it has no repeated groups any more (each repetition
 * has questions of its own, `child.2.age`).
 */
import type { Expression } from './expression.ts';

export type QuestionType =
  'radio' | 'checkbox' | 'number' | 'integer' | 'money' | 'date' | 'year' | 'country';

export interface Option {
  /** Names the answer in the address. */
  id: string;
  say: string;
  /** Id of the node that follows. Without one, the question's routes decide. */
  go?: string;
  /** Ticked alone or not at all: “None of these”. */
  alone?: true;
  /** What the answer is worth to each alternative of a scoring tool, or under `''` where there is one subject. Decimal text. */
  points?: Record<string, string>;
}

/** A way on. Without a condition it is taken where no other is. */
export interface Route {
  if?: Expression;
  go: string;
  /** The condition in words, for the reader. */
  say?: string;
}

/** What must hold of an answer, and what is said where it does not. */
export interface AnswerRule {
  must: Expression;
  say: string;
}

export interface Question {
  id: string;
  ask: string;
  type: QuestionType;
  options: Option[];
  routes: Route[];
  /** Of several routes whose conditions hold the first is taken; without it they may not hold together. */
  first?: true;
  min?: Expression;
  max?: Expression;
  /** Decimal places that an answer may have. */
  places?: number;
  /** The distance between answers: `0.5`. Decimal text. */
  step?: string;
  /** What a number counts, or the currency of money (ISO 4217). */
  unit?: string;
  pattern?: { like: string; say: string };
  rules: AnswerRule[];
  /** Id of the group that it repeats in, and which repetition it is, from 1. */
  group?: { id: string; n: number };
}

/** A node that asks nothing and leads on at once: the end of a repetition. */
export interface Junction {
  id: string;
  routes: Route[];
}

export interface Outcome {
  id: string;
  verdict: string;
}

/** How a value is written for the reader. */
export type ValueKind = 'number' | 'money' | 'date' | 'text' | 'yes-no' | 'list';

export interface Derived {
  id: string;
  /** Its name in a sum. */
  say: string;
  kind: ValueKind;
  unit?: string;
  /** A formula; or a decision table. */
  is?: Expression;
  table?: DecisionTable;
}

/** Rows with conditions, with a hit policy of the DMN standard. */
export interface DecisionTable {
  hit: 'unique' | 'first' | 'collect';
  /** What `collect` makes of the rows that fit. */
  as?: 'list' | 'sum' | 'count' | 'min' | 'max';
  rows: { if?: Expression; is: Expression }[];
}

/** What holds from one day to another, both included. Days as numbers (see calendar.ts), amounts as decimal text. */
export interface DatedTable {
  id: string;
  say: string;
  rows: { from: number; to?: number; is: string }[];
}

export interface Criterion {
  id: string;
  say: string;
  /** Id of the question whose answer gives the points. */
  of: string;
  /** 0 to `heaviest`. */
  weight: number;
}

export const heaviest = 5;

/** Weighs answers. Either one subject, whose share of all points falls into a band, or alternatives of which the best wins. */
export interface Scoring {
  id: string;
  criteria: Criterion[];
  /** Before any points count. */
  knockouts: { if: Expression; go: string; say: string }[];
  /** From the highest down; `from` is a share of all points in percent. */
  bands: { from: number; go: string }[];
  alternatives: { id: string; say: string; go: string }[];
  /** Where two alternatives are equally good. */
  tie?: string;
}

/** The first question is where the tool starts. */
export interface Graph<Q extends Question = Question, O extends Outcome = Outcome> {
  questions: Q[];
  outcomes: O[];
  junctions: Junction[];
  values: Derived[];
  tables: DatedTable[];
  /** Named days, such as public holidays. */
  holidays: Record<string, number[]>;
  scoring?: Scoring;
}

/** Question id → answer as it stands in the address, in the order in which they were given. */
export type Answers = Record<string, string>;

export function questionOf<Q extends Question>(graph: Graph<Q, Outcome>, id: string): Q | undefined {
  return graph.questions.find((question) => question.id === id);
}

export function outcomeOf<O extends Outcome>(graph: Graph<Question, O>, id: string): O | undefined {
  return graph.outcomes.find((outcome) => outcome.id === id);
}

/** The id of an answer whose author gave none: its first four words, without accents and apostrophes. */
export function optionId(say: string): string {
  const plain = say.normalize('NFKD').replace(/[\p{Mark}'’]/gu, '');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? ['answer'];
  return words.slice(0, 4).join('-');
}

/** The same id with a letter in front, as formulas need it: `2nd-check` → `check-2nd`, `3` → `number-3`. */
export function letterFirst(id: string): string {
  if (!/^\d/.test(id)) return id;
  const [number, ...words] = id.split('-');
  return /^[a-z]/.test(words[0] ?? '') ? [...words, number].join('-') : `number-${id}`;
}

/** A tool in which options alone lead on: it can be followed by links, without a script. */
export function isChoiceOnly(graph: Graph): boolean {
  return (
    !graph.scoring &&
    graph.questions.every(
      ({ type, options, routes }) =>
        type === 'radio' && options.every(({ go }) => go !== undefined || routes.length === 1),
    )
  );
}
