/**
 * `npm run bench`: measures what the design promises, as ratios to peers from one run. A missed budget is said in words and
 * breaks nothing. One file a measurement, in `scripts/bench/`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildMeasurement } from './bench/build.ts';
import { checkMeasurement } from './bench/check.ts';
import { findMeasurement } from './bench/find.ts';
import { goldenMeasurement } from './bench/golden.ts';
import { hostileMeasurement } from './bench/hostile.ts';
import type { Measurement, Wish } from './bench/measurement.ts';
import { usageIsKnown } from './bench/program.ts';
import {
  describeMachine,
  judge,
  tableOf,
  thisMachine,
  verdictOf,
  type Report,
  type Result,
} from './bench/report.ts';
import { searchMeasurement } from './bench/search.ts';
import { toolsMeasurement } from './bench/tools.ts';
import { projectRoot, Refusal, runCommand } from './command.ts';

const measurements: Measurement[] = [
  checkMeasurement,
  buildMeasurement,
  toolsMeasurement,
  hostileMeasurement,
  goldenMeasurement,
  findMeasurement,
  searchMeasurement,
];

const usage = `npm run bench -- [${measurements.map(({ name }) => name).join('] [')}] [--pages 100,1000,4000] [--runs 3] [--quick]

Without names everything is measured. A figure is the median of three runs, of one above 1,000 pages; --runs changes both.
The search is measured at 150 and 4,000 pages, five runs each. --quick is one run at 100 pages, to see that it works.`;

/** What the arguments ask for. @throws a refusal that says how to call it */
export function readArguments(args: string[]): {
  chosen: Measurement[];
  wishFor(measurement: Measurement): Pick<Wish, 'pages' | 'runs'>;
} {
  const { values, positionals } = parse(args);
  const chosen = measurements.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const unknown = positionals.filter(
    (name) => !measurements.some((measurement) => measurement.name === name),
  );
  if (unknown.length > 0)
    throw new Refusal(`There is nothing called "${unknown[0]}" to measure.\n\n${usage}`);
  const asked = values.pages ?? (values.quick ? '100' : undefined);
  const pages = asked
    ?.split(',')
    .map(wholeNumber)
    .sort((a, b) => a - b);
  const runs = values.runs === undefined ? undefined : wholeNumber(values.runs);
  return {
    chosen,
    wishFor: (measurement) => ({
      pages: pages ?? measurement.pages ?? [100, 1000, 4000],
      runs: (size) => runs ?? (values.quick ? 1 : (measurement.runs ?? (size > 1000 ? 1 : 3))),
    }),
  };
}

function parse(args: string[]) {
  try {
    const options = {
      pages: { type: 'string' },
      runs: { type: 'string' },
      quick: { type: 'boolean' },
    } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`);
  }
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Refusal(`"${text}" is no whole number above 0.\n\n${usage}`);
}

async function bench(args: string[]): Promise<void> {
  const { chosen, wishFor } = readArguments(args);
  const scratch = path.join(projectRoot, '.build', 'bench');
  const machine = thisMachine();
  console.log(`Sidekick bench: ${describeMachine(machine)}`);
  if (!usageIsKnown)
    console.log('Memory and processor time are left out: only Linux tells them for a tree of processes.');
  const results: Result[] = [];
  for (const measurement of chosen) {
    console.log(`\n${measurement.name}: ${measurement.about}`);
    const lines = await measurement.measure({
      ...wishFor(measurement),
      root: projectRoot,
      scratch,
      say: console.log,
    });
    const result = judge(measurement, lines);
    console.log(`\n${tableOf(result.lines)}`);
    results.push(result);
    await writeReport(scratch, { machine, on: new Date().toISOString().slice(0, 10), results });
  }
  console.log(
    `\n${verdictOf(results, machine)}\nAll figures, single runs included, are in .build/bench/report.json.`,
  );
}

async function writeReport(scratch: string, report: Report): Promise<void> {
  await mkdir(scratch, { recursive: true });
  await writeFile(path.join(scratch, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`);
}

await runCommand(import.meta, () => bench(process.argv.slice(2)));
