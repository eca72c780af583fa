/**
 * Proves a hundred tools one after the other: those of the site and of the tests as they are, the same with a limit moved, and generated
 * ones. Compiles each, walks it and runs its own tests, and tells as JSON how long each took and what came of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { readPage } from '../../src/content/page.ts';
import { proveTool } from '../../src/decisions/analysis.ts';
import type { Tool } from '../../src/decisions/compile.ts';
import { fixtureNames, readFixture } from '../../src/decisions/fixtures.ts';
import { isCaught, mutantsOf } from '../../src/decisions/mutants.ts';
import { diceFor } from './random.ts';
import { generateTools, withMovedLimit, type GeneratedTool } from './tool-corpus.ts';

/** What a tool took. */
export interface Proved {
  name: string;
  milliseconds: number;
  /** Work of the processor in it; beside other work on the machine the clock tells more than that. */
  worked: number;
  routes: string;
  complete: boolean;
  faults: number;
  /** Of two slips put into it at random, how many the proofs or its own tests notice; nothing where it has faults already. */
  caught?: { slips: number; noticed: number };
}

const root = path.resolve(import.meta.dirname, '../..');

/** @param count at least as many as there are originals and moved ones */
export function toolsToProve(count: number): GeneratedTool[] {
  const originals = [
    ...fixtureNames.map((name) => ({ name, tool: readFixture(name).tool as Tool })),
    ...shippedTools(),
  ].slice(0, count);
  const moved = ['one', 'two'].flatMap((seed) =>
    originals.flatMap(({ name, tool }) => {
      const other = withMovedLimit(tool, `${name} ${seed}`);
      return other ? [{ name: `${name} with limit ${seed} moved`, tool: other }] : [];
    }),
  );
  const real = [...originals, ...moved].slice(0, count);
  return [...real, ...generateTools(count - real.length)];
}

function shippedTools(): GeneratedTool[] {
  const folder = path.join(root, 'content/decision-tools');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const { page } = readPage(text, `content/decision-tools/${file}`, {
        base: '/',
        footnotes: { title: 'Footnotes', back: 'Back to' },
      });
      return page ? [{ name: path.basename(file, '.mdx'), tool: page.data as unknown as Tool }] : [];
    });
}

/** A copy, because proofs are kept by tool: reading an original has proved it already. */
function prove({ name, tool }: GeneratedTool): Proved {
  const copy = structuredClone(tool);
  const before = process.cpuUsage();
  const started = performance.now();
  const { faults, walk } = proveTool(copy);
  return {
    name,
    milliseconds: performance.now() - started,
    worked: millisecondsOf(process.cpuUsage(before)),
    routes: String(walk?.routes ?? 0n),
    complete: walk?.complete ?? false,
    faults: faults.length,
  };
}

/** Not counted in the time. */
function catchSlips({ name, tool }: GeneratedTool): { slips: number; noticed: number } {
  const slips = diceFor(name).some(mutantsOf(tool), 2);
  return { slips: slips.length, noticed: slips.filter(isCaught).length };
}

function millisecondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

if (import.meta.main) {
  const tools = toolsToProve(Number(process.argv[2] ?? 100));
  const proved = tools.map(prove);
  if (process.argv.includes('--slips'))
    for (const [i, one] of proved.entries()) if (one.faults === 0) one.caught = catchSlips(tools[i]!);
  console.log(JSON.stringify(proved));
}
