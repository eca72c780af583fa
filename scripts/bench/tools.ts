/** How long the proofs of decision tools take: compiled, walked with every answer that makes a difference, and tested. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median, type Line, type Measurement, type Wish } from './measurement.ts';
import type { Proved } from './prove-tools.ts';

export const toolsMeasurement: Measurement = {
  name: 'tools',
  about: `A hundred decision tools, one after the other in one process: those of the site and of the tests, the same with a limit
moved by a step, and generated ones of eight kinds. Reading their files is not counted.`,
  measure,
};

const count = 100;
/** Most seconds for all of them. */
const budget = 5;

async function measure(wish: Wish): Promise<Line[]> {
  const runs: Proved[][] = [];
  for (let run = 1; run <= wish.runs(count); run++) {
    const program = ['scripts/bench/prove-tools.ts', String(count), ...(run === 1 ? ['--slips'] : [])];
    const { stdout } = await promisify(execFile)(process.execPath, program, {
      cwd: wish.root,
      maxBuffer: 1e7,
    });
    runs.push(JSON.parse(stdout) as Proved[]);
  }
  const totals = runs.map((tools) => secondsIn(tools, 'milliseconds'));
  const worked = runs.map((tools) => secondsIn(tools, 'worked'));
  const each = runs[0]!.map((one, i) => ({ ...one, worked: median(runs.map((tools) => tools[i]!.worked)) }));
  const slowest = each.toSorted((a, b) => b.worked - a.worked);
  const walked = each.filter(({ complete }) => complete).length;
  const faulty = each.filter(({ faults }) => faults > 0).length;
  wish.say(
    `  ${walked} of ${count} walked to the end, ${faulty} with faults found; ${slowest[0]!.name} is the slowest`,
  );
  const slips = runs[0]!.flatMap(({ caught }) => caught ?? []);
  const noticed = slips.reduce((sum, one) => sum + one.noticed, 0);
  const made = slips.reduce((sum, one) => sum + one.slips, 0);
  wish.say(`  ${noticed} of ${made} slips put into sound ones are noticed by the proofs or their own tests`);
  return [
    // Others may be at work on the machine: what is judged is the work done, which on a quiet one is the time that passes.
    {
      what: 'all tools proved, work of the processor',
      pages: count,
      unit: 's',
      ours: median(worked),
      runs: { ours: worked },
      budget: { of: 'ours', most: budget },
    },
    { what: 'by the clock', pages: count, unit: 's', ours: median(totals), runs: { ours: totals } },
    { what: 'a tool, median', pages: count, unit: 'ms', ours: median(each.map((one) => one.worked)) },
    {
      what: 'a tool, 95 of 100 at most',
      pages: count,
      unit: 'ms',
      ours: slowest[Math.floor(count / 20)]!.worked,
    },
    { what: `slowest: ${slowest[0]!.name}`, pages: 1, unit: 'ms', ours: slowest[0]!.worked },
  ];
}

function secondsIn(tools: Proved[], what: 'milliseconds' | 'worked'): number {
  return tools.reduce((sum, one) => sum + one[what], 0) / 1000;
}
