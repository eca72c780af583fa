import { plainAsk } from '../known.ts';
import type { Rule } from '../rule.ts';
import { sentencesOf } from '../sentences.ts';

const most = 2;

export const summaryForm: Rule = {
  id: 'summary-form',
  family: 'language',
  says: 'A summary is one sentence, or two short ones, and says more than the title.',
  reason: 'Results show it below the title. It is all that a reader has to choose by.',
  mend: 'Say what the reader gets from the page, as a sentence with a full stop.',
  examples: {
    bad: [
      { top: 'summary: Five marks a day give you a number that nobody can argue with' },
      { top: 'summary: Count the cases of one week.' },
      { top: 'summary: Take a card. Make a mark for each case. Add them up.' },
    ],
    ok: [
      { top: 'summary: Take a card, make a mark for each case, e.g. at the door. Add them up.' },
      { top: 'summary: One card, five days. Who counts?' },
      { top: 'summary: "Count the cases of one week with five marks a day, “on a card”."' },
    ],
  },
  page({ data, yaml, language }) {
    if (language !== 'en') return [];
    const { summary, title } = data;
    const at = yaml.placeOf(['summary']);
    if (plainAsk(summary) === plainAsk(title))
      return [{ ...at, found: 'a summary that repeats the title', expected: 'what the title doesn’t say' }];
    if (!/[.?!…][”"’)]*$/.test(summary))
      return [
        {
          ...at,
          found: 'a summary without a full stop',
          expected: 'a whole sentence',
          mend: 'End it with a full stop.',
        },
      ];
    const sentences = sentencesOf(summary).length;
    return sentences > most
      ? [{ ...at, found: `a summary of ${sentences} sentences`, expected: `at most ${most}` }]
      : [];
  },
};
