/** The fields of a page type as plain data, read off its schema: what a form asks for. */
import type { z } from 'astro/zod';
import { idFields } from '../content/refs.ts';
import { pageTypes, type PageType } from './index.ts';
import { pageFields } from './page.ts';
import { day, formula, line, pageId, period, prose, slug } from './values.ts';

/** What the ids of a field name: an entry of a taxonomy file, or a page. */
export type Named = 'role' | 'stage' | 'topic' | 'moment' | 'person' | 'context' | 'page';

/** Where in the form a field stands, in the order of the form. */
export const parts = ['name', 'first', 'place', 'more'] as const;
export type Part = (typeof parts)[number];

export interface FieldSpec {
  name: string;
  /** Names and dots, without the places of entries: `not_when.if`. */
  path: string;
  /** What the schema tells the author. */
  help: string;
  required: boolean;
  /** Whether it waits out of sight until somebody wants it, because few need it. */
  waits: boolean;
  shape: Shape;
}

export type Shape =
  /** A formula; a number and a day are formulas too. */
  | { kind: 'amount' }
  /** `true`, or not there at all. */
  | { kind: 'flag' }
  | { kind: 'line' | 'prose' | 'slug' | 'day' | 'period' | 'address'; max?: number }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'choice'; values: string[] }
  | { kind: 'id'; of: Named }
  /** `least` is the number of entries that must be there. */
  | { kind: 'ids'; of: Named; least: number }
  | { kind: 'lines'; least: number }
  | { kind: 'fields'; fields: FieldSpec[] }
  /** `start` is the number of entries that the form begins with. */
  | { kind: 'rows'; fields: FieldSpec[]; least: number; start: number };

/** A field of the frontmatter itself, with its place in the form. */
export interface TopField extends FieldSpec {
  part: Part;
}

/** Fields that have no place in a form: tests are written and run beside the file, by whoever has the command. */
export const leftToFiles: ReadonlySet<string> = new Set(['tests']);

/** Every field of a page type that a form can ask for, in the order of its schema. */
export function formOf(type: PageType): TopField[] {
  return fieldsOf(pageTypes[type]).map((field) => ({ ...field, part: partOf(field) }));
}

/** The names of all fields of a page type, in the order of its schema. */
export function fieldNames(type: PageType): string[] {
  return Object.keys(inside(core(pageTypes[type])).shape);
}

/** Under which names words for a field are looked up, the most exact one first: `not_when.go`, then `go`. */
export function namesOf(path: string): string[] {
  const names = path.split('.');
  return names.map((_, i) => names.slice(i).join('.'));
}

/** What most decision tools do without. */
const waitingFields = new Set(['sensitive', 'groups', 'values', 'tables', 'scoring']);
/** What may be left out of a question or an outcome and is asked for all the same. */
const askedAtOnce = new Set(['help', 'options', 'options.id', 'options.help', 'options.go']);

function isWaiting(path: string, required: boolean): boolean {
  const inEntry = /^(?:(?:groups\.)?questions|outcomes)\.((?:options\.)?[^.]+)$/.exec(path)?.[1];
  return waitingFields.has(path) || (inEntry !== undefined && !required && !askedAtOnce.has(inEntry));
}

/** Lists that begin with entries although some pages do without: most questions are choices. */
const startingEntries: Record<string, number> = { 'questions.options': 2, 'groups.questions.options': 2 };

/** Facts that every page has are asked for together; what may be left out waits until it is asked for. */
function partOf({ name, required, waits }: FieldSpec): Part {
  if (name === 'title') return 'name';
  if (waits) return 'more';
  if (name === 'summary' || !Object.hasOwn(pageFields, name)) return 'first';
  return required ? 'place' : 'more';
}

/** The inside of zod's schemas, as far as the page types use it. */
interface Inside {
  type: string;
  description?: string;
  def: { innerType?: z.ZodType; in?: z.ZodType; checks?: object[] };
  shape: Record<string, z.ZodType>;
  element: z.ZodType;
  options: string[];
  minValue: number;
  maxValue: number;
  maxLength: number | null;
}

