/**
 * The shape in which progress is kept on a device and saved as a file, and how it is read again. What a device holds is read as far as
 * it can be; a file is taken whole or refused, because nobody can see what of it would be missing.
 */
import { isDay } from '../schema/day.ts';
import {
  longest,
  merge,
  mostEntries,
  nothing,
  says,
  type Answer,
  type Entry,
  type Progress,
  type Says,
} from './progress.ts';

/** The first shape held the last state of each ability: `{ "pathways/x/y": { "state": "alone", "on": "2026-11-20" } }`. */
export const version = 2;

/** What a device keeps. */
export interface Kept extends Progress {
  version: typeof version;
}

/** A record of a finished run as somebody else wrote it: only its page and its end are known here. */
export type Run = Record<string, unknown> & { page: string; ended: string };

/** What a file holds beside progress. */
export interface Saved extends Progress {
  runs: Run[];
}

/** How what is kept can be used. */
export interface Reading {
  progress: Progress;
  /** `newer`: by a later edition of the site, not to be written over. `damaged`: some or all of it can't be read. */
  is: 'sound' | 'newer' | 'damaged';
}

/** @param text what the device holds, if anything */
export function readKept(text: string | null): Reading {
  if (text === null) return { progress: nothing, is: 'sound' };
  const value = parse(text);
  if (!isRecord(value)) return { progress: nothing, is: 'damaged' };
  if (value.version === undefined) return readFirstShape(value);
  if (typeof value.version === 'number' && value.version > version) return { progress: nothing, is: 'newer' };
  const lists = [value.entries, value.answers].map((list) =>
    Array.isArray(list) ? (list as unknown[]) : [],
  );
  const entries = lists[0]!.filter(isEntry);
  const answers = lists[1]!.filter(isAnswer);
  const isWhole =
    value.version === version &&
    Array.isArray(value.entries) &&
    entries.length === value.entries.length &&
    Array.isArray(value.answers) &&
    answers.length === value.answers.length;
  // Uniting puts them in order and leaves one of each key.
  return { progress: merge({ entries, answers }, nothing), is: isWhole ? 'sound' : 'damaged' };
}

/** The keys come from the abilities, so that two tabs that carry over the same states make the same entries. */
function readFirstShape(value: Record<string, unknown>): Reading {
  const all = Object.entries(value);
  const entries = all.flatMap(([ability, state], i): Entry[] => {
    if (!isRecord(state)) return [];
    const id = `first-${ability.replaceAll('/', '-')}`;
    const entry = { id, ability, says: state.state, on: state.on, n: i + 1, v: 1 };
    return isEntry(entry) ? [entry] : [];
  });
  return { progress: { entries, answers: [] }, is: entries.length === all.length ? 'sound' : 'damaged' };
}

export function toKept({ entries, answers }: Progress): string {
  return JSON.stringify({ version, entries, answers } satisfies Kept);
}

/** Longest file that is opened, in characters: ten times what the most entries take. */
export const longestFile = 4_000_000;

/** @param on the day of saving */
export function toFile({ entries, answers, runs }: Saved, on: string): string {
  return `${JSON.stringify({ sidekick: 'my-work', version, on, entries, answers, runs }, undefined, 1)}\n`;
}

/** Why a file is refused. */
export type Refusal = 'long' | 'foreign' | 'newer' | 'wrong';

/** @returns what the file holds, or why none of it is taken */
export function readFile(text: string): { saved: Saved } | { refused: Refusal } {
  if (text.length > longestFile) return { refused: 'long' };
  const value = parse(text);
  if (!isRecord(value) || value.sidekick !== 'my-work') return { refused: 'foreign' };
  if (typeof value.version === 'number' && value.version > version) return { refused: 'newer' };
  const { sidekick: _name, on, entries, answers, runs, version: written, ...others } = value;
  const isOurs = written === version && isDayText(on) && Object.keys(others).length === 0;
  return isOurs && isListOf(entries, isEntry) && isListOf(answers, isAnswer) && isListOf(runs, isRun)
    ? { saved: { ...merge({ entries, answers }, nothing), runs } }
    : { refused: 'wrong' };
}

