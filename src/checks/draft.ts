/** One page that stands nowhere yet, checked as the command line would check it. Runs in the browser. */
import { sortFindings, type Finding } from '../content/finding.ts';
import { readPage, type ContentPage } from '../content/page.ts';
import { pageOptions, type Settings } from '../content/settings.ts';
import { inspectPage, inspectProject, inspectText } from './inspect.ts';
import { sourceOf } from './rule.ts';
import { describePage, type Known } from './known.ts';

/** What a draft is checked against: written by the build as `/api/check.json`. */
export interface DraftContext {
  settings: Settings;
  known: Known;
}

/**
 * @param text the whole file; @param file where it would stand, such as `content/job-aids/x.mdx`
 * @returns sorted findings, and the page when nothing stops it from being read
 */
export function checkDraft(
  text: string,
  file: string,
  { settings, known }: DraftContext,
  today: string,
): { page?: ContentPage; findings: Finding[] } {
  const { page, parsed, findings, refs } = readPage(text, file, pageOptions(settings));
  const inText = inspectText(text, file);
  const others = page ? { ...known, pages: { ...known.pages, [page.id]: describePage(page) } } : known;
  const across = inspectProject({
    settings,
    pages: page ? [page] : [],
    sources: [sourceOf(file, refs)],
    known: others,
    entries: [],
    placeIn: () => ({ line: 1, column: 1 }),
    today,
  });
  const own = across.filter((finding) => finding.file === file);
  const inPage = page ? inspectPage(text, page, settings.site.language, parsed) : findings;
  return { page, findings: sortFindings([...inText, ...inPage, ...own]) };
}
