/** A question as its author wrote it → one that leads on. */
import type { Question as WrittenQuestion } from '../../schema/decision-tool.ts';
import type { Option, Question, Route } from '../graph.ts';
import { nameOf } from '../typing.ts';
import { typeOf } from './names.ts';
import { checkForm } from './question-form.ts';
import type { Path, Placed, Reading } from './reading.ts';

/** @param rename gives ids of a group's repetition */
export function readQuestion(
  reading: Reading,
  written: WrittenQuestion,
  path: Path,
  names: Placed,
  rename = (id: string) => id,
): Question {
  checkForm(reading, written, path);
  const { id, ask, type, options, routes, hit, min, max, places, step, unit, pattern, rules, go } = written;
  const ownType = typeOf(written);
  const limit = (text: string | undefined, field: string) => {
    // Where there can be no limit, that is told already.
    if (text === undefined || ['text', 'texts'].includes(ownType.is)) return undefined;
    const typed = reading.formula(text, [...path, field], names);
    if (typed && typed.type.is !== ownType.is) {
      reading.fault(
        'tool-formula',
        [...path, field],
        `${nameOf(typed.type)} for "${field}"`,
        nameOf(ownType),
        0,
      );
      return undefined;
    }
    return typed?.expression;
  };
  const [least, most] = [limit(min, 'min'), limit(max, 'max')];
  const ways: Route[] = routes.map((route, k) => {
    const condition = reading.condition(route.if, [...path, 'routes', k, 'if'], names);
    reading.target(route.go, [...path, 'routes', k, 'go'], id, names);
    return {
      ...(condition && { if: condition }),
      go: rename(route.go),
      ...(route.say && { say: route.say }),
    };
  });
  if (go !== undefined) {
    reading.target(go, [...path, 'go'], id, names);
    ways.push({ go: rename(go) });
  }
  const only = ways.length === 1 && !ways[0]!.if ? ways[0]!.go : undefined;
  const compiled: Question = {
    id: rename(id),
    ask,
    type,
    options: options.map((option, j) =>
      readOption(reading, option, [...path, 'options', j], { question: id, ways, only, rename, names, type }),
    ),
    routes: ways,
    rules: rules.flatMap(({ must, say }, k) => {
      const condition = reading.condition(must, [...path, 'rules', k, 'must'], names);
      return condition ? [{ must: condition, say }] : [];
    }),
  };
  if (hit === 'first') compiled.first = true;
  if (least) compiled.min = least;
  if (most) compiled.max = most;
  if (places !== undefined) compiled.places = places;
  if (step !== undefined) compiled.step = String(step);
  if (unit !== undefined) compiled.unit = unit;
  if (pattern) compiled.pattern = pattern;
  if (type !== 'radio' && ways.length === 0) {
    reading.fault(
      'tool-way-on',
      path,
      `the question "${id}", from which nothing follows`,
      'a `go`, or `routes`',
    );
  }
  return compiled;
}

function readOption(
  reading: Reading,
  { id, say, go, alone, points, scores }: WrittenQuestion['options'][number],
  path: Path,
  {
    question,
    ways,
    only,
    rename,
    names,
    type,
  }: {
    question: string;
    ways: Route[];
    only?: string;
    rename: (id: string) => string;
    names: Placed;
    type: Question['type'];
  },
): Option {
  if (go !== undefined) reading.target(go, [...path, 'go'], question, names);
  else if (type === 'radio' && ways.length === 0) {
    reading.fault(
      'tool-way-on',
      path,
      `the answer "${say}" to "${question}" without a way on`,
      'a `go` for the answer, or one for the question',
    );
  }
  const worth: Record<string, string> = {
    ...(points !== undefined && { '': String(points) }),
    ...Object.fromEntries(scores.map((score) => [score.for, String(score.points)])),
  };
  const to = go === undefined ? only : rename(go);
  return {
    id,
    say,
    ...(to !== undefined && type === 'radio' && { go: to }),
    ...(alone && { alone }),
    ...(Object.keys(worth).length > 0 && { points: worth }),
  };
}
