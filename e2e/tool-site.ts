/**
 * The site with tools beside the shipped ones, for all specs that need questions, scores and outcomes of a known kind. Specs
 * that share this `test` share its build.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { fixtureNames, readFixture } from '../src/decisions/fixtures.ts';
import { expect, test as site } from './site.ts';

const folder = path.join(import.meta.dirname, 'fixtures');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

/** A question of every type, values, sums and conditional passages. */
export const van = 'decision-tools/hire-a-van/';
/** Two alternatives, a tie and a knock-out. */
export const score = 'decision-tools/card-or-folder/';
/** Typed and ticked answers that may stand nowhere. */
export const secret = 'decision-tools/fit-for-the-shift/';
/** Four tools in one article, the last one sensitive. */
export const article = 'job-aids/several-tools/';

const beside: Record<string, string> = {
  'content/job-aids/several-tools.mdx': read('several-tools.mdx'),
};
for (const name of ['hire-a-van', 'card-or-folder', 'fit-for-the-shift'])
  beside[`content/decision-tools/${name}.mdx`] = read(`tools/${name}.mdx`);
for (const name of fixtureNames) beside[`content/decision-tools/${name}.mdx`] = readFixture(name).source;

export const test = site.extend({ beside: [beside, { scope: 'worker' }] });

/** The first day on which a van can be fetched is still ahead. */
export const today = '2026-11-25T12:00:00';

/** Answers to the van's questions that lead to `Take the van for £145.50.` */
export const vanAnswers = {
  licence: 'FR',
  since: '2010',
  load: '1.2',
  people: '2',
  out: '2026-12-01',
  back: '2026-12-03',
  extras: 'straps,cover',
  budget: '145.5',
} as const;
export type VanQuestion = keyof typeof vanAnswers;

/** What each of them asks. */
export const asks: Record<VanQuestion, string> = {
  licence: 'Which country gave you your licence?',
  since: 'Since which year have you had it?',
  load: 'How much will you load?',
  people: 'How many people come along?',
  out: 'On which day do you fetch it?',
  back: 'On which day do you bring it back?',
  extras: 'What do you need with it?',
  budget: 'What may it cost at most?',
};

/** @param changed answers that differ; @returns the address at which a question stands, with all before it answered */
export function vanAt(question: VanQuestion | undefined, changed: Record<string, string> = {}): string {
  const names = Object.keys(vanAnswers) as VanQuestion[];
  const before = question === undefined ? names : names.slice(0, names.indexOf(question));
  const answers = before.map((name) => `${name}=${changed[name] ?? vanAnswers[name]}`);
  return `${van}#${answers.join('&')}`;
}

export const toolOn = (page: Page): Locator => page.locator('decision-tool');
/** What stands before the reader: a question or an outcome. */
export const shownIn = (tool: Locator): Locator => tool.locator('.node:visible .node-title');
export const answersIn = (tool: Locator): Locator => tool.locator('.tool-answers').getByRole('listitem');
export const field = (page: Page, ask: string): Locator =>
  toolOn(page).getByLabel(ask, { exact: true }).filter({ visible: true });

/** Opens an address as somebody does who follows a link from elsewhere. @param ready what is there once the script has run */
export async function openAfresh(
  page: Page,
  address: string,
  ready = 'decision-tool[data-shows]',
): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.locator(ready).first()).toBeAttached();
}

export async function goOn(tool: Locator): Promise<void> {
  await tool.getByRole('button', { name: 'Continue' }).filter({ visible: true }).click();
}

/** Follows “Change” beside the answer to a question. */
export async function change(tool: Locator, ask: string): Promise<void> {
  await tool.getByRole('link', { name: `Change ${ask}`, exact: true }).click();
}

/** Whether the page as a whole moves sideways. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
