/** One page file, read and inspected. */
import type { Finding } from '../content/finding.ts';
import type { ContentPage, PageOptions } from '../content/page.ts';
import { readPageFile } from '../content/read.ts';
import { inspectPage, inspectText } from './inspect.ts';

/** How the pages of a project are read. Plain data: it can be sent to another thread. */
export interface Reading {
  root: string;
  options: PageOptions;
  language: string;
  /** Stands for the code that reads pages (see `readerDigest`). */
  reader: string;
}

/**
 * @param file from the root
 * @param findingsOf what was found for a digest before, or what `look` finds now
 */
export async function checkPage(
  file: string,
  { root, options, language, reader }: Reading,
  findingsOf: (digest: string, look: () => Finding[]) => Finding[],
): Promise<{ page?: ContentPage; findings: Finding[] }> {
  const { page, findings, digest, text, parsed } = await readPageFile(root, file, reader, options);
  if (!page) return { findings: [...findings, ...inspectText(text, file)] };
  const look = () => [...inspectText(text, file), ...inspectPage(text, page, language, parsed)];
  return { page, findings: findingsOf(digest, look) };
}
