/** The files of the answer index, and the description by which a browser's address bar can search the site. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fullAddress } from '../model/address.ts';
import type { Library } from '../model/library.ts';
import { answerData } from './answer-data.ts';
import { answerFiles, packPart, packWords, partSize } from './pack.ts';
import { previewOf } from './preview.ts';

/** @param outDir the folder of the rendered site */
export async function writeAnswers(library: Library, outDir: string): Promise<void> {
  await mkdir(path.join(outDir, 'answers'), { recursive: true });
  const files = [...answersOf(library), ['opensearch.xml', openSearch(library)] as const];
  await Promise.all(files.map(([file, text]) => writeFile(path.join(outDir, file), text)));
}

/** Path below the site → text of the file. */
export function answersOf(library: Library): Map<string, string> {
  const data = answerData(library);
  const files = new Map([[answerFiles.words, JSON.stringify(packWords(data))]]);
  for (let from = 0; from === 0 || from < data.documents.length; from += partSize) {
    const documents = data.documents.slice(from, from + partSize);
    const part = from / partSize;
    files.set(answerFiles.part(part), JSON.stringify(packPart(documents, data.language)));
    const previews = Object.fromEntries(documents.map(({ id }) => [id, previewOf(library.byId.get(id)!)]));
    files.set(answerFiles.previews(part), JSON.stringify(previews));
  }
  return files;
}

/** What a browser fetches before it can answer, in bytes compressed with gzip. */
export function indexSize(library: Library): number {
  return [...answersOf(library)]
    .filter(([file]) => !file.includes('previews'))
    .reduce((sum, [, text]) => sum + gzipSync(text, { level: 9 }).length, 0);
}

function openSearch({ site, words }: Library): string {
  const search = fullAddress(site, 'search');
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${escape([...site.name].slice(0, 16).join(''))}</ShortName><Description>${escape(words.search.hint)}</Description><InputEncoding>UTF-8</InputEncoding><Image width="16" height="16" type="image/svg+xml">${escape(fullAddress(site, 'icon.svg').replace(/\/$/, ''))}</Image><Url type="text/html" template="${escape(search)}?q={searchTerms}"/></OpenSearchDescription>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
