/**
 * Finished runs of job aids, kept on this device under `runs`: page id → its runs, the latest first, at most 100 a page and 500 in
 * all (`Runs` in model/run.ts). How often a page was used at work is how many finished runs it has.
 *
 *     { "job-aids/find-the-cause-of-a-gap": [{ "page": "job-aids/find-the-cause-of-a-gap", "title": "…", "version": "0123abcd",
 *       "of": "AAaaBBbb", "begun": "2026-11-20T09:30:00.000Z", "ended": "2026-11-20T10:02:11.000Z",
 *       "steps": [{ "text": "…", "is": "done" }, { "text": "…", "is": "skipped", "why": "…" }], "worked": "yes" }] }
 *
 * Reading never fails: what storage holds and is no run counts as nothing. Another tab's changes come as a `storage` event with
 * the key `sidekick:runs`.
 */
import { addRuns, answerRun, soundRuns, type Run, type Runs, type Worked } from '../model/run.ts';
import { keep, recall } from './storage.ts';
import { dayOf } from './today.ts';

const name = 'runs';

/** Every page's runs. */
export function keptRuns(): Runs {
  return soundRuns(recall(name, (value): value is unknown => value !== undefined));
}

/** The runs of one page, the latest first. @param page its id, `job-aids/find-the-cause-of-a-gap` */
export function runsOf(page: string): Run[] {
  const runs = keptRuns();
  return Object.hasOwn(runs, page) ? runs[page]! : [];
}

/** Adds to what is kept at this moment, so that two tabs lose nothing. @returns whether they are kept */
export function keepRuns(more: Run[]): boolean {
  return keep(name, addRuns(keptRuns(), more));
}

/** Keeps what a run's reader answers to “Did it work?”. @returns whether it is kept */
export function keepAnswer(run: Run, worked: Worked): boolean {
  return keep(name, answerRun(keptRuns(), run, worked));
}

/** The page was loaded again since: the answer is that of the run which ended today, if there is one. */
export function answerLatest(page: string, worked: Worked): void {
  const [latest] = runsOf(page);
  if (latest && dayOf(new Date(latest.ended)) === dayOf(new Date())) keepAnswer(latest, worked);
}

/** @returns whether it is gone */
export function removeRun(run: Run): boolean {
  const left = Object.values(keptRuns())
    .flat()
    .filter(({ page, begun }) => page !== run.page || begun !== run.begun);
  return keep(name, left.length > 0 ? addRuns({}, left) : undefined);
}
