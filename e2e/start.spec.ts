/**
 * A self-check lands its reader at a stage, and the way branches. The shipped pathways do both; abilities that serve as well as
 * others are built for this spec, from the shipped pages with a line more.
 */
import type { Page } from 'playwright/test';
import { build, scratchSite } from './built/scratch-site.ts';
import { expect, test as shipped } from './site.ts';

const manager = 'content/pathways/team-manager.mdx';

const test = shipped.extend<object, { project: string; base: string | undefined }>({
  project: [
    async ({ base }, use) => {
      const site = await scratchSite();
      if (base !== undefined) await site.edit('content/site.yaml', /^base: .*$/m, `base: ${base}`);
      await site.edit(
        manager,
        'evidence: One sheet with two numbers',
        'or: [turn-a-question-into-a-page]\n        evidence: One sheet with two numbers',
      );
      await build(site.root);
      await use(site.root);
      await site.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const next = (page: Page) =>
  page.locator('summary').filter({ has: page.getByText('Your next ability').filter({ visible: true }) });
const also = (page: Page) =>
  page.locator('summary').filter({ has: page.getByText('Open to you as well').filter({ visible: true }) });

const pathways = [
  'Anyone at work: what you can do next',
  'Learning designer: what you can do next',
  'Performance consultant: what you can do next',
  'Team manager: what you can do next',
];
const answer = (page: Page, text: string) => page.getByRole('link', { name: text }).filter({ visible: true });
const beginHere = (page: Page, name: string) =>
  page.getByRole('article').getByRole('link', { name }).filter({ visible: true });

test('the self-check asks what was done, and lands its reader at the stage that fits', async ({ page }) => {
  await page.goto('pathways/team-manager/');
  await page.getByRole('link', { name: /^Not sure\?/ }).click();
  await expect(page).toHaveURL(/\/decision-tools\/which-stage-am-i-at\/\?path=team-manager$/);
  // Before the script has come, an answer leads to its place in the document.
  await page.waitForLoadState();
  await answer(page, 'I did it alone, from start to end, three times or more').click();
  await answer(page, 'Yes; somebody used or checked them').click();
  await answer(page, 'No, all were usual').click();
  await page.getByRole('link', { name: 'No', exact: true }).filter({ visible: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Begin here on your pathway' }).filter({ visible: true }),
  ).toBeVisible();
  const [anyone, designer, consultant, team] = pathways as [string, string, string, string];
  for (const other of [anyone, designer, consultant]) await expect(beginHere(page, other)).toHaveCount(0);
  const outcome = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^You are a practitioner at this task/ }) });
  await outcome.getByRole('link', { name: team }).click();
  await expect(page).toHaveURL(/\/pathways\/team-manager\/#practitioner$/);
  await expect(next(page)).toContainText('find out why a task goes wrong before you ask for a course');
  await expect(next(page)).toBeInViewport();
});

test('opened by itself, the self-check leads to every pathway, at the stage that it tells', async ({
  page,
}) => {
  await page.goto('decision-tools/which-stage-am-i-at/');
  await page.waitForLoadState();
  await answer(page, 'I saw it done').click();
  for (const name of pathways)
    await expect(beginHere(page, name).first()).toHaveAttribute('href', /#novice$/);
});

test('where the way branches, both branches are open, and each ability says what it opens', async ({
  page,
}) => {
  await page.goto('pathways/team-manager/');
  await expect(also(page)).toHaveCount(0);
  const first = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /^say what a good result/ }) })
    .last();
  await expect(first.getByRole('link', { name: /^bring somebody through a first task/ })).toHaveAttribute(
    'href',
    '#coach-a-first-task',
  );
  await page.getByRole('button', { name: 'I can already do this' }).filter({ visible: true }).click();
  await expect(next(page)).toContainText('tell somebody on the same day');
  await expect(also(page)).toHaveCount(1);
  await expect(also(page)).toContainText('bring somebody through a first task');
});

test('whoever does what serves as well is not sent to the other one', async ({ page }) => {
  await page.goto('pathways/team-manager/?stage=practitioner');
  await expect(next(page)).toContainText('find out why a task goes wrong');
  await page.getByRole('heading', { name: 'turn the question that you hear every week into a page' }).click();
  const row = page.locator('#turn-a-question-into-a-page');
  await row.getByRole('combobox').selectOption('Did it alone');
  await expect(next(page)).toContainText('start somebody in the team on real tasks');
});
