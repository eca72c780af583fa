/**
 * `<search-box>`: a form that shows results as one types, as an editable combobox with a listbox (ARIA Authoring Practices).
 * Without script, or when the search can't be reached, it is a plain form that leads to the search page.
 */
import { count } from '../model/words.ts';
import type { Answer, Found, SearchEngine } from '../search/engine.ts';
import { cleanQuery } from '../search/query.ts';
import type { Result } from '../search/result.ts';
import type { BoxWords } from '../search/words.ts';
import { forgetSearches, keepMissedSoon, keepSearch, keptSearches } from './kept-searches.ts';
import { make } from './make.ts';
import { engineOf } from './search-engine.ts';
import { preferences } from './search-preferences.ts';
import { SearchPreview } from './search-preview.ts';
import { shortCard, verdictOn } from './search-results.ts';
import { whenIdle } from './when-idle.ts';

/** As many as a phone shows without much scrolling. */
const shown = 8;
/** Milliseconds between two searches while somebody types; the first key is not kept waiting. */
const pause = 50;
/** Milliseconds after which a search that is still running is spoken of. */
const patience = 400;

export class SearchBox extends HTMLElement {
  #words!: BoxWords;
  #engine!: SearchEngine;
  #form!: HTMLFormElement;
  #input!: HTMLInputElement;
  #list!: HTMLUListElement;
  #popup!: HTMLDivElement;
  #message!: HTMLParagraphElement;
  #status!: HTMLParagraphElement;
  #preview!: SearchPreview;
  #results: Result[] = [];
  /** Earlier searches, where nothing is typed yet. */
  #recent: string[] = [];
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #missTimer: ReturnType<typeof setTimeout> | undefined;
  #lastSearch = 0;
  /** What was searched for last. */
  #searched = '';
  /** What is shown for it. */
  #found: Found | undefined;
  /** The first answer to what stands in the field, on its way or here. */
  #answer: Promise<Answer | undefined> = Promise.resolve(undefined);

