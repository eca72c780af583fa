/** What would change the outcome: single answers that, given otherwise, lead elsewhere while all others stay as they are. */
import { answerGrid, numberAnswer } from './answer.ts';
import { readDay } from './calendar.ts';
import { add, compare, divide, floor, multiply, readExact, whole, type Exact } from './exact.ts';
import { isExact } from './expression.ts';
import type { Answers, Graph, Outcome, Question } from './graph.ts';
import { answersOf, replay, type Circumstances, type Given } from './replay.ts';

/** A single answer that, given otherwise, would have led to another outcome. */
export interface Turn<Q extends Question = Question, O extends Outcome = Outcome> {
  question: Q;
  /** The other answer, as it would stand in the address. */
  answer: string;
  /** Whether everything further in the same direction is not known to do the same: for a number, the nearest such answer. */
  way?: 'up' | 'down';
  outcome: O;
}

/**
 * @param given the answers that led to an outcome
 * @param probes for a number or day, answers between which outcomes may change, in ascending order (see probesOf)
 */
export function turns<Q extends Question, O extends Outcome>(
  graph: Graph<Q, O>,
  given: Given<Q>[],
  probes: Record<string, string[]>,
  circumstances: Circumstances,
): Turn<Q, O>[] {
  const answers = answersOf(given);
  const endOf = (other: Answers): O | undefined => {
    const { at } = replay(graph, other, circumstances);
    return 'outcome' in at ? at.outcome : undefined;
  };
  const here = endOf(answers)?.id;
  return given.flatMap((one) => {
    const { question } = one;
    const tryOut = (answer: string): O | undefined => {
      const outcome = endOf({ ...answers, [question.id]: answer });
      return outcome && outcome.id !== here ? outcome : undefined;
    };
    if (isExact(one.value)) return numberTurns(one, one.value, probes[question.id] ?? [], tryOut);
    return othersOf(one).flatMap((answer): Turn<Q, O>[] => {
      const outcome = tryOut(answer);
      return outcome ? [{ question, answer, outcome }] : [];
    });
  });
}

/** Answers that differ in one choice. */
function othersOf({ question, answer, value }: Given): string[] {
  const { type, options } = question;
  if (type === 'radio') return options.map(({ id }) => id).filter((id) => id !== answer);
  if (type !== 'checkbox' || !Array.isArray(value)) return [];
  return options.flatMap(({ id, alone }) => {
    if (alone) return value.includes(id) ? [] : [id];
    const rest = value.filter((one) => one !== id && !options.find((option) => option.id === one)?.alone);
    const others = value.includes(id)
      ? rest
      : options.map((option) => option.id).filter((one) => one === id || rest.includes(one));
    return others.length > 0 ? [others.join(',')] : [];
  });
}

/** The nearest number above and the nearest below that lead elsewhere. */
function numberTurns<Q extends Question, O extends Outcome>(
  { question }: Given<Q>,
  value: Exact,
  probes: string[],
  tryOut: (answer: string) => O | undefined,
): Turn<Q, O>[] {
  const grid = answerGrid(question, 2);
  const numbers = probes.map((probe) => numberOf(question, probe)).filter((number) => number !== undefined);
  return (['up', 'down'] as const).flatMap((way): Turn<Q, O>[] => {
    const sign = way === 'up' ? 1 : -1;
    // Where a limit hangs on other answers no probe knows it: steps that double come by it.
    const strides = Array.from({ length: 20 }, (_, i) => multiply(grid, whole(sign * 2 ** i)));
    const ahead = [...numbers, ...strides.map((stride) => add(value, stride))]
      .filter((number) => compare(number, value) * sign > 0)
      .sort((a, b) => compare(a, b) * sign);
    let near = value;
    for (const probe of ahead) {
      if (tryOut(numberAnswer(question, probe))) {
        const answer = numberAnswer(question, halve(question, near, probe, tryOut));
        return [{ question, answer, way, outcome: tryOut(answer)! }];
      }
      near = probe;
    }
    return [];
  });
}

/** Between a number that leads here and one that leads elsewhere, the nearest that does. */
function halve(question: Question, here: Exact, there: Exact, tryOut: (answer: string) => unknown): Exact {
  const grid = answerGrid(question, 2);
  let [near, far] = [here, there];
  for (let rounds = 0; rounds < 64; rounds++) {
    const middle = multiply(whole(floor(divide(divide(add(near, far), whole(2))!, grid)!)), grid);
    if (compare(middle, near) === 0 || compare(middle, far) === 0) {
      const next = compare(far, near) > 0 ? add(middle, grid) : middle;
      return compare(next, near) !== 0 && compare(next, far) !== 0 && tryOut(numberAnswer(question, next))
        ? next
        : far;
    }
    if (tryOut(numberAnswer(question, middle))) far = middle;
    else near = middle;
  }
  return far;
}

function numberOf({ type }: Question, text: string): Exact | undefined {
  if (type !== 'date') return readExact(text);
  const day = readDay(text);
  return day === undefined ? undefined : whole(day);
}
