/** Generated pages as Markdown. What differs from site to site comes in as marks; the words are the same everywhere. */
import type { GeneratedPage, GeneratedStep, GeneratedTerm } from './corpus.ts';

/** How a site writes what plain Markdown has no sign for. */
export interface Marks {
  trap(text: string): string;
  novice(text: string): string;
  expert(text: string): string;
  example(text: string): string;
  term(term: GeneratedTerm): string;
  critical: string;
  /** Where a link to another generated page leads. */
  href(slug: string): string;
}

/** Everything below the frontmatter. */
export function writeBody(page: GeneratedPage, marks: Marks): string {
  return paragraphs([
    `${page.reason} Each ${marks.term(page.term)} counts. See also [${page.related.title}](${marks.href(page.related.slug)}).`,
    '## Do it',
    ...page.steps.map((step, index) => writeStep(step, index + 1, marks)),
    '## Before you close it',
    page.checks.map((check) => `- [ ] ${check}`).join('\n'),
    '## When something does not fit',
    writeTable(page),
    '## An example',
    marks.example(page.example),
    marks.expert(paragraphs(['## The unusual cases', page.unusual.map((text) => `- ${text}`).join('\n')])),
  ]);
}

/** What our frontmatter says and our page shows, as Markdown for sites that show bodies only. */
export function writeFacts(page: GeneratedPage): string {
  return paragraphs([
    `**${page.minutes} minutes**`,
    `**Use it when:** ${page.useWhen}`,
    `**Don’t use it when:** ${page.notWhen}`,
    `**Have at hand:** ${page.needs.join('; ')}`,
  ]);
}

/** The glossary as a Markdown list, for sites without terms. */
export function writeTerms(terms: readonly GeneratedTerm[]): string {
  return terms.map(({ term, means }) => `- **${term}:** ${means}`).join('\n');
}

/** Joins blocks of Markdown; a blank line stands between them. */
export function paragraphs(blocks: string[]): string {
  return blocks.join('\n\n');
}

function writeStep(step: GeneratedStep, number: number, marks: Marks): string {
  const [first, ...rest] = [
    `${number}. ${step.critical ? `${marks.critical} ` : ''}**${step.action}** ${step.how}`,
    step.sign,
    ...(step.novice ? [marks.novice(step.novice)] : []),
    ...(step.trap ? [marks.trap(step.trap)] : []),
  ];
  return paragraphs([first!, ...rest.map((block) => block.replaceAll(/^(?=.)/gm, '   '))]);
}

function writeTable({ table }: GeneratedPage): string {
  const rows = table.map(({ found, remedy }) => `| ${found} | ${remedy} |`);
  return ['| You find | You do |', '| --- | --- |', ...rows].join('\n');
}
