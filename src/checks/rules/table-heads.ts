import { plainText } from '../../content/blocks.ts';
import { placeOfNode, tablesOf } from '../outline.ts';
import type { Rule } from '../rule.ts';

export const tableHeads: Rule = {
  id: 'table-heads',
  family: 'structure',
  says: 'Every column of a table has a heading; only the first may go without.',
  reason:
    'Whoever hears a table is told the heading with each cell. The corner above the names of rows may stay empty.',
  mend: 'Write into the first line of the table what stands in the column.',
  examples: {
    bad: [
      { body: '| Day | |\n|---|---|\n| Monday | 7 |' },
      { body: '| | | Sum |\n|---|---|---|\n| Early | Monday | 7 |' },
      { body: 'Marks:\n\n| | |\n|---|---|\n| Monday | 7 |', at: 3, note: 'A table without any heading' },
    ],
    ok: [
      { body: '| | Monday | Friday |\n|---|---|---|\n| Early | 7 | 9 |', note: 'Names of rows on the left' },
      {
        body: '<Template name="Card">\n\n| Day | |\n|---|---|\n| | |\n\n</Template>',
        note: 'A form to be filled in',
      },
    ],
  },
  page({ tree, text }) {
    return tablesOf(tree).flatMap((node) => {
      const heads = node.children[0]?.children ?? [];
      const empty = heads.findIndex(
        (cell, i) => i > 0 && plainText(cell).trim() === '' && cell.children.length === 0,
      );
      if (empty < 0) return [];
      return {
        ...placeOfNode(text, heads[empty]!),
        found: `no heading above column ${empty + 1}`,
        expected: 'words in the first line of the table',
      };
    });
  },
};
