/** Tools and answers at random, for tests: a seed gives the same ones each time. */
import type { Tool } from './compile.ts';
import type { Answers, Graph } from './graph.ts';
import { readsOf } from './reads.ts';
import { answersOf, replay } from './replay.ts';
import { Representatives } from './representatives.ts';
import { Residuals } from './residual.ts';

/** A whole number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** Mulberry32 by Tommy Ettinger, public domain. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A tool with nothing but questions, options and outcomes: what the schema would make of it. */
export function choiceTool(
  questions: { id: string; ask: string; options: { id: string; say: string; go: string }[] }[],
  outcomes: { id: string; verdict: string }[],
): Tool {
  return {
    questions: questions.map((question) => ({
      ...question,
      type: 'radio',
      options: question.options.map((option) => ({ ...option, scores: [] })),
      routes: [],
      rules: [],
      hit: 'unique',
    })),
    outcomes: outcomes.map((outcome) => ({ ...outcome, because: 'So.', passages: [], next: ['job-aids/x'] })),
    groups: [],
    values: [],
    tables: [],
    tests: [],
  };
}

/** A tool without faults: answers lead on only, and every question and outcome is led to. */
export function randomTool(random: Random): Tool {
  const outcomes = Array.from({ length: 2 + random(4) }, (_, i) => ({ id: `end-${i}`, verdict: `Do ${i}.` }));
  const questions = Array.from({ length: 1 + random(7) }, (_, i) => ({
    id: `ask-${i}`,
    ask: `What about ${i}?`,
    options: [] as { id: string; say: string; go: string }[],
  }));
  const lead = (from: (typeof questions)[number], go: string) => {
    const id = `answer-${from.options.length}`;
    from.options.push({ id, say: id, go });
  };
  for (const [i, question] of questions.entries()) {
    if (i > 0) lead(questions[random(i)]!, question.id);
  }
  for (const { id } of outcomes) lead(questions[random(questions.length)]!, id);
  for (const [i, question] of questions.entries()) {
    const onward = [...questions.slice(i + 1), ...outcomes];
    do lead(question, onward[random(onward.length)]!.id);
    while (question.options.length < 2 + random(3));
  }
  return choiceTool(questions, outcomes);
}

const strangeNames = ['__proto__', 'constructor', 'toString', 'end-0', 'nobody-asks-this', ''];
const strangeValues = ['__proto__', 'answer-99', 'ask-0', '', 'Answer-0', '<b>', '%'];

/** Answers of which some fit, some name options that are gone, and some nobody asked for. */
export function randomAnswers(random: Random, graph: Graph): Answers {
  const answers: [string, string][] = [];
  for (const { id, options } of graph.questions) {
    const fate = random(10);
    if (fate < 7) answers.push([id, options[random(options.length)]!.id]);
    else if (fate < 8) answers.push([id, strangeValues[random(strangeValues.length)]!]);
  }
  if (random(3) === 0)
    answers.push([strangeNames[random(strangeNames.length)]!, strangeValues[random(strangeValues.length)]!]);
  return Object.fromEntries(answers);
}

/**
 * Ways from the first question to an outcome, each answer one of those that the proofs try. A way ends early where nothing leads on or
 * no answer fits.
 */
export function randomRoutes(graph: Graph, today: number): (random: Random) => Answers {
  const representatives = new Representatives(graph, readsOf(graph, new Map()), new Residuals(graph));
  return (random) => {
    for (let answers: Answers = {}; ;) {
      const { at, given } = replay(graph, answers, { today });
      if ('outcome' in at || given.length < Object.keys(answers).length) return answersOf(given);
      const possible = representatives.of(at.question, given, today);
      if (possible.length === 0) return answers;
      answers = { ...answers, [at.question.id]: possible[random(possible.length)]! };
    }
  };
}
