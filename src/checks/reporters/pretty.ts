/** Findings for a person at a terminal: where, what, what instead, how to mend it, and the line with a caret. */
import { countFindings, type Reported } from '../report.ts';

export function prettyReport(reported: Reported[]): string {
  const reports = reported.map((finding) => {
    const { file, line, column, severity, rule, found, expected, mend, source, link } = finding;
    return [
      `${file}:${line}:${column}  ${severity}  ${rule}`,
      `  Found ${found}.`,
      `  Expected ${expected}.`,
      ...(mend ? [`  ${mend}`] : []),
      ...excerpt(source, line, column),
      `  Why: ${link}`,
    ].join('\n');
  });
  return visible([...reports, `${capital(countFindings(reported))}.`].join('\n\n'));
}

const widest = 100;

/** The line, cut around the column when it is long, and a caret below. Tabs stay tabs so that the caret stands right. */
function excerpt(source: string, line: number, column: number): string[] {
  const characters = [...source];
  if (characters.length === 0) return [];
  const from = Math.max(0, column - 1 - Math.floor(widest / 2));
  const shown = characters.slice(from, from + widest);
  const before = shown.slice(0, column - 1 - from).map((character) => (character === '\t' ? '\t' : ' '));
  const gutter = `${line} | `;
  return [`  ${gutter}${shown.join('')}`, `  ${' '.repeat(gutter.length)}${before.join('')}^`];
}

/** Control and direction characters would move the cursor of a terminal, or hide what the report is about. */
function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g,
    '·',
  );
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
