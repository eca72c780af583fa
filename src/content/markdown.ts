/** A file's text → its Markdown tree. The one parser that everybody uses. */
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit, SKIP } from 'unist-util-visit';
import type { Nodes, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { authorComponents } from './components.ts';
import { placeOf, type Problem } from './finding.ts';

export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx).freeze();

/** After this many syntax errors in one file the rest is left for the next run; of long files sooner, because each costs a parse. */
function mostErrors(text: string): number {
  return Math.max(3, Math.min(20, Math.floor(1_000_000 / text.length)));
}

/**
 * Parses a whole file. The parser stops at its first error, so the character that broke it is masked by a harmless one
 * of the same width and the file is parsed again: one run tells all of a file's errors at their true places. With
 * problems, the tree is good for finding more of them and for nothing else.
 */
export function parseMarkdown(text: string): { tree?: Root; problems: Problem[] } {
  const problems: Problem[] = [];
  const masked = new Masked(text);
  while (problems.length < mostErrors(text)) {
    try {
      const tree = processor.parse(masked.text);
      const deep = tooDeep(tree);
      if (deep) return { problems: [...problems, { ...deepProblem, ...placeOf(text, deep.position?.start.offset ?? 0) }] };
      unravel(tree);
      return { tree, problems };
    } catch (error) {
      // The parser calls itself for what stands in something else.
      if (error instanceof RangeError) return { problems: [...problems, { ...deepProblem, line: 1, column: 1 }] };
      const fault = findFault(error, masked.text);
      if (!masked.hasTold(fault)) problems.push({ rule: 'mdx', ...placeOf(text, fault.at), ...explain(text, fault, error) });
      if (!masked.mask(fault)) return { problems };
    }
  }
  return { problems };
}

/** Levels of lists, quotations and components in each other. */
const deepest = 40;

const deepProblem: Omit<Problem, 'line' | 'column'> = {
  rule: 'size',
  found: `lists, quotations or components nested more than ${deepest} deep`,
  expected: 'a nesting that a reader can follow',
  mend: 'Write the inner part as a section of its own.',
};

/** The first node that lies too deep. Walks without calling itself, which is what it has to prevent. */
function tooDeep(tree: Root): Nodes | undefined {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > deepest) return node;
    if ('children' in node) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

/** What broke the parser. */
interface Fault {
  /** Offset of the `<`, `{`, `import` or `export` that the author has to mend. */
  at: number;
  /** Offset of the opening tag that a closing tag of another name was taken for. */
  opening?: number;
}