  connectedCallback(): void {
    if (this.#input) return;
    this.#words = JSON.parse(this.dataset.words ?? '{}') as BoxWords;
    this.#engine = engineOf(this.#words);
    this.#form = this.querySelector('form')!;
    this.#input = this.querySelector('input')!;
    this.#build();
    this.#listen();
    if (this.classList.contains('home')) whenIdle(() => this.#engine.warm());
    if (document.activeElement === this.#input) this.#engine.warm();
  }

  /** Fetches what the first answer needs, before anybody asks. */
  prepare(): void {
    this.#engine.warmAnswers();
  }

  #build(): void {
    const id = `${this.#input.id}-results`;
    this.#list = make('ul', {
      id,
      class: 'page-list',
      role: 'listbox',
      // It scrolls, and must not become a stop of its own for that.
      tabindex: '-1',
      'aria-label': this.#words.label,
      hidden: '',
    });
    this.#message = make('p', { class: 'search-message', hidden: '' });
    this.#preview = new SearchPreview(this.#engine, this.#words);
    const list = make('div', { class: 'search-list' }, [this.#message, this.#list]);
    this.#popup = make('div', { class: 'search-popup', hidden: '' }, [list, this.#preview.element]);
    this.#status = make('p', { class: 'visually-hidden', role: 'status' });
    const roles = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': id,
      'aria-expanded': 'false',
      'aria-haspopup': 'listbox',
    };
    for (const [name, value] of Object.entries(roles)) this.#input.setAttribute(name, value);
    this.append(this.#popup, this.#status);
  }

  #listen(): void {
    this.#input.addEventListener('focus', () => {
      this.#engine.warm();
      this.#searchSoon();
    });
    this.#input.addEventListener('input', () => this.#searchSoon());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.contains(relatedTarget as Node | null)) this.#close();
    });
    // The field keeps the focus while something below it is pressed.
    this.#popup.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('mouseover', ({ target }) => {
      const at = this.#placeOf(target);
      if (at >= 0) void this.#preview.show(this.#results[at]);
    });
    // From the region after the list, back to the field.
    this.#popup.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.closest('dialog')) return;
      this.#input.focus();
      this.#close();
    });
    for (const press of ['click', 'auxclick'] as const)
      this.#list.addEventListener(press, (event) => this.#onPress(event));
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#close();
    });
  }

  #searchSoon(): void {
    clearTimeout(this.#timer);
    const wait = Math.max(0, this.#lastSearch + pause - performance.now());
    if (wait === 0) this.#search();
    else this.#timer = setTimeout(() => this.#search(), wait);
  }

  #search(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#missTimer);
    this.#lastSearch = performance.now();
    const query = this.#input.value;
    this.#searched = query;
    this.#found = undefined;
    this.#choose(-1);
    if (!isEnough(query)) {
      this.#answer = Promise.resolve(undefined);
      this.#engine.forget();
      if (query === '') this.#showRecent();
      else this.#show([]);
      return;
    }
    const late = setTimeout(() => {
      if (this.#answer !== asked) return;
      this.#show(this.#results, this.#words.loading);
      this.#tell(this.#words.loading);
    }, patience);
    const { promise: first, resolve: toFirst } = Promise.withResolvers<Found>();
    const answer = this.#engine.find({ query, preferences: preferences() }, toFirst);
    const asked = Promise.race([first, answer]);
    this.#answer = asked;
    const render = (answered: Answer, isLast: boolean) => {
      clearTimeout(late);
      if (this.#answer === asked) this.#render(answered, isLast);
    };
    void first.then((found) => render(found, false));
    void answer.then((answered) => render(answered, true));
  }

  /** Before anything is typed: what was looked for before. */
  #showRecent(): void {
    const recent = keptSearches('searches');
    if (recent.length === 0 || document.activeElement !== this.#input) {
      this.#show([]);
      return;
    }
    const clear = make('button', { type: 'button', class: 'link-button' }, [this.#words.forget]);
    clear.addEventListener('click', () => {
      forgetSearches('searches');
      this.#input.focus();
      this.#show([]);
    });
    this.#show([], make('span', {}, [this.#words.recent]), ' ', clear);
    this.#recent = recent;
    this.#list.replaceChildren(...recent.map((query, index) => this.#listItem(index, query)));
    this.#list.hidden = false;
    this.#open(true);
  }

  #render(answer: Answer, isLast: boolean): void {
    if (answer.kind === 'failed') {
      this.#show([], this.#words.failed, ' ', this.#link('a-z/', this.#words.index));
      this.#tell(this.#words.failed);
    } else if (answer.kind === 'found') this.#renderFound(answer, isLast);
  }

  /** The last answer leaves what stands there in its place: a choice stays the choice. It alone is announced. */
  #renderFound(found: Found, isLast: boolean): void {
    const { request, closest, results, language } = this.#words;
    const verdict = verdictOn(found, this.#words);
    const message: (Node | string)[] = verdict ? [verdict] : [];
    if (found.isNearest)
      message.push(' ', this.#link(`search/?q=${encodeURIComponent(found.understood.text)}`, request));
    if (found.isNearest && found.results.length > 0) message.push(make('b', {}, [closest]));
    const chosen = this.#results[this.#active];
    const list = found.results.slice(0, shown);
    // Who has gone on to the preview is not called back by what comes later.
    if (this.#preview.element.contains(document.activeElement)) return;
    this.#show(list, ...message);
    this.#found = found;
    if (chosen) this.#choose(list.findIndex(({ id }) => id === chosen.id));
    if (isLast && found.isNearest && found.isWhole) this.#missTimer = keepMissedSoon(found.understood.text);
    const total = found.isNearest ? '' : count(results, found.results.length, language);
    if (isLast) this.#tell(`${verdict} ${total}`.trim());
  }

  /** Said once: the same text written again would be read again. */
  #tell(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /** With neither results nor a message the list closes. */
  #show(results: Result[], ...message: (Node | string)[]): void {
    this.#results = results;
    this.#recent = [];
    this.#choose(-1);
    this.#list.replaceChildren(...results.map((result, index) => this.#option(result, index)));
    this.#message.replaceChildren(...message);
    this.#message.hidden = message.length === 0;
    this.#list.hidden = results.length === 0;
    if (message.length === 0 && results.length === 0) this.#status.textContent = '';
    this.#open(message.length > 0 || results.length > 0);
  }

  #option(result: Result, index: number): HTMLLIElement {
    return this.#listItem(index, ...shortCard(result, this.#words));
  }

  #listItem(index: number, ...content: (Node | string)[]): HTMLLIElement {
    const id = `${this.#list.id}-${index + 1}`;
    return make('li', { id, role: 'option', 'aria-selected': 'false' }, content);
  }

  #placeOf(target: EventTarget | null): number {
    const option = (target as Element | null)?.closest('[role="option"]');
    return option ? [...this.#list.children].indexOf(option) : -1;
  }

  get #length(): number {
    return Math.max(this.#results.length, this.#recent.length);
  }

  #link(path: string, text: string): HTMLAnchorElement {
    return make('a', { href: this.#words.base + path }, [text]);
  }

  #open(isOpen: boolean): void {
    const opens = isOpen && this.#popup.hidden;
    this.#popup.hidden = !isOpen;
    this.#input.setAttribute('aria-expanded', String(isOpen && this.#length > 0));
    // On a phone the keyboard leaves half the screen: the field goes to its top. In a dialog it stands there already.
    if (opens && innerWidth < 720 && !this.closest('dialog')) this.scrollIntoView({ block: 'start' });
  }

  /** What is still on its way would open the list again. */
  #close(): void {
    clearTimeout(this.#timer);
    this.#engine.forget();
    this.#answer = Promise.resolve(undefined);
    this.#searched = '';
    this.#choose(-1);
    this.#open(false);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const last = this.#length - 1;
    const isOpen = !this.#popup.hidden && last >= 0;
    const moves: Record<string, () => number> = {
      ArrowDown: () => (this.#active === last ? 0 : this.#active + 1),
      ArrowUp: () => (this.#active <= 0 ? last : this.#active - 1),
      // Without a choice these two move the cursor in the text, as everywhere.
      ...(this.#active >= 0 && { Home: () => 0, End: () => last }),
    };
    const move = moves[event.key];
    if (move && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (isOpen) this.#choose(move());
      else if (event.key.startsWith('Arrow')) this.#search();
      event.preventDefault();
    } else if (event.key === 'Enter') this.#onEnter(event);
    else if (event.key === 'Escape') this.#onEscape(event);
  }

  /** The chosen result, else the first one, even when it is still on its way; with none, the form leads to the search page. */
  #onEnter(event: KeyboardEvent): void {
    const chosen = this.#results[this.#active];
    const before = this.#recent[this.#active];
    if (chosen) {
      event.preventDefault();
      this.#go(chosen, event);
    } else if (before !== undefined) {
      event.preventDefault();
      this.#askAgain(before);
    } else if (isEnough(this.#input.value)) {
      event.preventDefault();
      if (this.#searched !== this.#input.value) this.#search();
      const asked = this.#answer;
      void asked.then((answer) => {
        if (this.#answer !== asked) return;
        // What stands on top by now; a guess may have given way.
        const shownNow = this.#found ?? answer;
        const first = shownNow?.kind === 'found' && !shownNow.isNearest ? shownNow.results[0] : undefined;
        if (first) this.#go(first, event);
        else this.#form.submit();
      });
    }
  }

  /** In a dialog the key goes on and closes it; elsewhere it closes the list, then empties the field. */
  #onEscape(event: KeyboardEvent): void {
    if (this.closest('dialog')) return;
    event.preventDefault();
    if (!this.#popup.hidden) this.#close();
    else this.#input.value = '';
  }

  #onPress(event: MouseEvent): void {
    const at = this.#placeOf(event.target);
    const [result, before] = [this.#results[at], this.#recent[at]];
    if (result && event.button < 2) this.#go(result, event);
    else if (before !== undefined && event.button === 0) this.#askAgain(before);
  }

  #askAgain(query: string): void {
    this.#input.value = query;
    this.#search();
  }

  #go(result: Result, event: { ctrlKey: boolean; metaKey: boolean; button?: number }): void {
    keepSearch('searches', this.#input.value);
    if (event.ctrlKey || event.metaKey || event.button === 1) {
      open(result.open, '_blank', 'noopener');
      return;
    }
    this.#close();
    this.closest('dialog')?.close();
    location.assign(result.open);
  }

  #choose(index: number): void {
    this.#list.children[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.#list.children[index];
    void this.#preview.show(this.#results[Math.max(index, 0)]);
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    this.#input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }
}

/** One letter finds nearly everything; one character of Chinese is a word. */
function isEnough(query: string): boolean {
  const text = cleanQuery(query);
  return text.length > 1 || /[^\p{ASCII}\p{P}]/u.test(text);
}

customElements.define('search-box', SearchBox);
