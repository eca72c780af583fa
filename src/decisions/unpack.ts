import type { Expression } from './expression.ts';
import type { Graph, Option, Outcome, Question, ValueKind } from './graph.ts';

/** A formula in the text of an outcome, or the condition of a passage. */
export interface PackedShown {
  is: Expression;
  kind: ValueKind | 'condition';
  unit?: string;
}

type PackedQuestion = Omit<Question, 'ask' | 'type' | 'options' | 'routes' | 'rules'> &
  Partial<Pick<Question, 'type' | 'routes' | 'rules'>> & { options?: Omit<Option, 'say'>[] };

/** How a value is worked out: in names, the same with `{id}` where a value goes, or the conditions of a table's rows in words. */
export interface Sum {
  names?: string;
  numbers?: string;
  rows?: string[];
}

/** A tool without the words that its page shows (see travel.ts). */
export interface Packed {
  graph: Omit<Graph, 'questions' | 'outcomes'> & { questions: PackedQuestion[]; outcomes: { id: string }[] };
  /** By outcome, in the order of its text; conditions of passages last. */
  shown: Record<string, PackedShown[]>;
  /** By question of a number or day, in ascending order. */
  probes: Record<string, string[]>;
  /** By value. */
  sums: Record<string, Sum>;
}

/** What stands on the page for a question or an outcome. */
export interface Words {
  ask(question: string): string;
  say(question: string, option: string): string;
  verdict(outcome: string): string;
}

/** Puts the words of the page back. */
export function unpackTool({ graph }: Packed, words: Words): Graph {
  return {
    ...graph,
    questions: graph.questions.map(({ options = [], ...question }): Question => ({
      type: 'radio',
      routes: [],
      rules: [],
      ...question,
      ask: words.ask(question.id),
      options: options.map((option) => ({ ...option, say: words.say(question.id, option.id) })),
    })),
    outcomes: graph.outcomes.map(({ id }): Outcome => ({ id, verdict: words.verdict(id) })),
  };
}
