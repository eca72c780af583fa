/** The second tier of the search: the whole text of all pages, by Pagefind, which is loaded when it is first needed. */
import { textWeights } from './fields.ts';
import { languageOf, type Language } from './languages/language.ts';
import { remembering } from './languages/remembering.ts';
import { pause } from './pause.ts';
import { holderOf } from './query.ts';
import { wordsOfPage, type PageData } from './result.ts';

/** What is used of `pagefind.js`. */
export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: PagefindHit[] }>;
}

interface PagefindHit {
  id: string;
  score: number;
  data(): Promise<PageData>;
}

/** A page that holds all that was asked for. */
export interface TextHit {
  /** `job-aids/find-the-cause-of-a-gap` */
  id: string;
  data: PageData;
}

/** What pages hold of a query. */
export interface TextFound {
  /** Best first. */
  hits: TextHit[];
  /** The words that they hold: all, or all but one. */
  words: string[];
}

/** At most as many pages are opened for a query; each is a file. */
const mostOpened = 20;
/** With fewer words, one less would be a search for something else. */
const fewestToDrop = 4;

export class FullText {
  readonly #import: (attempt: number) => Promise<Pagefind>;
  readonly #base: string;
  readonly #language: Language;
  readonly #rest: number;
  #pagefind: Promise<Pagefind> | undefined;
  #attempts = 0;

  /**
   * @param base the site's base path
   * @param language of the pages, `en`
   * @param load how Pagefind's script is fetched; `attempt` counts from 0
   * @param rest milliseconds for which a search waits: one that is overtaken meanwhile costs nothing
   */
  constructor(base: string, language: string, load: (attempt: number) => Promise<Pagefind>, rest = 0) {
    this.#base = base;
    this.#language = remembering(languageOf(language));
    this.#import = load;
    this.#rest = rest;
  }

  /** Fetches the engine ahead of the first query. Failing now is no error: the query will try again. */
  warm(): void {
    this.#load().catch(() => undefined);
  }

  /**
   * Pages whose text holds all the words, and each phrase as it stands; with many words, all of them but one.
   * @param words without those that every sentence holds
   * @throws when the index can't be fetched
   */
  async find(words: string[], phrases: string[], isWanted: () => boolean = () => true): Promise<TextFound> {
    const nothing = { hits: [], words };
    if (words.length === 0) return nothing;
    const [pagefind] = await Promise.all([this.#load(), this.#rest > 0 && pause(this.#rest)]);
    if (!isWanted()) return nothing;
    const all = await this.#holding(pagefind, words, phrases);
    if (all.length > 0 || words.length < fewestToDrop || phrases.length > 0) return { hits: all, words };
    for (const dropped of words.toSorted((a, b) => a.length - b.length)) {
      if (!isWanted()) return nothing;
      const rest = words.filter((word) => word !== dropped);
      const hits = await this.#holding(pagefind, rest, []);
      if (hits.length > 0) return { hits, words: rest };
    }
    return nothing;
  }

  /** The pages that really hold the words, best first. */
  async #holding(pagefind: Pagefind, words: string[], phrases: string[]): Promise<TextHit[]> {
    const { results } = await pagefind.search(words.join(' '));
    let candidates = results;
    for (const phrase of phrases) {
      const held = new Set((await pagefind.search(`"${phrase}"`)).results.map(({ id }) => id));
      candidates = candidates.filter(({ id }) => held.has(id));
    }
    const opened = await Promise.all(candidates.slice(0, mostOpened).map((hit) => hit.data()));
    return opened
      .filter((page) => holdsAll(page, words, this.#language))
      .map((data) => ({ id: this.#idOf(data), data }));
  }

  #idOf({ url }: PageData): string {
    return url.slice(this.#base.length).replace(/\/$/, '');
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= this.#start().catch((error: unknown) => {
      this.#pagefind = undefined;
      throw error;
    });
    return this.#pagefind;
  }

  async #start(): Promise<Pagefind> {
    const pagefind = await this.#import(this.#attempts++);
    await pagefind.options({
      baseUrl: this.#base,
      excerptLength: 24,
      excerptEllipsis: '…',
      ranking: { termSimilarity: 2, metaWeights: textWeights },
    });
    await pagefind.init();
    return pagefind;
  }
}

function holdsAll(page: PageData, words: string[], language: Language): boolean {
  const holds = holderOf(wordsOfPage(page), language);
  return words.every(holds);
}
