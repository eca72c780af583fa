/** Lunr with the query that its guide advises: whole words first, then beginnings, then one wrong letter. */
import lunr from 'lunr';
import type { Document } from '../documents.ts';
import type { Engine } from '../engine.ts';

export function makeLunr(documents: Document[]): Engine {
  const index = lunr(function () {
    this.ref('id');
    this.field('title', { boost: 4 });
    this.field('asks', { boost: 4 });
    this.field('summary', { boost: 2 });
    this.field('text');
    for (const document of documents) this.add({ ...document, asks: document.asks.join('\n') });
  });
  const find = (text: string) => {
    const words = lunr.tokenizer(text).map((token) => token.toString());
    if (words.length === 0) return [];
    const hits = index.query((query) => {
      query.term(words, { boost: 10 });
      query.term(words, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
      query.term(words, { editDistance: 1, usePipeline: false });
    });
    return hits.map(({ ref }) => ref);
  };
  return { name: 'Lunr', find };
}
