/** The running text of a page, in its body and its frontmatter, with the way back to the place of each word. */
import type { Nodes, Root, Text } from 'mdast';
import { placeOf } from '../content/finding.ts';
import type { MdxElement } from '../content/markdown.ts';
import { parsePassages, type ParsedPassage } from '../content/passages.ts';
import { isIn, offsetOf, outlineOf, type Placed } from './outline.ts';
import { hush, hushed, withoutQuotations } from './quotation.ts';
import type { PageSubject } from './rule.ts';

export interface Passage {
  /** The words, without marks. */
  text: string;
  /** The same without what is quoted, emphasised, linked or code: what the page says in its own words. As long as `text`. */
  own: string;
  kind: 'paragraph' | 'heading' | 'cell' | 'field';
  /** The field of the frontmatter, such as `title`. */
  field?: string;
  /** Place in the file of the character at an index of `text`. */
  placeAt(index: number): { line: number; column: number };
}

/** Fields that hold ids, others' words, or nothing that is read as a sentence. */
const notSaid = new Set(
  (
    'id go roles stages topics moments next pages owner review aliases contexts ' +
    'asks say also source address term role stage kind used on call lasts status'
  ).split(' '),
);

/** The same in decision tools, where conditions are formulas. */
const notSaidInTools = new Set([
  ...notSaid,
  ...(
    'if is must min max type unit like hit as of for times from to days until texts tie ' +
    'given outcome error'
  ).split(' '),
]);

const known = new WeakMap<PageSubject['tree'], Passage[]>();

/** Every paragraph, heading, cell and value that a reader reads as the page's own words. Templates and quotations are not. */
export function passagesOf(subject: PageSubject): Passage[] {
  const before = known.get(subject.tree);
  if (before) return before;
  const markdown = parsePassages(subject.data, subject.yaml);
  const passages = [
    ...fieldPassages(subject, new Set(markdown.map(({ at }) => at.join('.')))),
    ...markdown.flatMap(markdownPassages),
    ...bodyPassages(subject),
  ];
  known.set(subject.tree, passages);
  return passages;
}

function bodyPassages({ tree, text }: PageSubject): Passage[] {
  return saidIn(tree, text, (offset) => placeOf(text, offset));
}

/** Help of questions, reasons and passages of outcomes. */
function markdownPassages({ at, tree, text, placeAt }: ParsedPassage): Passage[] {
  return tree ? saidIn(tree, text, placeAt).map((passage) => ({ ...passage, field: String(at[0]) })) : [];
}

type PlaceAt = (offset: number) => { line: number; column: number };

function saidIn(tree: Root, text: string, placeAt: PlaceAt): Passage[] {
  return outlineOf(tree)
    .all('paragraph', 'heading', 'tableCell', 'mdxJsxFlowElement')
    .filter(({ node }) => node.type !== 'mdxJsxFlowElement' || isLine(node))
    .filter((placed) => !isIn(placed, 'Template') && !placed.above.some(({ type }) => type === 'blockquote'))
    .map((placed) => passageAt(placed, text, placeAt));
}

/** `<Note kind="tip">Low is better.</Note>` in one line holds its words without a paragraph. */
function isLine({ name, children }: MdxElement): boolean {
  return name !== 'Template' && (children as Nodes[]).some(({ type }) => type === 'text');
}

function passageAt({ node }: Placed, source: string, placeAt: PlaceAt): Passage {
  const parts: { at: number; node: Text }[] = [];
  let said = '';
  let own = '';
  const add = (part: Nodes, quiet: boolean) => {
    if (part.type === 'text') {
      parts.push({ at: said.length, node: part });
      said += part.value;
      own += quiet ? hushed(part.value) : part.value;
    } else if (part.type === 'inlineCode') {
      said += part.value;
      own += hush.repeat(part.value.length);
    } else if (part.type === 'break') {
      said += '\n';
      own += '\n';
    } else if ('children' in part) {
      for (const child of part.children)
        add(child, quiet || part.type === 'emphasis' || part.type === 'link');
    }
  };
  add(node, false);
  return {
    text: said,
    own: withoutQuotations(own),
    kind: node.type === 'tableCell' ? 'cell' : node.type === 'heading' ? 'heading' : 'paragraph',
    placeAt: (index) => {
      const part = parts.findLast(({ at }) => at <= index);
      return placeAt(part ? sourceOffset(part.node, index - part.at, source) : offsetOf(node));
    },
  };
}

/** Where the character of a text stands in the source: indents, marks of quotation, escapes and entities lie between. */
function sourceOffset(node: Text, index: number, source: string): number {
  let at = offsetOf(node);
  const end = node.position?.end.offset ?? at;
  for (let i = 0; i < index && at < end; i++) {
    at = skipMarks(node.value[i]!, at, source);
    at += source[at] === '&' ? (/^&#?\w+;/.exec(source.slice(at, at + 40))?.[0].length ?? 1) : 1;
  }
  return skipMarks(node.value[index] ?? '', at, source);
}

function skipMarks(character: string, from: number, source: string): number {
  let at = from;
  while (source[at] !== character && /[\\\s>]/.test(source[at] ?? '')) at++;
  return at;
}

/** @param markdown paths of the fields that are read as Markdown */
function fieldPassages({ data, yaml }: PageSubject, markdown: Set<string>): Passage[] {
  const all = [...sayings(data, 'questions' in data ? notSaidInTools : notSaid)];
  const plain = all.filter(({ path }) => !markdown.has(path.join('.')));
  return plain.map(({ value, path }) => ({
    text: value,
    own: withoutQuotations(value),
    kind: 'field',
    field: String(path[0]),
    placeAt: (index) => yaml.placeOf(path, index),
  }));
}

function* sayings(
  value: unknown,
  unsaid: Set<string>,
  path: PropertyKey[] = [],
): Generator<{ value: string; path: PropertyKey[] }> {
  if (typeof value === 'string') yield { value, path };
  else if (Array.isArray(value))
    for (const [i, item] of value.entries()) yield* sayings(item, unsaid, [...path, i]);
  else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value))
      if (!unsaid.has(key)) yield* sayings(item, unsaid, [...path, key]);
  }
}
