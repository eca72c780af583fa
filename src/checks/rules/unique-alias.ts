import type { Rule } from '../check.ts';

export const uniqueAliases: Rule = {
  id: 'unique-alias',
  reason: 'A short address leads to one page; printed cards carry it for years.',
  check({ pages }) {
    const owners = new Map<string, string>();
    return pages.flatMap(({ file, data }) =>
      data.aliases.flatMap((alias) => {
        const first = owners.get(alias);
        owners.set(alias, first ?? file);
        return first
          ? [
              {
                file,
                line: 1,
                column: 1,
                found: `the alias "${alias}"`,
                expected: `an alias of its own; this one belongs to ${first}`,
              },
            ]
          : [];
      }),
    );
  },
};
