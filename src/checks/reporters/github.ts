/** Findings as workflow commands: the host shows each beside its line. Forgejo reads the same form. */
import { countFindings, type Reported } from '../report.ts';

export function githubReport(reported: Reported[]): string {
  const commands = reported.map(({ severity, file, line, column, rule, found, expected, mend, link }) => {
    const message = [`Found ${found}.`, `Expected ${expected}.`, mend, `Why: ${link}`]
      .filter(Boolean)
      .join('\n');
    return `::${severity} file=${inProperty(file)},line=${line},col=${column},title=${inProperty(rule)}::${inMessage(message)}`;
  });
  return [...commands, `${countFindings(reported)}.`].join('\n');
}

/** A message ends at the line's end, so what would end it is written as its code. */
function inMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
