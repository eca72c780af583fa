/** A project folder that a test may edit, break and build: the real code and content, with caches of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { scratchProject } from '../../src/checks/scratch.ts';

export interface ScratchSite {
  root: string;
  /** The built site. */
  dist: string;
  /** Replaces text in a file; it must be there. @returns undoes the edit */
  edit(file: string, from: string | RegExp, to: string): Promise<() => Promise<void>>;
  write(file: string, text: string | Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

/** What a program said and how it ended. */
export interface Run {
  code: number | null;
  output: string;
}

/** The day on which all scratch sites are built. */
export const buildDay = '2026-11-30';

const buildParts = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** @param pages path from the root → text, in place of all shipped pages */
export async function scratchSite(pages?: Record<string, string | Uint8Array>): Promise<ScratchSite> {
  const { root, remove } = await scratchProject(pages, buildParts);
  const write = async (file: string, text: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  const edit = async (file: string, from: string | RegExp, to: string) => {
    const before = await readFile(path.join(root, file), 'utf8');
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`${file} holds no ${from} to replace`);
    await write(file, after);
    return () => write(file, before);
  };
  return { root, dist: path.join(root, 'dist'), edit, write, remove };
}

/** Runs the project's own build. */
export function runBuild(root: string, env: Record<string, string> = {}): Promise<Run> {
  return endOf(startBuild(root, env));
}

/** Starts the project's own build, for tests that do not let it end. */
export function startBuild(root: string, env: Record<string, string> = {}): ChildProcess {
  return start(root, [path.join('scripts', 'build.ts')], env);
}

/** Runs the check alone, with its report as JSON. */
export function runCheck(root: string): Promise<Run> {
  return endOf(start(root, [path.join('scripts', 'check.ts'), '--format', 'json']));
}

/** Runs Astro's build alone: no check before it, nothing staged. The output is `dist`. */
export function runAstro(root: string): Promise<Run> {
  return endOf(start(root, [path.join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build']));
}

function start(root: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, SIDEKICK_TODAY: buildDay, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for a program's end, killed or not. */
export function endOf(child: ChildProcess): Promise<Run> {
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Runs the project's own build and insists that it succeeds. */
export async function build(root: string, env: Record<string, string> = {}): Promise<void> {
  const { code, output } = await runBuild(root, env);
  if (code !== 0) throw new Error(`The build of ${root} ended with ${code}:\n${output}`);
}
