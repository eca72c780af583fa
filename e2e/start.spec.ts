/**
 * What the shipped pathways need not use yet: a self-check that lands its reader at a stage, branches, and abilities that serve as
 * well as others. Built once for this spec, from the shipped pages with a few lines more.
 */
import type { Page } from 'playwright/test';
import { build, scratchSite } from './built/scratch-site.ts';
import { expect, test as shipped } from './site.ts';

const tool = `---
title: Which stage am I at?
summary: Two questions about what you have done.
roles: [everyone]
stages: [novice]
topics: [manage]
moments: [new]
asks: [which stage am I at, how far am I, where do I begin]
owner: managers-circle
minutes: 1
questions:
  - id: done
    ask: How often have you done it alone in the last year?
    options:
      - say: Never
        go: begin
      - say: Three times or more
        go: usual
outcomes:
  - id: begin
    verdict: Begin with somebody beside you.
    because: You have not done it alone.
    stage: novice
    next: [job-aids/coach-someone-through-a-first-task]
  - id: usual
    verdict: Begin with the usual cases.
    because: You have done it alone.
    stage: practitioner
    next: [job-aids/find-the-cause-of-a-gap]
---

## What it asks

What you did, never how good you feel.
`;

const manager = 'content/pathways/team-manager.mdx';

const test = shipped.extend<object, { project: string; base: string | undefined }>({
  project: [
    async ({ base }, use) => {
      const site = await scratchSite();
      if (base !== undefined) await site.edit('content/site.yaml', /^base: .*$/m, `base: ${base}`);
      await site.write('content/decision-tools/which-stage.mdx', tool);
      await site.edit(manager, 'role: manager\n', 'role: manager\nstart: decision-tools/which-stage\n');
      await site.edit(
        manager,
        'evidence: One sentence where the task',
        'opens: [give-feedback-the-same-day, coach-a-first-task]\n        evidence: One sentence where the task',
      );
      await site.edit(
        manager,
        'evidence: One sheet with two numbers',
        'or: [turn-a-question-into-a-page]\n        evidence: One sheet with two numbers',
      );
      await site.edit(
        'content/pathways/anyone-at-work.mdx',
        'role: everyone\n',
        'role: everyone\nstart: decision-tools/which-stage\n',
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

test('the self-check asks what was done, and lands its reader at the stage that fits', async ({ page }) => {
  await page.goto('pathways/team-manager/');
  await page.getByRole('link', { name: /^Not sure where to begin\?/ }).click();
  await expect(page).toHaveURL(/\/decision-tools\/which-stage\/\?path=team-manager$/);
  // Before the script has come, an answer leads to its place in the document.
  await page.waitForLoadState();
  await page.getByRole('link', { name: 'Three times or more' }).click();
  await expect(
    page.getByRole('heading', { name: 'Begin here on your pathway' }).filter({ visible: true }),
  ).toBeVisible();
  await expect(
    page
      .getByRole('article')
      .getByRole('link', { name: /^Anyone at work/ })
      .filter({ visible: true }),
  ).toHaveCount(0);
  const outcome = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Begin with the usual cases.' }) });
  await outcome.getByRole('link', { name: 'Team manager: what you can do next' }).click();
  await expect(page).toHaveURL(/\/pathways\/team-manager\/#practitioner$/);
  await expect(next(page)).toContainText('find out why a task goes wrong before you ask for a course');
  await expect(next(page)).toBeInViewport();
});

test('opened by itself, the self-check leads to every pathway that starts with it', async ({ page }) => {
  await page.goto('decision-tools/which-stage/');
  await page.getByRole('link', { name: 'Never' }).click();
  const outcome = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Begin with somebody beside you.' }) });
  for (const name of ['Team manager: what you can do next', 'Anyone at work: what you can do next'])
    await expect(outcome.getByRole('link', { name })).toHaveAttribute('href', /#novice$/);
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
