/** MiniSearch with the settings that VitePress ships, and our fields weighed as VitePress weighs its own. */
import MiniSearch from 'minisearch';
import type { Document } from '../documents.ts';
import type { Engine } from '../engine.ts';

export function makeMiniSearch(documents: Document[]): Engine {
  const index = new MiniSearch({
    fields: ['title', 'summary', 'asks', 'text'],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, asks: 4, summary: 2, text: 1 } },
  });
  index.addAll(documents.map((document) => ({ ...document, asks: document.asks.join('\n') })));
  return { name: 'MiniSearch', find: (query) => index.search(query).map(({ id }) => String(id)) };
}
