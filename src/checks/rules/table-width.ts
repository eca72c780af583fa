import { placeOfNode, tablesOf } from '../outline.ts';
import type { Rule } from '../rule.ts';

const most = 6;

export const tableWidth: Rule = {
  id: 'table-width',
  family: 'structure',
  says: `A table has two to ${most} columns.`,
  reason: 'One column is a list. More than six can’t be read on a phone or on a printed page.',
  mend: 'Write a list, or split the table by what readers look for.',
  examples: {
    bad: [
      { body: '| Days |\n|---|\n| Monday |\n| Tuesday |' },
      {
        body: '| Mo | Tu | We | Th | Fr | Sa | Su |\n|---|---|---|---|---|---|---|\n| 7 | 5 | 6 | 9 | 4 | 0 | 0 |',
      },
    ],
    ok: [
      { body: '| Mo | Tu | We | Th | Fr | Sum |\n|---|---|---|---|---|---|\n| 7 | 5 | 6 | 9 | 4 | 31 |' },
      {
        body: '<Template name="Card">\n\n| Mo | Tu | We | Th | Fr | Sa | Su |\n|---|---|---|---|---|---|---|\n| | | | | | | |\n\n</Template>',
        note: 'A form to be filled in',
      },
    ],
  },
  page({ tree, text }) {
    return tablesOf(tree).flatMap((node) => {
      const columns = node.children[0]?.children.length ?? 0;
      if (columns > 1 && columns <= most) return [];
      return {
        ...placeOfNode(text, node),
        found: `a table with ${columns} ${columns === 1 ? 'column' : 'columns'}`,
        expected: columns === 1 ? 'a list' : `at most ${most}`,
      };
    });
  },
};
