/** The text of `content/retired.yaml` with one more entry. Comments, order and layout of the others stay. */
import { isMap, isScalar, isSeq, parseDocument, stringify, type Pair, type YAMLMap } from 'yaml';
import type { RetiredPage } from '../schema/retired.ts';
import { idsInYaml, withoutItem } from './yaml-ids.ts';

/** An edit of the list. */
interface ListEdit {
  from: number;
  to: number;
  text: string;
  says: string;
}

/**
 * Adds the entry at the end. Entries that lead to the page that goes now lead where it leads, so that no address is a chain; entries
 * that lead to a withdrawn page are withdrawn with it, for the same reason.
 * @param text the file, which fits its schema
 */
export function withRetired(text: string, entry: RetiredPage): ListEdit[] {
  return [...earlierEntries(text, entry), added(text, entry)];
}

function earlierEntries(text: string, entry: RetiredPage): ListEdit[] {
  const { contents } = parseDocument(text, { schema: 'core' });
  const edits: ListEdit[] = [];
  for (const item of isSeq(contents) ? contents.items : []) {
    if (!isMap(item)) continue;
    const to = pairOf(item, 'to');
    if (to && valueOf(to) === entry.id) edits.push(...led(text, item, to, entry));
  }
  const helps = idsInYaml(text, 0, text.length, entry.id).filter(({ field }) => field === 'instead');
  for (const one of helps) {
    const isDouble = entry.to === undefined || one.list?.values.includes(entry.to);
    const whole = one.list && one.list.values.length === 1;
    const edit = isDouble
      ? whole
        ? { from: one.list!.node.range![0], to: one.list!.node.range![1], text: '[]' }
        : withoutItem(text, one)
      : { from: one.from, to: one.to, text: entry.to! };
    if (edit)
      edits.push({ ...edit, says: `instead: ${entry.id} ${isDouble ? 'taken out' : `→ ${entry.to}`}` });
  }
  return edits;
}

/** An earlier entry that led to the page that goes. */
function led(text: string, item: YAMLMap, to: Pair, entry: RetiredPage): ListEdit[] {
  const id = valueOf(pairOf(item, 'id')!);
  if (entry.to !== undefined) {
    return [{ ...rangeOfValue(to), text: entry.to, says: `${id} now leads to ${entry.to}` }];
  }
  const says = `${id}, which led there, is withdrawn with it`;
  const helps = entry.instead.length > 0 && !pairOf(item, 'instead');
  const edits = [
    helps
      ? { from: startOfKey(to), to: rangeOfValue(to).to, text: `instead: [${entry.instead.join(', ')}]` }
      : withoutPair(item, to),
    ...replaced(text, pairOf(item, 'why'), JSON.stringify(entry.why)),
    ...replaced(text, pairOf(item, 'on'), entry.on),
  ];
  return edits.map((edit) => ({ ...edit, says }));
}

/** Another value for a field. One written below its key ends with a line break, which stays. */
function replaced(text: string, pair: Pair | undefined, value: string): Omit<ListEdit, 'says'>[] {
  if (!pair) return [];
  const { from, to } = rangeOfValue(pair);
  return [{ from, to, text: value + /(\r?\n)?$/.exec(text.slice(from, to))![0] }];
}

/** Takes a field out of an entry, which has others. */
function withoutPair(item: YAMLMap, pair: Pair): Omit<ListEdit, 'says'> {
  const index = item.items.indexOf(pair);
  const next = item.items[index + 1];
  return next
    ? { from: startOfKey(pair), to: startOfKey(next), text: '' }
    : { from: rangeOfValue(item.items[index - 1]!).to, to: rangeOfValue(pair).to, text: '' };
}

function added(text: string, entry: RetiredPage): ListEdit {
  const says = `${entry.id} added`;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const { contents } = parseDocument(text, { schema: 'core' });
  if (isSeq(contents) && contents.flow && contents.range) {
    const [start, end] = contents.range;
    if (contents.items.length > 0) {
      return { from: end - 1, to: end - 1, text: `, ${JSON.stringify(entry)}`, says };
    }
    return { from: start, to: end, text: linesOf(entry, '').join(lineEnd), says };
  }
  const first = isSeq(contents) ? contents.items[0] : undefined;
  const indent = isMap(first) && first.range ? indentAt(text, first.range[0]) : '';
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  const blankLine = /\n\r?\n[ \t]*- /.test(text) ? lineEnd : '';
  return {
    from: text.length,
    to: text.length,
    text: `${gap}${blankLine}${linesOf(entry, indent).join(lineEnd)}${lineEnd}`,
    says,
  };
}

/** What stands before the first sign of the line. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))![0];
}

function linesOf({ id, title, on, why, to, instead, aliases }: RetiredPage, indent: string): string[] {
  const fields = [
    `id: ${id}`,
    `title: ${scalar(title)}`,
    `on: ${on}`,
    `why: ${scalar(why)}`,
    ...(to ? [`to: ${to}`] : []),
    ...(instead.length > 0 ? [`instead: [${instead.join(', ')}]`] : []),
    ...(aliases.length > 0 ? [`aliases: [${aliases.join(', ')}]`] : []),
  ];
  return fields.map((field, index) => `${indent}${index === 0 ? '- ' : '  '}${field}`);
}

function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

function pairOf(map: YAMLMap, field: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === field);
}

function valueOf(pair: Pair): unknown {
  return isScalar(pair.value) ? pair.value.value : undefined;
}

function startOfKey(pair: Pair): number {
  return isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

function rangeOfValue(pair: Pair): { from: number; to: number } {
  const range = (pair.value as { range?: [number, number, number] } | null)?.range;
  return { from: range?.[0] ?? 0, to: range?.[1] ?? 0 };
}
