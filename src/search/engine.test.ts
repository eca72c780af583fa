import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeAnswerIndex, type AnswerDocument } from './answer-index.ts';
import { SearchEngine, type Found } from './engine.ts';
import { FullText, type Pagefind } from './full-text.ts';
import type { PageData } from './result.ts';

const page = (slug: string, title: string, more: Partial<AnswerDocument> = {}): AnswerDocument => ({
  id: `job-aids/${slug}`,
  title,
  summary: '',
  asks: [],
  names: [],
  type: 'job-aids',
  roles: ['manager'],
  stages: ['novice'],
  topics: [],
  moments: [],
  owner: 'desk',
  ...more,
});

const index = makeAnswerIndex({
  language: 'en',
  synonyms: [],
  facets: {},
  documents: [
    page('checklist', 'Write a checklist'),
    page('wiki', 'Start a wiki', { roles: ['everyone'] }),
    page('train', 'Train a colleague'),
    page('plan', 'Plan practice', { type: 'references' }),
  ],
});

/** What the bodies hold, by slug. */
const bodies: Record<string, string> = {
  checklist: 'Tick each line. Laminate the card.',
  wiki: 'A checklist on a wiki page goes stale. Trian wrote it.',
  train: 'Stand beside them.',
  plan: 'Laminate what was practised.',
};

function fakePagefind(asked: string[] = []): Pagefind {
  return {
    options: async () => {},
    init: async () => {},
    async search(term) {
      asked.push(term);
      const words = term.replaceAll('"', '').split(' ');
      const held = Object.entries(bodies).filter(([, text]) => {
        const lower = text.toLowerCase();
        return term.startsWith('"')
          ? lower.includes(term.slice(1, -1))
          : words.every((word) => lower.includes(word));
      });
      return {
        results: held.map(([slug, content], at) => ({
          id: slug,
          score: held.length - at,
          data: async (): Promise<PageData> => ({
            url: `/kb/job-aids/${slug}/`,
            content,
            excerpt: '',
            meta: {},
            sub_results: [],
          }),
        })),
      };
    },
  };
}

function engineWith(load: () => Promise<Pagefind> = async () => fakePagefind()) {
  const fullText = new FullText('/kb/', 'en', load);
  return new SearchEngine({ base: '/kb/', answers: async () => index, previews: async () => ({}), fullText });
}

async function found(
  engine: SearchEngine,
  query: string,
  filters = {},
  show?: (first: Found) => void,
): Promise<Found> {
  const answer = await engine.find({ query, filters }, show);
  assert.equal(answer.kind, 'found');
  return answer as Found;
}
const ids = ({ results }: Found) => results.map(({ id }) => id.slice('job-aids/'.length));

