/** The last day of dated tables in tools. */
import type { ContentPage } from '../content/page.ts';

export interface Expiring {
  file: string;
  line: number;
  column: number;
  /** Id of the table. */
  table: string;
  /** `YYYY-MM-DD` */
  last: string;
}

/** Every table that ends, with its last day and where that stands. */
export function expiring(pages: ContentPage[]): Expiring[] {
  return pages.flatMap(({ file, refs }) =>
    refs.flatMap(({ kind, to, line, column }) => {
      if (kind !== 'table-end') return [];
      const [table = '', last = ''] = to.split(' ');
      return { file, line, column, table, last };
    }),
  );
}

/** For examples: a table whose last row ends on a day, in its line 5. */
export function rateTable(last: string): string {
  return [
    'tables:',
    '  - id: rate',
    '    rows:',
    '      - { from: 2025-04-06, to: 2026-04-05, is: 180 }',
    `      - { from: 2026-04-06, to: ${last}, is: 190 }`,
  ].join('\n');
}
