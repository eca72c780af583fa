/**
 * Runs of a job aid: what somebody did with it, step by step. A run that is under way can be taken up again after the page has changed; a
 * finished one is a record, which nothing changes any more.
 */
import { alignSteps, splitSequence, type StepFate } from './steps.ts';
import { isTimer, type Timer } from './timer.ts';

/** A finished run: what it was, never how well. */
export interface Run {
  /** Id of the page: `job-aids/find-the-cause-of-a-gap`. */
  page: string;
  /** What the page was called then. */
  title: string;
  /** The page's version when the run began: the eight characters that stand on paper. */
  version: string;
  /** The version when it ended, where the page was changed meanwhile. */
  later?: string;
  /** Hashes of its steps and checks when it ended, four characters each (see steps.ts). */
  of: string;
  /** Moments by the device's clock, as in `2026-11-20T09:30:00.000Z`. A clock that is set back can put the end before the beginning. */
  begun: string;
  ended: string;
  steps: RunStep[];
  /** What its reader answered to “Did it work?”. Nothing where there is no answer. */
  worked?: Worked;
}

export type Worked = 'yes' | 'no';

export interface RunStep {
  text: string;
  is: 'done' | 'skipped' | 'open';
  critical?: true;
  /** Why it was skipped. */
  why?: string;
}

/** Page id → its finished runs, the latest first. */
export type Runs = Record<string, Run[]>;

/** A run under way. Which steps are done stands with the page's ticks, and nowhere else. */
export interface OpenRun {
  version: string;
  of: string;
  begun: string;
  /** The step or check that was shown last, counted over the page from 0; as many as there are, at the end. */
  at: number;
  /** Step, and why it was skipped. */
  skipped: [step: number, why: string][];
  /** Step, which timer of the step, and how it stands. */
  timers: [step: number, nth: number, timer: Timer][];
}

/** A page as it stands now, as far as a run needs it. */
export interface PageState {
  version: string;
  hashes: string[];
}

/** What became of a page since a run began. */
export interface PageChange {
  /** Steps that are not what they were, counted from 0. */
  steps: number[];
}

export const longestReason = 500;
const mostOfPage = 100;
const mostInAll = 500;

export function beginRun({ version, hashes }: PageState, now: Date): OpenRun {
  return { version, of: hashes.join(''), begun: now.toISOString(), at: 0, skipped: [], timers: [] };
}

/**
 * Takes a run up on the page as it is now. What belongs to a step that is still the same goes with it; a changed step begins anew. The
 * version stays the one that the run began with.
 * @returns the run, and what has changed since; nothing if the page is the same
 */
export function takeUp(run: OpenRun, { version, hashes }: PageState): { run: OpenRun; change?: PageChange } {
  const isSame = run.version === version && run.of === hashes.join('');
  if (isSame && run.at <= hashes.length) return { run };
  const before = splitSequence(run.of);
  const fates = alignSteps(before, hashes);
  const now = new Map(fates.flatMap((fate, is) => (fate.is === 'same' ? [[fate.was, is] as const] : [])));
  return {
    run: {
      ...run,
      of: hashes.join(''),
      at: run.at === before.length ? hashes.length : placeOf(run.at, fates),
      skipped: run.skipped.flatMap(([step, why]) =>
        now.has(step) ? [[now.get(step)!, why] as const] : [],
      ) as OpenRun['skipped'],
      timers: run.timers.flatMap(([step, nth, timer]) =>
        now.has(step) ? [[now.get(step)!, nth, timer] as const] : [],
      ) as OpenRun['timers'],
    },
    ...(!isSame && { change: { steps: fates.flatMap(({ is }, step) => (is === 'same' ? [] : [step])) } }),
  };
}

/** Where the step of then stands now; where it is gone, the first step. */
function placeOf(at: number, fates: StepFate[]): number {
  return Math.max(
    0,
    fates.findIndex((fate) => fate.is !== 'new' && fate.was === at),
  );
}

/** @param steps in the page's order */
export function finishRun(
  run: OpenRun,
  page: { id: string; title: string; version: string },
  steps: RunStep[],
  now: Date,
): Run {
  return {
    page: page.id,
    title: page.title,
    version: run.version,
    ...(page.version !== run.version && { later: page.version }),
    of: run.of,
    begun: run.begun,
    ended: now.toISOString(),
    steps,
  };
}

