import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Refusal } from './command.ts';
import { lockBuild, mendSwap, stagingFolder, swapIn } from './staging.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sidekick-staging-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a finished build', () => {
  it('takes the place of the one before', async () => {
    site('dist', 'old');
    site('.build/site', 'new');
    await swapIn(root, 'dist');
    assert.equal(served(), 'new');
    assert.equal(existsSync(path.join(root, '.build/previous/dist')), false);
    assert.equal(existsSync(stagingFolder(root)), false);
  });

  it('is the first one when there was none', async () => {
    site('.build/site', 'new');
    await swapIn(root, 'dist');
    assert.equal(served(), 'new');
  });
});

describe('a kill in the middle of a swap', () => {
  it('is mended: the site before comes back', async () => {
    site('.build/previous/dist', 'old');
    site('.build/site', 'new');
    await mendSwap(root);
    assert.equal(served(), 'old');
  });

  it('is not mistaken for one just before its end', async () => {
    site('.build/previous/dist', 'old');
    site('dist', 'new');
    await mendSwap(root);
    assert.equal(served(), 'new');
  });

  it('of another folder does not bring that one here', async () => {
    site('.build/previous/elsewhere', 'old');
    await mendSwap(root);
    assert.equal(existsSync(path.join(root, 'dist')), false);
  });

  it('is not mended while a build is swapping', async () => {
    site('.build/previous/dist', 'old');
    lockedBy(process.ppid);
    await mendSwap(root);
    assert.equal(existsSync(path.join(root, 'dist')), false);
  });
});

describe('two builds at once', () => {
  it('do not mix: the second says who is building', async () => {
    lockedBy(process.ppid);
    await assert.rejects(
      lockBuild(root),
      (error) => error instanceof Refusal && error.message.includes(`process ${process.ppid}`),
    );
    assert.equal(readFileSync(path.join(root, '.build/lock'), 'utf8'), String(process.ppid));
  });

  it('follow each other', async () => {
    (await lockBuild(root))();
    (await lockBuild(root))();
    assert.equal(existsSync(path.join(root, '.build/lock')), false);
  });

  it('within one process do not mix either', async () => {
    const release = await lockBuild(root);
    await assert.rejects(lockBuild(root), Refusal);
    release();
  });

  it('are not feared when the first is dead or left rubbish', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const left of [String(pid), '', 'rubbish']) {
      lockedBy(left);
      (await lockBuild(root))();
    }
  });
});

function site(folder: string, text: string): void {
  mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(path.join(root, folder, 'index.html'), text);
}

function served(): string {
  return readFileSync(path.join(root, 'dist/index.html'), 'utf8');
}

function lockedBy(holder: number | string): void {
  mkdirSync(path.join(root, '.build'), { recursive: true });
  writeFileSync(path.join(root, '.build/lock'), String(holder));
}
