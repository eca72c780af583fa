import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeAnswerIndex, type AnswerDocument } from './answer-index.ts';
import { answer, type Preferences } from './answer.ts';

const page = (
  id: string,
  title: string,
  asks: string[],
  more: Partial<AnswerDocument> = {},
): AnswerDocument => ({
  id: `job-aids/${id}`,
  title,
  summary: '',
  asks,
  names: [],
  type: 'job-aids',
  roles: ['manager'],
  stages: ['novice', 'expert'],
  topics: [],
  moments: [],
  owner: 'desk',
  ...more,
});

const documents = [
  page('cause', 'Find the cause of a performance gap', [
    'they know how but don’t do it',
    'why is nobody using it',
  ]),
  page('checklist', 'Write a checklist people will use', ['people skip steps', 'nobody ticks the boxes']),
  page('coach', 'Coach someone through a first task', ['train a new starter', 'my apprentice is afraid']),
  page('feedback', 'Give feedback on the spot', ['tell a colleague they did it badly']),
  page('wiki', 'Start a team wiki', ['where do we keep what we know'], { roles: ['everyone'] }),
  page('words', 'Glossary', ['what does it mean'], {
    names: ['onboarding', 'induction'],
    terms: [{ id: 'onboarding', term: 'onboarding', means: 'The first weeks.', also: ['induction'] }],
  }),
];
const index = makeAnswerIndex({
  language: 'en',
  synonyms: [
    ['checklist', 'tick list'],
    ['new starter', 'new hire', 'rookie'],
  ],
  facets: {
    type: { 'job-aids': 'Job aid' },
    role: { manager: 'Team manager', everyone: 'Anyone at work' },
    stage: { novice: 'Novice', expert: 'Expert' },
  },
  documents,
});
const ask = (query: string, preferences?: Preferences) => answer(index, query, preferences);
const first = (query: string) => ask(query).hits[0]?.id;

describe('a query', () => {
  test('finds its page by a whole sentence, by other words and by half a word', () => {
    assert.equal(first('What is the best way to find the cause of a performance gap?'), 'job-aids/cause');
    assert.equal(first('train the rookie'), 'job-aids/coach');
    assert.equal(first('tick list'), 'job-aids/checklist');
    assert.equal(first('feedb'), 'job-aids/feedback');
  });

  test('is told which words were left out, mended and unknown', () => {
    const { understood } = ask('how do I write a chekclist for zarquon');
    assert.deepEqual(understood.dropped.includes('how'), true);
    assert.deepEqual(understood.corrected, [{ from: 'chekclist', to: 'checklist' }]);
    assert.deepEqual(understood.unknown, ['zarquon']);
  });

  test('finds nothing where the site knows none of its telling words, and names what is near', () => {
    const { hits, nearest } = ask('purple zeppelin dinosaur checklist');
    assert.deepEqual(hits, []);
    assert.deepEqual(nearest.map(({ id }) => id).includes('job-aids/checklist'), true);
    assert.deepEqual(ask('xyzzy quux').nearest, []);
    assert.ok(ask('purple zeppelin dinosaur checklist').understood.evidence < 0.6);
    assert.ok(ask('write a checklist').understood.evidence >= 0.6);
  });

  test('says how far it had to give way', () => {
    assert.equal(ask('people skip steps').understood.relaxed, 'all');
    assert.notEqual(ask('people skip steps while the boxes are on fire').understood.relaxed, 'all');
  });

  test('names roles and stages, which are offered and narrow nothing', () => {
    const { understood, hits } = ask('feedback for a new manager');
    assert.deepEqual(understood.facets, [
      { facet: 'role', id: 'manager' },
      { facet: 'stage', id: 'novice' },
    ]);
    assert.equal(hits[0]?.id, 'job-aids/feedback');
  });

  test('whose last word stands on pages as it is means that word before a longer one', () => {
    const site = makeAnswerIndex({
      ...index.data,
      documents: [page('design', 'Test a design', []), page('designer', 'Learning designer', ['designer'])],
    });
    assert.deepEqual(
      answer(site, 'design').hits.map(({ id }) => id),
      ['job-aids/design', 'job-aids/designer'],
    );
  });

  test('goes to the page that is about a word, however many only mention it', () => {
    const site = makeAnswerIndex({
      ...index.data,
      documents: [
        page('wikis', 'Wikis', ['pages of a wiki', 'wiki editors']),
        ...['a', 'b', 'c', 'd'].map((id) =>
          page(id, `Plan ${id}`, [`pros of plan ${id}`, `wiki for plan ${id}`]),
        ),
      ],
    });
    assert.equal(answer(site, 'wiki pros').hits[0]?.id, 'job-aids/wikis');
  });

  test('is borne out by several asks of a page against one of another', () => {
    const site = makeAnswerIndex({
      ...index.data,
      documents: [
        page('a', 'First matter', ['printer jams on monday', 'coffee', 'tea']),
        page('b', 'Second matter', [
          'printer jams on tuesday',
          'printer is jammed again',
          'jam in the printer',
        ]),
      ],
    });
    assert.equal(answer(site, 'printer jams').hits[0]?.id, 'job-aids/b');
  });

  test('that is a term finds what it means, by any of its names', () => {
    for (const query of ['onboarding', 'what is onboarding?', 'induction'])
      assert.equal(ask(query).hits.find(({ term }) => term)?.term?.id, 'onboarding', query);
    assert.equal(
      ask('onboarding of a colleague').hits.some(({ term }) => term),
      false,
    );
  });

  test('of nothing but blanks, signs or small words finds nothing and throws nothing', () => {
    for (const query of ['', '  ', '?!', 'the the the', '\u202E', '__proto__', 'constructor'])
      assert.deepEqual(ask(query).hits, [], query);
  });
});

describe('a preference', () => {
  const twins = makeAnswerIndex({
    ...index.data,
    documents: [
      page('a', 'Plan the week', [], { roles: ['manager'] }),
      page('b', 'Plan the week', [], { roles: ['everyone'] }),
    ],
  });

  test('settles ties, by role, by stage and by the age of the review', () => {
    const ids = (preferences: Preferences) =>
      answer(twins, 'plan the week', preferences).hits.map(({ id }) => id);
    assert.deepEqual(ids({ role: 'everyone' }), ['job-aids/b', 'job-aids/a']);
    assert.deepEqual(ids({ role: 'manager' }), ['job-aids/a', 'job-aids/b']);
    const aged = makeAnswerIndex({
      ...index.data,
      documents: [page('a', 'Plan the week', [], { review: '2026-01-01' }), page('b', 'Plan the week', [])],
    });
    const at = (today: string) => answer(aged, 'plan the week', { today }).hits[0]?.id;
    assert.equal(at('2025-12-31'), 'job-aids/a');
    assert.equal(at('2026-02-01'), 'job-aids/b');
  });

  test('never lifts a page over one that answers better', () => {
    assert.equal(ask('people skip steps', { role: 'everyone' }).hits[0]?.id, 'job-aids/checklist');
  });

  test('tells what each place rests on', () => {
    const why = ask('start a wiki', { role: 'everyone' }).hits[0]!.why.join('\n');
    assert.match(why, /“wiki”/);
    assert.match(why, /for the role everyone: × 1\.03/);
  });
});
