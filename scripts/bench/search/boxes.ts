/** The search boxes of the sites, as a visitor meets them. */

/** Selectors, as the site's program makes it. */
export interface Box {
  /** What opens the search. */
  opener: string;
  field: string;
  /** What changes as results come. */
  list: string;
  /** A result that leads to a page. */
  result: string;
  /** What is there instead when nothing fits. */
  nothing: string;
  /** With it the list says that it is still looking. */
  looking?: string;
}

export const sidekickBox: Box = {
  opener: '[data-search-open]',
  field: '.search-dialog input',
  list: '.search-dialog .search-list',
  result: '.search-dialog [role="option"] .name',
  nothing: '.search-dialog .search-message',
};

export const starlightBox: Box = {
  opener: 'site-search button[data-open-modal]',
  field: 'site-search .pagefind-ui__search-input',
  list: 'site-search .pagefind-ui__drawer',
  result: 'site-search .pagefind-ui__result-link',
  nothing: 'site-search .pagefind-ui__message',
  looking: 'Searching for ',
};

export const vitepressBox: Box = {
  opener: '#local-search button',
  field: '.VPLocalSearchBox .search-input',
  list: '.VPLocalSearchBox .results',
  result: '.VPLocalSearchBox .results .result',
  nothing: '.VPLocalSearchBox .no-results',
};
