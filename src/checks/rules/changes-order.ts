import type { Rule } from '../rule.ts';

export const changesOrder: Rule = {
  id: 'changes-order',
  family: 'upkeep',
  says: 'The newest change stands first.',
  reason: 'Pages and news show the first change as the latest.',
  mend: 'Sort the changes by day, the newest on top.',
  examples: {
    bad: [
      {
        top: 'changes:\n  - on: 2026-11-02\n    what: New page.\n  - on: 2026-11-09\n    what: Counts on Fridays too.',
        at: 4,
      },
    ],
    ok: [
      {
        top: 'changes:\n  - on: 2026-11-09\n    what: Counts on Fridays too.\n  - on: 2026-11-09\n    what: Has an example.\n  - on: 2026-11-02\n    what: New page.',
      },
    ],
  },
  page({ data: { changes }, yaml }) {
    return changes.flatMap(({ on }, i) => {
      const above = changes[i - 1]?.on;
      if (above === undefined || on <= above) return [];
      return {
        ...yaml.placeOf(['changes', i, 'on']),
        found: `a change of ${on} below one of ${above}`,
        expected: 'the newest first',
      };
    });
  },
};
