import assert from 'node:assert/strict';
import path from 'node:path';
import { mock, test } from 'node:test';
import { answerData } from './answer-data.ts';
import { makeAnswerIndex } from './answer-index.ts';
import { answer } from './answer.ts';
import { loadAnswers } from './load-answers.ts';
import { answerFiles, packPart, packWords } from './pack.ts';
import { readLibrary } from './write-index.ts';

const { library } = await readLibrary(path.resolve(import.meta.dirname, '../..'));
assert.ok(library, 'the pages are readable');
const data = answerData(library);
const middle = Math.floor(data.documents.length / 2);
const parts = [data.documents.slice(0, middle), data.documents.slice(middle)];

/** The files of an index of two parts, under their addresses. */
const files = new Map<string, unknown>([
  [answerFiles.words, packWords(data)],
  ...parts.flatMap((documents, number): [string, unknown][] => [
    [answerFiles.part(number), packPart(documents, data.language)],
  ]),
]);

/** @param but an address that can't be had */
function serve(but?: string): void {
  mock.method(globalThis, 'fetch', async (address: string) => {
    const name = address.replace('/kb/', '');
    return name !== but && files.has(name)
      ? Response.json(files.get(name))
      : new Response('', { status: 404 });
  });
}

test('an index that came in two parts answers like one that was made at once', async () => {
  serve();
  const came = await loadAnswers('/kb/', data.language, 2);
  const made = makeAnswerIndex(data);
  assert.deepEqual(
    came.data.documents.map(({ id }) => id),
    data.documents.map(({ id }) => id),
  );
  for (const { title } of data.documents.slice(0, 20))
    assert.deepEqual(
      answer(came, title).hits.map(({ id }) => id),
      answer(made, title).hits.map(({ id }) => id),
    );
});

test('an index of which any file is missing is none', async () => {
  for (const file of files.keys()) {
    serve(file);
    await assert.rejects(loadAnswers('/kb/', data.language, 2), /answers 404/, file);
  }
});
