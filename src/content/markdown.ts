/** A file's text → its Markdown tree. The one parser that everybody uses. */
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit, SKIP } from 'unist-util-visit';
import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { placeOf, type Problem } from './finding.ts';

export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx).freeze();

/** After this many syntax errors in one file the rest is left for the next run. */
const mostErrors = 20;

/**
 * Parses a whole file. The parser stops at its first error, so the character that broke it is masked by a harmless one
 * of the same width and the file is parsed again: one run tells all of a file's errors at their true places. With
 * problems, the tree is good for finding more of them and for nothing else.
 */
export function parseMarkdown(text: string): { tree?: Root; problems: Problem[] } {
  const problems: Problem[] = [];
  let masked = text;
  while (problems.length < mostErrors) {
    try {
      const tree = processor.parse(masked);
      unravel(tree);
      return { tree, problems };
    } catch (error) {
      const at = offsetOfError(error, masked);
      const culprit = findCulprit(masked, at);
      problems.push({ rule: 'mdx', ...placeOf(text, culprit), ...explain(text, culprit, error) });
      masked = `${masked.slice(0, culprit)}\u00b7${masked.slice(culprit + 1)}`;
    }
  }
  return { problems };
}

function offsetOfError(error: unknown, text: string): number {
  const place = (error as { place?: { offset?: number; start?: { offset?: number } } }).place;
  const offset = place?.offset ?? place?.start?.offset ?? text.length;
  return Math.min(offset, text.length);
}

/** MDX reports where it gave up; what the author has to mend is the `<` or `{` that began the construct. */
function findCulprit(text: string, offset: number): number {
  for (let i = Math.min(offset, text.length - 1); i >= 0; i--) {
    if ((text[i] === '<' || text[i] === '{') && text[i - 1] !== '\\') return i;
  }
  return Math.max(0, Math.min(offset, text.length - 1));
}

/** Says how to write it instead. `at` is the offset of the `<` or `{`. */
function explain(text: string, at: number, error: unknown): { found: string; expected: string; mend?: string } {
  const rest = text.slice(at, at + 200);
  if (rest.startsWith('<!--')) {
    return { found: 'a comment `<!--`', expected: 'no comments in pages', mend: 'Delete it, or say it in the pull request.' };
  }
  const autolink = /^<((?:https?:\/\/|mailto:)[^>\s]*|[^\s<>@]+@[^\s<>]+)>/.exec(rest);
  if (autolink) return { found: autolink[0], expected: 'a link with words', mend: `Write [where it goes](${autolink[1]}).` };
  if (/^\{#/.test(rest)) {
    return { found: `a heading id \`${/^\{#[^}]*\}?/.exec(rest)![0]}\``, expected: 'a heading without one', mend: 'Delete it: the id is made from the heading’s words.' };
  }
  if (rest.startsWith('{')) {
    return { found: 'an opening brace `{`, which starts code', expected: 'text', mend: 'Write \\{ for a brace in text.' };
  }
  if (/^<[A-Za-z/]/.test(rest)) {
    const reason = String((error as { reason?: unknown }).reason ?? '').split('\n')[0]!.replace(/\s*\([^)]*\)/g, '');
    return {
      found: `\`${/^<[^\s>]*>?/.exec(rest)![0]}\`, a tag that is not whole${reason ? `: ${reason}` : ''}`,
      expected: 'a component with its opening and closing tag, each block tag on a line of its own',
      mend: 'Close the tag, or write &lt; for a “<” in text.',
    };
  }
  if (rest.startsWith('<')) return { found: 'a bare “<”', expected: 'text', mend: 'Write &lt; instead.' };
  return { found: String((error as { reason?: unknown }).reason ?? error).split('\n')[0]!, expected: 'GFM and the components of the contributor guide' };
}

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
