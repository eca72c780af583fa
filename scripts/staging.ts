/**
 * How a build replaces the one before: it grows in `.build/site` and is swapped in when it is whole. A kill at any moment
 * leaves a whole site, old or new, or one that `mendSwap` puts back.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, Refusal } from './command.ts';

/** Where a build grows. It is there after a build that was interrupted or failed. */
export function stagingFolder(root: string): string {
  return path.join(root, '.build', 'site');
}

/** Puts the staged site in the place of the one before. @param outDir relative to the root */
export async function swapIn(root: string, outDir: string): Promise<void> {
  const previous = previousFolder(root, outDir);
  const target = path.join(root, outDir);
  await rm(previous, { recursive: true, force: true });
  await mkdir(path.dirname(target), { recursive: true });
  if (existsSync(target)) await renameFolder(target, previous);
  await renameFolder(stagingFolder(root), target);
  await rm(previous, { recursive: true, force: true });
}

/** Brings back the site that a kill between the two renames of a swap left aside. */
export async function mendSwap(root: string, outDir = 'dist'): Promise<void> {
  const previous = previousFolder(root, outDir);
  const target = path.join(root, outDir);
  const swapping = lockHolder(root) !== undefined && lockHolder(root) !== process.pid;
  if (!swapping && !existsSync(target) && existsSync(previous)) await renameFolder(previous, target);
}

/**
 * Makes sure that no other build works in `.build` at the same time.
 * @returns gives the place free again; a killed build does so by being dead
 * @throws a refusal that says who is building
 */
export async function lockBuild(root: string): Promise<() => void> {
  await mkdir(path.join(root, '.build'), { recursive: true });
  const holder = lockHolder(root);
  if (holder !== undefined) throw refusalFor(holder);
  rmSync(lockFile(root), { force: true });
  try {
    writeFileSync(lockFile(root), String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw refusalFor(lockHolder(root));
  }
  const release = () => {
    process.off('exit', release);
    rmSync(lockFile(root), { force: true });
  };
  process.on('exit', release);
  return release;
}

function refusalFor(holder: number | undefined): Refusal {
  return new Refusal(
    `Another build is running here${holder ? ` (process ${holder})` : ''}. Wait for its end, then run the command again.\n` +
      'If none is running, delete the file .build/lock.',
  );
}

/** The process that is building, if it is still alive. */
function lockHolder(root: string): number | undefined {
  if (!existsSync(lockFile(root))) return undefined;
  const pid = Number(readFileSync(lockFile(root), 'utf8'));
  return pid > 0 && isAlive(pid) ? pid : undefined;
}

/** Signal 0 only asks. A process of somebody else answers with EPERM, but it answers. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function lockFile(root: string): string {
  return path.join(root, '.build', 'lock');
}

/** One a target: a swap of one folder must not bring back another. */
function previousFolder(root: string, outDir: string): string {
  return path.join(root, '.build', 'previous', path.basename(outDir));
}

/** Windows refuses to rename a folder while a server or a virus scanner has a file of it open; that passes. */
async function renameFolder(from: string, to: string, tries = 10): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (tries === 0 || !['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? '')) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await renameFolder(from, to, tries - 1);
  }
}
