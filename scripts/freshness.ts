/**
 * `npm run freshness -- [--format markdown|json]`: which pages want a review, now or within thirty days. SIDEKICK_TODAY sets the
 * day. Tells and never judges: it ends with 0 however much is due.
 */
import { parseArgs } from 'node:util';
import type { ContentPage } from '../src/content/page.ts';
import { fullAddress } from '../src/model/address.ts';
import { duePages, type DuePage } from '../src/model/due.ts';
import { today } from '../src/model/today.ts';
import type { RetiredPage } from '../src/schema/retired.ts';
import type { Site } from '../src/schema/site.ts';
import type { Person } from '../src/schema/taxonomy.ts';
import { checkedProject } from './check.ts';
import { projectRoot, Refusal, runCommand } from './command.ts';
import { asMarkdown, counted } from './markdown-text.ts';

export interface PageToReview {
  title: string;
  address: string;
  /** Path from the root. */
  file: string;
  /** Id in people.yaml. */
  owner: string;
  /** `YYYY-MM-DD`: the day to come back, or of the review that an edit voided. */
  on?: string;
}

export interface FreshnessReport {
  /** The same each week, so that one issue can be found again and kept up. */
  title: string;
  day: string;
  /** Overdue, soon due and voided together. A page without any review waits for nobody's day. */
  due: number;
  overdue: PageToReview[];
  soon: PageToReview[];
  voided: PageToReview[];
  unreviewed: PageToReview[];
  /** The newest first. */
  retired: RetiredPage[];
}

/** How far the report looks ahead. */
const daysAhead = 30;

/** Lines of one list; a host takes 65,536 characters in an issue. */
const mostLines = 50;

/** @param day `YYYY-MM-DD` */
export function freshnessReport(
  pages: ContentPage[],
  { site, retired }: { site: Site; retired: RetiredPage[] },
  day: string,
): FreshnessReport {
  const { overdue, soon, voided, unreviewed } = duePages(pages, day, daysAhead);
  const toReview = ({ id, file, data }: ContentPage): PageToReview => ({
    title: data.title,
    address: fullAddress(site, id),
    file,
    owner: data.owner,
  });
  const withDay = ({ page, on }: DuePage) => ({ ...toReview(page), on });
  return {
    title: 'Pages that want a review',
    day,
    due: overdue.length + soon.length + voided.length,
    overdue: overdue.map(withDay),
    soon: soon.map(withDay),
    voided: voided.map(withDay),
    unreviewed: unreviewed.map(toReview),
    retired: retired.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
  };
}

export function freshnessMarkdown(report: FreshnessReport, people: Person[]): string {
  const who = ({ owner }: PageToReview) => asMarkdown(people.find(({ id }) => id === owner)?.name ?? owner);
  const line = (when: string) => (page: PageToReview) =>
    `[${asMarkdown(page.title)}](${page.address}), ${page.on ? `${when} ${page.on}, ` : ''}${who(page)}`;
  const sections = [
    section('Overdue', report.overdue, line('since')),
    section(`Due within ${daysAhead} days`, report.soon, line('on')),
    section('Edited since the last review', report.voided, line('reviewed on')),
    section('Never reviewed', report.unreviewed, line('')),
    section('Retired', report.retired, retiredLine),
  ].filter(Boolean);
  const intro = `${report.day}: ${report.due === 0 ? 'no review is due' : `${counted(report.due, 'page')} due`}.`;
  const how = report.due === 0 ? [] : [howToReview];
  return `${[intro, ...how, ...sections].join('\n\n')}\n`;
}

const howToReview =
  'Read the page as somebody who has to do the task, mend what no longer fits, then write the review:\n' +
  '`npm run review -- content/job-aids/a-page.mdx --by an-id-of-people.yaml`';

function section<T>(title: string, list: T[], write: (one: T) => string): string {
  if (list.length === 0) return '';
  const lines = list.slice(0, mostLines).map((one) => `- ${write(one)}`);
  const rest = list.length - lines.length;
  return [
    `## ${title}: ${list.length}`,
    [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n'),
  ].join('\n\n');
}

function retiredLine({ title, on, to, why }: RetiredPage): string {
  return `${asMarkdown(title)}, ${on}: ${asMarkdown(why)}${to ? ` Its address leads to ${to}.` : ''}`;
}

function readFormat(): 'markdown' | 'json' {
  try {
    const { format } = parseArgs({ options: { format: { type: 'string', default: 'markdown' } } }).values;
    if (format === 'markdown' || format === 'json') return format;
  } catch {
    // Said below.
  }
  throw new Refusal('npm run freshness -- [--format markdown|json]');
}

await runCommand(import.meta, async () => {
  const format = readFormat();
  const { pages, settings } = await checkedProject(projectRoot);
  const report = freshnessReport(pages, settings, today());
  const asText = {
    markdown: freshnessMarkdown,
    json: (it: FreshnessReport) => `${JSON.stringify(it, null, 2)}\n`,
  };
  process.stdout.write(asText[format](report, settings.taxonomy.people));
});
