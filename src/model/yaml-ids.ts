/** Ids of pages in YAML, found at their exact places, so that one can be replaced or taken out and all else stays as it is. */
import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type YAMLSeq } from 'yaml';

export interface IdInYaml {
  /** Offsets of the id itself, without quotes. Equal where it is written in a way that can't be replaced as it stands. */
  from: number;
  to: number;
  /** Offset of the value, quotes included. */
  node: number;
  /** The field that holds it, such as `next`. */
  field: string;
  /** The list it stands in. */
  list?: { node: YAMLSeq; values: unknown[]; index: number; isTop: boolean; offset: number };
}

/** Every value that is the id, in order. @param from, to offsets of the YAML in the text */
export function idsInYaml(text: string, from: number, to: number, id: string): IdInYaml[] {
  const found: IdInYaml[] = [];
  const document = parseDocument(text.slice(from, to), { schema: 'core' });
  visit(document, {
    Scalar(key, scalar, ancestors) {
      if (key === 'key' || scalar.value !== id || !scalar.range) return;
      const [start, end] = [from + scalar.range[0], from + scalar.range[1]];
      const at = text.slice(start, end).indexOf(id);
      const written = at < 0 ? { from: start, to: start } : { from: start + at, to: start + at + id.length };
      const pair = ancestors.findLast((node) => isPair(node));
      const field = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
      const parent = ancestors.at(-1);
      const isTop =
        isMap(document.contents) && pair !== undefined && document.contents.items.includes(pair as never);
      const list = isSeq(parent) && {
        node: parent,
        values: parent.items.map((item) => (isScalar(item) ? item.value : undefined)),
        index: Number(key),
        isTop,
        offset: from,
      };
      found.push({ ...written, node: start, field, ...(list && { list }) });
    },
  });
  return found;
}

/**
 * Takes an id out of its list, with the comma or the line that belongs to it.
 * @returns nothing where that would take something else along (a comment), or leave a list empty that may need an entry
 */
export function withoutItem(
  text: string,
  { list, from, to }: IdInYaml,
): { from: number; to: number; text: string } | undefined {
  if (!list) return undefined;
  const { node, index, isTop, offset } = list;
  const rangeOf = (item: unknown) =>
    isScalar(item) && item.range ? item.range.map((at) => offset + at) : undefined;
  const own = rangeOf(node.items[index]);
  if (!own) return undefined;
  const id = text.slice(from, to);
  if (node.items.length === 1) return isTop ? emptied(text, node, offset, id) : undefined;
  if (!node.flow) return wholeLine(text, own[0]!, id);
  const before = rangeOf(node.items[index - 1]);
  const after = rangeOf(node.items[index + 1]);
  const cut = before ? { from: before[1]!, to: own[1]! } : after && { from: own[0]!, to: after[0]! };
  if (
    !cut ||
    text
      .slice(cut.from, cut.to)
      .replace(id, '')
      .replace(/[\s,'"]/g, '') !== ''
  )
    return undefined;
  return { ...cut, text: '' };
}

/** The list's only entry goes: `next: []` stays. */
function emptied(text: string, node: YAMLSeq, offset: number, id: string) {
  const [start, end] = [offset + node.range![0], offset + node.range![1]];
  const rest = text
    .slice(start, end)
    .replace(id, '')
    .replace(/[\s'"[\]-]/g, '');
  if (rest !== '') return undefined;
  const gap = /\s*$/.exec(text.slice(0, start))![0].length;
  const tail = /\s*$/.exec(text.slice(start, end))![0].length;
  return { from: start - gap, to: end - tail, text: ' []' };
}

function wholeLine(text: string, at: number, id: string) {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at) + 1 || text.length;
  const rest = text.slice(start, end).replace(id, '').replace(/['"]/g, '').trim();
  return rest === '-' ? { from: start, to: end, text: '' } : undefined;
}
