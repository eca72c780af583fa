/** A finding with all that a person needs who has only the report. */
import type { Finding } from '../content/finding.ts';
import { ruleOf } from './rules/index.ts';
import { severityOf, type Severity } from './severity.ts';

export interface Reported extends Required<Finding> {
  severity: Severity;
  /** The line of the file, as it stands there; empty where there is none. */
  source: string;
  /** Address of the rule's page. */
  link: string;
}

/**
 * @param sourceOf the text of a file, or nothing where it is gone or no text
 * @param siteAddress where the rules' pages stand, with a slash at the end: `https://help.example.org/kb/`
 */
export function reportFindings(
  findings: Finding[],
  sourceOf: (file: string) => string | undefined,
  siteAddress: string,
): Reported[] {
  const lines = new Map<string, string[]>();
  const linesOf = (file: string) => {
    const known = lines.get(file) ?? sourceOf(file)?.split(/\r?\n/) ?? [];
    lines.set(file, known);
    return known;
  };
  return findings.map((finding) => ({
    severity: severityOf(finding.rule),
    ...finding,
    mend: finding.mend ?? ruleOf(finding.rule)?.mend ?? '',
    source: linesOf(finding.file)[finding.line - 1] ?? '',
    link: `${siteAddress}rules/${finding.rule}/`,
  }));
}

/** `2 errors and 1 warning in 3 files`, or `no findings`. */
export function countFindings(reported: Reported[]): string {
  const count = (severity: Severity) => reported.filter((finding) => finding.severity === severity).length;
  const parts = (['error', 'warning'] as const).filter((severity) => count(severity) > 0);
  if (parts.length === 0) return 'no findings';
  const files = new Set(reported.map(({ file }) => file)).size;
  return `${parts.map((severity) => plural(count(severity), severity)).join(' and ')} in ${plural(files, 'file')}`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
