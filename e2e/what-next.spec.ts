/** At the end of any page the reader knows what to do next, what it is good for, whom to ask, and what explains it. */
import { globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './site.ts';

const content = path.resolve(import.meta.dirname, '../content');
const pages = globSync('*/*.mdx', { cwd: content }).map((file) => file.replace(/\.mdx$/, '/'));

const beside = (page: Page, heading: string | RegExp) =>
  page
    .getByRole('complementary')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading }) });
const reasons = (page: Page, heading: string | RegExp) =>
  page
    .getByRole('article')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading }) });
const next = (page: Page) => page.getByRole('region', { name: 'Next', exact: true });

test('every page leads on to a job aid, names a person to ask, an ability and a reference', async ({
  page,
}) => {
  test.slow();
  expect(pages.length).toBeGreaterThan(20);
  for (const address of pages) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect
        .soft(next(page).getByRole('link').and(page.locator('[href*="/job-aids/"]')).first())
        .toBeVisible();
      const ask = beside(page, 'Who to ask').getByRole('link', { name: 'Ask them' });
      await expect
        .soft(ask)
        .toHaveAttribute('href', /^mailto:help@example\.org\?subject=A%20question%20about/);
      const reference = reasons(page, /^(Why it is done this way|Background reading)$/)
        .getByRole('link')
        .first();
      await expect.soft(reference).toHaveAttribute('href', /\/references\/[\w-]+\/$/);
      expect
        .soft(await reference.getAttribute('href'), 'a page does not explain itself')
        .not.toContain(address);
      // A pathway is made of abilities.
      if (address.startsWith('pathways/')) return;
      const ability = beside(page, /you learn to$/)
        .getByRole('link')
        .first();
      await expect.soft(ability).toHaveAttribute('href', /\/pathways\/[\w-]+\/#[\w-]+$/);
    });
  }
});

test('what comes next is large and leads there; the ability leads to its place on the pathway', async ({
  page,
}) => {
  await page.goto('job-aids/find-the-cause-of-a-gap/');
  await next(page).getByRole('link', { name: 'Answer a course request with something better' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Answer a course request with something better',
  );
  await beside(page, 'With this page you learn to').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/pathways\/performance-consultant\/#[\w-]+$/);
});

test('what explains a page is one that it speaks of; a page that speaks of none has background', async ({
  page,
}) => {
  await page.goto('job-aids/find-the-cause-of-a-gap/');
  await reasons(page, 'Why it is done this way')
    .getByRole('link', { name: 'Causes of performance gaps' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Causes of performance gaps');
  await page.goto('technologies/wikis/');
  await expect(reasons(page, 'Background reading').getByRole('link')).toHaveCount(1);
});

test('a question goes to the owners with page and stage filled in', async ({ page }) => {
  await page.goto('job-aids/find-the-cause-of-a-gap/?stage=practitioner');
  const ask = beside(page, 'Who to ask').getByRole('link', { name: 'Ask them' });
  await ask.evaluate((link) => {
    link.addEventListener('click', (event) => event.preventDefault());
    (link as HTMLElement).click();
  });
  const href = (await ask.getAttribute('href'))!;
  const mail = new URL(href).searchParams;
  expect(mail.get('subject')).toBe('A question about “Find the cause of a performance gap”');
  expect(mail.get('body')).toContain('Page: job-aids/find-the-cause-of-a-gap\nStage: practitioner\n');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('all of it stands there', async ({ page }) => {
    await page.goto('job-aids/find-the-cause-of-a-gap/');
    await expect(next(page).getByRole('link').first()).toBeVisible();
    for (const heading of ['Who to ask', 'With this page you learn to'])
      await expect(beside(page, heading).getByRole('link').first()).toBeVisible();
    await expect(reasons(page, 'Why it is done this way').getByRole('link').first()).toBeVisible();
  });
});
