/** The ids of a tool: each once, and what each means in a formula. */
import type { Group, Question } from '../../schema/decision-tool.ts';
import { countryCodes } from '../countries.ts';
import { letterFirst } from '../graph.ts';
import type { Meaning, Names, Type } from '../typing.ts';
import { bare, readUnit } from '../unit.ts';
import type { Path, Placed, Reading } from './reading.ts';

/** The type of a derived value; nothing where it has a fault of its own. */
export type TypeOfValue = (id: string) => Type | undefined;

/** Names that mean something as a way on or in a formula. */
const reserved = new Set(['today', 'next', 'position']);
const reservedInFormulas = new Set(['and', 'or', 'not', 'has', 'in']);

/** What formulas read by name. Outcomes and scorings are only led to. */
const namedInFormulas = new Set(['question', 'group', 'value', 'table']);

/** Tells ids that stand twice or mean something else, and remembers where each is written. */
export function collectIds(reading: Reading): void {
  const { questions, groups, values, tables, scoring, outcomes } = reading.tool;
  const look = (id: string, path: Path, what: string) => {
    if (reserved.has(id) || (what !== 'outcome' && reservedInFormulas.has(id)))
      reading.fault('tool-id', path, `the id "${id}"`, 'another one: this name has a meaning of its own');
    else if (reading.places.has(id))
      reading.fault(
        'tool-id',
        path,
        `the id "${id}" a second time`,
        `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} id of its own`,
      );
    else {
      reading.places.set(id, path.slice(0, -1));
      if (namedInFormulas.has(what) && /^\d/.test(id))
        reading.fault(
          'tool-id',
          path,
          `the id "${id}"`,
          `one that begins with a letter, such as ${letterFirst(id)}: formulas take a digit for a number`,
        );
    }
  };
  for (const [i, { id }] of questions.entries()) look(id, ['questions', i, 'id'], 'question');
  for (const [i, group] of groups.entries()) {
    look(group.id, ['groups', i, 'id'], 'group');
    for (const [j, { id }] of group.questions.entries())
      look(id, ['groups', i, 'questions', j, 'id'], 'question');
  }
  for (const [i, { id }] of values.entries()) look(id, ['values', i, 'id'], 'value');
  for (const [i, { id }] of tables.entries()) look(id, ['tables', i, 'id'], 'table');
  if (scoring) look(scoring.id, ['scoring', 'id'], 'scoring');
  for (const [i, { id }] of outcomes.entries()) look(id, ['outcomes', i, 'id'], 'outcome');
}

/** What names mean outside groups. */
export function namesOf(reading: Reading, typeOfValue: TypeOfValue): Names {
  const { questions, values, tables, groups } = reading.tool;
  const names: Names = {
    meaningOf: (name) => meaningOf(reading, name, typeOfValue, names),
    known: () => [...questions, ...values, ...tables, ...groups].map(({ id }) => id).concat('today'),
  };
  return names;
}

function meaningOf(
  { tool }: Reading,
  name: string,
  typeOfValue: TypeOfValue,
  names: Names,
): Meaning | undefined {
  const { questions, values, tables, groups } = tool;
  const question = questions.find(({ id }) => id === name);
  if (question) return { is: 'value', id: name, type: typeOf(question) };
  if (values.some(({ id }) => id === name)) {
    const type = typeOfValue(name);
    return type ? { is: 'value', id: name, type } : { is: 'broken' };
  }
  const table = tables.find(({ id }) => id === name);
  if (table) {
    if (table.days.length > 0) return { is: 'days', id: name };
    if (table.texts.length > 0) return { is: 'texts', texts: table.texts };
    return { is: 'rate', id: name, unit: table.unit ? readUnit(table.unit) : bare };
  }
  const group = groups.find(({ id }) => id === name);
  return (
    group && { is: 'group', times: group.times, most: group.most, member: (n) => namesIn(group, n, names) }
  );
}

/** Inside a group its own questions come first, in the same repetition. */
export function namesIn(group: Group, n: number, names: Names): Placed {
  return {
    targets: [...group.questions.map(({ id }) => id), 'next'],
    meaningOf: (name) => {
      if (name === 'position') return { is: 'constant', number: n };
      const own = group.questions.find(({ id }) => id === name);
      return own
        ? { is: 'value', id: repeated(group.id, n, name), type: typeOf(own) }
        : names.meaningOf(name);
    },
    known: () => [...group.questions.map(({ id }) => id), 'position', ...names.known()],
  };
}

/** The id of a question, or of the end, of one repetition. */
export function repeated(group: string, n: number, id: string): string {
  return `${group}.${n}.${id}`;
}

export function typeOf({ type, options, unit }: Question): Type {
  const ids = options.map(({ id }) => id);
  switch (type) {
    case 'radio':
      return { is: 'text', of: ids };
    case 'checkbox':
      return { is: 'texts', of: ids };
    case 'country':
      return { is: 'text', of: countryCodes };
    case 'date':
      return { is: 'date' };
    case 'year':
      return { is: 'number', unit: bare };
    default:
      return { is: 'number', unit: unit ? readUnit(unit) : bare };
  }
}
