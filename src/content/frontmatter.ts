/** Frontmatter: where it stands, what it says, and whether it fits the schema, each problem with its place. */
import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'astro/zod';
import { hiddenByEscape } from './characters.ts';
import { placeOf, type Problem } from './finding.ts';
import { nearest, oneOf } from './nearest.ts';

type Path = PropertyKey[];

/** A YAML text with the places of its values. */
export interface Yaml {
  value: unknown;
  /** Place of the value at a path, or of the nearest parent that exists. */
  placeOf(path: Path): { line: number; column: number };
  /** Place of the key at the end of a path. */
  placeOfKey(path: Path): { line: number; column: number };
}

/**
 * Reads YAML as plain data: no tags, no anchors, no keys twice. Dates stay text.
 * @param text the whole file; @param from, to offsets of the YAML in it
 */
export function readYaml(text: string, from = 0, to = text.length): { yaml?: Yaml; problems: Problem[] } {
  const yamlText = text.slice(from, to);
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, schema: 'core', prettyErrors: false, uniqueKeys: true });
  const problem = (offset: number, found: string, expected: string, mend?: string): Problem => ({
    rule: 'yaml',
    ...placeOf(text, from + offset),
    found,
    expected,
    ...(mend && { mend }),
  });

  const problems = [...document.errors, ...document.warnings].map((error) => {
    const message = error.message.replace(/\s+at line.*$/s, '');
    return error.code === 'DUPLICATE_KEY'
      ? problem(error.pos[0], `the key "${keyAt(yamlText, error.pos[0])}" a second time`, 'each key once')
      : problem(error.pos[0], message, 'YAML: `key: value`, with text in quotes where it holds ": " or " #"');
  });
  visit(document, {
    Node(_, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) problems.push(problem(offset, `the alias *${node.source}`, 'the value itself, written out'));
      else if (node.anchor) problems.push(problem(offset, `the anchor &${node.anchor}`, 'a plain value'));
      else if (isScalar(node) && typeof node.value === 'string' && /\\/.test(node.source ?? '') && hiddenByEscape(node.value)) {
        problems.push({ ...problem(offset, `an escape for ${hiddenByEscape(node.value)}`, 'characters that a reader can see', 'Delete the escape.'), rule: 'characters' });
      } else if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) problems.push(problem(offset, `the tag ${node.tag}`, 'a plain value'));
    },
    Pair(_, pair) {
      const key = isScalar(pair.key) ? pair.key : undefined;
      if (key?.value === '__proto__') problems.push(problem(key.range?.[0] ?? 0, 'the key __proto__', 'a field of the page type'));
    },
  });
  if (problems.length > 0) return { problems };

  const at = (offset: number) => placeOf(text, from + offset);
  return {
    problems,
    yaml: {
      value: document.toJS({ maxAliasCount: 0 }) as unknown,
      placeOf: (path) => at(offsetOf(document, path)),
      placeOfKey: (path) => at(keyOffset(document, path)),
    },
  };
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

function keyOffset(document: Document, path: Path): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key;
    if (isScalar(key) && key.range) return key.range[0];
  }
  return offsetOf(document, path.slice(0, -1));
}

/** Tests data against a schema; every issue becomes a problem at the place of its value or key. */
export function fitSchema<S extends z.ZodType>(
  schema: S,
  yaml: Yaml,
): { data?: z.output<S>; problems: Problem[] } {
  const result = schema.safeParse(yaml.value, { reportInput: true });
  if (result.success) return { data: result.data, problems: [] };
  return { problems: result.error.issues.flatMap((issue) => issueToProblems(issue, yaml, schema)) };
}

function issueToProblems(issue: z.core.$ZodIssue, yaml: Yaml, schema: z.ZodType): Problem[] {
  const path = issue.path;
  const name = path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : `${String(part)}`)).join('.').replaceAll('.[', '[');
  const rule = 'frontmatter';
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const close = nearest(key, known);
      return {
        rule,
        ...yaml.placeOfKey([...path, key]),
        found: `the field "${[name, key].filter(Boolean).join('.')}"`,
        expected: `one of ${known.join(', ')}`,
        ...(close && { mend: `Did you mean "${close}"?` }),
      };
    });
  }
  if (issue.input === undefined && issue.code !== 'custom') {
    return [{ rule, ...yaml.placeOf(path.slice(0, -1)), found: `no "${name}"`, expected: expectation(issue, schema, path) }];
  }
  const place = yaml.placeOf(path);
  const { found } = (issue.code === 'custom' ? issue.params : undefined) ?? {};
  if (typeof found === 'string') return [{ rule, ...place, found, expected: issue.message }];
  if (issue.code === 'invalid_value') {
    return [{ rule, ...place, found: `"${name}: ${show(issue.input)}"`, ...oneOf(String(issue.input), issue.values.map(String)) }];
  }
  return [{ rule, ...place, found: `"${name}: ${show(issue.input)}"`, expected: expectation(issue, schema, path) }];
}

function expectation(issue: z.core.$ZodIssue, schema: z.ZodType, path: Path): string {
  const about = fieldAt(schema, path)?.description;
  const what = {
    invalid_type: () => (issue.code === 'invalid_type' ? typeName(issue.expected) : ''),
    too_big: () => (issue.code === 'too_big' ? `at most ${issue.maximum} ${unit(issue.origin)}`.trim() : ''),
    too_small: () => (issue.code === 'too_small' ? `at least ${issue.minimum} ${unit(issue.origin)}`.trim() : ''),
    invalid_value: () => (issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : ''),
    invalid_format: () => issue.message.replace(/^Invalid string: must match pattern.*$/, 'another form'),
  } as Record<string, (() => string) | undefined>;
  const expected = what[issue.code]?.() ?? issue.message;
  return about ? `${expected} (${about.replace(/\.$/, '')})` : expected;
}

const typeName = (type: string) =>
  ({ string: 'text', array: 'a list', object: 'named fields', number: 'a number', int: 'a whole number', boolean: 'true or false' })[type] ?? type;
const unit = (origin: string) => ({ string: 'characters', array: 'entries' })[origin] ?? '';

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
