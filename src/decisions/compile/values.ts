/** Values worked out from answers: by a formula, or by rows with conditions. */
import type { Derived, ValueKind } from '../graph.ts';
import { isoCurrency, moneyOf } from '../placeholders.ts';
import { nameOf, type Names, type Type, type Typed } from '../typing.ts';
import { bare, isBare, isSameUnit, readUnit, unitText } from '../unit.ts';
import type { Tool } from '../compile.ts';
import { namesOf } from './names.ts';
import type { Path, Reading } from './reading.ts';

export class Values {
  /** What names mean outside groups. */
  readonly names: Names;
  readonly #reading: Reading;
  readonly #known = new Map<string, { derived: Derived; type: Type } | 'working' | 'broken'>();

  constructor(reading: Reading) {
    this.#reading = reading;
    this.names = namesOf(reading, (id) => this.of(id)?.type);
  }

  /** Worked out when first asked for, so that values may stand in any order. */
  of(id: string): { derived: Derived; type: Type } | undefined {
    const known = this.#known.get(id);
    const i = this.#reading.tool.values.findIndex((value) => value.id === id);
    const path: Path = ['values', i];
    if (known === 'working') {
      this.#reading.fault(
        'tool-value',
        path,
        `the value "${id}", which needs itself`,
        'a formula over answers and other values',
      );
      this.#known.set(id, 'broken');
      return undefined;
    }
    if (known) return known === 'broken' ? undefined : known;
    this.#known.set(id, 'working');
    const value = this.#readValue(this.#reading.tool.values[i]!, path);
    if (this.#known.get(id) === 'broken') return undefined;
    this.#known.set(id, value ?? 'broken');
    return value;
  }

  #readValue(written: Tool['values'][number], path: Path): { derived: Derived; type: Type } | undefined {
    const { id, say = id, is, unit, hit, as, rows } = written;
    if ((is === undefined) === (rows.length === 0)) {
      this.#reading.fault(
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
      const typed = this.#reading.formula(is, [...path, 'is'], this.names);
      if (!typed) return undefined;
      derived.is = typed.expression;
      type = typed.type;
    } else {
      const read = this.#readRows(written, path);
      if (!read) return undefined;
      derived.table = { hit, rows: read.rows, ...(as && { as }) };
      type = hit === 'collect' ? collectedType(as ?? 'list', read.type) : read.type;
      if (hit === 'collect' && (as ?? 'list') === 'list' && read.type.is !== 'text') {
        this.#reading.fault(
          'tool-value',
          path,
          `a list of ${nameOf(read.type)} at "${id}"`,
          '`as: sum`, `count`, `min` or `max`, or rows with `text`',
        );
        return undefined;
      }
      if (hit !== 'collect' && as)
        this.#reading.fault(
          'tool-value',
          [...path, 'as'],
          `"as: ${as}" with "hit: ${hit}"`,
          '`hit: collect`',
        );
    }
    if (unit !== undefined && type.is === 'number') {
      const declared = readUnit(unit);
      if (!isBare(type.unit) && !isSameUnit(type.unit, declared)) {
        this.#reading.fault(
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
        this.#reading.fault(
          'tool-value',
          at,
          `a row of "${id}" with ${row.is === undefined ? 'neither `is` nor `text`' : 'both `is` and `text`'}`,
          'one of the two',
        );
        return undefined;
      }
      const gives: Typed | undefined =
        row.text === undefined
          ? this.#reading.formula(row.is!, [...at, 'is'], this.names)
          : { expression: ['text', row.text], type: { is: 'text', of: [row.text] } };
      const condition = this.#reading.condition(row.if, [...at, 'if'], this.names);
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
      this.#reading.fault(
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
}

function collectedType(as: 'list' | 'sum' | 'count' | 'min' | 'max', type: Type): Type {
  if (as === 'count') return { is: 'number', unit: bare };
  return as === 'list' ? { is: 'texts', ...('of' in type && { of: type.of }) } : type;
}

/** How a value of a type is written. @param unit as the author wrote it */
export function writtenAs(type: Type, unit?: string): { kind: ValueKind; unit?: string } {
  switch (type.is) {
    case 'number': {
      const currency = Object.entries(type.unit).find(
        ([name, exponent]) => exponent === 1 && isoCurrency(name),
      )?.[0];
      if (currency && Object.keys(type.unit).length === 1) return { kind: 'money', unit: currency };
      return { kind: moneyOf(unit) ? 'money' : 'number', ...(unit && { unit }) };
    }
    case 'texts':
      return { kind: 'list' };
    default:
      return { kind: type.is };
  }
}
