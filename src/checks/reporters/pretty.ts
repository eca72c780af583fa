/** Findings for a person at a terminal: where, what, what instead, and the line with a caret. */
import type { Finding } from '../../content/finding.ts';

/** @param sourceOf the text of a file, for the line shown; nothing where the file is gone */
export function prettyReport(findings: Finding[], sourceOf: (file: string) => string | undefined): string {
  const reports = findings.map((finding) => {
    const { file, line, column, rule, found, expected, mend } = finding;
    return [
      `${file}:${line}:${column}  ${rule}`,
      `  Found ${found}.`,
      `  Expected ${expected}.`,
      ...(mend ? [`  ${mend}`] : []),
      ...excerpt(sourceOf(file), line, column),
    ].join('\n');
  });
  const files = new Set(findings.map(({ file }) => file)).size;
  const count = `${plural(findings.length, 'finding')} in ${plural(files, 'file')}.`;
  return [...reports, count].join('\n\n');
}

const widest = 100;

/** The line, cut around the column when it is long, and a caret below. Tabs stay tabs so that the caret stands right. */
function excerpt(source: string | undefined, line: number, column: number): string[] {
  const characters = [...(source?.split('\n')[line - 1]?.replace(/\r$/, '') ?? '')];
  if (characters.length === 0) return [];
  const from = Math.max(0, column - 1 - Math.floor(widest / 2));
  const shown = characters.slice(from, from + widest);
  const before = shown.slice(0, column - 1 - from).map((character) => (character === '\t' ? '\t' : ' '));
  const gutter = `${line} | `;
  // Control characters would move the cursor of a terminal.
  const clean = shown.join('').replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '·');
  return [`  ${gutter}${clean}`, `  ${' '.repeat(gutter.length)}${before.join('')}^`];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
