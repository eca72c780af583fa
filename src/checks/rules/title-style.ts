import { smallWords } from '../language/en.ts';
import type { Rule } from '../rule.ts';

export const titleStyle: Rule = {
  id: 'title-style',
  family: 'language',
  says: 'A title is written like a sentence, without a full stop.',
  reason: 'Capitals In Every Word are slower to read, and names can’t be told from other words.',
  mend: 'Keep the first capital and those of names: “Count the cases of one week”.',
  examples: {
    bad: [
      { top: 'title: Count the cases of one week.' },
      { top: 'title: Count the Cases of One Week' },
      { top: 'title: COUNT THE CASES' },
    ],
    ok: [
      { top: 'title: Count the cases in Power BI' },
      { top: 'title: Use the API of the NHS' },
      { type: 'decision-tools', top: 'title: Is a card worth it?' },
      { top: 'title: Count cases, sums, etc.', note: 'An abbreviation keeps its full stop' },
    ],
  },
  page({ data, yaml, language }) {
    const fault = faultOf(data.title, language);
    return fault
      ? [{ ...yaml.placeOf(['title']), found: fault, expected: 'a title written like a sentence' }]
      : [];
  },
};

function faultOf(title: string, language: string): string | undefined {
  if (/[^.]\.$/.test(title) && !/\betc\.$/.test(title)) return 'a title with a full stop';
  if (/\p{Lu}{4}/u.test(title) && /\s/.test(title) && !/\p{Ll}/u.test(title)) return 'a title in capitals';
  return language === 'en' && isTitleCase(title) ? 'a title with a capital on every word' : undefined;
}

/** Capitals on all words but the small ones, in two places at least: a long name in one place is no title case. */
function isTitleCase(title: string): boolean {
  const later = title
    .split(/[\s–—-]+/)
    .slice(1)
    .filter((word) => /\p{L}/u.test(word));
  const large = later.filter((word) => !smallWords.has(word.toLowerCase()));
  const runs = later
    .map((word) => (smallWords.has(word) ? ' ' : 'x'))
    .join('')
    .split(' ')
    .filter(Boolean);
  return large.length >= 3 && runs.length >= 2 && large.every((word) => /^[“"‘('[]*\p{Lu}\p{Ll}/u.test(word));
}
