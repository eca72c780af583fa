/**
 * What a formula means: every name is known, every sign gets what it works on, units fit, choices are compared with answers that
 * exist. What passes here can be evaluated.
 */
import { nearest } from '../content/nearest.ts';
import { readDay } from './calendar.ts';
import type { Expression } from './expression.ts';
import { parseFormula, type FormulaFault, type Part } from './parse.ts';
import { bare, isBare, isSameUnit, over, times, unitText, type Unit } from './unit.ts';

export type Type =
  | { is: 'number'; unit: Unit }
  | { is: 'date' | 'yes-no' }
  /** One of several ids, or any text. */
  | { is: 'text'; of?: readonly string[] }
  /** Several ids: the ticks of a question, or what a table collects. */
  | { is: 'texts'; of?: readonly string[] };

/** What a name stands for. */
export type Meaning =
  | { is: 'value'; id: string; type: Type }
  | { is: 'constant'; number: number }
  | { is: 'rate'; id: string; unit: Unit }
  | { is: 'days'; id: string }
  | { is: 'texts'; texts: readonly string[] }
  | { is: 'group'; times: string; most: number; member(n: number): Names }
  /** A value that has a fault of its own; told there. */
  | { is: 'broken' };

export interface Names {
  meaningOf(name: string): Meaning | undefined;
  /** All that may be written, for “did you mean”. */
  known(): string[];
}

export interface Typed {
  expression: Expression;
  type: Type;
}

/** Reads a formula. @returns its tree and type, or every fault, with places in the text */
export function readFormula(text: string, names: Names): { typed?: Typed; faults: FormulaFault[] } {
  const parsed = parseFormula(text);
  if ('fault' in parsed) return { faults: [parsed.fault] };
  const faults: FormulaFault[] = [];
  const typed = new Reader(names, faults, text).read(parsed.part);
  return { ...(typed && { typed }), faults };
}

/** The same for a condition, which must be something that holds or does not. */
export function readCondition(text: string, names: Names): { typed?: Typed; faults: FormulaFault[] } {
  const { typed, faults } = readFormula(text, names);
  if (!typed || typed.type.is === 'yes-no') return { ...(typed && { typed }), faults };
  const fault = {
    at: 0,
    found: `${nameOf(typed.type)} where a condition has to stand`,
    expected: 'something that holds or does not, such as a comparison',
  };
  return { faults: [...faults, fault] };
}

const numberType: Type = { is: 'number', unit: bare };
const date: Type = { is: 'date' };
const yesNo: Type = { is: 'yes-no' };

export function nameOf(type: Type): string {
  switch (type.is) {
    case 'number':
      return isBare(type.unit) ? 'a number' : `a number of ${unitText(type.unit)}`;
    case 'date':
      return 'a day';
    case 'yes-no':
      return 'a condition';
    case 'text':
      return 'a choice';
    case 'texts':
      return 'several choices';
  }
}

/** Function → what it takes, a type for each part, `?` for one that may be missing; and what it gives. */
const functions: Record<
  string,
  { takes: string[]; gives: 'number' | 'date' | 'yes-no' | 'same'; unit?: string; as: string }
> = {
  round: { takes: ['number', 'bare?'], gives: 'same', as: 'round(amount, places)' },
  'round-up': { takes: ['number', 'bare?'], gives: 'same', as: 'round-up(amount, places)' },
  'round-down': { takes: ['number', 'bare?'], gives: 'same', as: 'round-down(amount, places)' },
  abs: { takes: ['number'], gives: 'same', as: 'abs(number)' },
  days: { takes: ['date', 'date'], gives: 'number', unit: 'day', as: 'days(from, to)' },
  weeks: { takes: ['date', 'date'], gives: 'number', unit: 'week', as: 'weeks(from, to)' },
  months: { takes: ['date', 'date'], gives: 'number', unit: 'month', as: 'months(from, to)' },
  years: { takes: ['date', 'date'], gives: 'number', unit: 'year', as: 'years(from, to)' },
  'plus-days': { takes: ['date', 'count'], gives: 'date', as: 'plus-days(day, count)' },
  'plus-weeks': { takes: ['date', 'count'], gives: 'date', as: 'plus-weeks(day, count)' },
  'plus-months': { takes: ['date', 'count'], gives: 'date', as: 'plus-months(day, count)' },
  'plus-years': { takes: ['date', 'count'], gives: 'date', as: 'plus-years(day, count)' },
  'plus-working-days': {
    takes: ['date', 'count', 'days?'],
    gives: 'date',
    as: 'plus-working-days(day, count, holidays)',
  },
  'working-day': { takes: ['date', 'days?'], gives: 'yes-no', as: 'working-day(day, holidays)' },
  weekday: { takes: ['date'], gives: 'number', as: 'weekday(day)' },
  year: { takes: ['date'], gives: 'number', as: 'year(day)' },
  month: { takes: ['date'], gives: 'number', as: 'month(day)' },
  day: { takes: ['date'], gives: 'number', as: 'day(day)' },
};
const otherFunctions = ['min', 'max', 'if', 'asked', 'count', 'sum', 'any', 'all'];

