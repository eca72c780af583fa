/** A job aid on paper: what helps at the bench, black on white, on a few sheets. */
import { globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './site.ts';

const findTheCause = 'job-aids/find-the-cause-of-a-gap/';

test.describe('a printed job aid', () => {
  test.beforeEach(async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(findTheCause);
  });

  test('leaves out what paper can’t do: header, footer, switches, buttons', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const part of ['banner', 'contentinfo', 'complementary', 'navigation', 'radio'] as const) {
      await expect(page.getByRole(part).filter({ visible: true }), part).toHaveCount(0);
    }
    // A word that is explained stays in its sentence.
    await expect(page.locator('button:not(.term)').filter({ visible: true })).toHaveCount(0);
    for (const text of [
      'Stuck here?',
      'Report this step',
      'Edit this page',
      'Did it work?',
      'Skip to the content',
    ]) {
      await expect(page.getByText(text).filter({ visible: true }), text).toHaveCount(0);
    }
  });

  test('shows every trap, though it is folded on the screen', async ({ page }) => {
    const traps = page.getByRole('note').filter({ hasText: 'The usual trap' });
    await expect(traps).toHaveCount(3);
    for (const trap of await traps.all()) {
      await expect(trap).toBeVisible();
      expect((await trap.boundingBox())!.height).toBeGreaterThan(20);
    }
  });

  test('shows the words that are explained, without their cards', async ({ page }) => {
    const step = page.getByRole('listitem').filter({ hasText: 'Write the gap as two numbers.' });
    await expect(step).toContainText('A gap runs from what happens now', { useInnerText: true });
    await expect(page.locator('[popover]').filter({ visible: true })).toHaveCount(0);
    await expect(page.locator('.term').first()).toBeVisible();
  });

  test('has a box to tick at every step and check', async ({ page }) => {
    const boxes = await page.locator('[data-tick]').evaluateAll((items) =>
      items.map((item) => {
        const input = item.querySelector('input')!;
        const tick = item.querySelector('.step-tick');
        const { width, borderTopStyle } = tick ? getComputedStyle(tick, '::after') : getComputedStyle(input);
        return `${Math.round(Number.parseFloat(width))} ${borderTopStyle}`;
      }),
    );
    // Five millimetres.
    expect(boxes).toEqual(Array.from({ length: 11 }, () => '19 solid'));
  });

  test('has “You are done when” in a box, unbroken', async ({ page }) => {
    const done = page
      .locator('div')
      .filter({ has: page.getByRole('heading', { name: 'You are done when' }) })
      .last();
    await expect(done).toBeVisible();
    const style = await done.evaluate((element) => {
      const { borderTopStyle, borderRightStyle, borderBottomStyle, borderLeftStyle, breakInside } =
        getComputedStyle(element);
      return [borderTopStyle, borderRightStyle, borderBottomStyle, borderLeftStyle, breakInside];
    });
    expect(style).toEqual(['solid', 'solid', 'solid', 'solid', 'avoid']);
  });

  test('ends with the short address, its code, the version and the licence', async ({ page }) => {
    const foot = page.locator('.paper-foot');
    await expect(foot).toBeVisible();
    await expect(foot).toContainText('sidekick.example.org/go/gap');
    await expect(foot).toContainText(/Version [0-9a-f]{8}/);
    await expect(foot).toContainText('CC BY 4.0');
    const code = (await foot.locator('svg').boundingBox())!;
    // Twenty millimetres, which a phone reads at arm’s length.
    expect(code.width).toBeGreaterThan(70);
    expect(code.height).toBeCloseTo(code.width, 0);
  });

  test('shows what the reader chose to see, and all of it without a choice', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'Where this method stops' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Your first time' })).toBeVisible();
    await page.goto(`${findTheCause}?stage=expert`);
    await expect(page.getByRole('heading', { name: 'Where this method stops' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Your first time' })).toBeHidden();
  });
});

test.describe('is black on white', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

  test('for somebody who chose the dark look', async ({ page }) => {
    await page.goto(findTheCause);
    await page.evaluate(() => localStorage.setItem('sidekick:theme', 'dark'));
    await page.reload();
    await expectBlackOnWhite(page);
  });

  test('on a device that is dark', async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(findTheCause);
    await expectBlackOnWhite(page);
  });

  async function expectBlackOnWhite(page: Page): Promise<void> {
    const [ink, paper] = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    expect(ink).toBe('rgb(0, 0, 0)');
    expect(paper).toBe('rgb(255, 255, 255)');
  }
});

test('a decision tool is printed with the outcome that stands there', async ({ page }) => {
  await page.goto('decision-tools/course-or-job-aid/#worth=hardly-anything-that-somebody');
  await page.emulateMedia({ media: 'print' });
  await expect(
    page.getByRole('heading', { name: 'Do nothing for now. Look again in six months.' }),
  ).toBeVisible();
  await expect(
    page.getByText('Hardly anything that somebody would notice').filter({ visible: true }),
  ).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Start again' })).toBeHidden();
});

test('a pathway is printed with every ability open', async ({ page }) => {
  await page.goto('pathways/performance-consultant/');
  await page.emulateMedia({ media: 'print' });
  const proofs = page.getByText('What proves it');
  const count = await proofs.count();
  expect(count).toBeGreaterThan(8);
  await expect(proofs.filter({ visible: true })).toHaveCount(count);
  for (const proof of await proofs.all()) expect((await proof.boundingBox())!.height).toBeGreaterThan(5);
  await expect(page.getByRole('combobox').filter({ visible: true })).toHaveCount(0);
});

test('every job aid takes at most five sheets of A4', async ({ page }) => {
  test.slow();
  const jobAids = globSync('job-aids/*.mdx', { cwd: path.resolve(import.meta.dirname, '../content') });
  expect(jobAids.length).toBeGreaterThan(5);
  for (const file of jobAids) {
    await page.goto(`${file.replace(/\.mdx$/, '')}/`);
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect.soft(sheets, file).toBeGreaterThan(0);
    expect.soft(sheets, file).toBeLessThanOrEqual(5);
  }
});
