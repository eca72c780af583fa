import { reviewCommand } from '../../model/review.ts';
import { reviewed } from '../reviewed.ts';
import type { Rule } from '../rule.ts';

export const reviewVoided: Rule = {
  id: 'review-voided',
  family: 'upkeep',
  says: 'A reviewed page says what was reviewed.',
  reason: 'Readers are told who stands behind a page. After an edit nobody stands behind the new words yet.',
  mend: 'Let the reviewer read the page again, then run the review command on it.',
  examples: {
    bad: [
      { top: "review: { by: counting-desk, on: 2026-11-03, every: 6 months, of: '0123456789abcdef' }" },
      {
        whole: (valid) => reviewed(valid, '2026-11-03').replace('nobody can argue with', 'everybody accepts'),
        at: 28,
        note: 'A page whose summary was edited after its review',
      },
    ],
    ok: [
      { whole: (valid) => reviewed(valid, '2026-11-03'), note: 'A page as it was reviewed' },
      {
        whole: (valid) =>
          reviewed(valid, '2026-11-03').replace('aliases: [count]', 'aliases: [count, tally]'),
        note: 'A short address added after the review changes nothing for readers',
      },
    ],
  },
  page({ data, yaml, page }) {
    const { review } = data;
    if (!review || review.of === page.version) return [];
    return [
      {
        ...yaml.placeOf(['review']),
        found: `a review of ${review.on}, and a page that was edited since`,
        expected: 'a review of what the page says now',
        mend: `Let ${review.by} read it, then run: ${reviewCommand(page.file, review)}`,
      },
    ];
  },
};
