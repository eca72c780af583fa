import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../content/read.ts';
import { fieldNames, formOf, leftToFiles, namesOf, type FieldSpec } from './form.ts';
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
    const all = Object.keys((pageTypes[type] as unknown as { shape: object }).shape);
    assert.deepEqual(
      names,
      all.filter((name) => !leftToFiles.has(name)),
    );
    assert.deepEqual(fieldNames(type), all);
    const silent = formOf(type).filter(({ help }) => help === '');
    assert.deepEqual(silent, []);
  });

  test(`every field of ${type} has a name for people`, () => {
    const { fields } = settings!.words.compose;
    const nameless = withInner(formOf(type)).filter(({ path }) => !namesOf(path).some((one) => fields[one]));
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

test('the form of a decision tool asks for a plain one first, and folds what few tools need', () => {
  const first = formOf('decision-tools').filter(({ part }) => part === 'first');
  assert.deepEqual(
    first.map(({ name }) => name),
    ['summary', 'minutes', 'questions', 'outcomes'],
  );
  const shown = (path: string) => {
    const { shape } = fieldAt('decision-tools', path)!;
    return 'fields' in shape ? shape.fields.filter(({ waits }) => !waits).map(({ name }) => name) : [];
  };
  assert.deepEqual(shown('questions'), ['id', 'ask', 'help', 'options']);
  assert.deepEqual(shown('questions.options'), ['id', 'say', 'help', 'go']);
  assert.deepEqual(shown('outcomes'), ['id', 'verdict', 'because', 'next']);
});

test('a new question begins with two answers, which a question for a number does without', () => {
  const shape = fieldAt('decision-tools', 'questions.options')?.shape;
  assert.ok(shape?.kind === 'rows');
  assert.deepEqual([shape.start, shape.least], [2, 0]);
});

test('a form takes numbers, days and formulas in one field, and `true` as a tick', () => {
  assert.deepEqual(fieldAt('decision-tools', 'questions.min')?.shape, { kind: 'amount' });
  assert.deepEqual(fieldAt('decision-tools', 'questions.routes.if')?.shape, { kind: 'amount' });
  assert.deepEqual(fieldAt('decision-tools', 'sensitive')?.shape, { kind: 'flag' });
  assert.deepEqual(fieldAt('decision-tools', 'questions.options.alone')?.shape, { kind: 'flag' });
});
