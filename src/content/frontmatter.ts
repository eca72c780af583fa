/** Frontmatter: where it stands, what it says, and whether it fits the schema, each problem with its place. */
import { isAlias, isMap, isNode, isScalar, parseDocument, visit, type Document, type Pair, type YAMLMap } from 'yaml';
import type { z } from 'astro/zod';
import { hiddenByEscape } from './characters.ts';
import { placeOf, type Problem } from './finding.ts';
import { nearest, oneOf } from './nearest.ts';
import { inYaml, nearestValid } from './remedy.ts';

type Path = PropertyKey[];

/** A YAML text with the places of its values. */
export interface Yaml {
  value: unknown;
  /** Place of the value at a path, or of the nearest parent that exists. @param at of a text, that character of it (UTF-16) */
  placeOf(path: Path, at?: number): { line: number; column: number };
  /** Place of the key at the end of a path. */
  placeOfKey(path: Path): { line: number; column: number };
}

/** Where the YAML of a page stands, or what stands in its place. */
export interface Fence {
  /** Offsets of the YAML; none where there is no frontmatter that could be read. */
  from?: number;
  to?: number;
  /** Offset behind the frontmatter; none where nobody can tell. */
  bodyFrom?: number;
  problem?: Problem;
}

const dashes = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** Other generators' frontmatter, from the first line to the line that ends it. */
const foreignFences: { pattern: RegExp; name: string }[] = [
  { pattern: /^\+\+\+[ \t]*\r?\n[\s\S]*?\n\+\+\+[ \t]*(?:\r?\n|$)/, name: 'TOML between lines of +++' },
  { pattern: /^;;;[ \t]*\r?\n[\s\S]*?\n;;;[ \t]*(?:\r?\n|$)/, name: 'JSON between lines of ;;;' },
  { pattern: /^\{[ \t]*\r?\n[\s\S]*?\n\}[ \t]*(?:\r?\n|$)/, name: 'JSON' },
];

