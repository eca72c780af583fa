/** Fuse.js, in the two ways in which it can be asked. Both take their time, as it has no index. */
import Fuse, { type IFuseOptions } from 'fuse.js';
import type { Document } from '../documents.ts';
import type { Engine } from '../engine.ts';

const keys = [
  { name: 'title', weight: 4 },
  { name: 'asks', weight: 4 },
  { name: 'summary', weight: 2 },
  { name: 'text', weight: 1 },
];

/** As it comes: the query as one pattern. */
export function makeFuse(documents: Document[]): Engine {
  return engineOf('Fuse.js', documents, {});
}

/** Word by word, which finds more; of the settings tried, these found most. Four times as slow, so the tests leave it out. */
export function makeFuseByWords(documents: Document[]): Engine {
  const options = { useTokenSearch: true, ignoreLocation: true, ignoreFieldNorm: true, threshold: 0.2 };
  return engineOf('Fuse.js by words', documents, options);
}

function engineOf(name: string, documents: Document[], options: IFuseOptions<Document>): Engine {
  const fuse = new Fuse(documents, { keys, ...options });
  return { name, find: (query) => fuse.search(query, { limit: 10 }).map(({ item }) => item.id) };
}
