/** The search of this page's site, one for all search fields of a page. */
import { SearchEngine } from '../search/engine.ts';
import { FullText, type Pagefind } from '../search/full-text.ts';
import { loadAnswers, loadPreviews } from '../search/load-answers.ts';

/** What has to be known of the site. */
export interface SearchedSite {
  /** Its base path. */
  base: string;
  language: string;
  /** How many files the answer index is spread over. */
  parts: number;
}

/**
 * Milliseconds between two keys of somebody who types. The full text opens up to twenty pages for a query: were it asked after
 * every key, the first tier's answer to the next one would have to wait for it.
 */
const typing = 120;

let engine: SearchEngine | undefined;

export function engineOf({ base, language, parts }: SearchedSite): SearchEngine {
  engine ??= new SearchEngine({
    base,
    answers: () => loadAnswers(base, language, parts),
    previews: (part) => loadPreviews(base, part),
    fullText: new FullText(base, language, importPagefind(base), typing),
  });
  return engine;
}

/** A browser remembers a module that it could not fetch; under another address it tries again. */
function importPagefind(base: string): (attempt: number) => Promise<Pagefind> {
  return (attempt) => {
    const again = attempt > 0 ? `?${attempt}` : '';
    return import(/* @vite-ignore */ `${base}pagefind/pagefind.js${again}`) as Promise<Pagefind>;
  };
}
