/** The same pages for everybody: what our index is made of, as plain fields for the peers. */
import { parse } from 'parse5';
import type { Library } from '../../src/model/library.ts';
import { searchDocument } from '../../src/search/document.ts';
import { readLibrary } from '../../src/search/write-index.ts';
import { elementsIn, textOf } from '../built/built-site.ts';

/** A page as plain fields. */
export interface Document {
  id: string;
  title: string;
  summary: string;
  asks: string[];
  /** The body, one paragraph a line. */
  text: string;
}

/** @param root the project's folder; @throws when a page or a setting has findings: what is refused is no measure of anything */
export async function readShippedLibrary(root: string): Promise<Library> {
  const { library, refused } = await readLibrary(root);
  if (!library || refused > 0) throw new Error('The check refuses some of content/: run npm run check.');
  return library;
}

export function documentsOf(library: Library): Document[] {
  return library.pages.map((page) => {
    const { title, summary, asks } = page.data;
    return { id: page.id, title, summary, asks, text: plainText(searchDocument(page, library).html) };
  });
}

const ends = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'td', 'th', 'dt', 'dd', 'div']);

function plainText(html: string): string {
  const elements = [...elementsIn(parse(html).childNodes)];
  for (const element of elements)
    if (ends.has(element.tagName))
      element.childNodes.push({ nodeName: '#text', value: '\n', parentNode: element });
  const main = elements.find(({ tagName }) => tagName === 'main');
  return main
    ? textOf(main)
        .replace(/\s*\n\s*/g, '\n')
        .trim()
    : '';
}