/** Finds the frontmatter at the beginning of a page. */
export function findFence(text: string): Fence {
  const start = /^\s*/.exec(text)![0].length;
  const rest = text.slice(start);
  const problem = (found: string, mend: string): Problem => ({
    rule: 'frontmatter',
    line: 1,
    column: 1,
    found,
    expected: 'frontmatter: a line ---, the fields, a line ---',
    mend,
  });
  const fence = dashes.exec(rest);
  if (fence) {
    const from = start + rest.indexOf('\n') + 1;
    const where = { from, to: from + (fence[1]?.length ?? 0), bodyFrom: start + fence[0].length };
    return start === 0 ? where : { ...where, problem: problem('space before the frontmatter', 'Delete everything before the first ---.') };
  }
  if (/^---[ \t]*\r?(\n|$)/.test(rest)) return { problem: problem('frontmatter without an end', `Write --- on a line of its own ${endOfFields(rest)}.`) };
  for (const { pattern, name } of foreignFences) {
    const foreign = pattern.exec(rest);
    if (foreign) return { bodyFrom: start + foreign[0].length, problem: problem(name, 'Write the fields as YAML, `title: …`, between two lines of ---.') };
  }
  if (/^(\+\+\+|;;;|\{)/.test(rest)) return { problem: problem(JSON.stringify(rest.slice(0, 3).trim()), 'Write the fields as YAML, `title: …`, between two lines of ---.') };
  const first = rest.split(/[\r\n]/, 1)[0]!;
  return { bodyFrom: 0, problem: problem(first ? JSON.stringify(first.slice(0, 40)) : 'an empty file', 'Start the file with ---, and copy the fields from another page of the folder.') };
}

/** Where the missing `---` belongs: before the first line that is no field. */
function endOfFields(text: string): string {
  const lines = text.split(/\r?\n/);
  const line = lines.findIndex((one, i) => i > 0 && (one === '' || /^(#|[^\s:-][^:]*$)/.test(one)));
  return line < 0 ? 'after the last field' : `before line ${line + 1}`;
}

/** What the parser calls an error → how somebody says it who never met the parser. */
const yamlErrors: Record<string, { found: string; mend: string }> = {
  TAB_AS_INDENT: { found: 'a tab at the beginning of a line', mend: 'Write two spaces instead.' },
  BAD_INDENT: { found: 'a line that is indented otherwise than the ones around it', mend: 'Let the entries of a list begin below each other.' },
  BLOCK_AS_IMPLICIT_KEY: { found: 'a second ": " in one line, or a line that is indented otherwise than the ones around it', mend: 'Put a text that holds ": " into quotes: title: "Forms: which one?".' },
  MULTILINE_IMPLICIT_KEY: { found: 'a line that belongs to no field', mend: 'Begin the line with a field and ": ", or indent it below its field.' },
  BAD_SCALAR_START: { found: 'a text that begins with a sign of YAML (one of @ ` % & * ! | >)', mend: 'Put the text into quotes.' },
  BAD_DQ_ESCAPE: { found: 'a backslash in double quotes that YAML does not know', mend: 'Write two backslashes, or single quotes around the text.' },
  MULTIPLE_DOCS: { found: 'a second YAML document in one file', mend: 'Delete the line --- and write each field once.' },
  BAD_DIRECTIVE: { found: 'a directive (%)', mend: 'Delete the line.' },
};

/** Keys that every JavaScript object has: a field of that name could change how the site works. */
const keysOfObjects = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads YAML as plain data: no tags, no anchors, no keys twice. Dates stay text.
 * @param text the whole file; @param from, to offsets of the YAML in it
 */
export function readYaml(text: string, from = 0, to = text.length): { yaml?: Yaml; problems: Problem[] } {
  const yamlText = text.slice(from, to);
  const document = parseDocument(yamlText, { schema: 'core', prettyErrors: false, uniqueKeys: true });
  const problem = (offset: number, found: string, expected: string, mend?: string): Problem => ({
    rule: 'yaml',
    ...placeOf(text, from + offset),
    found,
    expected,
    ...(mend && { mend }),
  });

  const problems = [...document.errors, ...document.warnings].flatMap((error): Problem[] => {
    const [offset] = error.pos;
    if (error.code === 'DUPLICATE_KEY') return [problem(offset, `the key "${keyAt(yamlText, offset)}" a second time`, 'each key once')];
    // Tags and aliases are told below, with all others of their kind.
    if (error.code === 'TAG_RESOLVE_FAILED' || error.code === 'BAD_ALIAS') return [];
    const open = /^Missing closing (["'])quote/.exec(error.message);
    if (open) return [problem(openingQuote(document, offset), `an opening ${open[1]} without a closing one`, 'text in quotes, or without any', `Write ${open[1]} at the end of the text as well.`)];
    const said = yamlErrors[error.code];
    const expected = 'YAML: `key: value`, with text in quotes where it holds ": " or " #"';
    return [problem(offset, said?.found ?? error.message.replace(/\s+at line.*$/s, ''), expected, said?.mend)];
  });
  let reference = false;
  visit(document, {
    Node(_, node) {
      const offset = node.range?.[0] ?? 0;
      const sign = isAlias(node) ? `*${node.source}` : node.anchor && `&${node.anchor}`;
      if (sign) {
        // They come in swarms; the first one says it all.
        if (!reference) problems.push(problem(isAlias(node) ? offset : Math.max(0, yamlText.lastIndexOf(sign, offset)), `the ${isAlias(node) ? 'alias' : 'anchor'} ${sign}`, 'the value itself, written out each time', 'Put a text that begins with & or * into quotes.'));
        reference = true;
      } else if (node.tag && /^!/.test(tagAt(yamlText, offset, node.tag)) && !plainTags.has(node.tag)) {
        const tag = tagAt(yamlText, offset, node.tag);
        problems.push(problem(Math.max(0, yamlText.lastIndexOf(tag, offset)), `the tag ${tag}`, 'a plain value', 'Put a text that begins with ! into quotes.'));
      } else if (isScalar(node) && typeof node.value === 'string' && node.type === 'QUOTE_DOUBLE') {
        const written = yamlText.slice(offset, node.range?.[1]);
        const hidden = written.includes('\\') && !hiddenByEscape(written) ? hiddenByEscape(node.value) : undefined;
        if (hidden) problems.push({ ...problem(offset, `an escape for ${hidden}`, 'characters that a reader can see', 'Delete the escape (\\u…).'), rule: 'characters' });
      }
    },
    Pair(_, pair, above) {
      const key = isScalar(pair.key) ? pair.key : undefined;
      const map = above.at(-1);
      if (pair.value === null && isMap(map) && map.flow) problems.push(...cutAtComma(map, pair, yamlText, problem));
      if (keysOfObjects.has(String(key?.value))) problems.push(problem(key?.range?.[0] ?? 0, `the key "${String(key?.value)}"`, 'a field of the page type', 'Delete the line: a program would take this name for its own.'));
    },
  });
  if (problems.length > 0) return { problems: oneALine(problems) };

  const at = (offset: number) => placeOf(text, from + offset);
  return {
    problems,
    yaml: {
      value: document.toJS({ maxAliasCount: 0 }) as unknown,
      placeOf: (path, character) => at(character === undefined ? offsetOf(document, path) : offsetIn(document, yamlText, path, character)),
      placeOfKey: (path) => at(keyOffset(document, path)),
    },
  };
}

/** `{ say: Yes, I do }` is read as `say: Yes` and a name without a value. Told at the first piece that the comma cut off. */
function cutAtComma(
  { items }: YAMLMap,
  pair: Pair,
  yamlText: string,
  problem: (offset: number, found: string, expected: string, mend?: string) => Problem,
): Problem[] {
  const at = items.indexOf(pair);
  const before = items[at - 1];
  if (before?.value === null) return [];
  const rangeOf = (node: unknown) => (isNode(node) && node.range) || [0, 0, 0];
  const [offset] = rangeOf(pair.key);
  const pieces = items.slice(at);
  const last = pieces.findIndex(({ value }) => value !== null);
  const end = rangeOf((last < 0 ? pieces.at(-1) : pieces[last - 1])!.key)[1];
  const isPlain = isScalar(before?.value) && before.value.type === 'PLAIN';
  const whole = isPlain ? yamlText.slice(rangeOf(before!.value)[0], end).replace(/\s+/g, ' ') : '';
  const quote = whole.includes('"') ? "'" : '"';
  const quoted = whole && !whole.includes(quote) ? `: ${String(before!.key)}: ${quote}${whole}${quote}` : '';
  return [
    problem(
      offset,
      `"${String(pair.key)}"${before ? ' behind a comma' : ''} in { … }, without a value`,
      '`key: value` between commas',
      `Put quotes around a text with a comma${quoted}.`,
    ),
  ];
}

/** Tags that change nothing. */
const plainTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));

/** The tag as it is written before the value at an offset. */
function tagAt(text: string, offset: number, tag: string): string {
  const short = tag.replace(/^tag:yaml\.org,2002:/, '!!');
  return [short, tag, `!<${tag}>`].find((written) => text.lastIndexOf(written, offset) >= 0) ?? '';
}

/** Of several errors in one line the parser means the first one; a text without an end swallows the lines below. */
function oneALine(problems: Problem[]): Problem[] {
  const first = new Map<number, Problem>();
  for (const problem of problems) if (!first.has(problem.line)) first.set(problem.line, problem);
  const told = [...first.values()];
  const swallowed = told.find(({ found }) => found.endsWith('without a closing one'))?.line ?? Infinity;
  return told.filter(({ line }) => line <= swallowed);
}

/** Where the text begins whose end the parser looked for in vain. */
function openingQuote(document: Document, offset: number): number {
  let opening = offset;
  visit(document, {
    Scalar(_, { range, type }) {
      if (type?.startsWith('QUOTE') && range && range[0] <= offset && range[2] >= offset) opening = range[0];
    },
  });
  return opening;
}

function keyAt(text: string, offset: number): string {
  return /^[^\s:]*/.exec(text.slice(offset))![0];
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/**
 * Where a character of a text is written. Quotes, folded lines and indents stand between the signs of the source and those of the text; what is no
 * space is the same in both, in the same order.
 */
function offsetIn(document: Document, yamlText: string, path: Path, at: number): number {
  const node = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return offsetOf(document, path);
  const [from, to] = node.range;
  const header = node.type?.startsWith('BLOCK') ? /^.*\n/.exec(yamlText.slice(from, to))?.[0].length : undefined;
  const begin = from + (header ?? (node.type?.startsWith('QUOTE') ? 1 : 0));
  const signs = { QUOTE_DOUBLE: /\\[NLP_abefrv0"\/\\]|\\x..|\\u.{4}|\\U.{8}|[^\s\\]/g, QUOTE_SINGLE: /''|\S/g }[node.type as string] ?? /\S/g;
  // A scalar that is read as it stands may have lost spaces at its beginning since.
  const before = node.value.trimStart().slice(0, at).replace(/\s/g, '').length;
  let index = 0;
  for (const sign of yamlText.slice(begin, to).matchAll(signs)) {
    if (index >= before) return begin + sign.index;
    // Signs beyond the first 65,536 are two units of the text.
    index += sign[0].startsWith('\\U') ? 2 : 1;
  }
  return from;
}

function keyOffset(document: Document, path: Path): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key;
    if (isScalar(key) && key.range) return key.range[0];
  }
  return offsetOf(document, path.slice(0, -1));
}

/** Tests data against a schema; every issue becomes a problem of a rule, at the place of its value or key. */
export function fitSchema<S extends z.ZodType>(
  schema: S,
  yaml: Yaml,
  rule = 'frontmatter',
): { data?: z.output<S>; problems: Problem[] } {
  const result = schema.safeParse(yaml.value, { reportInput: true });
  if (result.success) return { data: result.data, problems: [] };
  const { issues } = result.error;
  const strays = issues.flatMap((issue) => strayKeys(issue, yaml, schema));
  // A misspelt field is told once, not a second time as the one that is missing.
  const meant = new Set(strays.map(({ path }) => path));
  const others = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' || meant.has(nameOf(issue.path)) ? [] : issueToProblem(issue, yaml, schema)));
  return { problems: [...strays.map(({ problem }) => problem), ...others].map((problem) => ({ rule, ...problem })) };
}

/** Fields that other generators know → why there is none here, or what there is. */
const foreignFields: Record<string, string> = {
  layout: 'Delete it: the folder of a page decides how it looks.',
  slug: 'Delete it: the address of a page is its folder and file name; a short address goes into `aliases`.',
  permalink: 'Delete it: the address of a page is its folder and file name; a short address goes into `aliases`.',
  url: 'Delete it: the address of a page is its folder and file name; a short address goes into `aliases`.',
  draft: 'Delete it: whatever lies in content/ is published. A draft waits in its pull request.',
  published: 'Delete it: whatever lies in content/ is published. A draft waits in its pull request.',
  date: 'Delete it: git knows the day; what changed for readers goes into `changes`.',
  author: 'Delete it: who answers for the page goes into `owner`.',
  tags: 'Delete it: what the page is about goes into `topics`, and how people ask for it into `asks`.',
  description: 'Write `summary` instead.',
};

/** More unknown fields in one place say nothing new. */
const mostTold = 20;

type RulelessProblem = Omit<Problem, 'rule'> & { rule?: string };

/** Fields that the schema does not know. `path` is the name of the one that was most likely meant. */
function strayKeys(issue: z.core.$ZodIssue, yaml: Yaml, schema: z.ZodType): { path: string; problem: RulelessProblem }[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = keysAt(schema, issue.path);
  const given = new Set(Object.keys((issue.input ?? {}) as object));
  return issue.keys.slice(0, mostTold).map((key) => {
    const foreign = Object.hasOwn(foreignFields, key) ? foreignFields[key] : undefined;
    // A field that is there already was hardly meant.
    const close = foreign ? undefined : nearest(key, known.filter((name) => !given.has(name)));
    const mend = foreign ?? (close && `Did you mean "${close}"?`);
    return {
      path: close ? nameOf([...issue.path, close]) : '',
      problem: {
        ...yaml.placeOfKey([...issue.path, key]),
        found: `the field "${nameOf([...issue.path, key])}"`,
        expected: known.length > 0 ? `one of ${known.join(', ')}` : 'a field that is known here',
        ...(mend && { mend }),
      },
    };
  });
}

/** `asks[2]`, `review.by`, for people: entries count from one. */
function nameOf(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : String(part)))
    .join('.')
    .replaceAll('.[', '[');
}

function issueToProblem(issue: z.core.$ZodIssue, yaml: Yaml, schema: z.ZodType): RulelessProblem {
  const { path, input } = issue;
  const name = nameOf(path);
  if (input === undefined && issue.code !== 'custom' && path.length > 0) {
    return { ...yaml.placeOf(path.slice(0, -1)), found: `no "${name}"`, expected: expectation(issue, schema, path) };
  }
  const place = yaml.placeOf(path);
  if (path.length === 0 && (input === null || typeof input !== 'object')) return { ...place, found: 'no fields', expected: expectation(issue, schema, path) };
  const { found, rule, at } = (issue.code === 'custom' ? issue.params : undefined) ?? {};
  if (typeof found === 'string') {
    // A rule of its own names it, and a formula knows the character.
    return { ...yaml.placeOf(path, typeof at === 'number' ? at : undefined), found, expected: issue.message, ...(typeof rule === 'string' && { rule }) };
  }
  const shown = name ? `"${name}: ${show(input)}"` : 'fields of another shape';
  if (issue.code === 'invalid_value') return { ...place, found: shown, ...oneOf(String(input), issue.values.map(String)) };
  const field = fieldAt(schema, path);
  const close = field && nearestValid(field, input);
  return { ...place, found: shown, expected: expectation(issue, schema, path), ...(close !== undefined && { mend: `Write ${inYaml(close)}.` }) };
}

function expectation(issue: z.core.$ZodIssue, schema: z.ZodType, path: Path): string {
  const about = fieldAt(schema, path)?.description;
  const what = {
    invalid_type: () => (issue.code === 'invalid_type' ? typeName(issue.expected) : ''),
    too_big: () => (issue.code === 'too_big' ? `at most ${amount(issue.maximum, issue.origin)}` : ''),
    too_small: () => (issue.code === 'too_small' ? `at least ${amount(issue.minimum, issue.origin)}` : ''),
    invalid_value: () => (issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : ''),
    invalid_format: () => issue.message.replace(/^Invalid string: must match pattern.*$/, 'another form'),
  } as Record<string, (() => string) | undefined>;
  const expected = what[issue.code]?.() ?? issue.message;
  return about ? `${expected} (${about.replace(/\.$/, '')})` : expected;
}

const typeName = (type: string) =>
  ({ string: 'text', array: 'a list', object: 'named fields', number: 'a number', int: 'a whole number', boolean: 'true or false' })[type] ?? type;
const units: Record<string, [one: string, more: string]> = { string: ['character', 'characters'], array: ['entry', 'entries'] };

function amount(count: number | bigint, origin: string): string {
  const [one, more] = units[origin] ?? ['', ''];
  return `${count} ${count === 1 ? one : more}`.trim();
}

function show(input: unknown): string {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? String(input));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The schema of the field at a path, through lists, defaults, optional wrappers and what reads it in another form. */
export function fieldAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let field: z.ZodType | undefined = schema;
  for (const part of path) {
    const shape = unwrap(field);
    if (!shape) return undefined;
    if (shape.type === 'array') field = (shape as unknown as { element: z.ZodType }).element;
    else if (shape.type === 'object') field = (shape as unknown as { shape: Record<string, z.ZodType> }).shape[String(part)];
    else return undefined;
  }
  return field;
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  const shape = unwrap(fieldAt(schema, path));
  return shape?.type === 'object' ? Object.keys((shape as unknown as { shape: object }).shape) : [];
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  type Wrapper = z.ZodType & { def?: { innerType?: z.ZodType; in?: z.ZodType } };
  let inner = schema as Wrapper | undefined;
  for (;;) {
    const wrapped = inner?.def?.innerType ?? inner?.def?.in;
    if (!wrapped) return inner;
    inner = wrapped as Wrapper;
  }
}
