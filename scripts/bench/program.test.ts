import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costOf, usageIsKnown } from './program.ts';

const program = (source: string) => [['-e', source]];

test('memory that a child of the program holds is counted, where the system tells', async () => {
  const child = 'const held = Buffer.alloc(150e6, 1); setTimeout(() => held, 400)';
  const source = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`;
  const { usage } = await costOf(program(source), '.');
  assert.equal(usage !== undefined, usageIsKnown);
  assert.ok(!usage || usage.megabytes > 150, `${usage?.megabytes} MB`);
});

test('a program that fails is told with its last words', async () => {
  await assert.rejects(
    costOf(program("console.error('No such page.'); process.exit(3)"), '.'),
    /ended with 3:\nNo such page\./,
  );
});
