/**
 * Records of runs as files: Markdown for people, and JSON that comes in again: `{ "sidekick": "runs", "form": 1, "runs": [Run, …] }`, where
 * `form` tells a later edition of the site what it reads.
 */
import type { Words } from '../schema/words.ts';
import { isRun, type Run } from './run.ts';
import { fill } from './words.ts';

/** Bytes. As many runs as are kept, long ones, are a third of it. */
export const largestRunFile = 4_000_000;

/** @returns an export, a line a run */
export function runsToJson(runs: Run[]): string {
  return `{"sidekick":"runs","form":1,"runs":[\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n]}\n`;
}

/** @returns the runs of an export; nothing if it is anything else: one field too many, and all of it is refused */
export function runsFromJson(text: string): Run[] | undefined {
  if (text.length > largestRunFile) return undefined;
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null || Array.isArray(file)) return undefined;
    const { sidekick, form, runs, ...others } = file as Record<string, unknown>;
    const isOurs = sidekick === 'runs' && form === 1 && Object.keys(others).length === 0;
    return isOurs && isRuns(runs) ? runs : undefined;
  } catch {
    return undefined;
  }
}

function isRuns(value: unknown): value is Run[] {
  return Array.isArray(value) && value.every(isRun);
}

/** What the text of a record is made of. */
type Says = Pick<
  Words['do'],
  | 'begun'
  | 'ended'
  | 'version'
  | 'changedTo'
  | 'worked'
  | 'workedYes'
  | 'workedNo'
  | 'noAnswer'
  | 'stepDone'
  | 'stepSkipped'
  | 'stepOpen'
  | 'criticalStep'
>;

/**
 * A record as Markdown: a heading, when and which version, and a line a step.
 * @param moment says a moment as people of the language do
 */
export function runToMarkdown(run: Run, says: Says, moment: (iso: string) => string): string {
  return [
    `## ${plain(run.title)}`,
    '',
    ...factsOf(run, says, moment).map(([name, value]) => `- ${name}: ${value}`),
    '',
    ...run.steps.map((step) => `- [${step.is === 'done' ? 'x' : ' '}] ${plain(lineOf(step, says))}`),
    '',
  ].join('\n');
}

/** When, with which version, and whether it worked: pairs of a name and what it is. */
export function factsOf(run: Run, says: Says, moment: (iso: string) => string): [string, string][] {
  const version = run.later ? fill(says.changedTo, { first: run.version, then: run.later }) : run.version;
  return [
    [says.begun, moment(run.begun)],
    [says.ended, moment(run.ended)],
    [says.version, version],
    [says.worked, { yes: says.workedYes, no: says.workedNo, none: says.noAnswer }[run.worked ?? 'none']],
  ];
}

/** A step with what became of it, where that is not “done”. */
function lineOf({ text, is, critical, why = '' }: Run['steps'][number], says: Says): string {
  const fate = { done: '', skipped: fill(says.stepSkipped, { why }), open: says.stepOpen }[is];
  return [text, critical && is !== 'done' && `(${says.criticalStep})`, fate && `– ${fate}`]
    .filter(Boolean)
    .join(' ');
}

/** One line in which nothing is a mark: a reason is typed by a reader, or comes out of a file. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~!]/g, String.raw`\$&`);
}
