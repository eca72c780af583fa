/** What is searched and what labels a result: the index writes these names, the browser reads and weighs them. */

/**
 * The metadata of a page and how much a match in it counts beside the body (Pagefind's `ranking.metaWeights`). How people ask
 * counts most: it is the only field in their own words.
 */
export const fieldWeights = { asks: 8, title: 8, summary: 4 };

/** What results can be narrowed by, in the order in which it is offered. Also the names in the search page's address. */
export const facets = ['type', 'role', 'stage', 'topic', 'moment'] as const;
export type Facet = (typeof facets)[number];

/** Between two asks, so that no phrase runs from one into the next. */
export const askSeparator = ' | ';
