/** How much a finding weighs, in one table. An error stops the build; a warning is told and lets it pass. */
import type { Finding } from '../content/finding.ts';

export type Severity = 'error' | 'warning';

/** The rules whose findings only warn. All others are errors. */
export const warnings: ReadonlySet<string> = new Set<string>(['light-picture', 'unused-picture']);

export function severityOf(rule: string): Severity {
  return warnings.has(rule) ? 'warning' : 'error';
}

/** The findings that stop the build. */
export function errorsOf<F extends Finding>(findings: F[]): F[] {
  return findings.filter(({ rule }) => severityOf(rule) === 'error');
}
