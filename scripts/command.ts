/** What every command shares: its folder, its arguments, and how it says no. */
import path from 'node:path';
import { parseArgs } from 'node:util';

/** The project's folder. */
export const projectRoot: string = path.resolve(import.meta.dirname, '..');

/** The port that people find written everywhere. */
export const usualPort = 4321;

/** A user's mistake or a refused page: said in plain words, without a stack trace, and the command ends with 1. */
export class Refusal extends Error {}

/** Runs a command when its file is what Node was started with, and turns a refusal into words. */
export async function runCommand(meta: ImportMeta, command: () => Promise<void>): Promise<void> {
  if (!meta.main) return;
  try {
    await command();
  } catch (error) {
    console.error(
      error instanceof Refusal ? error.message : process.env.SIDEKICK_DEBUG ? error : faultOf(error),
    );
    process.exitCode = 1;
  }
}

/** A fault of ours in words: a stack trace helps nobody who came to mend a page. */
function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `This went wrong, and not through what you wrote: ${message}\nSIDEKICK_DEBUG=1 before the command shows where.`;
}

/** Reads `--port N`, the one argument of the commands that serve. */
export function readPort(args: string[] = process.argv.slice(2)): number {
  const port = Number(readPortText(args));
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Refusal('After --port stands a whole number up to 65535, such as: npm start -- --port 8080');
}

function readPortText(args: string[]): string {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string' } } });
    return values.port ?? String(usualPort);
  } catch {
    throw new Refusal(
      `Unknown argument: ${args.join(' ')}. Only --port is known, such as: npm start -- --port 8080`,
    );
  }
}

/** The system's code of an error, such as `EADDRINUSE`. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/**
 * Ends the command in peace on Ctrl-C or when it is told to stop. In a terminal the signal may come twice, from the
 * terminal and from the program that started us.
 */
export function endOnSignal(): void {
  process.on('SIGINT', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
}
