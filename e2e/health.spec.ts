/** Owners see what is due, reach each page and the way to mend it, and programs are told the same. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { HealthFile } from '../src/model/health-file.ts';
import { expect, test } from './site.ts';

test.use({ javaScriptEnabled: false });

const lists = [
  'overdue',
  'voided',
  'unreviewed',
  'unowned',
  'idle',
  'orphaned',
  'merged',
  'withdrawn',
  'abilities',
  'tools',
  'owners',
] as const;
/** How many of a list the page shows. */
const most = 50;

const section = (page: Page, name: string): Locator => page.locator(`section[aria-labelledby="${name}"]`);
const linesOf = (page: Page, name: string): Locator => section(page, name).locator('.findings > li');

async function healthFile(page: Page): Promise<HealthFile> {
  const answer = await page.request.get('api/health.json');
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as HealthFile;
}

test('the page and the file for programs say the same numbers', async ({ page }) => {
  await page.goto('health/');
  const health = await healthFile(page);
  expect(health.unreviewed.length + health.overdue.length + health.voided.length).toBeGreaterThan(0);
  for (const name of lists) {
    const found = health[name].length;
    await expect(page.locator(`#${name} small`), name).toHaveText(String(found));
    await expect(page.locator(`nav a[href="#${name}"] .number`), name).toHaveText(String(found));
    await expect(linesOf(page, name), name).toHaveCount(Math.min(found, most));
  }
});

test('a group with nothing in it says so in a line', async ({ page }) => {
  await page.goto('health/');
  await expect(section(page, 'unowned')).toContainText('Every page has an owner.');
  await expect(linesOf(page, 'unowned')).toHaveCount(0);
});

test('each line leads to its page and says how to mend it', async ({ page, project }) => {
  await page.goto('health/');
  const health = await healthFile(page);
  for (const name of ['overdue', 'voided', 'unreviewed', 'orphaned'] as const) {
    const command = name === 'orphaned' ? /^npm run retire -- (\S+) --withdraw/ : /^npm run review -- (\S+) --by [a-z-]+/; // prettier-ignore
    for (const [index, line] of (await linesOf(page, name).all()).entries()) {
      const [id, title] = health.pages[health[name][index]!]!;
      const text = await line.locator('code').innerText();
      expect(command.exec(text)?.[1]).toBe(`content/${id}.mdx`);
      expect(existsSync(path.join(project, `content/${id}.mdx`))).toBe(true);
      await expect(line.getByRole('link', { name: /^Edit / })).toHaveAttribute(
        'href',
        new RegExp(`^https://.*/edit/.*/content/${id}\\.mdx$`),
      );
      const link = line.getByRole('link').first();
      await expect(link).toHaveText(title);
      const address = await link.evaluate((one: HTMLAnchorElement) => one.href);
      expect((await page.request.get(address)).ok(), address).toBe(true);
    }
  }
});

test('the coverage shows each cell of the file: how many pages, or a hole in a word', async ({ page }) => {
  await page.goto('health/');
  const file = await healthFile(page);
  const tables = section(page, 'coverage').getByRole('table');
  const rows = await tables.locator('tbody tr').evaluateAll(
    (all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.firstElementChild?.textContent ?? cell.textContent)), // prettier-ignore
  );
  const cells = file.stages.flatMap((_, stage) => file.coverage.flatMap((role) => role[stage]!));
  expect(rows.flat()).toEqual(cells.map((pages) => (pages > 0 ? String(pages) : 'none')));
  const holes = cells.filter((pages) => pages === 0);
  await expect(tables.locator('.hole')).toHaveCount(holes.length);
  await expect(page.locator('#coverage small')).toHaveText(String(holes.length));
});

test('a decision tool tells how many routes were proven', async ({ page }) => {
  await page.goto('health/');
  const tool = linesOf(page, 'tools').filter({ hasText: 'Course, job aid or something else?' });
  await expect(tool).toContainText(/\d+ questions.*Routes: \d+.*Proven: no dead end, no gap, no loop/s);
});

test('an owner finds every page owned, without a script', async ({ page }) => {
  await page.goto('health/');
  const { owners } = await healthFile(page);
  const [owner] = owners;
  const line = linesOf(page, 'owners').first();
  await expect(line).toContainText(owner!.name);
  await line.locator('summary').click();
  await expect(line.locator('details li a').first()).toBeVisible();
  await expect(line.locator('details li a')).toHaveCount(Math.min(owner!.pages, 12));
});

test('the page is reached from the page about the site, and kept out of search engines', async ({ page }) => {
  await page.goto('about/');
  await page.getByRole('main').getByRole('link', { name: 'the health page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Health of the pages');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
});

test('nothing on it is wider than the narrowest phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('health/');
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
});
