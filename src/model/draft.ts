/**
 * A page that is being written: the values of its fields and its body, and the text of the file they make. Of a page that
 * exists, only what was changed is written anew; every other byte of its file stays.
 */
import { Document, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, type Pair } from 'yaml';
import { letterFirst, optionId } from '../decisions/graph.ts';
import { fieldNames } from '../schema/form.ts';
import type { PageType } from '../schema/index.ts';

/** Field of the frontmatter → its value, as it stands in the file. */
export type Values = Record<string, unknown>;

export interface Draft {
  values: Values;
  /** What stands below the frontmatter; its lines end with `\n`. */
  body: string;
}

/** Place of a value in a draft: names and indexes from the top. */
export type FieldPath = (string | number)[];

/** The file of a new page. Empty values are left out; fields come in the order of the schema. */
export function draftText(type: PageType, values: Values, body: string): string {
  const full = withoutEmpty(values) as Values | undefined;
  const fields = fieldNames(type).flatMap((name) =>
    full && name in full ? writeField(name, full[name]) : [],
  );
  const whole = body.replace(/^(\s*\n)+|\s+$/g, '');
  // Nothing at all would be read as no value, and no field would be missed.
  return `---\n${fields.join('') || '{}\n'}---\n${whole && `\n${whole}\n`}`;
}

/** @returns nothing where the text has no frontmatter, or one that can't be read */
export function readDraft(text: string): Draft | undefined {
  const file = cut(text);
  const document = file && parseYaml(file.yaml);
  if (!file || !document || document.errors.length > 0 || !isMap(document.contents)) return undefined;
  return { values: document.toJS() as Values, body: plainLines(file.body) };
}

/**
 * The file of a page that exists, with what is different in the draft.
 * @param text the file as it was when `readDraft` read it
 */
export function mendedText(type: PageType, text: string, { values, body }: Draft): string {
  const before = readDraft(text);
  const file = cut(text);
  if (!before || !file) return draftText(type, values, body);
  const end = text.slice(0, file.open.length).endsWith('\r\n') ? '\r\n' : '\n';
  const names = [...new Set([...fieldNames(type), ...Object.keys(values)])];
  const changed = names.filter((name) => !isSame(before.values[name], values[name]));
  const yaml = changed.reduce((kept, name) => replaceField(kept, name, values[name], names, end), file.yaml);
  const mendedBody = body === before.body ? file.body : replaceLines(file.body, body, end);
  return file.open + yaml + file.close + mendedBody;
}

/** Whether two values say the same; what is empty says as little as what is missing. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(withoutEmpty(a)) === JSON.stringify(withoutEmpty(b));
}

/** A value without empty texts, lists and entries; nothing where nothing is left. */
export function withoutEmpty(value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const entries = value.map(withoutEmpty).filter((entry) => entry !== undefined);
    return entries.length > 0 ? entries : undefined;
  }
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value).flatMap(([name, inner]) => {
    const full = withoutEmpty(inner);
    return full === undefined ? [] : [[name, full] as const];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** The path of a value among all entries, empty ones included. @param path as `fieldOfFinding` gives it */
export function pathWithEmpty(values: unknown, path: FieldPath): FieldPath {
  const [part, ...rest] = path;
  if (part === undefined) return [];
  if (Array.isArray(values)) {
    const full = values.flatMap((entry, index) => (withoutEmpty(entry) === undefined ? [] : index));
    const index = full[Number(part)] ?? Number(part);
    return [index, ...pathWithEmpty(values[index], rest)];
  }
  return [part, ...pathWithEmpty((values as Values | undefined)?.[part], rest)];
}

/** An id for an entry that has none, from what the entry says. */
export function idFromText(text: string): string {
  return letterFirst(optionId(text));
}

/**
 * Where in the draft a finding belongs.
 * @returns the path of the value, `['body']` with a line of the body from 1, or nothing where it belongs to the file as a whole
 */
export function fieldOfFinding(
  text: string,
  { line, column, found, rule }: { line: number; column: number; found: string; rule: string },
): { path: FieldPath; line?: number } | undefined {
  const file = cut(text);
  if (!file || rule === 'file-name') return undefined;
  const above = file.open + file.yaml + file.close;
  const first = above.split('\n').length;
  if (line >= first) return { path: ['body'], line: line - first + 1 };
  const missing = rule === 'frontmatter' && /^no "(.+)"$/.exec(found)?.[1];
  if (missing) return { path: pathFromName(missing) };
  const path = pathAt(file.yaml, offsetOf(text, line, column) - file.open.length);
  return path.length > 0 ? { path } : undefined;
}

/** `not_when[1].go` as findings write it, entries from 1 → `['not_when', 0, 'go']`. */
function pathFromName(name: string): FieldPath {
  return [...name.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, field, entry]) => field ?? Number(entry) - 1);
}

