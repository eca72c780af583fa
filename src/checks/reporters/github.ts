/** Findings as workflow commands: the host shows each beside its line. Forgejo reads the same form. */
import { countFindings, type Reported } from '../report.ts';
import { workflowCommand } from './workflow-command.ts';

export function githubReport(reported: Reported[]): string {
  const commands = reported.map(({ severity, file, line, column, rule, found, expected, mend, link }) => {
    const message = [`Found ${found}.`, `Expected ${expected}.`, mend, `Why: ${link}`]
      .filter(Boolean)
      .join('\n');
    return workflowCommand(severity, { file, line, col: column, title: rule }, message);
  });
  return [...commands, `${countFindings(reported)}.`].join('\n');
}
