import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentPage } from '../content/page.ts';
import { indexLetters } from './index-letters.ts';

const page = (title: string) => ({ data: { title } }) as ContentPage;

test('accents stand with their letter, digits and other scripts in front', () => {
  const letters = indexLetters([page('4 ways'), page('Ωmega'), page('Ändern'), page('apply'), page('Zoo')]);
  assert.deepEqual(
    letters.map(({ name, pages }) => [name, pages.length]),
    [
      ['0–9', 2],
      ['A', 2],
      ['Z', 1],
    ],
  );
});
