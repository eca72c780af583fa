import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { generatePages } from '../corpus.ts';
import { builtOnce } from './kept.ts';
import type { Site } from './site.ts';

/** Its build copies the pages and writes down the moment. */
const program = `import { cpSync, writeFileSync } from 'node:fs';
cpSync('pages', 'out', { recursive: true });
writeFileSync('out/built-at', String(process.hrtime.bigint()));
`;

function siteIn(folder: string, greeting: string): Site {
  return {
    name: 'A small one',
    folder: path.join(folder, 'site'),
    pagesFolder: 'pages',
    pageFile: ({ slug }) => `${slug}.html`,
    pageText: ({ title }) => `${greeting} ${title}`,
    otherFiles: () => new Map([['build.mjs', program]]),
    leftovers: ['out'],
    build: [['build.mjs']],
    output: 'out',
    builtPage: ({ slug }) => `${slug}.html`,
    indexedPages: () => Promise.resolve(2),
  };
}

test('a site is built anew when a page, the number of pages or a version is another one, and only then', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sidekick-kept-'));
  const builtAt = async (greeting: string, count: number, versions: string) => {
    const site = siteIn(folder, greeting);
    const built = await builtOnce(site, generatePages(count), path.join(folder, 'kept'), versions);
    return readFile(path.join(built, 'built-at'), 'utf8');
  };
  try {
    const first = await builtAt('Hello', 2, '1.0');
    assert.equal(await builtAt('Hello', 2, '1.0'), first);
    assert.notEqual(await builtAt('Hello', 1, '1.0'), first);
    assert.equal(await builtAt('Hello', 2, '1.0'), first);
    assert.notEqual(await builtAt('Hello', 2, '1.1'), first);
    const last = await builtAt('Hello', 2, '1.1');
    assert.notEqual(await builtAt('Good day', 2, '1.1'), last);
  } finally {
    await rm(folder, { recursive: true });
  }
});
