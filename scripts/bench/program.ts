/** Runs programs and tells what they cost, with all that they started: time, work of the processor, memory. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Refusal } from '../command.ts';

/** What a run cost. */
export interface Cost {
  /** Wall time. */
  seconds: number;
  /** What Linux tells besides. */
  usage?: Usage;
}

/** What a tree of processes used. */
export interface Usage {
  /** Seconds that processors worked for it; where others work on the machine too, it says more than wall time. */
  processor: number;
  /** Most that all of its processes held at once, in 10⁶ bytes. */
  megabytes: number;
}

/** Milliseconds between two looks at the processes. */
const pace = 100;

/** Whether the system tells what a tree of processes uses. */
export const usageIsKnown: boolean = process.platform === 'linux';

/**
 * Runs Node programs one after the other, with the Node that runs us.
 * @param programs each a list: the file and its arguments
 * @throws a refusal with the last lines of the output when one of them fails
 */
export async function costOf(programs: string[][], folder: string): Promise<Cost> {
  const costs: Cost[] = [];
  for (const program of programs) costs.push(await run(process.execPath, program, folder));
  const usages = costs.flatMap(({ usage }) => usage ?? []);
  const usage = {
    processor: sum(usages.map(({ processor }) => processor)),
    megabytes: Math.max(...usages.map(({ megabytes }) => megabytes)),
  };
  return { seconds: sum(costs.map(({ seconds }) => seconds)), ...(usages.length > 0 && { usage }) };
}

function sum(figures: number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

async function run(program: string, args: string[], cwd: string): Promise<Cost> {
  const started = performance.now();
  const child = spawn(program, args, { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const watch = watchProcesses(child.pid);
  const { code, output } = await ended(child);
  const seconds = (performance.now() - started) / 1000;
  const usage = watch.stop();
  if (code !== 0) throw new Refusal(`${path.basename(args[0]!)} ended with ${code}:\n${lastLines(output)}`);
  return { seconds, ...(usage && { usage }) };
}

/** Alike for all: no colours, no telemetry, no options of the caller that change how Node works. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_ENV: _mode, ...rest } = process.env;
  return { ...rest, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' };
}

function ended(child: ChildProcess): Promise<{ code: number; output: string }> {
  const end = () => child.kill();
  process.once('exit', end);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', ({ message }) => chunks.push(Buffer.from(message)));
    child.on('close', (code) => {
      process.off('exit', end);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-25).join('\n');
}

/** Looks at a process and its descendants until it is stopped; what they do after the last look is lost. */
function watchProcesses(pid: number | undefined): { stop(): Usage | undefined } {
  if (!usageIsKnown || pid === undefined) return { stop: () => undefined };
  const spent = new Map<number, number>();
  let held = 0;
  const timer = setInterval(() => {
    const tree = treeOf(pid);
    held = Math.max(held, heldBy([...tree.values()]));
    for (const [one, { ticks }] of tree) spent.set(one, ticks);
  }, pace);
  return {
    stop() {
      clearInterval(timer);
      return { processor: sum([...spent.values()]) / ticksPerSecond, megabytes: (held * 1024) / 1e6 };
    },
  };
}

/** Linux tells programs so whatever its own clock does. */
const ticksPerSecond = 100;

/** One line of the table of processes; memory in KB of 1,024 bytes. */
interface Process {
  parent: number;
  command: string;
  held: number;
  /** The most it has held by itself so far: catches what passed between two looks. */
  peak: number;
  /** Work of the processor. */
  ticks: number;
}

function heldBy(tree: Process[]): number {
  return Math.max(sum(tree.map(({ held }) => held)), ...tree.map(({ peak }) => peak));
}

function treeOf(root: number): Map<number, Process> {
  const processes = listProcesses();
  const counts = ([pid, process]: [number, Process]) =>
    descendsFrom(processes, pid, root) && !isUnborn(process, processes.get(process.parent));
  return new Map([...processes].filter(counts));
}

/**
 * Between fork and exec a process shows its parent's command and its parent's memory, which would count twice; on a busy
 * machine that moment is long enough to be seen.
 */
function isUnborn(process: Process, parent: Process | undefined): boolean {
  return process.command !== '' && process.command === parent?.command;
}

function descendsFrom(processes: Map<number, Process>, pid: number, root: number): boolean {
  for (let at = pid; at > 1; at = processes.get(at)?.parent ?? 0) if (at === root) return true;
  return false;
}

function listProcesses(): Map<number, Process> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(pids.flatMap((pid) => readProcess(pid)));
}

/** None when the process has ended in between. */
function readProcess(pid: string): [number, Process][] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    const memory = { held: field('VmRSS'), peak: field('VmHWM') };
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return [[Number(pid), { parent: field('PPid'), command, ...memory, ticks: readTicks(pid) }]];
  } catch {
    return [];
  }
}

/** The 14th and 15th field; the second one is the program's name in brackets and may hold anything. */
function readTicks(pid: string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
