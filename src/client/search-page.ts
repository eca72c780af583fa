/**
 * `<search-page>`: what is asked and what it is narrowed by stand in the address, so that a search can be kept, sent and gone
 * back to.
 */
import { count, fill } from '../model/words.ts';
import type { Counts, Found, SearchEngine } from '../search/engine.ts';
import { facets, type Facet } from '../search/fields.ts';
import { withQuery } from '../search/request.ts';
import type { Result } from '../search/result.ts';
import { addressFromState, stateFromAddress, type SearchState } from '../search/state.ts';
import type { PageWords } from '../search/words.ts';
import { forgetSearches, keepMissedSoon, keepSearch, keptSearches } from './kept-searches.ts';
import { make } from './make.ts';
import { engineOf } from './search-engine.ts';
import { preferences } from './search-preferences.ts';
import { SearchPreview } from './search-preview.ts';
import { foundIn, resultCard, verdictOn } from './search-results.ts';
import { keep } from './storage.ts';
import { whenIdle } from './when-idle.ts';

const atOnce = 20;
/** Milliseconds between two searches while somebody types. */
const pause = 50;
/** Browsers refuse to write the address too often. */
const addressPause = 300;
/** Characters of an address that mail programs and hosts still take, with room for the rest of it. */
const longestAddress = 1500;
/** Asked at most this many people when nothing is found. */
const mostPeople = 2;
/** With nothing near, this many are named with what they know. */
const mostKnowing = 4;
/** Milliseconds after which a search that is still running is spoken of. */
const patience = 400;
/** More offers than that would be facets. */
const mostOffered = 2;
/** The facets that are open at once; the others stand under “More”. */
const openFacets = new Set<Facet>(['type', 'role']);