class Reader {
  readonly #names: Names;
  readonly #faults: FormulaFault[];
  readonly #text: string;

  constructor(names: Names, faults: FormulaFault[], text: string) {
    this.#names = names;
    this.#faults = faults;
    this.#text = text;
  }

  read(part: Part): Typed | undefined {
    switch (part.is) {
      case 'number':
        return { expression: ['number', part.value], type: numberType };
      case 'text':
        return { expression: ['text', part.value], type: { is: 'text', of: [part.value] } };
      case 'day': {
        const day = readDay(part.value);
        if (day === undefined)
          return this.#refuse(part, `the day ${part.value}`, 'a day that exists, from 1600 to 2999');
        return { expression: ['number', String(day)], type: date };
      }
      case 'name':
        return this.#readName(part);
      case 'member':
        return this.#refuse(
          part,
          `"${part.of}.${part.value}"`,
          'the group and a formula for each of its repetitions: sum(group, formula), count(group, condition), any(…), all(…)',
        );
      case 'list':
        return this.#refuse(part, 'a list', 'a list only behind "in"');
      case 'sign':
        return this.#readSign(part);
      case 'call':
        return this.#readCall(part);
    }
  }

  #refuse(part: Part, found: string, expected: string): undefined {
    this.#faults.push({ at: part.from, found, expected });
  }

  #written(part: Part): string {
    return this.#text.slice(part.from, part.to);
  }

  #readName(part: Part & { value: string }): Typed | undefined {
    if (part.value === 'today') return { expression: ['today'], type: date };
    const meaning = this.#names.meaningOf(part.value);
    if (meaning?.is === 'value') return { expression: ['ref', meaning.id], type: meaning.type };
    if (meaning?.is === 'constant')
      return { expression: ['number', String(meaning.number)], type: numberType };
    if (meaning?.is === 'broken') return undefined;
    if (meaning?.is === 'rate')
      return this.#refuse(
        part,
        `the table "${part.value}" by itself`,
        `its row of a day: ${part.value}(today)`,
      );
    if (meaning?.is === 'days' || meaning?.is === 'texts')
      return this.#refuse(
        part,
        `the table "${part.value}" by itself`,
        `something that may be in it: … in ${part.value}`,
      );
    if (meaning?.is === 'group')
      return this.#refuse(
        part,
        `the group "${part.value}" by itself`,
        `count(${part.value}) or sum(${part.value}, …)`,
      );
    return this.#unknown(part, part.value);
  }

  #unknown(part: Part, name: string, among = this.#names.known()): undefined {
    const close = nearest(name, among);
    const option = this.#isOption(name);
    const expected = option
      ? `an answer in quotes: "${name}"`
      : `the id of a question or value${close ? `; did you mean ${close}?` : `: one of ${among.slice(0, 12).join(', ')}`}`;
    return this.#refuse(part, `"${name}"`, expected);
  }

  /** Whether a word is an answer of some question, so that its quotes are missing. */
  #isOption(word: string): boolean {
    return this.#names.known().some((name) => {
      const meaning = this.#names.meaningOf(name);
      return meaning?.is === 'value' && 'of' in meaning.type && meaning.type.of?.includes(word);
    });
  }

  #readSign(part: Part & { name: string; parts: Part[] }): Typed | undefined {
    const { name, parts } = part;
    if (name === 'in') return this.#readIn(parts[0]!, parts[1]!);
    const read = parts.map((one) => this.read(one));
    if (read.some((one) => !one)) return undefined;
    const [left, right] = read as [Typed, Typed];
    switch (name) {
      case 'not':
        return this.#expect(parts[0]!, left, 'yes-no', 'not')
          ? { expression: ['not', left.expression], type: yesNo }
          : undefined;
      case 'and':
      case 'or': {
        const fits = [
          this.#expect(parts[0]!, left, 'yes-no', name),
          this.#expect(parts[1]!, right, 'yes-no', name),
        ];
        return fits.every(Boolean)
          ? { expression: [name, left.expression, right.expression], type: yesNo }
          : undefined;
      }
      case 'negative':
        return this.#expect(parts[0]!, left, 'number', '-')
          ? { expression: ['negative', left.expression], type: left.type }
          : undefined;
      case 'has':
        return this.#readHas(parts, left, right);
      case '=':
      case '!=':
        return this.#readEqual(name, parts, left, right);
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.#readOrder(name, parts, left, right);
      default:
        return this.#readSum(name as '+' | '-' | '*' | '/', parts, left, right);
    }
  }

  #expect(part: Part, typed: Typed, is: Type['is'], sign: string): boolean {
    if (typed.type.is === is) return true;
    const hint =
      sign === 'not' && is === 'yes-no'
        ? '; "not" takes what stands next to it, so put the rest into brackets'
        : '';
    const what = {
      number: 'a number',
      date: 'a day',
      'yes-no': 'a condition',
      text: 'a choice',
      texts: 'several choices',
    }[is];
    this.#refuse(part, `${nameOf(typed.type)} at "${sign}": ${this.#written(part)}`, `${what}${hint}`);
    return false;
  }

  #readIn(one: Part, many: Part): Typed | undefined {
    const left = this.read(one);
    const meaning = many.is === 'name' ? this.#names.meaningOf(many.value) : undefined;
    if (meaning?.is === 'days') {
      if (!left || !this.#expect(one, left, 'date', 'in')) return undefined;
      return { expression: ['in', left.expression, ['days', meaning.id]], type: yesNo };
    }
    const texts =
      many.is === 'list' ? this.#textsOf(many.parts) : meaning?.is === 'texts' ? meaning.texts : undefined;
    if (!texts) {
      if (many.is === 'name' && !meaning) return this.#unknown(many, many.value);
      if (many.is !== 'list')
        this.#refuse(
          many,
          `"in ${this.#written(many)}"`,
          'a list in square brackets, or a table of days or names',
        );
      return undefined;
    }
    if (!left || !this.#expect(one, left, 'text', 'in')) return undefined;
    if (many.is === 'list')
      for (const [i, text] of texts.entries()) this.#isAnswerOf(many.parts[i]!, text, left.type);
    return {
      expression: ['in', left.expression, ['texts', ...texts.map((text) => ['text', text] as const)]],
      type: yesNo,
    };
  }

  #textsOf(parts: Part[]): string[] | undefined {
    const strays = parts.filter(({ is }) => is !== 'text');
    for (const part of strays) this.#refuse(part, `"${this.#written(part)}" in a list`, 'texts in quotes');
    return strays.length > 0 ? undefined : parts.map((part) => (part as { value: string }).value);
  }

  #readHas(parts: Part[], left: Typed, right: Typed): Typed | undefined {
    if (!this.#expect(parts[0]!, left, 'texts', 'has') || !this.#expect(parts[1]!, right, 'text', 'has'))
      return undefined;
    const text = literal(right);
    if (text !== undefined) this.#isAnswerOf(parts[1]!, text, left.type);
    return { expression: ['has', left.expression, right.expression], type: yesNo };
  }

  #readEqual(name: '=' | '!=', parts: Part[], left: Typed, right: Typed): Typed | undefined {
    const kinds = `${left.type.is} ${right.type.is}`;
    if (kinds === 'number number') return this.#readOrder(name, parts, left, right);
    if (kinds === 'text text') {
      const [a, b] = [literal(left), literal(right)];
      if (a !== undefined && b === undefined) this.#isAnswerOf(parts[0]!, a, right.type);
      if (b !== undefined && a === undefined) this.#isAnswerOf(parts[1]!, b, left.type);
    } else if (kinds !== 'date date') {
      const expected =
        left.type.is === 'texts'
          ? `has instead of ${name}: ${this.#written(parts[0]!)} has ${this.#written(parts[1]!)}`
          : 'the same kind of thing on both sides';
      return this.#refuse(parts[0]!, `${nameOf(left.type)} compared with ${nameOf(right.type)}`, expected);
    }
    return { expression: [name, left.expression, right.expression], type: yesNo };
  }

  #isAnswerOf(part: Part, text: string, type: Type): void {
    if (!('of' in type) || !type.of || type.of.includes(text)) return;
    const close = nearest(text, [...type.of]);
    this.#refuse(
      part,
      `"${text}", which is not among the answers`,
      close ? `an answer; did you mean "${close}"?` : `one of ${type.of.map((one) => `"${one}"`).join(', ')}`,
    );
  }

  #readOrder(
    name: '=' | '!=' | '<' | '<=' | '>' | '>=',
    parts: Part[],
    left: Typed,
    right: Typed,
  ): Typed | undefined {
    const ordered = ({ type }: Typed) => type.is === 'number' || type.is === 'date';
    for (const [i, typed] of [left, right].entries()) {
      if (!ordered(typed))
        return this.#refuse(parts[i]!, `${nameOf(typed.type)} at "${name}"`, 'numbers or days');
    }
    if (left.type.is !== right.type.is)
      return this.#refuse(
        parts[0]!,
        `${nameOf(left.type)} compared with ${nameOf(right.type)}`,
        'two numbers, or two days',
      );
    if (!this.#sameUnits(parts[0]!, left, right)) return undefined;
    return { expression: [name, left.expression, right.expression], type: yesNo };
  }

  /** A bare number takes the unit of what it is compared with or added to. */
  #sameUnits(part: Part, left: Typed, right: Typed): boolean {
    if (left.type.is !== 'number' || right.type.is !== 'number') return true;
    const [a, b] = [left.type.unit, right.type.unit];
    if (isBare(a) || isBare(b) || isSameUnit(a, b)) return true;
    this.#refuse(part, `${unitText(a)} beside ${unitText(b)}`, 'the same unit on both sides');
    return false;
  }

  #readSum(name: '+' | '-' | '*' | '/', parts: Part[], left: Typed, right: Typed): Typed | undefined {
    const [a, b] = [left.type, right.type];
    const expression: Expression = [name, left.expression, right.expression];
    if (a.is === 'date' && b.is === 'date' && name === '-')
      return {
        expression: ['days', right.expression, left.expression],
        type: { is: 'number', unit: { day: 1 } },
      };
    if (a.is === 'date' && b.is === 'number' && (name === '+' || name === '-')) {
      if (!isBare(b.unit) && !isSameUnit(b.unit, { day: 1 }))
        return this.#refuse(
          parts[1]!,
          `${unitText(b.unit)} added to a day`,
          'days, or plus-weeks, plus-months or plus-years',
        );
      return {
        expression: [
          'plus-days',
          left.expression,
          name === '+' ? right.expression : ['negative', right.expression],
        ],
        type: date,
      };
    }
    for (const [i, typed] of [left, right].entries())
      if (!this.#expect(parts[i]!, typed, 'number', name)) return undefined;
    if (a.is !== 'number' || b.is !== 'number') return undefined;
    if (name === '*') return { expression, type: { is: 'number', unit: times(a.unit, b.unit) } };
    if (name === '/') return { expression, type: { is: 'number', unit: over(a.unit, b.unit) } };
    if (!this.#sameUnits(parts[0]!, left, right)) return undefined;
    return { expression, type: { is: 'number', unit: isBare(a.unit) ? b.unit : a.unit } };
  }

  #readCall(part: Part & { name: string; parts: Part[] }): Typed | undefined {
    const { name, parts } = part;
    const [first] = parts;
    const group = first?.is === 'name' ? this.#names.meaningOf(first.value) : undefined;
    if (group?.is === 'group' && ['count', 'sum', 'any', 'all', 'min', 'max'].includes(name))
      return this.#readAggregate(part, group);
    if (name === 'asked') return this.#readAsked(part);
    if (name === 'if') return this.#readIf(part);
    if (name === 'count') return this.#readCount(part);
    if (name === 'min' || name === 'max') return this.#readBest(part);
    const known = Object.hasOwn(functions, name) ? functions[name]! : undefined;
    if (known) return this.#readFunction(part, known);
    const table = this.#names.meaningOf(name);
    if (table?.is === 'rate') {
      const on =
        parts.length === 1
          ? this.read(first!)
          : this.#refuse(part, `${parts.length} parts at "${name}"`, `one day: ${name}(today)`);
      return on && this.#expect(first!, on, 'date', name)
        ? { expression: ['rate', table.id, on.expression], type: { is: 'number', unit: table.unit } }
        : undefined;
    }
    if (['sum', 'any', 'all'].includes(name))
      return this.#refuse(
        part,
        `${name}() without a group`,
        `the id of a group first: ${name}(group, formula)`,
      );
    return this.#unknown(part, name, [...Object.keys(functions), ...otherFunctions, ...this.#names.known()]);
  }

  #readFunction(
    part: Part & { name: string; parts: Part[] },
    { takes, gives, unit, as }: (typeof functions)[string],
  ): Typed | undefined {
    const least = takes.filter((type) => !type.endsWith('?')).length;
    if (part.parts.length < least || part.parts.length > takes.length)
      return this.#refuse(part, `${part.parts.length} parts at "${part.name}"`, as);
    const read = part.parts.map((one, i) => {
      const wanted = takes[i]!.replace('?', '');
      if (wanted === 'days') return this.#readHolidays(one);
      const typed = this.read(one);
      return typed && this.#expect(one, typed, wanted === 'date' ? 'date' : 'number', part.name)
        ? typed
        : undefined;
    });
    if (read.some((one) => !one)) return undefined;
    const expression = [part.name, ...read.map((one) => one!.expression)] as unknown as Expression;
    if (gives === 'same') return { expression, type: read[0]!.type };
    if (gives === 'number') return { expression, type: { is: 'number', unit: unit ? { [unit]: 1 } : bare } };
    return { expression, type: gives === 'date' ? date : yesNo };
  }

  #readHolidays(part: Part): Typed | undefined {
    const meaning = part.is === 'name' ? this.#names.meaningOf(part.value) : undefined;
    if (meaning?.is === 'days') return { expression: ['days', meaning.id], type: { is: 'texts' } };
    return this.#refuse(part, `"${this.#written(part)}" for holidays`, 'the id of a table with `days`');
  }

  #readAsked(part: Part & { parts: Part[] }): Typed | undefined {
    const [first] = part.parts;
    if (part.parts.length !== 1 || first?.is !== 'name')
      return this.#refuse(part, '"asked" without a question', 'the id of a question: asked(children)');
    const meaning = this.#names.meaningOf(first.value);
    if (meaning?.is !== 'value') return this.#unknown(first, first.value);
    return { expression: ['asked', meaning.id], type: yesNo };
  }

  #readIf(part: Part & { parts: Part[] }): Typed | undefined {
    if (part.parts.length !== 3)
      return this.#refuse(part, `${part.parts.length} parts at "if"`, 'if(condition, then, otherwise)');
    const [condition, yes, no] = part.parts.map((one) => this.read(one));
    if (!condition || !yes || !no || !this.#expect(part.parts[0]!, condition, 'yes-no', 'if'))
      return undefined;
    if (yes.type.is !== no.type.is)
      return this.#refuse(
        part,
        `${nameOf(yes.type)} or ${nameOf(no.type)}`,
        'the same kind of thing in both cases',
      );
    if (!this.#sameUnits(part.parts[1]!, yes, no)) return undefined;
    return {
      expression: ['if', condition.expression, yes.expression, no.expression],
      type: either(yes.type, no.type),
    };
  }

  /** `count(reasons)`: how many were ticked. */
  #readCount(part: Part & { parts: Part[] }): Typed | undefined {
    const [first] = part.parts;
    const list =
      first && part.parts.length === 1
        ? this.read(first)
        : this.#refuse(
            part,
            '"count" without something to count',
            'a group or a question with several choices',
          );
    return list && this.#expect(first!, list, 'texts', 'count')
      ? { expression: ['size', list.expression], type: numberType }
      : undefined;
  }

  #readBest(part: Part & { name: string; parts: Part[] }): Typed | undefined {
    if (part.parts.length < 2)
      return this.#refuse(
        part,
        `${part.parts.length} parts at "${part.name}"`,
        `two or more: ${part.name}(a, b)`,
      );
    const read = part.parts.map((one) => this.read(one));
    if (read.some((one) => !one)) return undefined;
    const [first, ...others] = read as Typed[];
    for (const [i, typed] of (read as Typed[]).entries()) {
      if (typed.type.is !== first!.type.is || (typed.type.is !== 'number' && typed.type.is !== 'date')) {
        return this.#refuse(part.parts[i]!, `${nameOf(typed.type)} at "${part.name}"`, 'numbers, or days');
      }
    }
    if (!others.every((other, i) => this.#sameUnits(part.parts[i + 1]!, first!, other))) return undefined;
    const united =
      [first!, ...others].find(({ type }) => type.is === 'number' && !isBare(type.unit)) ?? first!;
    return {
      expression: [part.name as 'min' | 'max', ...(read as Typed[]).map(({ expression }) => expression)],
      type: united.type,
    };
  }

  /** A formula for each repetition of a group that the reader has: those beyond count for nothing. */
  #readAggregate(
    part: Part & { name: string; parts: Part[] },
    group: Meaning & { is: 'group' },
  ): Typed | undefined {
    const [, formula, more] = part.parts;
    const isCondition = ['count', 'any', 'all'].includes(part.name);
    if (more || (!formula && part.name !== 'count'))
      return this.#refuse(
        part,
        `${part.parts.length} parts at "${part.name}"`,
        `${part.name}(group, ${isCondition ? 'condition' : 'formula'})`,
      );
    if (!formula) return { expression: ['ref', group.times], type: numberType };
    const typed: Typed[] = [];
    for (let n = 1; n <= group.most; n++) {
      // Faults are the same in each repetition.
      const faults = n === 1 ? this.#faults : [];
      const one = new Reader(group.member(n), faults, this.#text).read(formula);
      if (!one || !this.#expect(formula, one, isCondition ? 'yes-no' : 'number', part.name)) return undefined;
      typed.push(one);
    }
    return {
      expression: aggregate(
        part.name,
        typed.map(({ expression }) => expression),
        group.times,
      ),
      type: isCondition ? (part.name === 'count' ? numberType : yesNo) : typed[0]!.type,
    };
  }
}

