import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PathwayFacts } from './pathway-facts.ts';
import { portfolioOf, portfolioToMarkdown } from './portfolio.ts';
import { accept, nothing, say, takeBack } from './progress.ts';
import { plainSettings } from './sample-library.ts';

const today = '2026-11-20';
const facts = (id: string, pages: string[], opens: string[] = []) => ({
  id,
  stage: 'novice',
  can: `do ${id}`,
  evidence: `The ${id}.`,
  opens,
  or: [],
  pages: pages.map((page) => ({ id: page, title: `About ${page}`, href: `/${page}/` })),
});
const pathways: PathwayFacts[] = [
  {
    id: 'pathways/a',
    title: 'A: what next',
    href: '/pathways/a/',
    role: 'Role A',
    abilities: [facts('one', ['job-aids/x']), facts('two', ['job-aids/x', 'job-aids/y'])],
  },
  {
    id: 'pathways/b',
    title: 'B: what next',
    href: '/pathways/b/',
    role: 'Role B',
    abilities: [facts('one', ['job-aids/z'])],
  },
];
const run = (page: string, ended: string) => ({ page, ended });
const said = say(
  say(nothing, { ability: 'pathways/a/one', says: 'seen', on: '2026-03-01' }, 'i'),
  { ability: 'pathways/a/one', says: 'alone', on: '2026-04-01', note: '# Lisbon\n*', who: 'Bo' },
  'j',
);
const of = (progress = said, runs = [run('job-aids/x', '2026-05-04T10:00:00.000Z')]) =>
  portfolioOf(pathways, progress, runs, today, 'Gone');

describe('the portfolio', () => {
  test('holds roles of which something was said, with the next ability and what was said before', () => {
    const { roles } = of();
    assert.deepEqual(
      roles.map(({ title, next }) => [title, next]),
      [['Role A', { can: 'do two', href: '/pathways/a/#two' }]],
    );
    const [proof] = roles[0]!.proofs;
    assert.equal(proof!.current?.says, 'alone');
    assert.deepEqual(
      proof!.earlier.map(({ says }) => says),
      ['seen'],
    );
    assert.equal(proof!.used, 1);
  });

  test('holds nothing of what was taken back', () => {
    assert.deepEqual(of(takeBack(takeBack(said, 'i'), 'j'), []), { roles: [], used: [] });
  });

  test('keeps what no pathway holds any more, last', () => {
    const more = say(said, { ability: 'pathways/old/count-the-cases', says: 'taught', on: today }, 'k');
    const { roles } = of(more);
    assert.deepEqual(
      roles.map(({ title }) => title),
      ['Role A', 'Gone'],
    );
    assert.equal(roles[1]!.proofs[0]!.can, 'count the cases');
  });

  test('counts the runs of each page, the latest first', () => {
    const runs = [
      run('job-aids/q-r', '2026-05-06T10:00:00.000Z'),
      run('job-aids/x', '2026-05-04T10:00:00.000Z'),
      run('job-aids/x', '2026-05-01T10:00:00.000Z'),
    ];
    assert.deepEqual(of(nothing, runs).used, [
      { page: 'job-aids/q-r', title: 'q r', times: 1, last: '2026-05-06' },
      { page: 'job-aids/x', title: 'About job-aids/x', href: '/job-aids/x/', times: 2, last: '2026-05-04' },
    ]);
  });
});

test('the text for people says all of it, and nothing that was typed becomes a mark', () => {
  const { work, pathway } = plainSettings.words;
  const { notYet, seen, helped, alone, unusual, taught, used } = pathway;
  const words = {
    work,
    used,
    states: { notYet, seen, helped, alone, unusual, taught, skipped: work.skipped },
  };
  const answered = accept(
    say(said, { ability: 'pathways/b/one', says: 'skipped', on: today, note: 'no trials' }, 'k'),
    [
      {
        id: 'm',
        entry: 'j',
        ability: 'pathways/a/one',
        is: 'missing',
        missing: 'The *sum*',
        task: 'Porto',
        by: 'Boss',
        on: today,
        v: 1,
      },
    ],
  );
  assert.equal(
    portfolioToMarkdown(of(answered), words, 'en', today, ''),
    `# Portfolio of evidence

20 November 2026

## Role A

### do one

- Did it alone, 1 April 2026. Seen by Bo. \\# Lisbon \\*
- Seen it done, 1 March 2026.
- Something is still missing, says Boss, 20 November 2026. The \\*sum\\*
- Next task: Porto
- What proves it: The one.
- Used at work once

## Role B

### do one

- Skipped, 20 November 2026. Because: no trials
- What proves it: The one.

## Used at work

- About job-aids/x: once, on 4 May 2026
`,
  );
});
