import { passagesOf } from '../passages.ts';
import { withoutQuotations } from '../quotation.ts';
import type { Rule } from '../rule.ts';
import { countWords, sentencesOf } from '../sentences.ts';

const most = 35;
const long =
  'Whoever counts the cases of one week and finds on Friday that the sum of the marks on the card does not agree with the number that the desk has in its list should ask the desk before anybody counts again.';

export const longSentence: Rule = {
  id: 'long-sentence',
  family: 'language',
  says: `A sentence has at most ${most} words. Quotations and what stands in brackets don’t count.`,
  reason: 'At the end of a long sentence its beginning is gone, and the reader starts again.',
  mend: 'Make two sentences of it, or a list.',
  examples: {
    bad: [
      { body: long },
      { body: `Count again. ${long}`, note: 'A long sentence after a short one' },
      {
        type: 'technologies',
        top: `verdict:\n  call: trial\n  on: 2026-11-01\n  why: ${long}\n  until: A trial with three doors.`,
        at: 4,
      },
    ],
    ok: [
      { body: long.replace(' and finds', '. They find') },
      { body: `As the desk says: “${long}”`, note: 'A quotation' },
      { body: `<Template name="Letter">\n\n${long}\n\n</Template>`, note: 'A text to be copied' },
    ],
  },
  page(subject) {
    return passagesOf(subject)
      .filter(({ kind, text }) => kind !== 'heading' && kind !== 'cell' && text.length > most * 3)
      .flatMap(({ text, placeAt }) =>
        sentencesOf(text).flatMap(({ text: sentence, at }) => {
          const words = countWords(withoutQuotations(sentence));
          if (words <= most) return [];
          return { ...placeAt(at), found: `a sentence of ${words} words`, expected: `at most ${most}` };
        }),
      );
  },
};
