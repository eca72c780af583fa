/** Fetches the files of the answer index, all at once, and makes the index of them as they come. */
import { beginAnswerIndex, type AnswerIndex } from './answer-index.ts';
import { answerFiles, unpackPart, unpackWords, type PackedPart, type PackedWords } from './pack.ts';
import { pause } from './pause.ts';
import type { Preview } from './preview.ts';

/** Milliseconds of work, after which everything else has its turn. */
const breath = 40;

/**
 * Of thousands of pages the index takes a slow phone seconds: in between the page may do what its reader wants.
 * @param base the site's base path
 * @param parts how many files the pages are spread over
 * @throws when a file can't be fetched or read
 */
export async function loadAnswers(base: string, language: string, parts: number): Promise<AnswerIndex> {
  const words = read<PackedWords>(base + answerFiles.words);
  const coming = Array.from({ length: parts }, (_, number) =>
    read<PackedPart>(base + answerFiles.part(number)),
  );
  // The first part that fails ends all; the others must not fail unheard.
  void Promise.allSettled(coming);
  const maker = beginAnswerIndex(unpackWords(language, await words));
  for (const part of coming) {
    let began = performance.now();
    for (const document of unpackPart(await part)) {
      maker.add([document]);
      if (performance.now() - began < breath) continue;
      await pause(0);
      began = performance.now();
    }
  }
  return maker.finish();
}

/** The previews of one part, by the ids of its pages. @throws when the file can't be fetched or read */
export function loadPreviews(base: string, part: number): Promise<Record<string, Preview>> {
  return read<Record<string, Preview>>(base + answerFiles.previews(part));
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return (await response.json()) as T;
}
