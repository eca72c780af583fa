import { placeOf } from '../../content/finding.ts';
import type { Rule } from '../rule.ts';

const windows = '\r\n';

/** The kind of line end that most lines of a text have. */
function usualEnd(text: string): string {
  const all = text.split('\n').length - 1;
  return (text.split(windows).length - 1) * 2 > all ? windows : '\n';
}

export const lineEnds: Rule = {
  id: 'line-ends',
  family: 'files',
  says: 'The lines of a file end alike: as on Linux or as on Windows.',
  reason: 'A file with both kinds shows changes that nobody made, and hides the one that somebody made.',
  mend: '`npm run check -- --fix` makes them alike.',
  examples: {
    bad: [
      {
        note: 'One line ends as on Windows, the others as on Linux',
        whole: (valid) =>
          valid.replace('marks on Friday', 'marks').replace('## Afterwards\n', '## Afterwards\r\n'),
        at: 44,
        fixed: (text) => text.replaceAll(windows, '\n'),
      },
      {
        note: 'One line ends as on Linux, the others as on Windows',
        whole: (valid) => valid.replaceAll('\n', windows).replace(`## Count${windows}`, '## Count\n'),
        at: 30,
        fixed: (text) => text.replaceAll(/\r?\n/g, windows),
      },
      {
        note: 'A settings file with both',
        file: 'content/taxonomy/synonyms.yaml',
        whole: '- [count, tally]\n- [card, sheet]\n- [day, date]\r\n',
        at: 3,
        fixed: (text) => text.replaceAll(windows, '\n'),
      },
    ],
    ok: [
      { note: 'All lines end as on Windows', whole: (valid) => valid.replaceAll('\n', windows) },
      { note: 'No line end behind the last line', whole: (valid) => valid.trimEnd() },
    ],
  },
  text(text) {
    const usual = usualEnd(text);
    const other = usual === windows ? /(?<!\r)\n/ : /\r\n/;
    const offset = text.search(other);
    if (offset < 0) return [];
    return [
      {
        ...placeOf(text, offset),
        found: `a line that ends as on ${usual === windows ? 'Linux' : 'Windows'}`,
        expected: `the line end of the others, as on ${usual === windows ? 'Windows' : 'Linux'}`,
      },
    ];
  },
  fix(text) {
    return text.replace(/\r?\n/g, usualEnd(text));
  },
};
