/** What the buttons above a text put into it. Pure: a text with a selection becomes another one. */

/** A text as a field holds it, with the selected part. Offsets in UTF-16, as browsers count. */
export interface Edited {
  text: string;
  from: number;
  to: number;
}

export const passageKinds = [
  'step',
  'check',
  'heading',
  'list',
  'critical',
  'trap',
  'tip',
  'example',
] as const;
export type PassageKind = (typeof passageKinds)[number];

/** Puts a passage behind the block in which the selection ends, and selects its words, to be typed over. */
export function putIn({ text, to }: Edited, kind: PassageKind, words: string): Edited {
  const at = blockEnd(text, to);
  const before = text.slice(0, at).trimEnd();
  if (kind === 'critical') return markCritical(text, to);
  const indent = belongsToStep(kind) && stepAbove(before) ? '   ' : '';
  const [open, close] = frame(kind, before, indent);
  const gap = before === '' ? '' : isListAbove(before, kind) ? '\n' : '\n\n';
  const rest = text.slice(at).replace(/^\n+/, '');
  const start = before + gap + open;
  return {
    text: `${start}${words}${close}\n${rest && `\n${rest}`}`,
    from: start.length,
    to: start.length + words.length,
  };
}

/** Puts a few words where the selection is. */
export function putWords({ text, from, to }: Edited, words: string): Edited {
  return {
    text: text.slice(0, from) + words + text.slice(to),
    from: from + words.length,
    to: from + words.length,
  };
}

function frame(kind: PassageKind, before: string, indent: string): [open: string, close: string] {
  switch (kind) {
    case 'step':
      return [`${lastNumber(before) + 1}. `, ''];
    case 'check':
      return ['- [ ] ', ''];
    case 'list':
      return ['- ', ''];
    case 'heading':
      return ['## ', ''];
    case 'trap':
      return [`${indent}<Note kind="trap">`, '</Note>'];
    case 'tip':
      return [`${indent}<Note kind="tip">`, '</Note>'];
    default:
      return ['<Example>\n\n', '\n\n</Example>'];
  }
}

function belongsToStep(kind: PassageKind): boolean {
  return kind === 'trap' || kind === 'tip';
}

/** Whether the text ends inside a numbered item: what follows it is indented or is not there. */
function stepAbove(before: string): boolean {
  const lines = before.split('\n');
  const item = lines.findLastIndex((line) => /^\d+\. /.test(line));
  return item >= 0 && lines.slice(item + 1).every((line) => line === '' || /^ {3}/.test(line));
}

/** The number of the last step above, one list running through the page. */
function lastNumber(before: string): number {
  return Number([...before.matchAll(/^(\d+)\. /gm)].at(-1)?.[1] ?? 0);
}

/** Checks and lists go on without an empty line. */
function isListAbove(before: string, kind: PassageKind): boolean {
  const last = before.slice(before.lastIndexOf('\n') + 1);
  return kind === 'check' ? last.startsWith('- [ ] ') : kind === 'list' && /^- (?!\[ \])/.test(last);
}

/** The sign stands at the beginning of the step in which the selection is. */
function markCritical(text: string, at: number): Edited {
  const sign = '<Critical /> ';
  const above = [...text.matchAll(/^\d+\. /gm)].findLast(({ index }) => index <= at);
  const start = above ? above.index + above[0].length : at;
  if (text.startsWith(sign, start)) return { text, from: at, to: at };
  return {
    text: text.slice(0, start) + sign + text.slice(start),
    from: at + sign.length,
    to: at + sign.length,
  };
}

/** End of the paragraph around an offset. */
function blockEnd(text: string, at: number): number {
  const end = text.indexOf('\n\n', Math.max(0, at - 1));
  return end < 0 ? text.length : end;
}
