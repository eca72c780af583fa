/**
 * A tool as its author wrote it → a graph that can be walked, with what is wrong in its form. Formulas become trees, repeated groups
 * become questions of their own. What answers do in the graph is looked at afterwards (analysis.ts).
 */
import type { DecisionTool, Group, Question as WrittenQuestion } from '../schema/decision-tool.ts';
import { nearest } from '../content/nearest.ts';
import { countryCodes } from './countries.ts';
import { readDay } from './calendar.ts';
import type { Expression } from './expression.ts';
import type { Fault } from './fault.ts';
import type { DatedTable, Derived, Graph, Junction, Option, Question, Route, ValueKind } from './graph.ts';
import type { FormulaFault } from './parse.ts';
import { isoCurrency, placeholders } from './placeholders.ts';
import {
  nameOf,
  readCondition,
  readFormula,
  type Meaning,
  type Names,
  type Type,
  type Typed,
} from './typing.ts';
import { bare, isBare, isSameUnit, readUnit, unitText } from './unit.ts';

/** The parts of a page that make a tool; the rest says what it is about. */
export type Tool = Pick<
  DecisionTool,
  'questions' | 'groups' | 'values' | 'tables' | 'scoring' | 'outcomes' | 'tests'
>;

export interface Compiled {
  graph: Graph;
  /** Text of outcomes with formulas in it: outcome → the formulas in the order of `textsOf`. */
  shown: Map<string, Shown[]>;
  faults: Fault[];
  /** Id of a node or value → where it is written. */
  places: Map<string, Fault['path']>;
  /** Whether the day on which it is used matters. */
  readsToday: boolean;
}

/** A formula in the text of an outcome, or the condition of a passage. */
export interface Shown {
  path: Fault['path'];
  expression: Expression;
  kind: ValueKind | 'condition';
  unit?: string;
}

export function compileTool(tool: Tool): Compiled {
  return new Compiler(tool).run();
}

type Path = Fault['path'];

/** Names that mean something as a way on or in a formula. */
const reserved = new Set(['today', 'next', 'position']);
const reservedInFormulas = new Set(['and', 'or', 'not', 'has', 'in']);

/** Names, and the targets that there are beside those of the whole tool. */
type Placed = Names & { targets?: string[] };

class Compiler {
  readonly #tool: Tool;
  readonly #faults: Fault[] = [];
  readonly #places = new Map<string, Path>();
  readonly #values = new Map<string, { derived: Derived; type: Type } | 'working' | 'broken'>();
  /** Every id that a way on may lead to. */
  readonly #targets = new Set<string>();

  constructor(tool: Tool) {
    this.#tool = tool;
  }

