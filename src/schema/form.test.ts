import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../content/read.ts';
import { formOf, type FieldSpec } from './form.ts';
import { pageTypeNames, pageTypes } from './index.ts';

const { settings } = await readSettings(fileURLToPath(new URL('../../', import.meta.url)));

function withInner(fields: FieldSpec[]): FieldSpec[] {
  return fields.flatMap((field) => [
    field,
    ...('fields' in field.shape ? withInner(field.shape.fields) : []),
  ]);
}
const fieldAt = (type: (typeof pageTypeNames)[number], path: string) =>
  withInner(formOf(type)).find((field) => field.path === path);

for (const type of pageTypeNames) {
  test(`the form for ${type} asks for every field of the schema, and tells what belongs there`, () => {
    const names = formOf(type).map(({ name }) => name);
    assert.deepEqual(names, Object.keys((pageTypes[type] as unknown as { shape: object }).shape));
    const silent = formOf(type).filter(({ help }) => help === '');
    assert.deepEqual(silent, []);
  });

  test(`every field of ${type} has a name for people`, () => {
    const nameless = withInner(formOf(type)).filter(({ name }) => !settings!.words.compose.fields[name]);
    assert.deepEqual(
      nameless.map(({ path }) => path),
      [],
    );
  });

  test(`every choice and every list of ${type} has names for people`, () => {
    const { compose } = settings!.words;
    for (const { name, path, shape } of withInner(formOf(type))) {
      if (shape.kind !== 'choice') continue;
      const unnamed = shape.values.filter((value) => !compose.choices[name]?.[value]);
      assert.deepEqual(unnamed, [], path);
    }
  });
}

test('a form knows what is required, how long it may be, and what its ids name', () => {
  assert.deepEqual(fieldAt('job-aids', 'title')?.shape, { kind: 'line', max: 80 });
  assert.equal(fieldAt('job-aids', 'title')?.required, true);
  assert.equal(fieldAt('job-aids', 'needs')?.required, false);
  assert.deepEqual(fieldAt('job-aids', 'minutes')?.shape, { kind: 'number', min: 1, max: 480 });
  assert.deepEqual(fieldAt('job-aids', 'asks')?.shape, { kind: 'lines', least: 3 });
  assert.deepEqual(fieldAt('job-aids', 'roles')?.shape, { kind: 'ids', of: 'role', least: 1 });
  assert.deepEqual(fieldAt('job-aids', 'not_when.go')?.shape, { kind: 'id', of: 'page' });
  assert.deepEqual(fieldAt('job-aids', 'owner')?.shape, { kind: 'id', of: 'person' });
  assert.deepEqual(fieldAt('decision-tools', 'questions.options.go')?.shape, { kind: 'slug' });
  assert.deepEqual(fieldAt('pathways', 'path.abilities.pages')?.shape, { kind: 'ids', of: 'page', least: 1 });
  assert.deepEqual(fieldAt('technologies', 'verdict.on')?.shape, { kind: 'day' });
  assert.deepEqual(fieldAt('experiments', 'lasts')?.shape, { kind: 'period' });
  assert.deepEqual(fieldAt('experiments', 'hypothesis')?.shape, { kind: 'prose' });
});
