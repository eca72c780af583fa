/** Fetches the files of the answer index, all at once. */
import { makeAnswerIndex, type AnswerIndex } from './answer.ts';
import { answerFiles, unpack, type PackedPart, type PackedWords } from './pack.ts';

/**
 * @param base the site's base path
 * @param parts how many files the pages are spread over
 * @throws when a file can't be fetched or read
 */
export async function loadAnswers(base: string, language: string, parts: number): Promise<AnswerIndex> {
  const numbers = Array.from({ length: parts }, (_, number) => number);
  const [words, packed, summaries] = await Promise.all([
    read<PackedWords>(base + answerFiles.words),
    Promise.all(numbers.map((number) => read<PackedPart>(base + answerFiles.part(number)))),
    Promise.all(numbers.map((number) => read<string[]>(base + answerFiles.summaries(number)))),
  ]);
  return makeAnswerIndex(unpack(language, words, packed, summaries.flat()));
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return (await response.json()) as T;
}
