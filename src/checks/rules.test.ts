/** Every rule's examples, run: each bad one is found by that rule alone, at its line; each good one by none. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { applyExample, checkFiles, validProject, type Files } from './example.ts';
import { rules } from './rules/index.ts';
import { warnings } from './severity.ts';

let valid: Files;
before(async () => {
  valid = await validProject();
});

const all = rules.flatMap((rule) => rule.examples.bad);

test('the project that the examples change has no finding', async () => {
  assert.deepEqual(await checkFiles(valid), []);
});

test('the rules have at least 150 bad examples and 40 odd but legal ones', () => {
  assert.ok(all.length >= 150, `${all.length}`);
  assert.ok(rules.flatMap((rule) => rule.examples.ok).length >= 40);
});

test('every rule has a file of its name, and an example of each sort', async () => {
  const files = (await readdir(new URL('rules/', import.meta.url))).filter(
    (name) => name !== 'index.ts' && !name.endsWith('.test.ts'),
  );
  assert.deepEqual(files.toSorted(), rules.map(({ id }) => `${id}.ts`).toSorted());
  for (const { id, examples } of rules) assert.ok(examples.bad.length > 0 && examples.ok.length > 0, id);
});

test('severity names only rules that there are', () => {
  const ids = new Set(rules.map(({ id }) => id));
  assert.deepEqual(
    [...warnings].filter((id) => !ids.has(id)),
    [],
  );
});

for (const rule of rules) {
  describe(rule.id, () => {
    for (const [i, example] of rule.examples.bad.entries()) {
      test(`finds bad example ${i + 1}: ${nameOf(example)}`, async () => {
        const { files, at } = applyExample(valid, example);
        const found = await checkFiles(files, example.links);
        const short = found.map((finding) => `${finding.rule} ${finding.file}:${finding.line}`);
        assert.deepEqual(short, [`${rule.id} ${at.file}:${at.line}`]);
        const [finding] = found;
        for (const text of [finding!.found, finding!.expected]) assert.match(text, /\S/);
        assert.ok(finding!.mend ?? rule.mend, 'says how to mend it');
        if (example.fixed !== undefined && rule.fix) {
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(at.file));
          const mended = rule.fix(text, finding!);
          assert.equal(mended, example.fixed(text));
          files.set(at.file, new TextEncoder().encode(mended));
          assert.deepEqual(await checkFiles(files, example.links), []);
        }
      });
    }
    for (const [i, example] of rule.examples.ok.entries()) {
      test(`accepts good example ${i + 1}: ${nameOf(example)}`, async () => {
        assert.deepEqual(await checkFiles(applyExample(valid, example).files, example.links), []);
      });
    }
  });
}

function nameOf({ note, top, body, file }: (typeof all)[number]): string {
  return (note ?? top ?? body ?? file ?? 'the whole file').split('\n')[0]!.slice(0, 60);
}
