import { freshness } from '../../model/freshness.ts';
import { reviewCommand } from '../../model/review.ts';
import { reviewed } from '../reviewed.ts';
import type { Rule } from '../rule.ts';

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  family: 'upkeep',
  says: 'A review is renewed before it runs out.',
  reason:
    'Work changes, and a page that nobody has looked at for long tells people how it was done last year.',
  mend: 'Let the owner read the page against the work as it is today, then run the review command on it.',
  examples: {
    bad: [
      {
        whole: (valid) => reviewed(valid, '2026-05-19'),
        at: 28,
        note: 'Reviewed on 2026-05-19 for 6 months; today is 2026-11-20',
      },
    ],
    ok: [{ whole: (valid) => reviewed(valid, '2026-05-20'), note: 'Due today' }],
  },
  project({ pages, today }) {
    return pages.flatMap((page) => {
      const state = freshness(page, today);
      const place = page.refs.find(({ kind }) => kind === 'reviewed');
      const { review } = page.data;
      if (state.is !== 'overdue' || !place || !review) return [];
      return {
        file: page.file,
        line: place.line,
        column: place.column,
        found: `a review that ran out on ${state.due}`,
        expected: `a review that holds on ${today}`,
        mend: `Let ${review.by} read it, then run: ${reviewCommand(page.file, review)}`,
      };
    });
  },
};