function aggregate(name: string, each: Expression[], howOften: string): Expression {
  const exists = (n: number): Expression => ['>=', ['ref', howOften], ['number', String(n)]];
  const [one, none]: [Expression, Expression] = [
    ['number', '1'],
    ['number', '0'],
  ];
  switch (name) {
    case 'any':
      return each
        .map((condition, i): Expression => ['and', exists(i + 1), condition])
        .reduce((a, b) => ['or', a, b]);
    case 'all':
      return each
        .map((condition, i): Expression => ['or', ['not', exists(i + 1)], condition])
        .reduce((a, b) => ['and', a, b]);
    case 'count':
      return [
        'sum',
        ...each.map((condition, i): Expression => ['if', exists(i + 1), ['if', condition, one, none], none]),
      ];
    case 'sum':
      return ['sum', ...each.map((formula, i): Expression => ['if', exists(i + 1), formula, none])];
    default:
      // Repetitions that are not there repeat the first one, which changes no least and no most.
      return [
        name as 'min' | 'max',
        ...each.map((formula, i): Expression => ['if', exists(i + 1), formula, each[0]!]),
      ];
  }
}

function literal({ expression }: Typed): string | undefined {
  return expression[0] === 'text' ? (expression[1] as string) : undefined;
}

function either(a: Type, b: Type): Type {
  if (a.is === 'number' && b.is === 'number') return isBare(a.unit) ? b : a;
  if (a.is === 'text' && b.is === 'text' && a.of && b.of)
    return { is: 'text', of: [...new Set([...a.of, ...b.of])] };
  return a;
}
