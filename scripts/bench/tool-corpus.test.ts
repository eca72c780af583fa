import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveTool } from '../../src/decisions/analysis.ts';
import { reachedByTests } from '../../src/decisions/tool-tests.ts';
import { generateTools, withMovedLimit } from './tool-corpus.ts';

const tools = generateTools(40);

test('the same seed gives the same tools, another one gives others', () => {
  assert.deepEqual(generateTools(40), tools);
  assert.notDeepEqual(generateTools(40, 'others'), tools);
});

test('generated tools are of eight kinds, and no two are alike', () => {
  const kinds = new Set(tools.map(({ name }) => name.replace(/ \d+$/, '')));
  assert.equal(kinds.size, 8);
  assert.equal(new Set(tools.map(({ tool }) => JSON.stringify(tool))).size, tools.length);
});

test('the proofs go all the way through each of them and find nothing, its own tests included', () => {
  for (const { name, tool } of tools) {
    const { faults, walk, compiled } = proveTool(tool);
    assert.deepEqual(faults, [], name);
    assert.equal(walk!.complete, true, name);
    assert.ok(tool.tests.length === 12 && reachedByTests(tool, compiled).size > 0, name);
  }
});

test('the last of a kind has more routes than the first', () => {
  const routes = (name: string) => proveTool(tools.find((one) => one.name === name)!.tool).walk!.routes;
  for (const kind of ['choices', 'ticks', 'limits', 'sums', 'rates', 'repeats', 'scores'])
    assert.ok(routes(`${kind} 5`) > routes(`${kind} 1`), kind);
});

test('a moved limit is the same one for the same seed, and nothing else is changed', () => {
  const { tool } = tools.find(({ name }) => name === 'limits 1')!;
  const before = structuredClone(tool);
  const moved = withMovedLimit(tool, 'a seed');
  assert.deepEqual(moved, withMovedLimit(tool, 'a seed'));
  assert.notDeepEqual(moved, tool);
  assert.deepEqual(tool, before);
  assert.equal(withMovedLimit(tools.find(({ name }) => name === 'choices 1')!.tool, 'a seed'), undefined);
});
