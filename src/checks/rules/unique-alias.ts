import { secondClaims } from '../claims.ts';
import type { Rule } from '../rule.ts';

export const uniqueAlias: Rule = {
  id: 'unique-alias',
  family: 'links',
  says: 'A short address leads to one page, for ever.',
  reason: 'Printed cards carry short addresses for years, also those of pages that were retired.',
  mend: 'Choose another alias.',
  examples: {
    bad: [
      { type: 'references', top: 'aliases: [count]' },
      { top: 'aliases: [count, count]' },
      { top: 'aliases: [by-heart]', note: 'The alias of a page that was withdrawn' },
    ],
    ok: [{ top: 'aliases: [count, counting, tally-marks]' }],
  },
  project({ pages, known, settings }) {
    const twice = secondClaims(pages, 'alias', known.aliases).map(({ to, first, ...place }) => ({
      ...place,
      found: `the alias "${to}"`,
      expected: `an alias of its own; this one belongs to ${first}`,
    }));
    const ofRetired = pages.flatMap(({ file, refs }) =>
      refs.flatMap(({ kind, to, line, column }) => {
        const owner = kind === 'alias' && settings.retired.find(({ aliases }) => aliases.includes(to));
        if (!owner) return [];
        return {
          file,
          line,
          column,
          found: `the alias "${to}"`,
          expected: `an alias of its own; this one leads to what became of ${owner.id}`,
        };
      }),
    );
    return [...twice, ...ofRetired];
  },
};
