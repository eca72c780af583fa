/** How much a finding weighs, in one table. An error stops the build; a warning is told and lets it pass. */
import type { Finding } from '../content/finding.ts';

export type Severity = 'error' | 'warning';

/** The rules whose findings only warn. All others are errors. */
export const warnings: ReadonlySet<string> = new Set<string>([
  // structure
  'heading-order',
  'empty-heading',
  'heading-twice',
  'long-heading',
  'long-paragraph',
  'list-depth',
  'single-item',
  'table-heads',
  'table-width',
  'step-verb',
  'one-action',
  'many-steps',
  'marks-in-steps',
  // links, pictures
  'light-picture',
  'unused-picture',
  'link-words',
  'picture-link',
  'self-link',
  'next-twice',
  'alt-words',
  // language
  'title-task',
  'title-style',
  'summary-form',
  'not-when-differs',
  'observable',
  'ability-verb',
  'unique-ask',
  'ask-is-title',
  'filler',
  'doubled-word',
  'long-sentence',
  'looks-alone',
  'emoji',
  'capitals',
  // decisions
  'tool-size',
  'table-expiring',
  // upkeep
  'changes-order',
  'review-voided',
  'review-overdue',
  'orphan',
]);

export function severityOf(rule: string): Severity {
  return warnings.has(rule) ? 'warning' : 'error';
}

/** The findings that stop the build. */
export function errorsOf<F extends Finding>(findings: F[]): F[] {
  return findings.filter(({ rule }) => severityOf(rule) === 'error');
}
