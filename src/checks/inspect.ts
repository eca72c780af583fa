/** The rules, run over what has been read. Plain functions: the command line, the build and the browser share them. */
import { type Finding, type Problem } from '../content/finding.ts';
import { parsePage, type ContentPage, type ParsedPage } from '../content/page.ts';
import { findBlanks } from '../schema/blank.ts';
import { rules } from './rules/index.ts';
import type { Project } from './rule.ts';

/** What the rules find in one page. @param parsed what the page was parsed to; without it the text is parsed again */
export function inspectPage(
  text: string,
  page: ContentPage,
  language: string,
  parsed?: ParsedPage,
): Finding[] {
  const whole = parsed ?? parsePage(text, page.file).parsed;
  if (!whole) return [];
  const blanks = new Set(findBlanks(text).map(({ line }) => line));
  const found = rules.flatMap((rule) =>
    (rule.page?.({ ...whole, text, page, language }) ?? []).map((problem) => ({
      rule: rule.id,
      file: page.file,
      ...problem,
    })),
  );
  // What has yet to be written can't be badly written.
  return found.filter(({ line }) => !blanks.has(line));
}

/** What the rules find in the bare text of a file, whatever it is. */
export function inspectText(text: string, file: string): Finding[] {
  return rules.flatMap((rule) =>
    (rule.text?.(text, file) ?? []).map((problem): Problem & { file: string } => ({
      rule: rule.id,
      file,
      ...problem,
    })),
  );
}

/** What the rules find across files. */
export function inspectProject(project: Project): Finding[] {
  return rules.flatMap((rule) =>
    (rule.project?.(project) ?? []).map((finding) => ({ rule: rule.id, ...finding })),
  );
}
