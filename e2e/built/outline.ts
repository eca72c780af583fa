/** What two renderings of a page are compared by: elements, attributes and words, without the spaces that nobody sees. */
import { isElement, nameOf, type Node } from './built-site.ts';

/** A run of words, or an element. */
export type Part = string | Piece;

export interface Piece {
  tag: string;
  attrs: Record<string, string>;
  parts: Part[];
}

/** The parts that stand in the HTML's nodes, as they are. */
export function partsOf(nodes: Node[]): Part[] {
  return nodes.flatMap((node): Part[] => {
    if (!isElement(node)) return 'value' in node ? [node.value] : [];
    const attrs = Object.fromEntries(node.attrs.map((attr) => [nameOf(attr), attr.value]));
    return [{ tag: node.tagName, attrs, parts: partsOf(node.childNodes) }];
  });
}

/**
 * Rewrites a tree from its leaves up.
 * @param change what to put in the place of a piece; nothing leaves it as it is
 */
export function rewrite(
  parts: Part[],
  change: (piece: Piece, above: Piece[]) => Part[] | undefined,
  above: Piece[] = [],
): Part[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [part];
    const piece = { ...part, parts: rewrite(part.parts, change, [...above, part]) };
    return change(piece, above) ?? [piece];
  });
}

/** One line a tag or run of words, indented by depth: two of these are equal when two renderings say the same. */
export function outline(parts: Part[], depth = 0): string[] {
  const indent = '  '.repeat(depth);
  return tidied(parts).flatMap((part) => {
    if (typeof part === 'string') return [indent + part];
    const attrs = Object.entries(part.attrs).sort(([a], [b]) => (a < b ? -1 : 1));
    const tag = `<${part.tag}${attrs.map(([name, value]) => ` ${name}="${value}"`).join('')}>`;
    return [indent + tag, ...outline(part.parts, depth + 1)];
  });
}

export function wordsOf(parts: Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : wordsOf(part.parts))).join('');
}

export function hasClass({ attrs }: Piece, name: string): boolean {
  return (attrs.class ?? '').split(/\s+/).includes(name);
}

/** The piece with other attributes; those given as `undefined` go. */
export function withAttrs(piece: Piece, changes: Record<string, string | undefined>): Piece {
  const entries = Object.entries({ ...piece.attrs, ...changes }).filter(([, value]) => value !== undefined);
  return { ...piece, attrs: Object.fromEntries(entries) as Record<string, string> };
}

const inline = new Set(['a', 'abbr', 'b', 'button', 'code', 'del', 'em', 'i', 'img', 'input', 'kbd', 'label', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'svg', 'time']); // prettier-ignore

/** Joins runs of words, and takes away spaces at the edges of blocks. Between words every run of spaces is one. */
function tidied(parts: Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  const isEdge = (part: Part | undefined) =>
    part === undefined || (typeof part !== 'string' && !inline.has(part.tag));
  return joined
    .map((part, index) => {
      if (typeof part !== 'string') return part;
      let words = part.replace(/[ \t\n\r]+/g, ' ');
      if (isEdge(joined[index - 1])) words = words.trimStart();
      if (isEdge(joined[index + 1])) words = words.trimEnd();
      return words;
    })
    .filter((part) => part !== '');
}
