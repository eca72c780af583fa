/** What there is to point to: plain data, made from all pages, so that one draft can be checked in the browser as well. */
import type { ContentPage } from '../content/page.ts';
import type { Source } from './rule.ts';

export interface Known {
  /** Page id → its title and the anchors on it. */
  pages: Record<string, { title: string; anchors: string[] }>;
  /** Alias → id of the first page that claims it. */
  aliases: Record<string, string>;
  /** Ask, in its plain form → id of the first page that claims it. */
  asks: Record<string, string>;
  /** Term of the glossary → id of the first page that explains it. */
  terms: Record<string, string>;
  /** Every file below `content/` that is no page, and pages that were refused, from the root. */
  files: string[];
}

/**
 * @param sources what explains terms: the pages, and those that were refused for another reason
 * @param files every file below `content/`, from the root
 */
export function makeKnown(pages: ContentPage[], sources: Source[], files: string[]): Known {
  const known: Known = { pages: {}, aliases: {}, asks: {}, terms: {}, files: [] };
  for (const page of pages) {
    known.pages[page.id] = describePage(page);
    for (const { kind, to } of page.refs) {
      if (kind === 'alias') known.aliases[to] ??= page.id;
      else if (kind === 'ask') known.asks[plainAsk(to)] ??= page.id;
    }
  }
  for (const { id, refs } of sources) {
    for (const { kind, to } of refs) if (kind === 'own-term') known.terms[to] ??= id;
  }
  const read = new Set(pages.map(({ file }) => file));
  known.files = files.filter((file) => !read.has(file));
  return known;
}

/** What others may point to on a page. */
export function describePage({ data, headings, steps }: ContentPage): Known['pages'][string] {
  const anchors = [...headings.map(({ id }) => id), ...steps.map(({ number }) => `step-${number}`)];
  return { title: data.title, anchors };
}

/** How an ask is compared: case, marks and spaces don't make another question. */
export function plainAsk(ask: string): string {
  return ask
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/** A page that was refused exists all the same: its own findings are enough. */
export function exists(known: Known, id: string): boolean {
  return Object.hasOwn(known.pages, id) || known.files.includes(`content/${id}.mdx`);
}
