/** Answers → where the tool stands. Pure: the same answers give the same state in the build, in tests and in the browser. */
import {
  outcomeOf,
  questionOf,
  type Answers,
  type Graph,
  type Option,
  type Outcome,
  type Question,
} from './graph.ts';

export interface Given<Q extends Question = Question> {
  question: Q;
  option: Option;
}

export interface State<Q extends Question = Question, O extends Outcome = Outcome> {
  /** The answers that count, in the order of the questions asked. */
  given: Given<Q>[];
  /** What stands before the reader: a question without a valid answer, or an outcome. */
  at: { question: Q } | { outcome: O };
  /** Names of answers that this route does not ask for. */
  unused: string[];
}

/**
 * Follows the answers from the first question. Never throws on answers: unknown names and values are left aside.
 * @param graph one whose faults were found empty (see analysis.ts)
 */
export function replay<Q extends Question, O extends Outcome>(
  graph: Graph<Q, O>,
  answers: Answers,
): State<Q, O> {
  const given: Given<Q>[] = [];
  let question = graph.questions[0]!;
  for (;;) {
    const option = Object.hasOwn(answers, question.id)
      ? question.options.find(({ id }) => id === answers[question.id])
      : undefined;
    const isAsked = given.some((one) => one.question.id === question.id);
    if (!option || isAsked) return { given, at: { question }, unused: unusedNames(answers, given) };
    given.push({ question, option });
    const outcome = outcomeOf(graph, option.go);
    if (outcome) return { given, at: { outcome }, unused: unusedNames(answers, given) };
    question = questionOf(graph, option.go)!;
  }
}

function unusedNames(answers: Answers, given: Given[]): string[] {
  return Object.keys(answers).filter((name) => !given.some(({ question }) => question.id === name));
}

/**
 * How many questions a reader still answers at most, the one asked now included; 0 at an outcome.
 * @param known what is counted already, so that a question on many routes is counted once
 */
export function mostQuestionsFrom(graph: Graph, node: string, known = new Map<string, number>()): number {
  const question = questionOf(graph, node);
  if (!question) return 0;
  const counted = known.get(node);
  if (counted !== undefined) return counted;
  known.set(node, 0);
  const most = 1 + Math.max(...question.options.map(({ go }) => mostQuestionsFrom(graph, go, known)));
  known.set(node, most);
  return most;
}

/** A single answer that, given otherwise, would have led to another outcome. */
export interface Turn {
  question: Question;
  option: Option;
  outcome: Outcome;
}

/** Every change of one answer after which the other answers still lead straight to another outcome. */
export function turns(graph: Graph, given: Given[]): Turn[] {
  const answers = Object.fromEntries(given.map(({ question, option }) => [question.id, option.id]));
  const here = replay(graph, answers).at;
  return given.flatMap(({ question, option }) =>
    question.options
      .filter((other) => other.id !== option.id)
      .flatMap((other) => {
        const { at } = replay(graph, { ...answers, [question.id]: other.id });
        const differs = 'outcome' in at && !('outcome' in here && at.outcome.id === here.outcome.id);
        return differs ? [{ question, option: other, outcome: at.outcome }] : [];
      }),
  );
}

/** `standard=yes&seen=no` ↔ answers. The address's fragment, which no server sees. */
export function answersFromFragment(fragment: string): Answers {
  const answers: Answers = Object.create(null) as Answers;
  for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    if (/^[a-z0-9-]+$/.test(name) && /^[a-z0-9-]+$/.test(value)) answers[name] = value;
  }
  return answers;
}

export function fragmentFromAnswers(given: Given[]): string {
  return given.map(({ question, option }) => `${question.id}=${option.id}`).join('&');
}
