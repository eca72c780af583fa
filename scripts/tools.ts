/** Runs the installed tools (Astro, Prettier, Playwright, …) with the Node that runs us, alike on every system. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './command.ts';

/** What a program said and how it ended. */
export interface ProgramRun {
  /** Not 0 when it failed; 1 when a signal or the time-out ended it. */
  code: number;
  /** Empty when it was shown as it came. */
  output: string;
}

/** How a program is run. */
export interface ProgramOptions {
  /** Shows the output as it comes instead of keeping it. */
  show?: boolean;
  env?: Record<string, string>;
  /** Milliseconds after which the program is ended. */
  timeout?: number;
}

/** Code that Prettier lays out. `content/` is not among it: people lay out their pages themselves. */
export const formatted = ['src', 'scripts', 'e2e', 'package.json', 'tsconfig.json', 'astro.config.mjs'];

/** Runs the program that an installed package brings along. @param name of the package and of its program */
export function runTool(name: string, args: string[], options?: ProgramOptions): Promise<ProgramRun> {
  const folder = path.join(projectRoot, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const program = typeof bin === 'string' ? bin : bin[name]!;
  return runProgram(process.execPath, [path.join(folder, program), ...args], options);
}

/** Runs a program in the project's folder to its end. */
export function runProgram(
  program: string,
  args: string[],
  options: ProgramOptions = {},
): Promise<ProgramRun> {
  const { show = false, env, timeout } = options;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      timeout,
    });
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', ({ message }) => resolve({ code: 1, output: message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
