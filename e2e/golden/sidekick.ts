/** Our own search, as the browser asks it: both tiers, the full text read from a real index. */
import type { Library } from '../../src/model/library.ts';
import { answerData } from '../../src/search/answer-data.ts';
import { makeAnswerIndex } from '../../src/search/answer-index.ts';
import { answer } from '../../src/search/answer.ts';
import { SearchEngine } from '../../src/search/engine.ts';
import { FullText, type Pagefind } from '../../src/search/full-text.ts';
import type { Engine } from './engine.ts';
import { startPagefind } from './peers/pagefind.ts';

export async function makeSidekick(library: Library): Promise<Engine> {
  const { pagefind, close } = await startPagefind<Pagefind>(library);
  const index = makeAnswerIndex(answerData(library));
  // The address is known by now, and set.
  const options = (others: object) => pagefind.options({ ...others, baseUrl: undefined });
  const fullText = new FullText('/', library.site.language, async () => ({
    ...pagefind,
    init: async () => {},
    options,
  }));
  fullText.warm();
  const engine = new SearchEngine({
    base: '/',
    answers: async () => index,
    previews: async () => ({}),
    fullText,
  });
  return {
    name: 'Sidekick',
    async find(query) {
      const found = await engine.find({ query });
      if (found.kind !== 'found' || !found.isWhole) throw new Error(`The search has ${found.kind}: ${query}`);
      return found.isNearest ? [] : found.results.map(({ id }) => id);
    },
    close,
  };
}

/** The first tier alone, which decides what comes first. */
export function makeAnswers(library: Library): Engine {
  const index = makeAnswerIndex(answerData(library));
  return { name: 'Sidekick', find: (query) => answer(index, query).hits.map(({ id }) => id) };
}
