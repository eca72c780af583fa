/** Turns what the tools report into tests passed and failed. What did not pass has failed: skipped, flaky, never run. */
import type { ProgramRun } from './tools.ts';

/** The count of one step of the tests. */
export interface Tally {
  passed: number;
  failed: number;
  /** What to show when something failed. */
  output: string;
}

/** The part of Playwright's JSON report that counts. */
interface BrowserReport {
  stats: { expected: number; skipped: number; unexpected: number; flaky: number };
  errors: { message?: string }[];
}

/** A tool that is one test: it likes everything, or it does not. */
export function fromExitCode({ code, output }: ProgramRun): Tally {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** @param tap the report of `node --test`; its totals stand at the end, as `# pass 12` */
export function fromTap(tap: string | undefined, run: ProgramRun): Tally {
  const total = (name: string) =>
    Number([...(tap ?? '').matchAll(new RegExp(`^# ${name} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  const passed = total('pass');
  const unfinished = total('skipped') + total('todo');
  const note = unfinished > 0 ? `\n${unfinished} tests are marked skip or todo. Finish or remove them.` : '';
  return settle(passed, total('tests') - passed, { ...run, output: run.output + note });
}

/** @param json Playwright's JSON report; a test that did not run counts as skipped there */
export function fromPlaywright(json: string | undefined, run: ProgramRun): Tally {
  if (!json) return settle(0, 0, run);
  const { stats, errors } = JSON.parse(json) as BrowserReport;
  const failed = stats.skipped + stats.unexpected + stats.flaky;
  const notes = [
    ...(stats.skipped > 0 ? [`${stats.skipped} tests were skipped or did not run.`] : []),
    ...(stats.flaky > 0 ? [`${stats.flaky} tests passed only at the second try.`] : []),
    ...errors.map(({ message }) => message ?? ''),
  ];
  return settle(stats.expected, failed, { ...run, output: [run.output, ...notes].join('\n') });
}

/** No tests, or a tool that ends badly without naming a test, is one failure. */
function settle(passed: number, failed: number, { code, output }: ProgramRun): Tally {
  if (failed > 0) return { passed, failed, output };
  if (passed === 0) return { passed, failed: 1, output: `${output}\nNo test was run.` };
  if (code !== 0)
    return {
      passed,
      failed: 1,
      output: `${output}\nAll tests passed, but their program ended with ${code}.`,
    };
  return { passed, failed, output };
}
