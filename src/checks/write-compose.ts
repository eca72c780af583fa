/** What the page for writing pages fetches: all that a draft is checked against, and the source of each page. */
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DraftContext } from './draft.ts';
import { makeKnown } from './known.ts';
import { inBatches } from '../content/read.ts';
import type { Library } from '../model/library.ts';

/** @param root the project's folder; @param outDir the folder of the rendered site */
export async function writeComposing(library: Library, root: string, outDir: string): Promise<void> {
  const context = draftContext(library, await contentFiles(root));
  await mkdir(path.join(outDir, 'api'), { recursive: true });
  await writeFile(path.join(outDir, 'api/check.json'), JSON.stringify(context));
  const folders = new Set(library.pages.map(({ type }) => type));
  for (const folder of folders) await mkdir(path.join(outDir, 'source', folder), { recursive: true });
  const files = library.pages.map(({ file }) => file);
  await inBatches(files, (file) =>
    copyFile(path.join(root, file), path.join(outDir, 'source', file.slice('content/'.length))),
  );
}

/** The first claim to an alias or a term is that of the first file, as in the check. */
export function draftContext(library: Library, files: string[]): DraftContext {
  const { site, taxonomy, words, retired, pages } = library;
  const inOrder = pages.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return { settings: { site, taxonomy, words, retired }, known: makeKnown(inOrder, inOrder, files) };
}

/** Every file below `content/`, from the root, sorted. */
export async function contentFiles(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, 'content'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