/**
 * Adds runs to those that are kept. One that is there already stays as it is, and takes an answer where it has none. Of too many the
 * oldest go: 100 a page, 500 in all.
 */
export function addRuns(kept: Runs, more: Run[]): Runs {
  const all = new Map<string, Run>();
  for (const run of [...Object.values(kept).flat(), ...more]) {
    const key = `${run.page} ${run.begun}`;
    const known = all.get(key);
    if (!known) all.set(key, run);
    else if (!known.worked && run.worked) all.set(key, { ...known, worked: run.worked });
  }
  const byPage = new Map<string, Run[]>();
  let count = 0;
  for (const run of [...all.values()].toSorted(latestFirst)) {
    const list = byPage.get(run.page) ?? [];
    if (list.length === mostOfPage || count === mostInAll) continue;
    byPage.set(run.page, [...list, run]);
    count += 1;
  }
  return Object.fromEntries(byPage);
}

/** By their end; at the same moment in an order that is always the same. */
function latestFirst(a: Run, b: Run): number {
  if (a.ended !== b.ended) return a.ended < b.ended ? 1 : -1;
  return `${a.page} ${a.begun}` < `${b.page} ${b.begun}` ? -1 : 1;
}

/** Every run, the latest first. */
export function allRuns(runs: Runs): Run[] {
  return Object.values(runs).flat().toSorted(latestFirst);
}

/** What its reader answers afterwards; the last answer holds. Nothing else of a record changes. */
export function answerRun(kept: Runs, { page, begun }: Run, worked: Worked): Runs {
  const runs = Object.values(kept)
    .flat()
    .map((run) => (run.page === page && run.begun === begun ? { ...run, worked } : run));
  return addRuns({}, runs);
}

/** What is kept, without anything that is no run: storage can hold rubbish. */
export function soundRuns(value: unknown): Runs {
  if (!isRecord(value)) return {};
  return addRuns(
    {},
    Object.values(value).flatMap((list) => (Array.isArray(list) ? list.filter(isRun) : [])),
  );
}

export function isOpenRun(value: unknown): value is OpenRun {
  return (
    isRecord(value) &&
    isVersion(value.version) &&
    isSequence(value.of) &&
    isMoment(value.begun) &&
    isIndex(value.at) &&
    isListOf(value.skipped, (one) => isTuple(one, 2) && isIndex(one[0]) && isText(one[1], longestReason)) &&
    isListOf(value.timers, (one) => isTuple(one, 3) && isIndex(one[0]) && isIndex(one[1]) && isTimer(one[2]))
  );
}

/** Exactly the fields of a run and nothing else, so that an import can carry nothing that nobody sees. */
export function isRun(value: unknown): value is Run {
  return (
    isRecord(value) &&
    hasOnly(value, ['page', 'title', 'version', 'later', 'of', 'begun', 'ended', 'steps', 'worked']) &&
    typeof value.page === 'string' &&
    /^job-aids\/[a-z0-9-]{1,100}$/.test(value.page) &&
    isText(value.title, 300) &&
    isVersion(value.version) &&
    (value.later === undefined || isVersion(value.later)) &&
    isSequence(value.of) &&
    isMoment(value.begun) &&
    isMoment(value.ended) &&
    isListOf(value.steps, isRunStep) &&
    (value.worked === undefined || isWorked(value.worked))
  );
}

export function isWorked(value: unknown): value is Worked {
  return value === 'yes' || value === 'no';
}

function isRunStep(value: unknown): boolean {
  return (
    isRecord(value) &&
    hasOnly(value, ['text', 'is', 'critical', 'why']) &&
    isText(value.text, 2000) &&
    (value.is === 'done' || value.is === 'skipped' || value.is === 'open') &&
    (value.critical === undefined || value.critical === true) &&
    (value.is === 'skipped' ? isText(value.why, longestReason) : value.why === undefined)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `JSON.parse` makes `__proto__` a field like any other, so it is found here. */
function hasOnly(value: object, fields: string[]): boolean {
  return Object.keys(value).every((key) => fields.includes(key));
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest;
}

function isVersion(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);
}

/** A page can't have more than some hundred steps. */
function isSequence(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 4 * 1000 && /^([\w-]{4})+$/.test(value);
}

function isMoment(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1000;
}

function isTuple(value: unknown, length: number): value is unknown[] {
  return Array.isArray(value) && value.length === length;
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= 1000 && value.every(isOne);
}
