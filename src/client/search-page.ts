/**
 * `<search-page>`: what is asked and what it is narrowed by stand in the address, so that a search can be kept, sent and gone
 * back to.
 */
import { count, fill } from '../model/words.ts';
import { SearchEngine, type Answer, type Counts, type Found } from '../search/engine.ts';
import { facets, type Facet } from '../search/fields.ts';
import { withQuery } from '../search/request.ts';
import type { Result } from '../search/result.ts';
import { addressFromState, stateFromAddress, type SearchState } from '../search/state.ts';
import type { PageWords } from '../search/words.ts';
import { element, foundIn, resultCard, verdictOn } from './search-results.ts';

const atOnce = 20;
const most = 200;
/** Milliseconds between two searches while somebody types. */
const pause = 50;
/** Browsers refuse to write the address too often. */
const addressPause = 300;
/** Asked at most this many people when nothing is found. */
const mostPeople = 2;
/** The facets that are open at once; the others stand under “More”. */
const openFacets = new Set<Facet>(['type', 'role']);

class SearchPage extends HTMLElement {
  #words!: PageWords;
  #engine!: SearchEngine;
  #input!: HTMLInputElement;
  #count!: HTMLElement;
  #found!: HTMLElement;
  #facets!: HTMLElement;
  #filters: SearchState['filters'] = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #addressTimer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset.words ?? '{}') as PageWords;
    this.#engine = new SearchEngine(this.#words.base, this.#words.language);
    this.#input = this.querySelector('input')!;
    this.#count = this.querySelector('.search-count')!;
    this.#found = this.querySelector('.search-found')!;
    this.#facets = this.querySelector('.search-facets')!;
    this.#listen();
    this.#restore();
    if (!location.search) this.#engine.warmWhenIdle();
  }

  #listen(): void {
    this.#input.addEventListener('focus', () => this.#engine.warm());
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(), pause);
      clearTimeout(this.#addressTimer);
      this.#addressTimer = setTimeout(() => history.replaceState(null, '', this.#address()), addressPause);
    });
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#visit(this.#filters);
    });
    this.#facets.addEventListener('click', (event) => this.#onFacet(event));
    addEventListener('popstate', () => this.#restore());
    this.#prepareSlash();
  }

  /** Typed text that is cut or cleaned in the address stays in the field as it is. */
  #state(): SearchState {
    return { query: this.#input.value, filters: this.#filters };
  }

  #address(): string {
    return location.pathname + addressFromState(this.#state());
  }

  #restore(): void {
    clearTimeout(this.#addressTimer);
    const state = stateFromAddress(location.search, (facet, id) =>
      Object.hasOwn(this.#words.facets[facet].ids, id),
    );
    this.#input.value = state.query;
    this.#filters = state.filters;
    void this.#search();
  }

  #visit(filters: SearchState['filters']): void {
    clearTimeout(this.#addressTimer);
    this.#filters = filters;
    if (this.#address() !== location.pathname + location.search) history.pushState(null, '', this.#address());
    void this.#search();
  }

  async #search(): Promise<void> {
    clearTimeout(this.#timer);
    const { query, filters } = this.#state();
    if (query.trim() === '' && Object.values(filters).every((id) => !id)) {
      this.#clear();
      return;
    }
    const late = setTimeout(() => (this.#count.textContent = this.#words.loading), 400);
    const answer = await this.#engine.find({ query, filters, limit: atOnce, withCounts: true });
    clearTimeout(late);
    if (answer.kind !== 'stale') await this.#render(answer);
  }

  #clear(): void {
    // An answer on its way must not come back over the empty page.
    this.#engine.forget();
    this.#count.textContent = this.#words.hint;
    this.#found.replaceChildren(this.#index());
    this.#facets.replaceChildren();
  }

  /** The way that needs no search. */
  #index(): HTMLElement {
    return element('p', {}, element('a', { href: `${this.#words.base}a-z/` }, this.#words.index));
  }

  async #render(answer: Answer): Promise<void> {
    if (answer.kind === 'failed') {
      this.#count.textContent = this.#words.failed;
      this.#found.replaceChildren(this.#index());
    } else if (answer.kind === 'found') await this.#renderFound(answer);
  }

  async #renderFound(found: Found): Promise<void> {
    const { results, total, counts, isNearest } = found;
    const verdict = verdictOn(found, this.#words);
    const isFiltered = Object.values(this.#filters).some(Boolean);
    const nearest = isNearest && total === 0 && isFiltered ? await this.#withoutFilters(found) : results;
    if (!nearest) return;
    const totalText = count(this.#words.results, total, this.#words.language);
    this.#count.textContent = isNearest ? verdict : `${verdict} ${totalText}`.trim();
    this.#found.replaceChildren(
      ...(isNearest ? this.#nothing(found, nearest) : [this.#list(results), ...this.#more(found)]),
    );
    if (counts && (isFiltered || !isNearest)) this.#renderFacets(counts);
    else this.#facets.replaceChildren();
  }

  /** What the filters shut out is the nearest there is. */
  async #withoutFilters({ understood }: Found): Promise<Result[] | undefined> {
    const answer = await this.#engine.find({ query: understood.text, limit: atOnce });
    return answer.kind === 'found' ? answer.results : answer.kind === 'failed' ? [] : undefined;
  }

  #list(results: Result[]): HTMLElement {
    return element('ol', { class: 'page-list' }, ...results.map((result) => this.#item(result)));
  }

  #item(result: Result): HTMLElement {
    const { href, section } = result;
    const card = element('a', { href }, ...resultCard(result, this.#words));
    if (!section) return element('li', {}, card);
    const heading = element('a', { href: section.href }, section.title);
    return element(
      'li',
      {},
      card,
      element('p', { class: 'found-in' }, ...foundIn(this.#words, heading, section.excerpt)),
    );
  }

  #more(found: Found, shown = atOnce): HTMLElement[] {
    if (found.total <= shown || shown >= most) return [];
    const button = element('button', { type: 'button', class: 'quiet-button' }, this.#words.more);
    button.addEventListener('click', () => void this.#showMore(found, shown, button));
    return [button];
  }

  async #showMore(found: Found, shown: number, button: HTMLElement): Promise<void> {
    const results = await found.read(shown + atOnce).catch(() => []);
    if (!button.isConnected) return;
    const added = results.slice(shown).map((result) => this.#item(result));
    this.#found.querySelector('ol')?.append(...added);
    button.replaceWith(...this.#more(found, shown + atOnce));
    added[0]?.querySelector('a')?.focus();
  }

  /** Nothing found is not the end: the nearest pages, somebody to ask, and a way to say what is missing. */
  #nothing({ understood }: Found, nearest: Result[]): HTMLElement[] {
    const { closest, askSomebody, request, promise, missing } = this.#words;
    const way = withQuery(missing, understood.text);
    const parts: HTMLElement[] = [];
    if (nearest.length > 0) parts.push(element('h2', {}, closest), this.#list(nearest.slice(0, 5)));
    const people = [...new Set(nearest.map(({ owner }) => owner))]
      .slice(0, mostPeople)
      .flatMap((id) => this.#words.people[id] ?? []);
    if (people.length > 0) {
      const items = people.map(({ says, ask }) =>
        element('li', {}, ask ? element('a', { href: ask }, says) : says),
      );
      parts.push(element('h2', {}, askSomebody), element('ul', {}, ...items));
    }
    if (way.kind === 'link')
      parts.push(element('p', {}, element('a', { href: way.href, class: 'button' }, request)));
    else parts.push(this.#copyable(way.text, way.href));
    return [...parts, element('p', { class: 'quiet' }, promise)];
  }

  /** For a channel that takes no text in its address: the text to copy, and where to take it. */
  #copyable(text: string, address?: string): HTMLElement {
    const { copy, copied, openChannel } = this.#words;
    const status = element('span', { role: 'status' });
    const button = element('button', { type: 'button', class: 'quiet-button' }, copy);
    const block = element('pre', { tabindex: '0' }, text);
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text).then(
        () => (status.textContent = copied),
        () => getSelection()?.selectAllChildren(block),
      );
    });
    const channel = address ? [' ', element('a', { href: address }, openChannel)] : [];
    return element('div', {}, block, element('p', {}, button, ...channel, ' ', status));
  }

  #renderFacets(counts: Counts): void {
    const focused = this.#facets.querySelector<HTMLElement>('a:focus')?.dataset;
    const isMoreOpen = this.#facets.querySelector('details')?.open ?? false;
    const groups = facets.map((facet) => ({ facet, group: this.#facet(facet, counts[facet]) }));
    const pick = (isOpen: boolean) =>
      groups.filter(({ facet }) => openFacets.has(facet) === isOpen).flatMap(({ group }) => group ?? []);
    const hidden = pick(false);
    const isChosen = facets.some((facet) => !openFacets.has(facet) && this.#filters[facet]);
    const details = element(
      'details',
      { open: isMoreOpen || isChosen ? '' : undefined },
      element('summary', {}, this.#words.more),
      ...hidden,
    );
    this.#facets.replaceChildren(...pick(true), ...(hidden.length > 0 ? [details] : []));
    if (focused)
      this.#facets
        .querySelector<HTMLElement>(`a[data-facet="${focused.facet}"][data-id="${focused.id}"]`)
        ?.focus();
  }

  /** A facet's ids with their counts, in the taxonomy's order; the chosen one can be taken away. */
  #facet(facet: Facet, counts: Map<string, number>): HTMLElement | undefined {
    const { name, ids } = this.#words.facets[facet];
    const chosen = this.#filters[facet];
    const items = Object.entries(ids)
      .filter(([id]) => id === chosen || counts.has(id))
      .map(([id, says]) => element('li', {}, this.#facetLink(facet, id, says, counts.get(id) ?? 0)));
    if (items.length === 0 || (items.length === 1 && !chosen)) return undefined;
    const heading = element('h2', { class: 'small', id: `facet-${facet}` }, name);
    return element('section', {}, heading, element('ul', { 'aria-labelledby': heading.id }, ...items));
  }

  #facetLink(facet: Facet, id: string, says: string, results: number): HTMLElement {
    const isChosen = this.#filters[facet] === id;
    const filters = { ...this.#filters, [facet]: isChosen ? undefined : id };
    const address = location.pathname + addressFromState({ query: this.#input.value, filters });
    const attributes = { href: address, 'data-facet': facet, 'data-id': id };
    if (!isChosen)
      return element('a', attributes, says, ' ', element('span', { class: 'n' }, String(results)));
    const cross = element('span', { 'aria-hidden': 'true' }, '×');
    return element(
      'a',
      { ...attributes, 'aria-current': 'true', 'aria-label': fill(this.#words.clear, { name: says }) },
      says,
      ' ',
      cross,
    );
  }

  #onFacet(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-facet]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { facet, id } = link.dataset as { facet: Facet; id: string };
    this.#visit({ ...this.#filters, [facet]: this.#filters[facet] === id ? undefined : id });
  }

  #prepareSlash(): void {
    const button = this.querySelector<HTMLButtonElement>('.slash-switch')!;
    const show = () => (button.textContent = (isSlashOn() ? button.dataset.on : button.dataset.off) ?? '');
    button.addEventListener('click', () => {
      setSlash(!isSlashOn());
      show();
    });
    show();
  }
}

/** Plain text, not JSON: the opener on every page reads it. */
const slashName = 'sidekick:slash';

function isSlashOn(): boolean {
  try {
    return localStorage.getItem(slashName) !== 'off';
  } catch {
    return true;
  }
}

function setSlash(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(slashName);
    else localStorage.setItem(slashName, 'off');
  } catch {
    // Nothing is kept here; the key works as before.
  }
}

customElements.define('search-page', SearchPage);
