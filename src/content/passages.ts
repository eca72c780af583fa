/**
 * Text in the frontmatter that is Markdown too: help of a question, reasons of an outcome. It goes through the same parser and the same gate
 * as a body, and may hold values in curly brackets, which a script fills in.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { fillPlaceholders, placeholders, valueName } from '../decisions/placeholders.ts';
import { makeBlocks, type BlockOptions } from './blocks.ts';
import { offsetOf, type Problem } from './finding.ts';
import type { Yaml } from './frontmatter.ts';
import { inspectBody } from './gate.ts';
import { isMdxElement, parseMarkdown } from './markdown.ts';
import { bodyRefs, valuesAt, type Ref } from './refs.ts';

/** Fields of the frontmatter that hold Markdown; `[]` walks a list. */
const markdownFields = [
  'questions[].help',
  'groups[].questions[].help',
  'outcomes[].because',
  'outcomes[].passages[].say',
];

export interface Passages {
  /** Path of a field, with dots: `outcomes.0.because` → its HTML. */
  texts: Record<string, string>;
  problems: Problem[];
  refs: Ref[];
}

/** Characters that stand for a value while the text is parsed. Nobody can type them: the check refuses them in any file. */
const [open, close] = ['\uE002', '\uE003'];

/** One field that holds Markdown, parsed, with its place in the file. */
export interface ParsedPassage {
  /** Path of the field. */
  at: PropertyKey[];
  /** As it was written. */
  value: string;
  /** The same with stand-ins for its values: what the tree was made of. */
  text: string;
  tree?: Root;
  problems: Problem[];
  /** Place in the file of an offset in `text`. */
  placeAt(offset: number): Place;
}

/** Every Markdown text of the frontmatter. @param data frontmatter, whether it fits its schema or not */
export function parsePassages(data: unknown, yaml: Yaml): ParsedPassage[] {
  return markdownFields.flatMap((field) =>
    [...valuesAt(data, field)].map(({ value, at }): ParsedPassage => {
      const text = fillPlaceholders(value, (index) => `${open}${index}${close}`);
      const placeAt = (offset: number) => yaml.placeOf(at, valueOffset(value, offset));
      const { tree, problems } = parseMarkdown(text);
      const refused = tree && problems.length === 0 ? inspectBody(tree, text) : problems;
      const found = tree && refused.length === 0 ? strays(tree) : refused;
      const placed = found.map((problem) => ({ ...problem, ...placeAt(offsetOf(text, problem)) }));
      return { at, value, text, ...(tree && placed.length === 0 && { tree }), problems: placed, placeAt };
    }),
  );
}

/** What the Markdown of a page's frontmatter points to. */
export function passageRefs({ tree, text, placeAt }: ParsedPassage): Ref[] {
  return tree ? bodyRefs(tree, text).map((ref) => ({ ...ref, ...placeAt(offsetOf(text, ref)) })) : [];
}

/** @param data frontmatter that fits its schema */
export function readPassages(data: unknown, yaml: Yaml, options: Omit<BlockOptions, 'steps'>): Passages {
  const passages: Passages = { texts: {}, problems: [], refs: [] };
  for (const passage of parsePassages(data, yaml)) {
    const { tree, value, at } = passage;
    passages.problems.push(...passage.problems);
    if (!tree) continue;
    passages.refs.push(...passageRefs(passage));
    const blocks = makeBlocks(tree, { ...options, steps: false }).blocks;
    const names = placeholders(value).map(({ formula }) => valueName(formula, valuesOf(data)));
    passages.texts[at.join('.')] = withValues(blocks.join(''), names);
  }
  return passages;
}

/** Values that the page itself names. */
function valuesOf(data: unknown): { id: string; say?: string }[] {
  return (data as { values?: { id: string; say?: string }[] }).values ?? [];
}

type Place = Pick<Problem, 'line' | 'column'>;

/** Offset in the text as it was written of an offset in the one with stand-ins for its values. */
function valueOffset(value: string, offset: number): number {
  let lost = 0;
  for (const [index, { from, to }] of placeholders(value).entries()) {
    if (from - lost >= offset) break;
    lost += to - from - `${open}${index}${close}`.length;
  }
  return offset + lost;
}

/** What a body may hold and a passage may not: it is drawn in several places, and headings there would not fit. */
function strays(tree: Root): Problem[] {
  const problems: Problem[] = [];
  visit(tree, (node) => {
    const what = isMdxElement(node)
      ? `the component <${node.name}>`
      : { heading: 'a heading', image: 'a picture', footnoteReference: 'a footnote' }[node.type as string];
    if (!what) return;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    problems.push({ rule: 'component', line, column, found: `${what} in the frontmatter`, expected: 'text, lists, tables and links; the rest goes into the body' });
  });
  return problems;
}

/** The name of a value stands for it until the script knows the value. */
function withValues(html: string, names: string[]): string {
  return html.replace(/\uE002(\d+)\uE003/g, (_, index: string) => `<span class="value">${escape(names[Number(index)]!)}</span>`);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
