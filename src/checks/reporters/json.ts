/** Findings for programs: one JSON document, the same for the same content. */
import type { Reported } from '../report.ts';

/** @param pages how many pages were read */
export function jsonReport(reported: Reported[], pages: number): string {
  const count = (severity: Reported['severity']) =>
    reported.filter((finding) => finding.severity === severity).length;
  return JSON.stringify(
    { pages, errors: count('error'), warnings: count('warning'), findings: reported },
    null,
    2,
  );
}
