import { outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

export const tableRows: Rule = {
  id: 'table-rows',
  family: 'structure',
  says: 'Every row of a table has as many cells as its first line.',
  reason:
    'Cells without a column are not shown at all, and a missing one moves the rest under the wrong heading.',
  mend: 'Count the | signs of the row. A | within a cell is written \\|.',
  examples: {
    bad: [
      { body: '| Day | Cases |\n|---|---|\n| Monday | 7 | two of them late |', at: 3 },
      { body: '| Day | Cases | Late |\n|---|---|---|\n| Monday | 7 | 2 |\n| Tuesday | 5 |', at: 4 },
      { body: '| Key | Does |\n|---|---|\n| a|b | Adds |', at: 3, note: 'A | that should stand in a cell' },
    ],
    ok: [
      { body: '| Key | Does |\n|---|---|\n| a\\|b | Adds |' },
      { body: '| Day | Cases |\n|---|---|\n| Monday | |', note: 'An empty cell is a cell' },
      { body: 'Day | Cases\n--- | ---\nMonday | 7', note: 'Without | at the edges' },
    ],
  },
  page({ tree, text }) {
    return outlineOf(tree)
      .all('table')
      .flatMap(({ node }) => {
        const [head, ...rows] = node.children;
        const columns = head?.children.length ?? 0;
        return rows
          .filter((row) => row.children.length !== columns)
          .map((row) => ({
            ...placeOfNode(text, row.children[columns] ?? row),
            found: `a row with ${row.children.length} ${row.children.length === 1 ? 'cell' : 'cells'}`,
            expected: `${columns}, as in the first line of the table`,
          }));
      });
  },
};
