/** What a result's page holds, beside the list: a region of its own after it, never inside an option. */
import { count, fill } from '../model/words.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Preview } from '../search/preview.ts';
import type { Result } from '../search/result.ts';
import type { BoxWords } from '../search/words.ts';
import { make } from './make.ts';
import { foundIn } from './search-results.ts';

/** Where there is room beside the list. The sheet (search.css) shows the region from the same width on. */
const hasRoom = matchMedia('(min-width: 1000px)');

export class SearchPreview {
  readonly element: HTMLElement;
  readonly #engine: SearchEngine;
  readonly #words: BoxWords;
  #shown: Result | undefined;

  constructor(engine: SearchEngine, words: BoxWords) {
    this.#engine = engine;
    this.#words = words;
    this.element = make('section', { class: 'search-preview', 'aria-label': words.preview, hidden: '' });
  }

  /** Which page is shown. */
  get id(): string | undefined {
    return this.#shown?.id;
  }

  /** Shows a result's page, or nothing. A preview that can't be fetched is left out. */
  async show(result: Result | undefined): Promise<void> {
    if (result && this.#shown?.open === result.open && this.#shown.section?.href === result.section?.href)
      return;
    this.#shown = result;
    if (!result || !hasRoom.matches) {
      this.element.hidden = true;
      return;
    }
    const preview = await this.#engine.previewOf(result.id);
    if (this.#shown !== result) return;
    if (!preview) this.#shown = undefined;
    this.element.hidden = !preview;
    if (preview) this.element.replaceChildren(...this.#content(result, preview));
  }

  #content(result: Result, preview: Preview): HTMLElement[] {
    const { openPage } = this.#words;
    const title = result.page ?? result.title;
    const link = make('a', { href: result.open }, [fill(openPage, { title })]);
    const parts: HTMLElement[] = [make('p', { class: 'preview-open' }, [link])];
    if (result.page) parts.push(make('p', {}, [result.summary]));
    else parts.push(...this.#holds(preview));
    if (result.section) {
      const { href, title: heading, excerpt } = result.section;
      const to = make('a', { href }, [heading]);
      parts.push(make('p', { class: 'quiet' }, foundIn(this.#words, to, excerpt)));
    }
    return parts;
  }

  #holds({ when, kind, ask, items, more }: Preview): HTMLElement[] {
    const parts: HTMLElement[] = [];
    if (when) parts.push(make('p', { class: 'quiet' }, [when]));
    if (ask) parts.push(make('p', { class: 'preview-ask' }, [ask]));
    const list = make(kind === 'steps' ? 'ol' : 'ul', { class: `preview-${kind}` });
    list.append(...items.map((item) => make('li', {}, [item])));
    if (items.length > 0) parts.push(list);
    if (more > 0)
      parts.push(make('p', { class: 'quiet' }, [count(this.#words.previewMore, more, this.#words.language)]));
    return parts;
  }
}
