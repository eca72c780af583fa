import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRuns, allRuns, type Run, type RunStep } from './run.ts';
import { largestRunFile, runsFromJson, runsToJson, runToMarkdown } from './run-file.ts';

const run: Run = {
  page: 'job-aids/count',
  title: 'Count the cases',
  version: '0123abcd',
  of: 'AAaaBBbbCCcc',
  begun: '2026-11-20T12:00:00.000Z',
  ended: '2026-11-20T12:30:00.000Z',
  steps: [
    { text: 'Open the list.', is: 'done' },
    { text: 'Count again.', is: 'skipped', critical: true, why: 'Two people had counted' },
    { text: 'Sign.', is: 'open' },
  ],
};

/** A small generator with a seed, so that a failure can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function randomRun(random: () => number): Run {
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: T[]) => list[below(list.length)]!;
  const moment = () => new Date(below(4e9) * 1000).toISOString();
  const text = () =>
    pick(['Count.', 'Ünïcode ☑ “quoted”', '<b>&amp;</b>', '"}]', 'a\nb', '__proto__', 'x'.repeat(300)]);
  const step = (): RunStep => {
    const critical = random() < 0.3 && { critical: true as const };
    const is = pick(['done', 'skipped', 'open'] as const);
    return { text: text(), is, ...critical, ...(is === 'skipped' && { why: text() }) };
  };
  return {
    page: `job-aids/p${below(5)}`,
    title: text(),
    version: pick(['0123abcd', 'ffffffff']),
    ...(random() < 0.5 && { later: '00000000' }),
    ...(random() < 0.5 && { worked: pick(['yes', 'no'] as const) }),
    of: 'AA-_'.repeat(1 + below(20)),
    begun: moment(),
    ended: moment(),
    steps: Array.from({ length: below(12) }, step),
  };
}

test('what is exported comes in again as it was, for any state', () => {
  const random = randomFrom(20261120);
  for (let round = 0; round < 200; round++) {
    const state = addRuns(
      {},
      Array.from({ length: Math.floor(random() * 30) }, () => randomRun(random)),
    );
    const read = runsFromJson(runsToJson(allRuns(state)));
    assert.deepEqual(addRuns({}, read!), state, `round ${round}`);
    assert.deepEqual(addRuns(state, read!), state, `on top of itself, round ${round}`);
  }
});

test('as many long runs as are kept fit into a file that comes in again', () => {
  const steps = Array.from({ length: 30 }, (): RunStep => ({
    text: 'x'.repeat(60),
    is: 'skipped',
    why: 'y'.repeat(60),
  }));
  const moment = (n: number) => new Date(n * 1000).toISOString();
  const many = Array.from({ length: 500 }, (_, n): Run => ({
    ...run,
    page: `job-aids/p${n % 10}`,
    begun: moment(n),
    steps,
  }));
  assert.deepEqual(runsFromJson(runsToJson(many)), many);
});

test('anything else is refused whole', () => {
  const file = (runs: unknown, more = {}) => JSON.stringify({ sidekick: 'runs', form: 1, runs, ...more });
  const hostile = {
    'an empty file': '',
    'no JSON': '# Runs',
    'another file': '{"name":"sidekick","version":"1.0.0"}',
    'a list': JSON.stringify([run]),
    nothing: 'null',
    'another form': JSON.stringify({ sidekick: 'runs', form: 2, runs: [] }),
    'one field more': file([run], { extra: 1 }),
    '__proto__ in the file': `{"sidekick":"runs","form":1,"runs":[],"__proto__":{"isAdmin":true}}`,
    '__proto__ in a run': file([run]).replace('"title"', '"__proto__":{"x":1},"title"'),
    '__proto__ in a step': file([run]).replace('"text"', '"__proto__":{"x":1},"text"'),
    '__proto__ as a page': file([{ ...run, page: '__proto__' }]),
    'a path as a page': file([{ ...run, page: 'job-aids/../../x' }]),
    'an address as a page': file([{ ...run, page: 'javascript:alert(1)' }]),
    'one sound run and one that is none': file([run, { ...run, begun: 7 }]),
    'a day that is none': file([{ ...run, ended: '2026-13-45T00:00:00.000Z' }]),
    'a number as a text': file([{ ...run, steps: [{ text: 7, is: 'done' }] }]),
    'a state that is none': file([{ ...run, steps: [{ text: 'x', is: 'constructor' }] }]),
    'an answer that is none': file([{ ...run, worked: 'perhaps' }]),
    'a skip without a reason': file([{ ...run, steps: [{ text: 'x', is: 'skipped' }] }]),
    'a reason of megabytes': file([
      { ...run, steps: [{ text: 'x', is: 'skipped', why: 'x'.repeat(900_000) }] },
    ]),
    'steps without end': file([
      { ...run, steps: Array.from({ length: 2000 }, () => ({ text: 'x', is: 'done' })) },
    ]),
    'lists in lists in lists': `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    megabytes: file(Array.from({ length: 20_000 }, () => run)),
  };
  assert.ok(hostile.megabytes.length > largestRunFile);
  for (const [what, text] of Object.entries(hostile)) assert.equal(runsFromJson(text), undefined, what);
  assert.deepEqual(runsFromJson(file([run])), [run], 'and what is right is not');
  assert.equal(({} as Record<string, unknown>).isAdmin, undefined);
});

const says = {
  begun: 'Begun',
  ended: 'Ended',
  version: 'Version of the page',
  changedTo: '{first}, changed to {then} meanwhile',
  worked: 'Did it work',
  workedYes: 'yes',
  workedNo: 'no',
  noAnswer: 'no answer',
  stepDone: 'done',
  stepSkipped: 'skipped: {why}',
  stepOpen: 'left open',
  criticalStep: 'Don’t skip',
};

test('a record reads as Markdown', () => {
  assert.equal(
    runToMarkdown({ ...run, later: 'ffff0000' }, says, (iso) => iso.slice(0, 10)),
    [
      '## Count the cases',
      '',
      '- Begun: 2026-11-20',
      '- Ended: 2026-11-20',
      '- Version of the page: 0123abcd, changed to ffff0000 meanwhile',
      '- Did it work: no answer',
      '',
      '- [x] Open the list.',
      '- [ ] Count again. (Don’t skip) – skipped: Two people had counted',
      '- [ ] Sign. – left open',
      '',
    ].join('\n'),
  );
});

test('what was answered stands in it', () => {
  for (const worked of ['yes', 'no'] as const)
    assert.match(
      runToMarkdown({ ...run, worked }, says, (iso) => iso),
      new RegExp(`^- Did it work: ${worked}$`, 'm'),
    );
});

test('a reason stays a reason, whatever marks stand in it', () => {
  const why = 'see\n# here <img src=x> [a](b) `c` *d*';
  const text = runToMarkdown({ ...run, steps: [{ text: 'x', is: 'skipped', why }] }, says, (iso) => iso);
  assert.ok(text.endsWith('skipped: see \\# here \\<img src=x\\> \\[a\\](b) \\`c\\` \\*d\\*\n'), text);
});
