/** Whoever has no script, or not yet, reads, finds, decides and reports all the same. */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { kinds } from './kinds.ts';
import { expect, test } from './site.ts';

test.use({ javaScriptEnabled: false });

const findTheCause = 'job-aids/find-the-cause-of-a-gap/';

for (const address of ['', 'gone/', ...[...kinds.values()].map((folder) => `${folder}/`)]) {
  test(`everything on ./${address} can be read, nothing is dead, and the list of all pages is one press away`, async ({
    page,
  }) => {
    await page.goto(`./${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    expect(await unreadable(page)).toEqual([]);
    expect(await dead(page)).toEqual([]);
    await page.getByRole('contentinfo').getByRole('link', { name: 'All pages, A to Z' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All pages, A to Z');
  });
}

/** Text of the page that no reader gets to see: hidden, and neither a word's explanation nor an answer to a press. */
async function unreadable(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main) => {
    const waits =
      '[popover], template, noscript, script, style, [role="status"], .needs-script, [hidden], .paper-foot';
    const answers = '.worked-yes, .worked-no, .detail-more';
    const hidden: string[] = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const isSeen = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (node.textContent?.trim() && !isSeen && !parent.closest(waits) && !parent.closest(answers))
        hidden.push(node.textContent.trim());
    }
    return hidden;
  });
}

/** Controls that can be seen and do nothing without a script. */
async function dead(page: Page): Promise<string[]> {
  const buttons = page.getByRole('button').filter({ visible: true });
  return buttons.evaluateAll((all) =>
    all
      .filter(
        (one) => !one.hasAttribute('popovertarget') && !one.closest('form') && one.tagName !== 'SUMMARY',
      )
      .map((one) => one.outerHTML),
  );
}

test('parts that only a script fills are not there as empty boxes', async ({ page }) => {
  await page.goto('decision-tools/course-or-job-aid/');
  for (const name of ['Your answers', 'What would change this']) {
    await expect(page.getByRole('heading', { name })).toBeHidden();
  }
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'Pick up where you left off' })).toBeHidden();
});

test('the list of all pages leads to every page', async ({ page }) => {
  const pages = globSync('*/*.mdx', { cwd: path.resolve(import.meta.dirname, '../content') });
  expect(pages.length).toBeGreaterThan(20);
  await page.goto('a-z/');
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  for (const file of pages)
    expect(links).toContainEqual(expect.stringMatching(`/${file.replace(/\.mdx$/, '')}/$`));
});

for (const address of ['./', 'gone/']) {
  test(`the search field on ${address} leads to the list of all pages, and to the page`, async ({ page }) => {
    await page.goto(address);
    await page.getByRole('textbox', { name: 'What are you trying to do?' }).fill('training did not work');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/search\/\?q=training\+did\+not\+work$/);
    await expectNotice(page);
    await page.getByRole('main').getByRole('link', { name: 'All pages, A to Z' }).click();
    await page.getByRole('link', { name: 'Find the cause of a performance gap' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
  });
}

test('“Search” in the header of any page leads to the search page', async ({ page }) => {
  await page.goto(findTheCause);
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expectNotice(page);
});

/** Playwright looks for no text in a noscript element. */
async function expectNotice(page: Page): Promise<void> {
  await expect(page.locator('noscript p')).toHaveText(
    'Search needs JavaScript. The list of all pages does not.',
  );
  await expect(page.locator('noscript p')).toBeVisible();
}

test('a decision tool is walked by its links, from question to question to what to do', async ({ page }) => {
  await page.goto('decision-tools/course-or-job-aid/');
  const heading = (name: string) => page.getByRole('heading', { level: 2, name });
  for (const [question, option] of [
    ['What happens if nothing changes for a year?', 'It costs more than a remedy would'],
    ['Could they do it if much depended on it?', 'No, or not yet'],
    ['Could the tool or the process change so that nobody has to know this?', 'No, or not this year'],
    ['Could they do it with a good page open beside them?', 'Yes, near enough'],
    ['Is there time, and a free hand, to look at a page while doing it?', 'Yes'],
  ] as const) {
    await expect(heading(question)).toBeInViewport();
    await page
      .locator('section')
      .filter({ has: heading(question) })
      .getByRole('link', { name: option })
      .first()
      .click();
  }
  await expect(page).toHaveURL(/#o-job-aid$/);
  await expect(heading('Write a job aid. Don’t build a course.')).toBeInViewport();
  await expect(page.getByText('A page is enough to do it, and there is time to look.')).toBeVisible();
  await page
    .locator('section')
    .filter({ has: heading('Write a job aid.') })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a format for a job aid');
});

test('steps can be ticked, and “Stuck here?” leads to a person and a report', async ({ page }) => {
  await page.goto(findTheCause);
  const box = page.getByRole('checkbox', { name: 'Step 1 done' });
  const first = page.getByRole('listitem').filter({ has: box });
  await box.check();
  await expect(box).toBeChecked();
  await expect(first.getByText('The usual trap')).toBeHidden();
  await first.getByText('Stuck here?').click();
  await expect(first.getByText('The usual trap')).toBeVisible();
  await expect(first.getByText('Performance practice group')).toBeVisible();
  await expect(first.getByRole('link', { name: 'Report this step' })).toHaveAttribute(
    'href',
    /^mailto:help@example\.org\?.*Step%3A%201/,
  );
});

test('the detail is chosen, and taken back, by style alone', async ({ page }) => {
  await page.goto(findTheCause);
  const detail = page.getByRole('group', { name: 'How much detail?' });
  const first = page.getByRole('heading', { name: 'Your first time' });
  const limits = page.getByRole('heading', { name: 'Where this method stops' });
  await detail.getByText('Exceptions').click();
  await expect(first).toBeHidden();
  await expect(limits).toBeVisible();
  await detail.getByText('Every step').click();
  await expect(first).toBeVisible();
  await expect(limits).toBeHidden();
  await detail.getByText('Everything').click();
  await expect(first).toBeVisible();
  await expect(limits).toBeVisible();
});

test('“It did not” shows whom to tell', async ({ page }) => {
  await page.goto(findTheCause);
  const report = page.getByRole('link', { name: 'Say what went wrong' });
  await expect(report).toBeHidden();
  await page.getByRole('radio', { name: 'It did not' }).check();
  await expect(page.getByText('Performance practice group can help.')).toBeVisible();
  await expect(report).toHaveAttribute('href', /^mailto:help@example\.org\?/);
});

test('a template is downloaded', async ({ page }) => {
  await page.goto('job-aids/state-the-problem-with-a-number/');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const text = await readFile(await (await coming).path(), 'utf8');
  expect(text).toMatch(/^The problem in one sentence\n/);
});

test('a word of the glossary explains itself', async ({ page }) => {
  await page.goto(findTheCause);
  const card = page.locator('[popover]').first();
  await page.getByRole('button', { name: 'gap', exact: true }).click();
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toBeHidden();
});

test('a pathway shows every ability with its pages', async ({ page }) => {
  await page.goto('pathways/performance-consultant/');
  await page.getByRole('heading', { name: 'name one cause of a gap and show what you saw yourself' }).click();
  await page
    .getByRole('link', { name: 'Find the cause of a performance gap' })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
});

test('a short address leads to its page', async ({ page }) => {
  await page.goto('go/gap/');
  await expect(page).toHaveURL(new RegExp(findTheCause));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
});
