/** Names that the index, the browser and the search page share. */

/**
 * The metadata of a page in the full text and how much a match in it counts beside the body (Pagefind's `ranking.metaWeights`). It
 * only decides which pages are opened first; what comes first is decided by the answer index.
 */
export const textWeights = { asks: 8, title: 8, summary: 4 };

/** What results can be narrowed by, in the order in which it is offered. Also the names in the search page's address. */
export const facets = ['type', 'role', 'stage', 'topic', 'moment'] as const;
export type Facet = (typeof facets)[number];

/** Between two asks, so that no phrase runs from one into the next. */
export const askSeparator = ' | ';
