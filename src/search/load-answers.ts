/** Fetches the files of the answer index, all at once. */
import { makeAnswerIndex, type AnswerIndex } from './answer.ts';
import { answerFiles, unpack, type PackedPart, type PackedShown, type PackedWords } from './pack.ts';
import type { Preview } from './preview.ts';

/**
 * @param base the site's base path
 * @param parts how many files the pages are spread over
 * @throws when a file can't be fetched or read
 */
export async function loadAnswers(base: string, language: string, parts: number): Promise<AnswerIndex> {
  const numbers = Array.from({ length: parts }, (_, number) => number);
  const [words, packed, shown] = await Promise.all([
    read<PackedWords>(base + answerFiles.words),
    Promise.all(numbers.map((number) => read<PackedPart>(base + answerFiles.part(number)))),
    Promise.all(numbers.map((number) => read<PackedShown>(base + answerFiles.shown(number)))),
  ]);
  return makeAnswerIndex(unpack(language, words, packed, shown));
}

/** @throws when the file can't be fetched or read */
export function loadPreviews(base: string, part: number): Promise<Preview[]> {
  return read<Preview[]>(base + answerFiles.previews(part));
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return (await response.json()) as T;
}