/** A text whose broken places are hidden from the parser. */
class Masked {
  text: string;
  /** Tags that were masked, `Note` or `/Note`: their partners stand alone now, which says nothing new. */
  private widowed: string[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Whether it is the closing tag of an opening one that was told before, or the other way round. */
  hasTold({ at }: Fault): boolean {
    const tag = this.tagAt(at);
    const partner = tag?.startsWith('/') ? tag.slice(1) : `/${tag}`;
    const index = this.widowed.indexOf(partner);
    if (index >= 0) this.widowed.splice(index, 1);
    return index >= 0;
  }

  private tagAt(offset: number): string | undefined {
    return /^<(\/?[^\s/>]+)/.exec(this.text.slice(offset, offset + 80))?.[1];
  }

  /** @returns false when the place was masked before, so that parsing again would find the same */
  mask({ at, opening }: Fault): boolean {
    const tag = this.tagAt(at);
    if (tag && opening === undefined) this.widowed.push(tag);
    const fresh = this.text[at] !== mark;
    for (const offset of opening === undefined ? [at] : [at, opening]) {
      this.text = `${this.text.slice(0, offset)}${mark}${this.text.slice(offset + 1)}`;
    }
    return fresh;
  }
}

const mark = '\u00b7';

function findFault(error: unknown, text: string): Fault {
  const { place, reason } = error as { place?: { offset?: number; start?: { offset?: number } }; reason?: unknown };
  const offset = Math.min(place?.offset ?? place?.start?.offset ?? text.length, text.length);
  const [, line, column] = /\((\d+):(\d+)-\d+:\d+\)/.exec(String(reason)) ?? [];
  // The reason names the opening tag. MDX itself reports what holds the tag, or its end.
  const opening = line === undefined ? undefined : offsetInUnits(text, Number(line), Number(column));
  if (opening !== undefined && /^Unexpected closing tag/.test(String(reason))) return { at: offset, opening };
  if (/^Could not parse import\/export/.test(String(reason))) return { at: text.slice(0, offset + 1).search(/^(?:im|ex)port[^\n]*(?![^]*^(?:im|ex)port)/m) };
  if (/^Expected the closing tag/.test(String(reason))) return { at: offset };
  if (/^Unexpected end of file/.test(String(reason))) return { at: openEnd(text) ?? findCulprit(text, offset) };
  return { at: opening ?? findCulprit(text, offset) };
}

const wholeTag = /^<\/?[^\s<>/={"']*(\s+[^\s<>/={"']+(\s*=\s*("[^"]*"|'[^']*'|\{[^{}]*\}))?)*\s*\/?>/;

/** The last tag or brace that has no end: what the parser followed to the end of the file. */
function openEnd(text: string): number | undefined {
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i - 1] === '\\') continue;
    if (text[i] === '{' && !text.slice(i).includes('}')) return i;
    if (text[i] === '<' && /[A-Za-z/]/.test(text[i + 1] ?? '') && !wholeTag.test(text.slice(i, i + 400))) return i;
  }
  return undefined;
}

