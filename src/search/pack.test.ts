import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { answerData } from './answer-data.ts';
import { makeAnswerIndex } from './answer-index.ts';
import { answer } from './answer.ts';
import { packPart, packWords, unpack } from './pack.ts';
import { answersOf, indexSize } from './write-answers.ts';
import { readLibrary } from './write-index.ts';

const { library } = await readLibrary(path.resolve(import.meta.dirname, '../..'));
assert.ok(library, 'the pages are readable');
const data = answerData(library);

/** As the browser has it: written to text and read back. */
function travelled() {
  const sent = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;
  const half = Math.ceil(data.documents.length / 2);
  const parts = [data.documents.slice(0, half), data.documents.slice(half)];
  return unpack(
    data.language,
    sent(packWords(data)),
    parts.map((part) => sent(packPart(part, data.language))),
  );
}

test('what is shown of a page arrives as it was sent', () => {
  const shown = (documents: typeof data.documents) =>
    documents.map((document) => ({ ...document, asks: [], names: [] }));
  assert.deepEqual(shown(travelled().documents), shown(data.documents));
});

test('a query has the same answer from the index that has travelled', () => {
  const [there, here] = [makeAnswerIndex(data), makeAnswerIndex(travelled())];
  for (const query of [
    'they know how but don’t do it',
    'trainig for the new manager',
    'job aid',
    'xyzzy quux',
    'checkl',
  ]) {
    const ids = (index: typeof there) =>
      answer(index, query).hits.map(({ id, score }) => [id, score.toFixed(6)]);
    assert.deepEqual(ids(here), ids(there), query);
  }
});

test('the same pages give the same files', () => {
  assert.deepEqual(answersOf(library), answersOf(library));
});

test('the index takes no more than 14 bytes an ask and 640 a page, compressed, all else of a page included', () => {
  const asks = data.documents.reduce((sum, document) => sum + document.asks.length, 0);
  // A page may take 125 bytes by the aim; src/README.md says why ours take more.
  const size = indexSize(library);
  assert.ok(size / asks <= 14, `${size} bytes for ${asks} asks`);
  assert.ok(size / data.documents.length <= 640, `${size} bytes for ${data.documents.length} pages`);
});
