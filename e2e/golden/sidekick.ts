/** Our own search, as the browser asks it. */
import type { Library } from '../../src/model/library.ts';
import { answerData } from '../../src/search/answer-data.ts';
import { answer, makeAnswerIndex } from '../../src/search/answer.ts';
import type { Engine } from './engine.ts';

export function makeSidekick(library: Library): Engine {
  const index = makeAnswerIndex(answerData(library));
  return { name: 'Sidekick', find: (query) => answer(index, query).hits.map(({ id }) => id) };
}