const inside = (schema: z.ZodType) => schema as unknown as Inside;

function fieldsOf(schema: z.ZodType, above = '', namesAbove = ''): FieldSpec[] {
  const asked = Object.entries(inside(core(schema)).shape).filter(
    ([name]) => above !== '' || !leftToFiles.has(name),
  );
  return asked.map(([name, field]) => {
    const names = `${namesAbove}${name}`;
    const required = !field.safeParse(undefined).success;
    return {
      name,
      path: names,
      help: descriptionOf(field),
      required,
      waits: isWaiting(names, required),
      shape: shapeOf(core(field), `${above}${name}`, names),
    };
  });
}

/** @param at the field's path as `idFields` writes it, `not_when[].go`; @param names the same without brackets */
function shapeOf(schema: z.ZodType, at: string, names: string): Shape {
  const named = idFields.find(([path]) => path === at || path === `${at}[]`)?.[1];
  const of = named && isNamed(named) ? named : undefined;
  const field = inside(schema);
  switch (field.type) {
    case 'object':
      return { kind: 'fields', fields: fieldsOf(schema, `${at}.`, `${names}.`) };
    case 'array': {
      const element = core(field.element);
      const least = leastOf(schema);
      if (inside(element).type === 'object')
        return {
          kind: 'rows',
          fields: fieldsOf(element, `${at}[].`, `${names}.`),
          least,
          start: startingEntries[names] ?? least,
        };
      return of ? { kind: 'ids', of, least } : { kind: 'lines', least };
    }
    case 'union':
      return { kind: 'amount' };
    case 'literal':
      return { kind: 'flag' };
    case 'enum':
      return { kind: 'choice', values: field.options };
    case 'number':
      return { kind: 'number', min: field.minValue, max: field.maxValue };
    case 'string':
      if (isMadeFrom(schema, formula)) return { kind: 'amount' };
      return of ? { kind: 'id', of } : { kind: textKind(schema), ...maximum(field) };
  }
  throw new Error(`The form has no field for "${at}", which is of the kind ${field.type}.`);
}

function maximum({ maxLength }: Inside): { max?: number } {
  return maxLength ? { max: maxLength } : {};
}

/** A text made from one of the shared values keeps that value's first check. */
function textKind(schema: z.ZodType): 'line' | 'prose' | 'slug' | 'day' | 'period' | 'address' {
  const from = (value: z.ZodType) => isMadeFrom(schema, value);
  if (from(prose)) return 'prose';
  if (from(slug) || from(pageId)) return 'slug';
  if (from(day)) return 'day';
  if (from(period)) return 'period';
  return from(line) ? 'line' : 'address';
}

function isMadeFrom(schema: z.ZodType, value: z.ZodType): boolean {
  return checksOf(schema).includes(checksOf(value)[0]!);
}

function checksOf(schema: z.ZodType): object[] {
  return inside(schema).def.checks ?? [];
}

/** An empty list says itself how many entries it misses. */
function leastOf(list: z.ZodType): number {
  const issue = list.safeParse([]).error?.issues.find(({ code }) => code === 'too_small');
  return issue?.code === 'too_small' ? Number(issue.minimum) : 0;
}

function isNamed(kind: string): kind is Named {
  return ['role', 'stage', 'topic', 'moment', 'person', 'context', 'page'].includes(kind);
}

/** The schema inside defaults, optional wrappers and transforms. */
function core(schema: z.ZodType): z.ZodType {
  const { def } = inside(schema);
  const inner = def.innerType ?? def.in;
  return inner ? core(inner) : schema;
}

function descriptionOf(schema: z.ZodType): string {
  const { description, def } = inside(schema);
  const inner = def.innerType ?? def.in;
  return description ?? (inner ? descriptionOf(inner) : '');
}