describe('the search', () => {
  test('shows the first tier at once, then adds pages that only their text gives, behind it', async () => {
    const shown: Found[] = [];
    const whole = await found(engineWith(), 'checklist', {}, (first) => shown.push(first));
    assert.deepEqual(shown.map(ids), [['checklist']]);
    assert.equal(shown[0]!.isWhole, false);
    assert.deepEqual(ids(whole), ['checklist', 'wiki']);
    assert.equal(whole.isWhole, true);
  });

  test('finds by the text alone', async () => {
    const { results, isNearest } = await found(engineWith(), 'laminate');
    assert.deepEqual([results.length, isNearest], [2, false]);
  });

  test('takes nothing for an answer that the text does not really hold', async () => {
    const whole = await found(engineWith(), 'lam xyzzy');
    assert.deepEqual([ids(whole), whole.isNearest], [[], true]);
  });

  test('asks for the mended word when the typed one stands nowhere', async () => {
    const asked: string[] = [];
    const whole = await found(
      engineWith(async () => fakePagefind(asked)),
      'cheklist',
    );
    assert.deepEqual(asked, ['cheklist', 'checklist']);
    assert.deepEqual(whole.showingFor, ['checklist']);
  });

  test('puts a page that holds a word as it was typed before guesses', async () => {
    const shown: Found[] = [];
    const whole = await found(engineWith(), 'trian', {}, (first) => shown.push(first));
    assert.deepEqual(
      shown.map(({ showingFor }) => showingFor),
      [['train']],
    );
    assert.equal(ids(whole)[0], 'wiki');
    assert.equal(whole.showingFor, undefined);
  });

  test('narrows both tiers, and counts what each filter would leave', async () => {
    const whole = await found(engineWith(), 'checklist', { role: 'everyone' });
    assert.deepEqual(ids(whole), ['wiki']);
    assert.deepEqual(
      [...whole.counts.role],
      [
        ['manager', 1],
        ['everyone', 1],
      ],
    );
    const pages = await found(engineWith(), '', { type: 'references' });
    assert.deepEqual(ids(pages), ['plan']);
  });

  test('shows what filters shut out as the nearest', async () => {
    const whole = await found(engineWith(), 'train', { type: 'references' });
    assert.deepEqual([ids(whole), whole.isNearest, whole.isShutOut], [['train'], true, true]);
  });

  test('holds phrases against the text as they stand', async () => {
    assert.deepEqual(ids(await found(engineWith(), '"laminate the card"')), ['checklist']);
    assert.equal((await found(engineWith(), '"card the laminate"')).isNearest, true);
  });

  test('gives what it knows when the full text can’t be fetched, and says that it could not ask', async () => {
    const broken = () => engineWith(() => Promise.reject(new Error('offline')));
    assert.deepEqual(ids(await found(broken(), 'wiki')), ['wiki']);
    const { isNearest, isWhole } = await found(broken(), 'laminate');
    assert.deepEqual([isNearest, isWhole], [true, false]);
  });

  test('has failed when the answer index can’t be fetched, and tries again', async () => {
    let attempts = 0;
    const answers = () => (attempts++ === 0 ? Promise.reject(new Error('offline')) : Promise.resolve(index));
    const fullText = new FullText('/kb/', 'en', async () => fakePagefind());
    const engine = new SearchEngine({ base: '/kb/', answers, previews: async () => ({}), fullText });
    assert.deepEqual(await engine.find({ query: 'wiki' }), { kind: 'failed' });
    assert.deepEqual(ids(await found(engine, 'wiki')), ['wiki']);
  });

  test('asks for a preview again that could not be fetched', async () => {
    let attempts = 0;
    const preview = { kind: 'steps' as const, items: ['Tick.'], more: 0 };
    const engine = new SearchEngine({
      base: '/',
      answers: async () => index,
      previews: () =>
        attempts++ === 0
          ? Promise.reject(new Error('offline'))
          : Promise.resolve({ 'job-aids/wiki': preview }),
      fullText: new FullText('/', 'en', async () => fakePagefind()),
    });
    assert.equal(await engine.previewOf('job-aids/wiki'), undefined);
    assert.deepEqual(await engine.previewOf('job-aids/wiki'), preview);
  });

  test('says for which words the first result stands, where it does without some', async () => {
    const whole = await found(engineWith(), 'wiki zarquon');
    assert.deepEqual(whole.showingFor, ['wiki']);
  });

  test('tries the full text again after a failure', async () => {
    let attempts = 0;
    const engine = engineWith(() =>
      attempts++ === 0 ? Promise.reject(new Error('offline')) : Promise.resolve(fakePagefind()),
    );
    assert.equal((await found(engine, 'laminate')).isWhole, false);
    assert.equal((await found(engine, 'laminate')).results.length, 2);
  });

  test('gives no answer to a query that a later one has overtaken', async () => {
    const engine = engineWith();
    const [early, late] = await Promise.all([
      engine.find({ query: 'wiki' }),
      engine.find({ query: 'checklist' }),
    ]);
    assert.deepEqual([early.kind, late.kind], ['stale', 'found']);
  });
});