  run(): Compiled {
    const { questions, groups, values, tables, scoring, outcomes } = this.#tool;
    this.#collectIds();
    for (const { id } of [...questions, ...groups, ...outcomes]) this.#targets.add(id);
    if (scoring) this.#targets.add(scoring.id);
    const junctions: Junction[] = [];
    const compiled = questions.map((question, i) => this.#question(question, ['questions', i], this.#names));
    for (const [g, group] of groups.entries()) compiled.push(...this.#group(group, ['groups', g], junctions));
    for (const { id } of values) this.#value(id);
    const graph: Graph = {
      questions: compiled,
      outcomes: outcomes.map(({ id, verdict }) => ({ id, verdict })),
      junctions,
      values: values.flatMap(({ id }) => {
        const value = this.#values.get(id);
        return typeof value === 'object' ? [value.derived] : [];
      }),
      tables: tables.flatMap((table, i) => this.#table(table, ['tables', i])),
      holidays: Object.fromEntries(
        tables
          .filter(({ days }) => days.length > 0)
          .map(({ id, days }) => [id, days.map((day) => readDay(day)!)]),
      ),
      ...(scoring && { scoring: this.#scoring(scoring, compiled) }),
    };
    const shown = this.#shown();
    return { graph, shown, faults: this.#faults, places: this.#places, readsToday: readsToday(graph, shown) };
  }

  #fault(rule: Fault['rule'], path: Path, found: string, expected: string, at?: number): void {
    this.#faults.push({ rule, path, found, expected, ...(at !== undefined && { at }) });
  }

  #collectIds(): void {
    const { questions, groups, values, tables, scoring, outcomes } = this.#tool;
    const look = (id: string, path: Path, what: string) => {
      if (reserved.has(id) || (what !== 'outcome' && reservedInFormulas.has(id)))
        this.#fault('tool-id', path, `the id "${id}"`, 'another one: this name has a meaning of its own');
      else if (this.#places.has(id))
        this.#fault(
          'tool-id',
          path,
          `the id "${id}" a second time`,
          `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} id of its own`,
        );
      else this.#places.set(id, path.slice(0, -1));
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
  readonly #names: Names = {
    meaningOf: (name) => this.#meaning(name),
    known: () => {
      const { questions, values, tables, groups } = this.#tool;
      return [...questions, ...values, ...tables, ...groups].map(({ id }) => id).concat('today');
    },
  };

  #meaning(name: string): Meaning | undefined {
    const { questions, values, tables, groups } = this.#tool;
    const question = questions.find(({ id }) => id === name);
    if (question) return { is: 'value', id: name, type: typeOf(question) };
    if (values.some(({ id }) => id === name)) {
      const value = this.#value(name);
      return value ? { is: 'value', id: name, type: value.type } : { is: 'broken' };
    }
    const table = tables.find(({ id }) => id === name);
    if (table) {
      if (table.days.length > 0) return { is: 'days', id: name };
      if (table.texts.length > 0) return { is: 'texts', texts: table.texts };
      return { is: 'rate', id: name, unit: table.unit ? readUnit(table.unit) : bare };
    }
    const group = groups.find(({ id }) => id === name);
    return (
      group && { is: 'group', times: group.times, most: group.most, member: (n) => this.#namesIn(group, n) }
    );
  }

  /** Inside a group its own questions come first, in the same repetition. */
  #namesIn(group: Group, n: number): Placed {
    return {
      targets: [...group.questions.map(({ id }) => id), 'next'],
      meaningOf: (name) => {
        if (name === 'position') return { is: 'constant', number: n };
        const own = group.questions.find(({ id }) => id === name);
        return own
          ? { is: 'value', id: repeated(group.id, n, name), type: typeOf(own) }
          : this.#meaning(name);
      },
      known: () => [...group.questions.map(({ id }) => id), 'position', ...this.#names.known()],
    };
  }

  #formula(text: string, path: Path, names: Names, read = readFormula): Typed | undefined {
    const { typed, faults } = read(text, names);
    for (const fault of faults) this.#formulaFault(fault, path);
    return faults.length === 0 ? typed : undefined;
  }

  #formulaFault({ at, found, expected }: FormulaFault, path: Path): void {
    this.#fault('tool-formula', path, found, expected, at);
  }

  #condition(text: string | undefined, path: Path, names: Names): Expression | undefined {
    return text === undefined ? undefined : this.#formula(text, path, names, readCondition)?.expression;
  }

  /** @param rename gives ids of a group's repetition */
  #question(written: WrittenQuestion, path: Path, names: Placed, rename = (id: string) => id): Question {
    this.#formOf(written, path);
    const { id, ask, type, options, routes, hit, min, max, places, step, unit, pattern, rules, go } = written;
    const ownType = typeOf(written);
    const limit = (text: string | undefined, field: string) => {
      // Where there can be no limit, that is told already.
      if (text === undefined || ['text', 'texts'].includes(ownType.is)) return undefined;
      const typed = this.#formula(text, [...path, field], names);
      if (typed && typed.type.is !== ownType.is) {
        this.#fault(
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
      const condition = this.#condition(route.if, [...path, 'routes', k, 'if'], names);
      this.#target(route.go, [...path, 'routes', k, 'go'], id, names);
      return {
        ...(condition && { if: condition }),
        go: rename(route.go),
        ...(route.say && { say: route.say }),
      };
    });
    if (go !== undefined) {
      this.#target(go, [...path, 'go'], id, names);
      ways.push({ go: rename(go) });
    }
    const only = ways.length === 1 && !ways[0]!.if ? ways[0]!.go : undefined;
    const compiled: Question = {
      id: rename(id),
      ask,
      type,
      options: options.map((option, j) =>
        this.#option(option, [...path, 'options', j], { question: id, ways, only, rename, names, type }),
      ),
      routes: ways,
      rules: rules.flatMap(({ must, say }, k) => {
        const condition = this.#condition(must, [...path, 'rules', k, 'must'], names);
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
      this.#fault(
        'tool-way-on',
        path,
        `the question "${id}", from which nothing follows`,
        'a `go`, or `routes`',
      );
    }
    return compiled;
  }

  #option(
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
    if (go !== undefined) this.#target(go, [...path, 'go'], question, names);
    else if (type === 'radio' && ways.length === 0) {
      this.#fault(
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

  /** Inside a group its own questions are targets too, and `next`. */
  #target(id: string, path: Path, from: string, { targets: own = [] }: Placed): void {
    if (this.#targets.has(id) || own.includes(id)) return;
    const close = nearest(id, [...this.#targets, ...own]);
    this.#fault(
      'tool-target',
      path,
      `"go: ${id}" at "${from}"`,
      `the id of a question or an outcome of this tool${close ? `; did you mean ${close}?` : ''}`,
    );
  }

  /** What a question of its type may and must have. */
  #formOf(
    { id, type, options, min, max, step, places, unit, pattern, rules }: WrittenQuestion,
    path: Path,
  ): void {
    const isChoice = type === 'radio' || type === 'checkbox';
    const isNumber = ['number', 'integer', 'money'].includes(type);
    const stray = (field: string, has: boolean, expected: string) => {
      if (has)
        this.#fault(
          'tool-question',
          [...path, field],
          `"${field}" at "${id}", a question of the type ${type}`,
          expected,
        );
    };
    if (isChoice && options.length < 2) {
      this.#fault(
        'tool-question',
        path,
        `the question "${id}" with ${options.length === 1 ? 'one answer' : 'no answers'}`,
        'at least two `options`',
      );
    }
    stray(
      'options',
      !isChoice && options.length > 0,
      'options only where something is chosen: type radio or checkbox',
    );
    stray('min', isChoice && min !== undefined, 'limits only for numbers, days and years');
    stray('max', isChoice && max !== undefined, 'limits only for numbers, days and years');
    stray('min', type === 'country' && min !== undefined, 'no limits for a country');
    stray('max', type === 'country' && max !== undefined, 'no limits for a country');
    stray('step', !isNumber && step !== undefined, 'a step only for numbers');
    stray(
      'places',
      !['number', 'money'].includes(type) && places !== undefined,
      'decimal places only for numbers and money',
    );
    stray('unit', !isNumber && unit !== undefined, 'a unit only for numbers');
    stray('pattern', !isNumber && pattern !== undefined, 'a pattern only for numbers');
    if (type === 'money' && !isoCurrency(unit)) {
      this.#fault(
        'tool-question',
        unit === undefined ? path : [...path, 'unit'],
        unit === undefined ? `money at "${id}" without a currency` : `the currency "${unit}"`,
        '`unit` with the three letters of a currency, such as GBP',
      );
    }
    if (type === 'radio' && rules.length > 0)
      this.#fault(
        'tool-question',
        [...path, 'rules'],
        `"rules" at "${id}", where one answer is chosen`,
        'routes that lead to different places',
      );
    const seen = new Set<string>();
    for (const [j, option] of options.entries()) {
      if (seen.has(option.id))
        this.#fault(
          'tool-id',
          [...path, 'options', j],
          `a second answer called "${option.id}"`,
          'answers that differ in their first four words, or an `id` each',
        );
      seen.add(option.id);
      if (option.alone && type === 'radio')
        this.#fault(
          'tool-question',
          [...path, 'options', j, 'alone'],
          `"alone" at "${id}", where one answer is chosen anyway`,
          '`alone` only with several choices: type checkbox',
        );
      if (option.go && type === 'checkbox')
        this.#fault(
          'tool-question',
          [...path, 'options', j, 'go'],
          `"go" at an answer to "${id}", of which several may be chosen`,
          '`routes` of the question, with conditions such as reasons has "illness"',
        );
    }
    const { scoring } = this.#tool;
    for (const [j, { scores }] of options.entries()) {
      for (const [k, score] of scores.entries()) {
        const known = scoring?.alternatives.map((one) => one.id) ?? [];
        if (!known.includes(score.for))
          this.#fault(
            'tool-scoring',
            [...path, 'options', j, 'scores', k, 'for'],
            `"for: ${score.for}"`,
            `the id of an alternative of this tool${known.length > 0 ? `: ${known.join(', ')}` : ''}`,
          );
      }
    }
  }

  /** The questions of a group, once for each repetition, and the junctions between them. */
  #group(group: Group, path: Path, junctions: Junction[]): Question[] {
    const times = this.#tool.questions.find(({ id }) => id === group.times);
    if (times?.type !== 'integer') {
      this.#fault(
        'tool-question',
        [...path, 'times'],
        `"times: ${group.times}"`,
        'the id of a question of the type integer',
      );
      return [];
    }
    if (!times.max || !/^\d+$/.test(times.max) || Number(times.max) > group.most) {
      this.#fault(
        'tool-question',
        [...path, 'most'],
        `at most ${group.most} repetitions, where "${group.times}" takes ${times.max ?? 'any number'}`,
        `\`max: ${group.most}\` at the question "${group.times}"`,
      );
    }
    this.#target(group.go, [...path, 'go'], group.id, this.#names);
    const exists = (n: number): Expression => ['>=', ['ref', group.times], ['number', String(n)]];
    const first = group.questions[0]!.id;
    const entry = (id: string, n: number): Junction => ({
      id,
      routes:
        n > group.most
          ? [{ go: group.go }]
          : [{ if: exists(n), go: repeated(group.id, n, first) }, { go: group.go }],
    });
    junctions.push(entry(group.id, 1));
    const questions: Question[] = [];
    const told = this.#faults.length;
    for (let n = 1; n <= group.most; n++) {
      const isOwn = (id: string) => id === 'next' || group.questions.some((question) => question.id === id);
      const rename = (id: string) => (isOwn(id) ? repeated(group.id, n, id) : id);
      junctions.push(entry(repeated(group.id, n, 'next'), n + 1));
      const before = this.#faults.length;
      for (const [j, question] of group.questions.entries()) {
        const place = [...path, 'questions', j];
        const compiled = this.#question(question, place, this.#namesIn(group, n), rename);
        const name = group.say.replaceAll('{n}', String(n));
        questions.push({ ...compiled, ask: `${name}: ${question.ask}`, group: { id: group.id, n } });
        this.#places.set(compiled.id, place);
      }
      // Faults are the same in each repetition.
      if (n > 1) this.#faults.length = before;
    }
    if (
      this.#faults.length === told &&
      group.questions.every(
        ({ go, routes, options }) =>
          go !== 'next' &&
          routes.every((route) => route.go !== 'next') &&
          options.every((option) => option.go !== 'next'),
      )
    ) {
      this.#fault(
        'tool-way-on',
        [...path, 'questions'],
        `the group "${group.id}", whose questions never lead to its next repetition`,
        '`go: next` at its last question',
      );
    }
    return questions;
  }

  /** Worked out when first asked for, so that values may stand in any order. */
  #value(id: string): { derived: Derived; type: Type } | undefined {
    const known = this.#values.get(id);
    const i = this.#tool.values.findIndex((value) => value.id === id);
    const path: Path = ['values', i];
    if (known === 'working') {
      this.#fault(
        'tool-value',
        path,
        `the value "${id}", which needs itself`,
        'a formula over answers and other values',
      );
      this.#values.set(id, 'broken');
      return undefined;
    }
    if (known) return known === 'broken' ? undefined : known;
    this.#values.set(id, 'working');
    const value = this.#readValue(this.#tool.values[i]!, path);
    if (this.#values.get(id) === 'broken') return undefined;
    this.#values.set(id, value ?? 'broken');
    return value;
  }

  #readValue(written: Tool['values'][number], path: Path): { derived: Derived; type: Type } | undefined {
    const { id, say = id, is, unit, hit, as, rows } = written;
    if ((is === undefined) === (rows.length === 0)) {
      this.#fault(
        'tool-value',
        path,
        `the value "${id}" with ${is === undefined ? 'neither `is` nor `rows`' : 'both `is` and `rows`'}`,
        'one of the two',
      );
      return undefined;
    }
    const derived: Derived = { id, say, kind: 'number' };
    let type: Type | undefined;
    if (is !== undefined) {
      const typed = this.#formula(is, [...path, 'is'], this.#names);
      if (!typed) return undefined;
      derived.is = typed.expression;
      type = typed.type;
    } else {
      const read = this.#readRows(written, path);
      if (!read) return undefined;
      derived.table = { hit, rows: read.rows, ...(as && { as }) };
      type = hit === 'collect' ? collectedType(as ?? 'list', read.type) : read.type;
      if (hit === 'collect' && (as ?? 'list') === 'list' && read.type.is !== 'text') {
        this.#fault(
          'tool-value',
          path,
          `a list of ${nameOf(read.type)} at "${id}"`,
          '`as: sum`, `count`, `min` or `max`, or rows with `text`',
        );
        return undefined;
      }
      if (hit !== 'collect' && as)
        this.#fault('tool-value', [...path, 'as'], `"as: ${as}" with "hit: ${hit}"`, '`hit: collect`');
    }
    if (unit !== undefined && type.is === 'number') {
      const declared = readUnit(unit);
      if (!isBare(type.unit) && !isSameUnit(type.unit, declared)) {
        this.#fault(
          'tool-formula',
          [...path, 'unit'],
          `"unit: ${unit}", where the formula gives ${unitText(type.unit)}`,
          'the unit that the formula gives',
        );
        return undefined;
      }
      type = { is: 'number', unit: declared };
    }
    Object.assign(derived, writtenAs(type, unit));
    return { derived, type };
  }

  #readRows(
    { id, rows }: Tool['values'][number],
    path: Path,
  ): { rows: NonNullable<Derived['table']>['rows']; type: Type } | undefined {
    const read = rows.map((row, k) => {
      const at = [...path, 'rows', k];
      if ((row.is === undefined) === (row.text === undefined)) {
        this.#fault(
          'tool-value',
          at,
          `a row of "${id}" with ${row.is === undefined ? 'neither `is` nor `text`' : 'both `is` and `text`'}`,
          'one of the two',
        );
        return undefined;
      }
      const gives: Typed | undefined =
        row.text === undefined
          ? this.#formula(row.is!, [...at, 'is'], this.#names)
          : { expression: ['text', row.text], type: { is: 'text', of: [row.text] } };
      const condition = this.#condition(row.if, [...at, 'if'], this.#names);
      return gives && (condition || row.if === undefined)
        ? { gives, ...(condition && { if: condition }) }
        : undefined;
    });
    if (read.some((row) => !row)) return undefined;
    const types = read.map((row) => row!.gives.type);
    const [first] = types as [Type];
    const other = types.findIndex(
      (type) =>
        type.is !== first.is ||
        (type.is === 'number' &&
          first.is === 'number' &&
          !isBare(type.unit) &&
          !isBare(first.unit) &&
          !isSameUnit(type.unit, first.unit)),
    );
    if (other > 0) {
      this.#fault(
        'tool-value',
        [...path, 'rows', other],
        `${nameOf(types[other]!)} beside ${nameOf(first)} at "${id}"`,
        'the same kind of thing in every row',
      );
      return undefined;
    }
    const united = types.find((type) => type.is === 'number' && !isBare(type.unit)) ?? first;
    const type: Type =
      first.is === 'text'
        ? { is: 'text', of: types.flatMap((one) => ('of' in one && one.of) || []) }
        : united;
    return {
      rows: read.map((row) => ({ ...(row!.if && { if: row!.if }), is: row!.gives.expression })),
      type,
    };
  }

  #table({ id, say = id, rows, days, texts, until }: Tool['tables'][number], path: Path): DatedTable[] {
    const kinds = [rows, days, texts].filter((list) => list.length > 0).length;
    if (kinds !== 1)
      this.#fault(
        'tool-table',
        path,
        `the table "${id}" with ${kinds === 0 ? 'nothing in it' : 'several kinds of entries'}`,
        'one of `rows`, `days` and `texts`',
      );
    if (until && days.some((day) => day > until))
      this.#fault(
        'tool-table',
        [...path, 'until'],
        `"until: ${until}", with a later day in the list`,
        'the last day that the list knows of',
      );
    for (const [k, row] of rows.entries()) {
      const before = rows[k - 1];
      if (row.to && row.to < row.from)
        this.#fault(
          'tool-table',
          [...path, 'rows', k, 'to'],
          `"to: ${row.to}" before "from: ${row.from}"`,
          'an end that is not before its beginning',
        );
      if (!before) continue;
      const gap = before.to ? readDay(row.from)! - readDay(before.to)! : 0;
      if (row.from <= before.from || gap <= 0)
        this.#fault(
          'tool-table',
          [...path, 'rows', k, 'from'],
          `"from: ${row.from}" in the table "${id}", while the row before it still holds${before.to ? ` until ${before.to}` : ''}`,
          'rows that follow each other, the earliest first',
        );
      else if (gap > 1)
        this.#fault(
          'tool-table',
          [...path, 'rows', k, 'from'],
          `no row of the table "${id}" from the day after ${before.to} until ${row.from}`,
          'a row for each day between the first and the last',
        );
    }
    return rows.length > 0
      ? [
          {
            id,
            say,
            rows: rows.map(({ from, to, is }) => ({
              from: readDay(from)!,
              is: String(is),
              ...(to && { to: readDay(to)! }),
            })),
          },
        ]
      : [];
  }

  #scoring(scoring: NonNullable<Tool['scoring']>, questions: Question[]): NonNullable<Graph['scoring']> {
    const { id, criteria, knockouts, bands, alternatives, tie } = scoring;
    const fault = (path: Path, found: string, expected: string) =>
      this.#fault('tool-scoring', ['scoring', ...path], found, expected);
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
    const outcomes = new Set(this.#tool.outcomes.map((outcome) => outcome.id));
    const lead = (go: string, path: Path) => {
      if (!outcomes.has(go))
        this.#fault(
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
          this.#fault(
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
        const condition = this.#condition(text, ['scoring', 'knockouts', k, 'if'], this.#names);
        return condition ? [{ if: condition, go, say }] : [];
      }),
      ...(tie && { tie }),
    };
  }

  #shown(): Map<string, Shown[]> {
    return new Map(
      this.#tool.outcomes.map((outcome, i): [string, Shown[]] => {
        const texts: [Path, string][] = [
          [['verdict'], outcome.verdict],
          [['because'], outcome.because],
          ...outcome.passages.map(({ say }, k): [Path, string] => [['passages', k, 'say'], say]),
        ];
        const values = texts.flatMap(([path, text]) => this.#placeholdersIn(text, ['outcomes', i, ...path]));
        const conditions = outcome.passages.flatMap(({ if: text }, k): Shown[] => {
          const path = ['outcomes', i, 'passages', k, 'if'];
          const expression = this.#condition(text, path, this.#names);
          return expression ? [{ path, expression, kind: 'condition' }] : [];
        });
        return [outcome.id, [...values, ...conditions]];
      }),
    );
  }

  #placeholdersIn(text: string, path: Path): Shown[] {
    return placeholders(text).flatMap(({ formula, at }): Shown[] => {
      const { typed, faults } = readFormula(formula, this.#names);
      for (const fault of faults) this.#formulaFault({ ...fault, at: fault.at + at }, path);
      if (!typed || faults.length > 0) return [];
      const unit = this.#unitOf(formula);
      return [{ path, expression: typed.expression, ...writtenAs(typed.type, unit) }];
    });
  }

  /** The unit as its author wrote it, where a formula is one name. */
  #unitOf(formula: string): string | undefined {
    const { questions, values } = this.#tool;
    return [...questions, ...values].find(({ id }) => id === formula)?.unit;
  }
}

function repeated(group: string, n: number, id: string): string {
  return `${group}.${n}.${id}`;
}

function typeOf({ type, options, unit }: WrittenQuestion): Type {
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

function collectedType(as: 'list' | 'sum' | 'count' | 'min' | 'max', type: Type): Type {
  if (as === 'count') return { is: 'number', unit: bare };
  return as === 'list' ? { is: 'texts', ...('of' in type && { of: type.of }) } : type;
}

/** How a value of a type is written. @param unit as the author wrote it */
function writtenAs(type: Type, unit?: string): { kind: ValueKind; unit?: string } {
  switch (type.is) {
    case 'number': {
      const currency = Object.entries(type.unit).find(
        ([name, exponent]) => exponent === 1 && isoCurrency(name),
      )?.[0];
      if (currency && Object.keys(type.unit).length === 1) return { kind: 'money', unit: currency };
      return { kind: 'number', ...(unit && { unit }) };
    }
    case 'texts':
      return { kind: 'list' };
    default:
      return { kind: type.is };
  }
}

function readsToday(graph: Graph, shown: Map<string, Shown[]>): boolean {
  const all = JSON.stringify([graph, [...shown.values()]]);
  return all.includes('["today"]');
}
