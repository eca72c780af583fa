/** What is weighed, and where the points lead. */
import { nearest } from '../../content/nearest.ts';
import type { Tool } from '../compile.ts';
import type { Question, Scoring } from '../graph.ts';
import type { Names } from '../typing.ts';
import type { Path, Reading } from './reading.ts';

export function readScoring(
  reading: Reading,
  scoring: NonNullable<Tool['scoring']>,
  questions: Question[],
  names: Names,
): Scoring {
  const { id, criteria, knockouts, bands, alternatives, tie } = scoring;
  const fault = (path: Path, found: string, expected: string) =>
    reading.fault('tool-scoring', ['scoring', ...path], found, expected);
  if ((bands.length === 0) === (alternatives.length === 0))
    fault(
      [],
      `a scoring with ${bands.length === 0 ? 'neither `bands` nor `alternatives`' : 'both `bands` and `alternatives`'}`,
      'one of the two',
    );
  if (alternatives.length === 1) fault(['alternatives', 0], 'one alternative', 'at least two');
  if (alternatives.length > 0 && !tie)
    fault(
      ['alternatives'],
      'no outcome for a tie',
      '`tie` with the id of the outcome where two alternatives are equally good',
    );
  const outcomes = new Set(reading.tool.outcomes.map((outcome) => outcome.id));
  const lead = (go: string, path: Path) => {
    if (!outcomes.has(go))
      reading.fault(
        'tool-target',
        ['scoring', ...path],
        `"${go}" in the scoring`,
        `the id of an outcome${nearest(go, outcomes) ? `; did you mean ${nearest(go, outcomes)}?` : ''}`,
      );
  };
  for (const [k, { of }] of criteria.entries()) {
    const question = questions.find((one) => one.id === of);
    if (question?.type !== 'radio')
      fault(['criteria', k, 'of'], `"of: ${of}"`, 'the id of a question with one choice');
    else if (question.options.every(({ points }) => !points))
      fault(
        ['criteria', k, 'of'],
        `"of: ${of}", a question whose answers are worth nothing`,
        alternatives.length > 0 ? '`scores` at its answers' : '`points` at its answers',
      );
  }
  for (const [list, what] of [
    ['criteria', 'criterion'],
    ['alternatives', 'alternative'],
  ] as const) {
    const ids = scoring[list].map((one) => one.id);
    for (const [k, one] of ids.entries())
      if (ids.indexOf(one) < k)
        reading.fault(
          'tool-id',
          ['scoring', list, k, 'id'],
          `the ${what} "${one}" a second time`,
          'an id of its own',
        );
  }
  for (const [k, { from }] of bands.entries()) {
    const above = bands[k - 1];
    if (above && from >= above.from)
      fault(
        ['bands', k, 'from'],
        `the band from ${from} % below the one from ${above.from} %`,
        'the highest band first',
      );
    if (k === bands.length - 1 && from !== 0)
      fault(['bands', k, 'from'], `nothing below ${from} %`, 'a last band from 0');
  }
  for (const [k, { go }] of bands.entries()) lead(go, ['bands', k, 'go']);
  for (const [k, { go }] of alternatives.entries()) lead(go, ['alternatives', k, 'go']);
  if (tie) lead(tie, ['tie']);
  return {
    id,
    criteria,
    bands,
    alternatives,
    knockouts: knockouts.flatMap(({ if: text, go, say }, k) => {
      lead(go, ['knockouts', k, 'go']);
      const condition = reading.condition(text, ['scoring', 'knockouts', k, 'if'], names);
      return condition ? [{ if: condition, go, say }] : [];
    }),
    ...(tie && { tie }),
  };
}
