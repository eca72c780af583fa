/** The search index of a built site: every page's document into Pagefind, and its files to where the browser looks for them. */
import { readFile, rm, readdir } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import { readPages, readSettings } from '../content/read.ts';
import { pageOptions } from '../content/settings.ts';
import { makeLibrary, type Library } from '../model/library.ts';
import { searchDocument } from './document.ts';

/**
 * Writes the index of a library's pages.
 * @param folder where the files go; what was there is removed
 */
export async function writeIndex({ library, folder }: { library: Library; folder: string }): Promise<void> {
  try {
    const index = await makeIndex(library);
    await rm(folder, { recursive: true, force: true });
    must(await index.writeFiles({ outputPath: folder }));
  } finally {
    await pagefind.close();
  }
  await removeUnused(folder);
}

/** What can be indexed of `content/`, and how many findings stand against the rest. */
export async function readLibrary(root: string): Promise<{ library?: Library; refused: number }> {
  const { settings, findings } = await readSettings(root);
  if (!settings) return { refused: findings.length };
  const { pages, findings: refused } = await readPages(root, pageOptions(settings));
  return { library: makeLibrary(pages, settings), refused: refused.length };
}

/** Pages go in by the order of their ids, so that the same content gives the same files. */
export async function makeIndex(library: Library): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: library.site.language });
  if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
  const pages = library.pages.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  // The service takes the documents in the order sent; waiting for each answer in turn costs more than the indexing.
  for (let start = 0; start < pages.length; start += batch) {
    const documents = pages.slice(start, start + batch).map((page) => searchDocument(page, library));
    const answers = await Promise.all(
      documents.map(({ url, html }) => index.addHTMLFile({ url, content: html })),
    );
    for (const answer of answers) must(answer);
  }
  return index;
}

const batch = 64;

/**
 * Whether the browser ever asks for a file of Pagefind's: the engine, its worker and the index. Pagefind also writes three
 * user interfaces, a highlighter and an engine without stemming.
 * @param file its path below `pagefind/`, with forward slashes
 * @param entry the text of `pagefind-entry.json`, which says which engine is used
 */
export function isServed(file: string, entry: string): boolean {
  if (/^(pagefind|pagefind-worker)\.js$|^pagefind-entry\.json$|^pagefind\.\w+\.pf_meta$/.test(file))
    return true;
  if (/^(index|fragment)\/[\w-]+\.pf_(index|fragment)$/.test(file)) return true;
  const { languages } = JSON.parse(entry) as { languages: Record<string, { wasm: string | null }> };
  return Object.values(languages).some(({ wasm }) => file === `wasm.${wasm ?? 'unknown'}.pagefind`);
}

async function removeUnused(folder: string): Promise<void> {
  const entry = await readFile(path.join(folder, 'pagefind-entry.json'), 'utf8');
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((name) => name.isFile())
    .map(({ name }) => name);
  await Promise.all(
    names.filter((name) => !isServed(name, entry)).map((name) => rm(path.join(folder, name))),
  );
}

function must({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind refuses: ${errors.join('; ')}`);
}
