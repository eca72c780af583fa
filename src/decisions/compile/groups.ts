/** Questions that are asked several times. */
import type { Group } from '../../schema/decision-tool.ts';
import type { Expression } from '../expression.ts';
import type { Junction, Question } from '../graph.ts';
import type { Names } from '../typing.ts';
import { namesIn, repeated } from './names.ts';
import { readQuestion } from './questions.ts';
import type { Path, Reading } from './reading.ts';

interface Repeated {
  questions: Question[];
  junctions: Junction[];
}

/** The questions of a group, once for each repetition, and the junctions between them. */
export function readGroup(reading: Reading, group: Group, path: Path, names: Names): Repeated {
  const times = reading.tool.questions.find(({ id }) => id === group.times);
  if (times?.type !== 'integer') {
    reading.fault(
      'tool-question',
      [...path, 'times'],
      `"times: ${group.times}"`,
      'the id of a question of the type integer',
    );
    return { questions: [], junctions: [] };
  }
  if (!times.max || !/^\d+$/.test(times.max) || Number(times.max) > group.most) {
    reading.fault(
      'tool-question',
      [...path, 'most'],
      `at most ${group.most} repetitions, where "${group.times}" takes ${times.max ?? 'any number'}`,
      `\`max: ${group.most}\` at the question "${group.times}"`,
    );
  }
  reading.target(group.go, [...path, 'go'], group.id, names);
  const exists = (n: number): Expression => ['>=', ['ref', group.times], ['number', String(n)]];
  const first = group.questions[0]!.id;
  const entry = (id: string, n: number): Junction => ({
    id,
    routes:
      n > group.most
        ? [{ go: group.go }]
        : [{ if: exists(n), go: repeated(group.id, n, first) }, { go: group.go }],
  });
  const junctions = [entry(group.id, 1)];
  const questions: Question[] = [];
  const told = reading.faults.length;
  for (let n = 1; n <= group.most; n++) {
    const isOwn = (id: string) => id === 'next' || group.questions.some((question) => question.id === id);
    const rename = (id: string) => (isOwn(id) ? repeated(group.id, n, id) : id);
    junctions.push(entry(repeated(group.id, n, 'next'), n + 1));
    const before = reading.faults.length;
    for (const [j, question] of group.questions.entries()) {
      const place = [...path, 'questions', j];
      const compiled = readQuestion(reading, question, place, namesIn(group, n, names), rename);
      const name = group.say.replaceAll('{n}', String(n));
      questions.push({ ...compiled, ask: `${name}: ${question.ask}`, group: { id: group.id, n } });
      reading.places.set(compiled.id, place);
    }
    // Faults are the same in each repetition.
    if (n > 1) reading.faults.length = before;
  }
  if (
    reading.faults.length === told &&
    group.questions.every(
      ({ go, routes, options }) =>
        go !== 'next' &&
        routes.every((route) => route.go !== 'next') &&
        options.every((option) => option.go !== 'next'),
    )
  ) {
    reading.fault(
      'tool-way-on',
      [...path, 'questions'],
      `the group "${group.id}", whose questions never lead to its next repetition`,
      '`go: next` at its last question',
    );
  }
  return { questions, junctions };
}
