/** One page file, read and inspected. */
import type { Finding } from '../content/finding.ts';
import type { ContentPage, PageOptions } from '../content/page.ts';
import { readPageFile } from '../content/read.ts';
import { sourceOf, type Source } from './rule.ts';
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
): Promise<{ page?: ContentPage; source: Source; findings: Finding[] }> {
  const { page, findings, digest, text, parsed, refs } = await readPageFile(root, file, reader, options);
  const source = sourceOf(file, refs);
  if (!page) return { source, findings: [...findings, ...inspectText(text, file)] };
  const look = () => [...inspectText(text, file), ...inspectPage(text, page, language, parsed)];
  return { page, source, findings: findingsOf(digest, look) };
}
