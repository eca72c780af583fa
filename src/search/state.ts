/** What the search page shows ↔ its address. Whatever an address holds, only known ids and a clean text come out. */
import { facets, type Facet } from './fields.ts';
import { cleanQuery } from './query.ts';

export interface SearchState {
  query: string;
  filters: Partial<Record<Facet, string>>;
}

/**
 * @param search the address's `?…`
 * @param isKnown whether an id belongs to a facet
 */
export function stateFromAddress(
  search: string,
  isKnown: (facet: Facet, id: string) => boolean,
): SearchState {
  const fields = new URLSearchParams(search);
  const filters: SearchState['filters'] = {};
  for (const facet of facets) {
    const id = fields.get(facet);
    if (id && isKnown(facet, id)) filters[facet] = id;
  }
  return { query: cleanQuery(fields.get('q') ?? ''), filters };
}

/** `?q=…&type=…`, in a fixed order; empty when nothing is asked. */
export function addressFromState({ query, filters }: SearchState): string {
  const fields = new URLSearchParams();
  if (query) fields.set('q', query);
  for (const facet of facets) if (filters[facet]) fields.set(facet, filters[facet]);
  const text = fields.toString();
  return text && `?${text}`;
}