/** Text that is no JSON, or too deep to be read, is nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isEntry(value: unknown): value is Entry {
  return (
    isRecord(value) &&
    hasOnly(value, ['id', 'ability', 'says', 'on', 'note', 'who', 'n', 'v', 'gone']) &&
    isKey(value.id) &&
    isAbility(value.ability) &&
    isSays(value.says) &&
    isDayText(value.on) &&
    isTextOrNone(value.note, longest.note) &&
    isTextOrNone(value.who, longest.who) &&
    isCount(value.n) &&
    isCount(value.v) &&
    isGone(value.gone)
  );
}

export function isAnswer(value: unknown): value is Answer {
  return (
    isRecord(value) &&
    hasOnly(value, ['id', 'entry', 'ability', 'is', 'missing', 'task', 'by', 'on', 'v', 'gone']) &&
    isKey(value.id) &&
    isKey(value.entry) &&
    isAbility(value.ability) &&
    (value.is === 'confirmed' || value.is === 'missing') &&
    isTextOrNone(value.missing, longest.note) &&
    isTextOrNone(value.task, longest.note) &&
    isTextOrNone(value.by, longest.who) &&
    isDayText(value.on) &&
    isCount(value.v) &&
    isGone(value.gone)
  );
}

function isRun(value: unknown): value is Run {
  return isRecord(value) && isPage(value.page) && isMoment(value.ended) && isPlain(value, 6);
}

/** Values of JSON without names that mean something to the language. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(
    ([name, inner]) => !['__proto__', 'constructor', 'prototype'].includes(name) && isPlain(inner, depth - 1),
  );
}

export function isKey(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

export function isAbility(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= 200 && /^pathways(\/[a-z0-9]+(-[a-z0-9]+)*){2}$/.test(value)
  );
}

export function isSays(value: unknown): value is Says {
  return says.some((one) => one === value);
}

export function isDayText(value: unknown): value is string {
  return typeof value === 'string' && isDay(value);
}

function isPage(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z-]{1,40}\/[a-z0-9-]{1,120}$/.test(value);
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value) && isDay(value.slice(0, 10));
}

export function isTextOrNone(value: unknown, most: number): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value !== '' && value.length <= most);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0 && (value as number) < 1e9;
}

function isGone(value: unknown): value is true | undefined {
  return value === undefined || value === true;
}

function isListOf<T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.length <= mostEntries && value.every(isOne);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `JSON.parse` makes `__proto__` a field like any other, so it is found here. */
function hasOnly(value: object, fields: string[]): boolean {
  return Object.keys(value).every((key) => fields.includes(key));
}

/**
 * Finished runs out of what the device keeps under `runs`: a list of them, or lists by page. What is no run counts as nothing.
 * @returns the latest first
 */
export function readRuns(value: unknown): Run[] {
  const lists = Array.isArray(value) ? [value] : isRecord(value) ? Object.values(value) : [];
  return lists
    .flatMap((list) => (Array.isArray(list) ? (list as unknown[]).filter(isRun) : []))
    .sort((a, b) => (a.ended < b.ended ? 1 : a.ended > b.ended ? -1 : 0));
}

/** Both, each run once, by page, as the device keeps them. Of two the one with an answer holds, and else that of `b`. */
export function uniteRuns(a: Run[], b: Run[]): Record<string, Run[]> {
  const once = new Map<string, Run>();
  for (const run of [...a, ...b]) {
    const key = JSON.stringify([run.page, run.begun ?? run.ended]);
    const known = once.get(key);
    if (!known?.worked || run.worked) once.set(key, run);
  }
  const byPage = Map.groupBy(readRuns([...once.values()]), ({ page }) => page);
  return Object.fromEntries(byPage);
}
