/**
 * What readers say of their own work: a log of entries by ability, and what somebody who saw the work answered. Every entry has a key
 * of its own, so that two logs become one by uniting them: in two tabs, on two devices, from a file that is opened twice.
 */
import type { Standing } from './pathway.ts';

/** What happened to the work, in the order of growing. */
export const scale = ['seen', 'helped', 'alone', 'unusual', 'taught'] as const;
/** What can be said of an ability: a step of the scale, that it is left out, or that nothing said before holds. */
export const says = [...scale, 'skipped', 'notYet'] as const;
export type Says = (typeof says)[number];

export interface Entry {
  /** Made by the device where it was said. Lower-case letters, digits and hyphens. */
  id: string;
  /** `pathways/team-manager/coach-a-first-task` */
  ability: string;
  says: Says;
  /** The day of the work, `YYYY-MM-DD`. */
  on: string;
  /** What happened and where the proof is; for `skipped`, why. */
  note?: string;
  /** Who saw it. */
  who?: string;
  /** Order in which entries were said, from 1. A count, because the device's clock may be set back. */
  n: number;
  /** How often it was changed, from 1. Of two versions the later one holds. */
  v: number;
  /** It was taken back. The key stays, so that no other copy brings it back. */
  gone?: true;
}

/** What somebody who saw the work says of an entry. */
export interface Answer {
  /** Made from what it says, so that a link that is opened twice is kept once. */
  id: string;
  /** Key of the entry. */
  entry: string;
  ability: string;
  is: 'confirmed' | 'missing';
  /** What is still missing. */
  missing?: string;
  /** The next real task to hand over. */
  task?: string;
  by?: string;
  on: string;
  v: number;
  gone?: true;
}

export interface Progress {
  /** In the order in which they were said. */
  entries: Entry[];
  answers: Answer[];
}

export const nothing: Progress = { entries: [], answers: [] };

/** Longest texts, in characters. */
export const longest = { note: 2_000, who: 200 } as const;
/** More than somebody says in a working life. */
export const mostEntries = 5_000;

/** What is new in an entry. */
export type Said = Pick<Entry, 'ability' | 'says' | 'on'> & Partial<Pick<Entry, 'note' | 'who'>>;

/** @param id a new key */
export function say(progress: Progress, said: Said, id: string): Progress {
  const n = 1 + Math.max(0, ...progress.entries.map((entry) => entry.n));
  return { ...progress, entries: [...progress.entries, sound({ ...said, id, n, v: 1 })] };
}

/** Changes an entry that stands. A text that becomes empty is left out. */
export function change(
  progress: Progress,
  id: string,
  to: Partial<Pick<Entry, 'on' | 'note' | 'who'>>,
): Progress {
  return mapEntry(progress, id, (entry) => sound({ ...entry, ...to, v: entry.v + 1 }));
}

/** Of what was taken back nothing stays but that it was there. */
export function takeBack(progress: Progress, id: string): Progress {
  return mapEntry(progress, id, ({ ability, says: said, on, n, v }) => ({
    id,
    ability,
    says: said,
    on,
    n,
    v: v + 1,
    gone: true,
  }));
}

function mapEntry(progress: Progress, id: string, make: (entry: Entry) => Entry): Progress {
  return {
    ...progress,
    entries: progress.entries.map((entry) => (entry.id === id && !entry.gone ? make(entry) : entry)),
  };
}

function sound(entry: Entry): Entry {
  const { note, who, ...others } = entry;
  const cut = (text: string, field: keyof typeof longest) => text.trim().slice(0, longest[field]);
  const [noted, seen] = [cut(note ?? '', 'note'), cut(who ?? '', 'who')];
  return { ...others, ...(noted && { note: noted }), ...(seen && { who: seen }) };
}

/** Keeps an answer with its entry. */
export function accept(progress: Progress, answers: Answer[]): Progress {
  return merge(progress, { entries: [], answers });
}

/** The union of both: whichever comes first, however often, the result is the same, and nothing that stands is lost. */
export function merge(a: Progress, b: Progress): Progress {
  return {
    entries: union(a.entries, b.entries, (x, y) => x.n - y.n),
    answers: union(a.answers, b.answers, (x, y) => (x.on < y.on ? -1 : x.on > y.on ? 1 : 0)),
  };
}

function union<T extends { id: string; v: number; gone?: true }>(
  a: T[],
  b: T[],
  order: (x: T, y: T) => number,
): T[] {
  const byId = new Map<string, T>();
  for (const one of [...a, ...b]) {
    const other = byId.get(one.id);
    byId.set(one.id, other ? laterOf(other, one) : one);
  }
  return [...byId.values()].sort((x, y) => order(x, y) || (x.id < y.id ? -1 : 1));
}

/** Two versions with one number were made at the same time on two devices: both pick the same one. */
function laterOf<T extends { v: number; gone?: true }>(a: T, b: T): T {
  if (a.v !== b.v) return a.v > b.v ? a : b;
  if (a.gone !== b.gone) return a.gone ? b : a;
  return canonical(a) < canonical(b) ? b : a;
}

function canonical(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What was said of an ability and stands, the latest first: by the day of the work, and of one day by when it was said. Days to come
 * count as today, or what was said while the clock was wrong would never end.
 * @param today `YYYY-MM-DD`
 */
export function logOf({ entries }: Progress, ability: string, today: string): Entry[] {
  const day = ({ on }: Entry) => (on > today ? today : on);
  return entries
    .filter((entry) => entry.ability === ability && !entry.gone)
    .sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : b.n - a.n));
}

/** How far the reader is: the first of the log. */
export function currentOf(progress: Progress, ability: string, today: string): Entry | undefined {
  return logOf(progress, ability, today)[0];
}

/** What it means for the way onwards. */
export function standingOf(entry: Entry | undefined): Standing {
  if (entry?.says === 'skipped') return 'skipped';
  return entry && isDoneAlone(entry.says) ? 'done' : 'open';
}

export function isDoneAlone(said: Says): boolean {
  return said === 'alone' || said === 'unusual' || said === 'taught';
}

/** Answers to an entry, the latest first. */
export function answersTo({ answers }: Progress, ability: string): Answer[] {
  return answers.filter((answer) => answer.ability === ability && !answer.gone).toReversed();
}

/** Abilities of which something was said that stands, in the order in which they were first spoken of. */
export function abilitiesSpokenOf({ entries, answers }: Progress): string[] {
  return [...new Set([...entries, ...answers].filter(({ gone }) => !gone).map(({ ability }) => ability))];
}
