import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveTool } from './analysis.ts';
import { fixtureNames, readFixture } from './fixtures.ts';
import { isCaught, mutantsOf } from './mutants.ts';

/*
 * Some slips change nothing that anybody could tell, because a rule refuses the same answers as the limit that was moved: `sent.min` and
 * `length.min` a step lower, `born.min` and `born.max`. They count as not caught all the same.
 */
const least = 0.9;

test('nine of ten slips in the fixtures are caught by the proofs or by the fixtures’ own tests', (t) => {
  const mutants = fixtureNames.flatMap((name) =>
    mutantsOf(readFixture(name).tool).map((mutant) => ({ ...mutant, name })),
  );
  const kinds = new Set(mutants.map(({ kind }) => kind));
  assert.deepEqual([...kinds].sort(), ['comparison', 'drop', 'join', 'limit', 'period', 'swap']);
  const missed = mutants.filter((mutant) => !isCaught(mutant));
  const share = 1 - missed.length / mutants.length;
  t.diagnostic(
    `${mutants.length - missed.length} of ${mutants.length} caught, ${(share * 100).toFixed(1)} %`,
  );
  for (const { name, kind, says } of missed.slice(0, 10))
    t.diagnostic(`not caught: ${name}, ${kind}, ${says}`);
  assert.ok(share >= least, `${(share * 100).toFixed(1)} %`);
});

test('the share means something: without its own tests a fixture lets a swap of two outcomes pass', () => {
  const { tool } = readFixture('market-stall');
  const untested = { ...tool, tests: [] };
  assert.deepEqual(proveTool(untested).faults, []);
  const swapped = mutantsOf(untested).find(({ says }) => says.startsWith('day-pass and season-permit'))!;
  assert.equal(isCaught(swapped), false);
});

test('a slip changes one thing and leaves the tool itself as it was', () => {
  const { tool } = readFixture('trailer-disc');
  const before = structuredClone(tool);
  const mutants = mutantsOf(tool);
  assert.deepEqual(tool, before);
  assert.equal(new Set(mutants.map((mutant) => JSON.stringify(mutant.tool))).size, mutants.length);
  assert.ok(mutants.every((mutant) => JSON.stringify(mutant.tool) !== JSON.stringify(tool)));
});
