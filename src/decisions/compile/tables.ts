/** Amounts with the days between which they hold, holidays, lists of names. */
import { readDay } from '../calendar.ts';
import type { Tool } from '../compile.ts';
import type { DatedTable } from '../graph.ts';
import type { Path, Reading } from './reading.ts';

/** @returns a table that a day is looked up in, or none: lists of days and texts stand elsewhere */
export function readTable(
  reading: Reading,
  { id, say = id, rows, days, texts, until }: Tool['tables'][number],
  path: Path,
): DatedTable[] {
  const kinds = [rows, days, texts].filter((list) => list.length > 0).length;
  if (kinds !== 1)
    reading.fault(
      'tool-table',
      path,
      `the table "${id}" with ${kinds === 0 ? 'nothing in it' : 'several kinds of entries'}`,
      'one of `rows`, `days` and `texts`',
    );
  if (until && days.some((day) => day > until))
    reading.fault(
      'tool-table',
      [...path, 'until'],
      `"until: ${until}", with a later day in the list`,
      'the last day that the list knows of',
    );
  for (const [k, row] of rows.entries()) {
    const before = rows[k - 1];
    if (row.to && row.to < row.from)
      reading.fault(
        'tool-table',
        [...path, 'rows', k, 'to'],
        `"to: ${row.to}" before "from: ${row.from}"`,
        'an end that is not before its beginning',
      );
    if (!before) continue;
    const gap = before.to ? readDay(row.from)! - readDay(before.to)! : 0;
    if (row.from <= before.from || gap <= 0)
      reading.fault(
        'tool-table',
        [...path, 'rows', k, 'from'],
        `"from: ${row.from}" in the table "${id}", while the row before it still holds${before.to ? ` until ${before.to}` : ''}`,
        'rows that follow each other, the earliest first',
      );
    else if (gap > 1)
      reading.fault(
        'tool-table',
        [...path, 'rows', k, 'from'],
        `no row of the table "${id}" from the day after ${before.to} until ${row.from}`,
        'a row for each day between the first and the last',
      );
  }
  return rows.length > 0
    ? [
        {
          id,
          say,
          rows: rows.map(({ from, to, is }) => ({
            from: readDay(from)!,
            is: String(is),
            ...(to && { to: readDay(to)! }),
          })),
        },
      ]
    : [];
}
