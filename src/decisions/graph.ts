/**
 * A decision tool as data: questions whose options lead to other questions or to outcomes. Plain shapes, so that the build,
 * the proofs and the browser (which reads them from the page) share them.
 */
export interface Option {
  /** Names the answer in the address. */
  id: string;
  say: string;
  /** Id of the question or outcome that follows. */
  go: string;
}

export interface Question {
  id: string;
  ask: string;
  options: Option[];
}

export interface Outcome {
  id: string;
  verdict: string;
}

/** The first question is where the tool starts. */
export interface Graph<Q extends Question = Question, O extends Outcome = Outcome> {
  questions: Q[];
  outcomes: O[];
}

/** Question id → option id, in the order in which they were given. */
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