class SearchPage extends HTMLElement {
  #words!: PageWords;
  #engine!: SearchEngine;
  #input!: HTMLInputElement;
  #count!: HTMLElement;
  #found!: HTMLElement;
  #facets!: HTMLElement;
  #preview!: SearchPreview;
  #missed!: HTMLElement;
  #filters: SearchState['filters'] = {};
  /** `?explain` shows what each place rests on, for whoever works on the search. */
  #isExplained = new URLSearchParams(location.search).has('explain');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #addressTimer: ReturnType<typeof setTimeout> | undefined;
  #missTimer: ReturnType<typeof setTimeout> | undefined;
  #lateTimer: ReturnType<typeof setTimeout> | undefined;
  /** How many results are shown. */
  #shown = atOnce;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset.words ?? '{}') as PageWords;
    this.#engine = engineOf(this.#words);
    this.#input = this.querySelector('input')!;
    this.#count = this.querySelector('.search-count')!;
    this.#found = this.querySelector('.search-found')!;
    this.#facets = this.querySelector('.search-facets')!;
    this.#missed = this.querySelector('.search-missed')!;
    this.#preview = new SearchPreview(this.#engine, this.#words);
    this.#found.after(this.#preview.element);
    this.#listen();
    this.#restore();
    if (!location.search) whenIdle(() => this.#engine.warm());
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
    for (const part of [this.#facets, this.#found])
      part.addEventListener('click', (event) => this.#onFacet(event));
    this.#found.addEventListener('click', ({ target }) => {
      if ((target as Element).closest('.page-list a')) keepSearch('searches', this.#input.value);
    });
    addEventListener('popstate', () => this.#restore());
    this.#prepareSlash();
    this.#showMissed();
  }

  /** Typed text that is cut or cleaned in the address stays in the field as it is. */
  #state(): SearchState {
    return { query: this.#input.value, filters: this.#filters };
  }

  #address(filters = this.#filters): string {
    const address = addressFromState({ ...this.#state(), filters });
    const explain = this.#isExplained ? `${address ? '&' : '?'}explain` : '';
    return location.pathname + address + explain;
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
    for (const timer of [this.#timer, this.#missTimer, this.#lateTimer]) clearTimeout(timer);
    const { query, filters } = this.#state();
    if (query.trim() === '' && Object.values(filters).every((id) => !id)) {
      this.#clear();
      return;
    }
    this.#lateTimer = setTimeout(() => this.#tell(this.#words.loading), patience);
    this.#shown = atOnce;
    const ask = { query, filters, preferences: preferences() };
    const answer = await this.#engine.find(ask, (found) => this.#renderFound(found, false));
    if (answer.kind === 'stale') return;
    clearTimeout(this.#lateTimer);
    if (answer.kind === 'found') this.#renderFound(answer, true);
    else {
      this.#tell(this.#words.failed);
      this.#found.replaceChildren(this.#index());
    }
  }

  /** Said once: the same text written again would be read again. */
  #tell(text: string): void {
    if (this.#count.textContent !== text) this.#count.textContent = text;
  }

  #clear(): void {
    // An answer on its way must not come back over the empty page.
    this.#engine.forget();
    this.#tell(this.#words.hint);
    void this.#preview.show(undefined);
    this.#found.replaceChildren(this.#index());
    this.#facets.replaceChildren();
  }

  /** The way that needs no search. */
  #index(): HTMLElement {
    return make('p', {}, [make('a', { href: `${this.#words.base}a-z/` }, [this.#words.index])]);
  }

  /** The last answer is announced; what came before it keeps its place, and so does whoever has begun to walk through it. */
  #renderFound(found: Found, isLast: boolean): void {
    const { results, counts, isNearest, isWhole } = found;
    const verdict = verdictOn(found, this.#words);
    const isFiltered = Object.values(this.#filters).some(Boolean);
    const total = count(this.#words.results, results.length, this.#words.language);
    if (isLast) this.#tell(isNearest ? verdict : `${verdict} ${total}`.trim());
    const focused = this.#focusedIn(this.#found);
    this.#found.classList.toggle('is-nothing', isNearest);
    this.#found.replaceChildren(
      ...(isNearest
        ? [...this.#explain(found), ...this.#nothing(found)]
        : [
            ...this.#explain(found),
            ...this.#offer(found),
            this.#list(results.slice(0, this.#shown)),
            ...this.#more(results),
          ]),
    );
    if (focused) this.#found.querySelector<HTMLElement>(focused)?.focus();
    const previewed = results.find(({ id }) => id === this.#preview.id);
    if (!this.#preview.element.contains(document.activeElement))
      void this.#preview.show(isNearest ? undefined : (isLast && previewed) || results[0]);
    if (isFiltered || !isNearest) this.#renderFacets(counts);
    else this.#facets.replaceChildren();
    if (isNearest && isWhole && !isFiltered) this.#miss(found.understood.text);
  }

  /** What the query itself names of the taxonomy: offered, never forced. */
  #offer({ understood, counts, results }: Found): HTMLElement[] {
    const offered = understood.facets
      .filter((named): named is { facet: Facet; id: string } =>
        Object.hasOwn(this.#words.facets, named.facet),
      )
      .filter(({ facet, id }) => {
        const left = counts[facet].get(id) ?? 0;
        return !this.#filters[facet] && left > 0 && left < results.length;
      })
      .slice(0, mostOffered);
    if (offered.length === 0) return [];
    const links = offered.map(({ facet, id }) => {
      const says = fill(this.#words.only, { name: this.#words.facets[facet].ids[id] ?? id });
      const address = this.#address({ ...this.#filters, [facet]: id });
      return make('a', { href: address, 'data-facet': facet, 'data-id': id }, [says]);
    });
    return [make('p', { class: 'search-offer row' }, links)];
  }

  /** How to find what has the focus in a part that is made anew. */
  #focusedIn(part: HTMLElement): string | undefined {
    const focused = document.activeElement;
    if (!focused || !part.contains(focused)) return undefined;
    const href = focused.getAttribute('href');
    return href === null ? focused.localName : `a[href="${CSS.escape(href)}"]`;
  }

  #list(results: Result[]): HTMLElement {
    return make(
      'ol',
      { class: 'page-list' },
      results.map((result) => this.#item(result)),
    );
  }

  #item(result: Result): HTMLElement {
    const { open, href, page, section } = result;
    const card = make('a', { href: page ? open : href }, resultCard(result, this.#words));
    const item = make('li', {}, [card]);
    for (const event of ['focusin', 'mouseover'] as const)
      item.addEventListener(event, () => void this.#preview.show(result));
    if (section) {
      const heading = make('a', { href: section.href }, [section.title]);
      item.append(make('p', { class: 'found-in' }, foundIn(this.#words, heading, section.excerpt)));
    }
    if (this.#isExplained) item.append(whyList([result.score.toFixed(2), ...result.why]));
    return item;
  }

  /** What was made of the query, in the names of the code. */
  #explain({ understood }: Found): HTMLElement[] {
    if (!this.#isExplained) return [];
    const lines = Object.entries(understood).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return [whyList(lines)];
  }

  #more(results: Result[]): HTMLElement[] {
    if (results.length <= this.#shown) return [];
    const button = make('button', { type: 'button', class: 'quiet-button' }, [this.#words.more]);
    button.addEventListener('click', () => {
      const added = results.slice(this.#shown, this.#shown + atOnce).map((result) => this.#item(result));
      this.#shown += atOnce;
      this.#found.querySelector('ol')?.append(...added);
      button.replaceWith(...this.#more(results));
      added[0]?.querySelector('a')?.focus();
    });
    return [button];
  }

  /** Nothing found is not the end: the nearest pages, somebody to ask, and a way to say what is missing. */
  #nothing({ understood, results: nearest, isShutOut }: Found): HTMLElement[] {
    const { closest, askSomebody, request, promise, missing } = this.#words;
    const way = withQuery(missing, understood.text);
    const parts: HTMLElement[] = [];
    if (nearest.length > 0) parts.push(make('h2', {}, [closest]), this.#list(nearest));
    // With nothing near, whoever looks can tell best who of all may know.
    const owners =
      nearest.length > 0 ? [...new Set(nearest.map(({ owner }) => owner))] : Object.keys(this.#words.people);
    const people = owners
      .slice(0, nearest.length > 0 ? mostPeople : mostKnowing)
      .flatMap((id) => this.#words.people[id] ?? []);
    if (people.length > 0) {
      const items = people.map(({ says, ask }) =>
        make('li', {}, [ask ? make('a', { href: ask }, [says]) : says]),
      );
      parts.push(make('h2', {}, [askSomebody]), make('ul', {}, items));
    }
    // What the filters shut out is there: nobody has to write it.
    if (isShutOut) return parts;
    if (way.kind === 'link')
      parts.push(make('p', {}, [make('a', { href: way.href, class: 'button' }, [request])]));
    else parts.push(this.#copyable(way.text, way.href));
    return [...parts, make('p', { class: 'quiet' }, [promise])];
  }

  /** For a channel that takes no text in its address: the text to copy, and where to take it. */
  #copyable(text: string, address?: string): HTMLElement {
    const { copy, copied, openChannel } = this.#words;
    const status = make('span', { role: 'status' });
    const button = make('button', { type: 'button', class: 'quiet-button' }, [copy]);
    const block = make('pre', { tabindex: '0' }, [text]);
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text).then(
        () => (status.textContent = copied),
        () => getSelection()?.selectAllChildren(block),
      );
    });
    const channel = address ? [' ', make('a', { href: address }, [openChannel])] : [];
    return make('div', {}, [block, make('p', {}, [button, ...channel, ' ', status])]);
  }

  #renderFacets(counts: Counts): void {
    const focused = this.#facets.querySelector<HTMLElement>('a:focus')?.dataset;
    const isMoreOpen = this.#facets.querySelector('details')?.open ?? false;
    const groups = facets.map((facet) => ({ facet, group: this.#facet(facet, counts[facet]) }));
    const pick = (isOpen: boolean) =>
      groups.filter(({ facet }) => openFacets.has(facet) === isOpen).flatMap(({ group }) => group ?? []);
    const hidden = pick(false);
    const isChosen = facets.some((facet) => !openFacets.has(facet) && this.#filters[facet]);
    const details = make('details', { open: isMoreOpen || isChosen ? '' : undefined }, [
      make('summary', {}, [this.#words.more]),
      ...hidden,
    ]);
    const strip = make('div', { class: 'facet-strip' }, pick(true));
    this.#facets.replaceChildren(strip, ...(hidden.length > 0 ? [details] : []));
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
      .map(([id, says]) => make('li', {}, [this.#facetLink(facet, id, says, counts.get(id) ?? 0)]));
    if (items.length === 0 || (items.length === 1 && !chosen)) return undefined;
    const heading = make('h2', { class: 'small', id: `facet-${facet}` }, [name]);
    return make('section', {}, [heading, make('ul', { 'aria-labelledby': heading.id }, items)]);
  }

  #facetLink(facet: Facet, id: string, says: string, results: number): HTMLElement {
    const isChosen = this.#filters[facet] === id;
    const filters = { ...this.#filters, [facet]: isChosen ? undefined : id };
    const address = this.#address(filters);
    const attributes = { href: address, 'data-facet': facet, 'data-id': id };
    if (!isChosen) return make('a', attributes, [says, ' ', make('span', { class: 'n' }, [String(results)])]);
    const cross = make('span', { 'aria-hidden': 'true' }, '×');
    return make(
      'a',
      { ...attributes, 'aria-current': 'true', 'aria-label': fill(this.#words.clear, { name: says }) },
      [says, ' ', cross],
    );
  }

  #onFacet(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-facet]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { facet, id } = link.dataset as { facet: Facet; id: string };
    const chosen = this.#filters[facet] === id ? undefined : id;
    // Whose help somebody looks for tells who they are; it settles ties from now on, as work on a role's path does.
    if (facet === 'role') keep('role', chosen);
    this.#visit({ ...this.#filters, [facet]: chosen });
  }

  /** A search that has ended without a result: what is still being typed is none. */
  #miss(query: string): void {
    clearTimeout(this.#missTimer);
    this.#missTimer = keepMissedSoon(query, () => this.#showMissed());
  }

  #showMissed(): void {
    const missed = keptSearches('missed');
    if (missed.length === 0) {
      this.#missed.replaceChildren();
      return;
    }
    const { missed: title, missedWhere, missedSend, forget, sendMissed } = this.#words;
    const lines = missed.map((query) => `- ${query}`);
    // Addresses have an end: the newest go first.
    while (encodeURIComponent(lines.join('\n')).length > longestAddress) lines.pop();
    const way = withQuery(sendMissed, lines.join('\n'));
    const clear = make('button', { type: 'button', class: 'quiet-button' }, [forget]);
    clear.addEventListener('click', () => {
      forgetSearches('missed');
      this.#showMissed();
      this.#input.focus();
    });
    const sending =
      way.kind === 'link' ? make('a', { href: way.href }, [missedSend]) : this.#copyable(way.text, way.href);
    this.#missed.replaceChildren(
      make('details', {}, [
        make('summary', {}, `${title} (${missed.length})`),
        make(
          'ul',
          {},
          missed.map((query) => make('li', {}, [query])),
        ),
        make('p', { class: 'quiet' }, [missedWhere]),
        make('div', { class: 'row' }, [sending, clear]),
      ]),
    );
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

function whyList(lines: string[]): HTMLElement {
  return make(
    'ul',
    { class: 'why' },
    lines.map((line) => make('li', {}, [line])),
  );
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