/** Offset of a place whose column counts UTF-16 units, as the parser's do. */
function offsetInUnits(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

/** MDX reports where it gave up; what the author has to mend is the `<` or `{` that began the construct. */
function findCulprit(text: string, offset: number): number {
  for (let i = Math.min(offset, text.length - 1); i >= 0; i--) {
    if ((text[i] === '<' || text[i] === '{') && text[i - 1] !== '\\') return i;
  }
  return Math.max(0, Math.min(offset, text.length - 1));
}

/** Says how to write it instead. */
function explain(text: string, { at, opening }: Fault, error: unknown): { rule?: string; found: string; expected: string; mend?: string } {
  const rest = text.slice(at, at + 200);
  const word = /^(?:im|ex)port/.exec(rest)?.[0];
  if (word) return { rule: 'no-code', found: `a paragraph that begins with “${word}”, which starts code`, expected: 'text', mend: 'Begin the paragraph with another word or a capital.' };
  if (rest.startsWith('<!--')) return { ...noComment, found: 'a comment `<!--`' };
  if (/^<[!?]/.test(rest)) return { rule: 'no-html', found: `\`${/^<[!?][^\s>]*/.exec(rest)![0]}\``, expected: 'Markdown', mend: 'Delete it: pages hold no HTML.' };
  if (opening !== undefined) {
    const name = /^<([^\s/>]*)/.exec(text.slice(opening))![1];
    return { found: `\`${/^<[^\s>]*>?/.exec(rest)![0]}\`, which closes nothing`, expected: `\`</${name}>\`, because \`<${name}>\` is open`, mend: `Write </${name}>.` };
  }
  const html = /^<([a-z][\w-]*)(?:\s[^<>]*)?>/.exec(rest);
  if (html) return { rule: 'no-html', found: `the HTML element <${html[1]}>`, expected: 'Markdown and the components of the contributor guide', mend: 'Say it in Markdown, or write &lt; for a “<” in text.' };
  const autolink = /^<((?:https?:\/\/|mailto:)[^>\s]*|[^\s<>@]+@[^\s<>]+)>/.exec(rest);
  if (autolink) {
    const address = autolink[1]!.includes(':') ? autolink[1] : `mailto:${autolink[1]}`;
    return { found: autolink[0], expected: 'a link with words', mend: `Write [where it goes](${address}).` };
  }
  if (/^\{#/.test(rest)) {
    return { found: `a heading id \`${/^\{#[^}]*\}?/.exec(rest)![0]}\``, expected: 'a heading without one', mend: 'Delete it: the id is made from the heading’s words.' };
  }
  if (rest.startsWith('{')) {
    return { found: 'an opening brace `{`, which starts code', expected: 'text', mend: 'Write \\{ for a brace in text.' };
  }
  if (/^<[A-Za-z/]/.test(rest)) {
    const reason = String((error as { reason?: unknown }).reason ?? '').split('\n')[0]!.replace(/\s*\([^)]*\)/g, '');
    const tag = /^<\/?[^\s/>]*/.exec(rest)![0];
    const name = tag.replace(/^<\/?/, '');
    if (/^Expected a closing tag/.test(reason) && Object.hasOwn(authorComponents, name) && !authorComponents[name]!.holds) {
      return { found: `\`<${name}>\` without the / at its end`, expected: `\`<${name} … />\``, mend: 'Write / before the >.' };
    }
    if (/^Unexpected closing slash/.test(reason)) {
      return { found: `\`${tag}>\`, which closes nothing`, expected: `\`<${name}>\` before it`, mend: `Delete it, or write <${name}> before what it holds.` };
    }
    const holder = /^Expected a closing tag for `<[^`]*>` before the end of `(\w+)`/.exec(reason)?.[1];
    if (holder) {
      const place = holders[holder] ?? 'passage';
      return { found: `\`${tag}>\` without its end in the same ${place}`, expected: `\`${tag.replace('<', '</')}>\` before the ${place} ends`, mend: `Write ${tag.replace('<', '</')}>, indented as far as ${tag}>, or &lt; for a “<” in text.` };
    }
    if (/^Expected the closing tag/.test(reason)) {
      return { found: `\`${tag}>\` inside a list or paragraph that began after \`${tag.replace('/', '')}>\``, expected: 'the closing tag on a line of its own', mend: `Write an empty line, and then ${tag}> on a line of its own.` };
    }
    return {
      found: `\`${/^<[^\s>]*>?/.exec(rest)![0]}\`, a tag that is not whole${reason ? `: ${reason}` : ''}`,
      expected: 'a component with its opening and closing tag, each block tag on a line of its own',
      mend: 'Close the tag, or write &lt; for a “<” in text.',
    };
  }
  if (rest.startsWith('<')) return { found: 'a bare “<”', expected: 'text', mend: 'Write &lt; instead.' };
  return { found: String((error as { reason?: unknown }).reason ?? error).split('\n')[0]!, expected: 'GFM and the components of the contributor guide' };
}

/** What both kinds of comment are told. */
export const noComment = { expected: 'no comments in pages', mend: 'Delete it, or say it in the pull request.' };

/** The parser's names of what holds something, in words. */
const holders: Record<string, string> = { paragraph: 'paragraph', listItem: 'list item', blockQuote: 'quotation', blockquote: 'quotation', tableData: 'table cell', heading: 'heading', emphasis: 'pair of stars', strong: 'pair of stars', link: 'link' };

/**
 * A paragraph that holds only components is no paragraph (`<Stage for="novice">One line.</Stage>`). MDX itself does
 * this when it compiles; the bare remark plugin does not.
 */
function unravel(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (!parent || index === undefined) return;
    const isGap = (node: RootContent) => node.type === 'text' && /^\s*$/.test(node.value);
    const elements = paragraph.children.filter((child) => child.type === 'mdxJsxTextElement');
    if (elements.length === 0 || !paragraph.children.every((child) => child.type === 'mdxJsxTextElement' || isGap(child))) return;
    const flow = elements.map((element) => ({ ...element, type: 'mdxJsxFlowElement' }) as unknown as RootContent);
    parent.children.splice(index, 1, ...(flow as never[]));
    return [SKIP, index];
  });
}

export function isMdxElement(node: { type: string }): node is MdxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** The value of a literal prop; `''` for a bare flag, nothing when the prop is missing or computed. */
export function literalProp(element: MdxElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
    if (attribute.value === null || attribute.value === undefined) return '';
    return typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return undefined;
}