/** The deepest value at an offset. */
function pathAt(yaml: string, offset: number): FieldPath {
  const path: FieldPath = [];
  let node: unknown = parseYaml(yaml).contents;
  while (isCollection(node)) {
    const items = node.items as unknown[];
    const index = items.findLastIndex((item) => (startOf(item) ?? Infinity) <= offset);
    const item = items[index];
    if (isPair(item)) {
      path.push(isScalar(item.key) ? String(item.key.value) : '');
      node = item.value;
    } else {
      if (isSeq(node) && index >= 0) path.push(index);
      node = item;
    }
  }
  return path;
}

function startOf(item: unknown): number | undefined {
  const node = isPair(item) ? item.key : item;
  return isScalar(node) || isCollection(node) ? node.range?.[0] : undefined;
}

/** @param column in characters, from 1 */
function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n').slice(0, line);
  const last = lines.pop() ?? '';
  return (
    lines.reduce((sum, { length }) => sum + length + 1, 0) + [...last].slice(0, column - 1).join('').length
  );
}

/** The parts of a file; together they are the text. */
function cut(text: string): { open: string; yaml: string; close: string; body: string } | undefined {
  const fence = /^(---\r?\n)((?:[\s\S]*?\r?\n)?)(---[ \t]*(?:\r?\n|$))/.exec(text);
  if (!fence) return undefined;
  const [whole, open = '', yaml = '', close = ''] = fence;
  return { open, yaml, close, body: text.slice(whole.length) };
}

function parseYaml(yaml: string): Document {
  return parseDocument(yaml, { schema: 'core' });
}

function plainLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** @param flow writes the value on one line: `[a, b]` */
function writeField(name: string, value: unknown, flow = false): string {
  const document = new Document({ [name]: value }, { schema: 'core' });
  const written = document.get(name, true);
  if (flow && isCollection(written)) written.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Replaces, removes or adds a top-level field. @param names all fields in the order of the schema */
function replaceField(yaml: string, name: string, value: unknown, names: string[], end: string): string {
  const document = parseYaml(yaml);
  const map = document.contents;
  if (!isMap(map)) return yaml;
  const full = withoutEmpty(value);
  if (map.flow) return rewriteAll(document, name, full, end);
  const pairs = map.items as Pair[];
  const index = pairs.findIndex((pair) => keyOf(pair) === name);
  const pair = pairs[index];
  if (!pair) return full === undefined ? yaml : addField(yaml, pairs, name, full, names, end);
  const start = startOf(pair)!;
  if (full === undefined) return yaml.slice(0, start) + yaml.slice(lineAfter(yaml, pair));
  const written = writeField(name, full, isCollection(pair.value) && pair.value.flow === true);
  return yaml.slice(0, start) + withEnds(written.trimEnd(), end) + yaml.slice(valueEnd(yaml, pair));
}

/** Frontmatter in braces is rare: there everything is written anew. */
function rewriteAll(document: Document, name: string, value: unknown, end: string): string {
  const values = document.toJS() as Values;
  const all = Object.entries({ ...values, [name]: value }).filter(([, one]) => one !== undefined);
  return withEnds(all.map(([field, one]) => writeField(field, one)).join(''), end);
}

/** Puts a field behind the nearest one that stands before it in the schema. */
function addField(
  yaml: string,
  pairs: Pair[],
  name: string,
  value: unknown,
  names: string[],
  end: string,
): string {
  const before = new Set(names.slice(0, names.indexOf(name)));
  const after = pairs.findLast((pair) => before.has(keyOf(pair)));
  const at = after ? lineAfter(yaml, after) : (startOf(pairs[0]) ?? 0);
  return yaml.slice(0, at) + withEnds(writeField(name, value), end) + yaml.slice(at);
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Where a value's own characters end: a comment behind it and the line's end stay. */
function valueEnd(yaml: string, pair: Pair): number {
  const start = startOf(pair)!;
  const node = pair.value;
  const end = isScalar(node) || isCollection(node) ? node.range?.[1] : undefined;
  const own = yaml.slice(start, end ?? lineEnd(yaml, start));
  return start + own.trimEnd().length;
}

function lineAfter(yaml: string, pair: Pair): number {
  return Math.min(lineEnd(yaml, valueEnd(yaml, pair)) + 1, yaml.length);
}

function lineEnd(yaml: string, from: number): number {
  const end = yaml.indexOf('\n', from);
  return end < 0 ? yaml.length : end;
}

/** New lines in the place of those that are different; lines that are the same at the beginning and the end keep their bytes. */
function replaceLines(before: string, after: string, end: string): string {
  const old = before.split(/(?<=\n)/);
  const now = after.split(/(?<=\n)/);
  const same = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && plainLines(a) === b;
  let head = 0;
  while (same(old[head], now[head])) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && same(old.at(-1 - tail), now.at(-1 - tail))) tail++;
  const middle = now.slice(head, now.length - tail).join('');
  return [...old.slice(0, head), withEnds(middle, end), ...old.slice(old.length - tail)].join('');
}

function withEnds(text: string, end: string): string {
  return end === '\n' ? text : text.replaceAll('\n', end);
}
