import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { slugOfTitle } from './slug.ts';

describe('the file name of a title', () => {
  const names: Record<string, string> = {
    'Find the cause of a gap': 'find-the-cause-of-a-gap',
    "Don't panic – it’s fine": 'dont-panic-its-fine',
    'Écrire à l’équipe': 'ecrire-a-lequipe',
    '  3 × 4 = 12?  ': '3-4-12',
    Ψυχή: '',
    漢字: '',
    '': '',
    'What’s “good” enough? (50 %)': 'whats-good-enough-50',
    'Über die Brücke – à la carte!': 'uber-die-brucke-a-la-carte',
  };
  for (const [title, name] of Object.entries(names)) {
    test(`“${title}” makes “${name}”`, () => assert.equal(slugOfTitle(title), name));
  }

  test('ends at a word when the title is long', () => {
    assert.equal(
      slugOfTitle('Answer somebody who asks for a course with something that helps them sooner'),
      'answer-somebody-who-asks-for-a-course-with-something-that',
    );
  });
});
