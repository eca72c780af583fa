/** Small libraries for tests: pages read like any others, with the project’s own settings. */
import path from 'node:path';
import { readPage, type ContentPage } from '../content/page.ts';
import { readSettings } from '../content/read.ts';
import { pageOptions, type Settings } from '../content/settings.ts';

const { settings } = await readSettings(path.resolve(import.meta.dirname, '../..'));
if (!settings) throw new Error('The settings have findings: run the check.');

/** The shipped settings, with no task on the home page and nothing retired, so that a test says all it counts on. */
export const plainSettings: Settings = {
  ...settings,
  site: { ...settings.site, home: { tasks: [] } },
  retired: [],
};

/** Frontmatter that a test changes: field → its YAML on one line. */
type Fields = Record<string, string>;

/** A reference, the type with the fewest fields. @param id such as `references/a` */
export function samplePage(id: string, fields: Fields = {}, body = 'Words.'): ContentPage {
  const frontmatter = {
    title: `About ${id.replace('/', ' ')}`,
    summary: 'One sentence.',
    roles: '[manager]',
    stages: '[novice]',
    topics: '[write]',
    moments: '[apply]',
    asks: '[one way, another way, a third way]',
    owner: 'writing-desk',
    ...fields,
  };
  const yaml = Object.entries(frontmatter).map(([field, value]) => `${field}: ${value}`);
  const text = `---\n${yaml.join('\n')}\n---\n\n${body}\n`;
  const { page, findings } = readPage(text, `content/${id}.mdx`, pageOptions(plainSettings));
  if (!page) throw new Error(JSON.stringify(findings));
  return page;
}

/** The same page with a review. @param of what was reviewed: the page as it is, or something before it */
export function reviewedPage(
  id: string,
  { on, every = '6 months', of }: { on: string; every?: string; of?: string },
  fields: Fields = {},
): ContentPage {
  const version = of ?? samplePage(id, fields).version;
  return samplePage(id, {
    ...fields,
    review: `{ by: writing-desk, on: ${on}, every: ${every}, of: '${version}' }`,
  });
}
