/** Which files differ from a revision, asked of git. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Refusal } from './command.ts';

const run = promisify(execFile);

/**
 * Files that were added or edited since a revision and are still there: committed, staged, not yet staged, or new.
 * @param since a revision; without it the point at which this branch left the main one, else the last commit
 * @returns paths from the root, sorted
 */
export async function changedFiles(root: string, since?: string): Promise<string[]> {
  const base = since ? await revision(root, since) : await branchPoint(root);
  const differing = await git(root, [
    'diff',
    '--name-only',
    '--no-renames',
    '--diff-filter=d',
    '-z',
    base,
    '--',
  ]);
  const fresh = await git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return [...new Set(`${differing}${fresh}`.split('\0').filter(Boolean))].sort();
}

/** The commit where this branch left the main one; the last commit where that can't be told. */
export async function branchPoint(root: string): Promise<string> {
  for (const main of ['origin/HEAD', 'origin/main', 'main']) {
    const point = await git(root, ['merge-base', 'HEAD', main]).catch(() => '');
    if (point) return point.trim();
  }
  return revision(root, 'HEAD');
}

/** @throws a refusal when git knows no such commit */
export async function revision(root: string, name: string): Promise<string> {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const found = await git(root, asked).catch(() => '');
  if (!found) throw new Refusal(`git knows no commit "${name}" here.`);
  return found.trim();
}

/** Runs git, without a shell. @returns what it printed */
export async function git(root: string, args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
