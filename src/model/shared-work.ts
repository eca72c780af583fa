/**
 * Links that carry what a reader shares, and what somebody answers, behind the `#` of an address, where no server sees it. Lists
 * instead of names keep them short. Whatever is read out of a link is somebody's text: nothing of it is trusted.
 */
import { fingerprint } from '../content/hash.ts';
import { isAbility, isDayText, isKey, isTextOrNone } from './progress-file.ts';
import { longest, says, type Answer, type Entry } from './progress.ts';

/** What a reader shares with somebody. */
export interface SharedWork {
  /** Who shares it, if told. */
  from?: string;
  /** The day on which it was shared, `YYYY-MM-DD`. */
  on: string;
  items: SharedItem[];
}

export type SharedItem = Pick<Entry, 'id' | 'ability' | 'says' | 'on' | 'note' | 'who'>;

/** What somebody answers. */
export interface AnswerLink {
  by?: string;
  on: string;
  answers: Answer[];
}

/** Longer addresses are cut off on the way by some mail programs and chats. In characters, behind the `#`. */
export const longestFragment = 6_000;
const mostItems = 100;

/** The fragment without `#`, or nothing where it would become too long. */
export function shareLink({ from, on, items }: SharedWork): string | undefined {
  const rows = items.map((item) => [
    item.id,
    item.ability.slice('pathways/'.length),
    says.indexOf(item.says),
    item.on,
    item.note ?? '',
    item.who ?? '',
  ]);
  return pack('work', [1, from ?? '', on, rows]);
}

/** @param fragment with or without `#` @returns nothing where it is no such link */
export function readShareLink(fragment: string): SharedWork | undefined {
  const [form, from, on, rows, ...others] = unpack('work', fragment);
  if (form !== 1 || !isDayText(on) || !isList(rows) || others.length > 0) return undefined;
  const items = rows.map((row): SharedItem | undefined => {
    if (!Array.isArray(row) || row.length !== 6) return undefined;
    const [id, path, said, day, note, who] = row as unknown[];
    const ability = `pathways/${String(path)}`;
    const is = typeof said === 'number' ? says[said] : undefined;
    const texts = { note: textOf(note, longest.note), who: textOf(who, longest.who) };
    if (!isKey(id) || !isAbility(ability) || !is || !isDayText(day)) return undefined;
    if (texts.note === false || texts.who === false) return undefined;
    return { id, ability, says: is, on: day, ...present({ note: texts.note, who: texts.who }) };
  });
  const name = textOf(from, longest.who);
  const isSound = items.length > 0 && items.every((item) => item !== undefined) && name !== false;
  return isSound ? { ...present({ from: name }), on, items } : undefined;
}

/** What is answered to one item. */
export interface Reply {
  item: SharedItem;
  is: Answer['is'];
  missing?: string;
  task?: string;
}

/** The fragment without `#`, or nothing where it would become too long. */
export function answerLink(by: string, on: string, replies: Reply[]): string | undefined {
  const rows = replies.map(({ item, is, missing, task }) => [
    item.id,
    item.ability.slice('pathways/'.length),
    is === 'confirmed' ? 1 : 0,
    missing?.trim() ?? '',
    task?.trim() ?? '',
  ]);
  return pack('answer', [1, by.trim(), on, rows]);
}

/** @param fragment with or without `#` @returns nothing where it is no such link */
export function readAnswerLink(fragment: string): AnswerLink | undefined {
  const [form, from, on, rows, ...others] = unpack('answer', fragment);
  const by = textOf(from, longest.who);
  if (form !== 1 || !isDayText(on) || !isList(rows) || others.length > 0 || by === false) return undefined;
  const answers = rows.map((row): Answer | undefined => {
    if (!Array.isArray(row) || row.length !== 5) return undefined;
    const [entry, path, confirmed, missing, task] = row as unknown[];
    const ability = `pathways/${String(path)}`;
    const texts = { missing: textOf(missing, longest.note), task: textOf(task, longest.note) };
    if (!isKey(entry) || !isAbility(ability) || (confirmed !== 0 && confirmed !== 1)) return undefined;
    if (texts.missing === false || texts.task === false) return undefined;
    const is = confirmed === 1 ? 'confirmed' : 'missing';
    const told = present({ missing: texts.missing, task: texts.task, by });
    return { id: fingerprint(JSON.stringify([by ?? '', on, row])), entry, ability, is, ...told, on, v: 1 };
  });
  return answers.length > 0 && answers.every((answer) => answer !== undefined)
    ? { ...present({ by }), on, answers }
    : undefined;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length <= mostItems;
}

/** @returns false where it is no text of that length, nothing where it is empty */
function textOf(value: unknown, most: number): string | undefined | false {
  if (value === '') return undefined;
  return typeof value === 'string' && isTextOrNone(value, most) ? value : false;
}

function present<T extends Record<string, string | undefined>>(texts: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)) as {
    [K in keyof T]?: string;
  };
}

function pack(name: string, value: unknown[]): string | undefined {
  const json = JSON.stringify(value);
  if (json.length > longestFragment) return undefined;
  const bytes = new TextEncoder().encode(json);
  const text = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  const fragment = `${name}=${text}`;
  return fragment.length <= longestFragment ? fragment : undefined;
}

function unpack(name: string, fragment: string): unknown[] {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(`${name}=`) || text.length > longestFragment) return [];
  try {
    const binary = atob(
      text
        .slice(name.length + 1)
        .replaceAll('-', '+')
        .replaceAll('_', '/'),
    );
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(value) ? (value as unknown[]) : [];
  } catch {
    return [];
  }
}
