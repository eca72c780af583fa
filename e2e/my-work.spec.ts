/** Readers find all their work on one page, take it along, bring it back, and hold it in their hand on paper. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright/test';
import { expect, test } from './site.ts';

const consultant = 'pathways/performance-consultant/';
const ability = 'pathways/performance-consultant/put-the-gap-in-one-sentence';
const can = 'turn a request into one sentence with two numbers and a period';
const second = 'answer a course request with questions, and promise neither a yes nor a no';

/** Says two things of two roles, as a reader does. */
async function work(page: Page): Promise<void> {
  await page.goto(consultant);
  await scale(page).selectOption('Seen it done');
  await scale(page).selectOption('Did it alone');
  await page
    .getByRole('textbox', { name: 'What happened' })
    .filter({ visible: true })
    .fill('The Lisbon request');
  await page
    .getByRole('textbox', { name: 'Who saw it' })
    .filter({ visible: true })
    .fill('Our senior consultant');
  await page.goto('pathways/team-manager/');
  await scale(page).selectOption('Did it with help');
}

const scale = (page: Page) =>
  page.getByRole('combobox', { name: 'How far are you with this?' }).filter({ visible: true });
const role = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
const proof = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) });
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('sidekick:abilities'));
const textOf = async (download: Download) => readFile(await download.path(), 'utf8');

async function save(page: Page, button: string): Promise<Download> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return coming;
}

async function open(page: Page, text: string, name = 'my-work.json'): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Open a saved file').setInputFiles(file);
}

test('somebody new finds the way to the pathways, and a file to open', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('contentinfo').getByRole('link', { name: 'My work' }).click();
  await expect(page.getByText('Nothing is kept here yet.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Share with your manager' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print the portfolio' })).toBeHidden();
  await expect(page.getByLabel('Open a saved file')).toBeVisible();
  await page.getByRole('link', { name: 'Team manager: what you can do next' }).click();
  await expect(page).toHaveURL(/\/pathways\/team-manager\/$/);
});

test('all roles stand on one page, with state, day, note, witness, and what comes next', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-20T10:00:00'));
  await work(page);
  await page.goto('my-work/');
  const mine = proof(page, can);
  await expect(mine).toContainText('Did it alone, 20 November 2026. Seen by Our senior consultant.');
  await expect(mine).toContainText('The Lisbon request');
  await expect(mine).toContainText(
    'What proves it: The sentence, with the place where each number was counted',
  );
  await mine.getByText('Said before (1)').click();
  await expect(mine.getByText('Seen it done, 20 November 2026.')).toBeVisible();
  await expect(role(page, 'Performance consultant')).toContainText(`Next: ${second}`);
  await expect(role(page, 'Team manager')).toContainText('Did it with help');
  await mine.getByRole('link', { name: `Change it: ${can}` }).click();
  await expect(page.getByRole('heading', { level: 3, name: can })).toBeInViewport();
  await expect(scale(page)).toHaveValue('alone');
});

test('finished runs are counted, for the page and for the abilities that it serves', async ({ page }) => {
  await work(page);
  const run = (day: string) => ({
    page: 'job-aids/state-the-problem-with-a-number',
    title: 'State it',
    begun: `${day}T09:00:00.000Z`,
    ended: `${day}T10:00:00.000Z`,
  });
  for (const runs of [
    [run('2026-05-04'), run('2026-05-06'), 7],
    { 'job-aids/state-the-problem-with-a-number': [run('2026-05-06'), run('2026-05-04')] },
  ]) {
    await page.evaluate((value) => localStorage.setItem('sidekick:runs', JSON.stringify(value)), runs);
    await page.goto('my-work/');
    await expect(role(page, 'Used at work').getByRole('listitem')).toHaveText(
      /State the problem in one sentence with a number 2 times, last on 6 May 2026/,
    );
    await expect(proof(page, can)).toContainText('Used at work 2 times');
  }
});

test('nothing is graded here either', async ({ page }) => {
  await work(page);
  await page.goto('my-work/');
  await expect(proof(page, can)).toBeVisible();
  expect(await page.getByRole('main').innerText()).not.toMatch(
    /\d\s?%|badge|streak|congratulations|well done|complete|\d+ hours?/i,
  );
});

test('what is saved as a file is back after everything was lost, and nothing is there twice', async ({
  page,
}) => {
  await work(page);
  await page.goto('my-work/');
  await expect(proof(page, can)).toBeVisible();
  const before = await kept(page);
  const download = await save(page, 'Save everything as a file');
  expect(download.suggestedFilename()).toMatch(/^my-work-\d{4}-\d\d-\d\d\.json$/);
  const text = await textOf(download);
  await open(page, text);
  await expect(page.getByText('Opened. Everything in it was here already.')).toBeVisible();
  expect(await kept(page)).toBe(before);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByText('Nothing is kept here yet.')).toBeVisible();
  await open(page, text);
  await expect(page.getByText('Opened. 3 entries were not here before.')).toBeVisible();
  await expect(proof(page, can)).toContainText('The Lisbon request');
  expect(await kept(page)).toBe(before);
});

test('a file from another device adds to what is here', async ({ page, browser, baseURL }) => {
  await work(page);
  await page.goto('my-work/');
  await expect(proof(page, can)).toBeVisible();
  const text = await textOf(await save(page, 'Save everything as a file'));
  const other = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await other.goto('pathways/anyone-at-work/');
  await scale(other).selectOption('Seen it done');
  await other.goto('my-work/');
  await expect(role(other, 'Anyone at work')).toBeVisible();
  await open(other, text);
  await expect(role(other, 'Performance consultant')).toBeVisible();
  await expect(role(other, 'Anyone at work')).toBeVisible();
  await other.context().close();
});

test.describe('a file that is not as it was saved here is refused in one sentence and changes nothing:', () => {
  const entry = { id: 'x', ability, says: 'taught', on: '2026-11-20', n: 1, v: 1 };
  const file = (change: object) =>
    JSON.stringify({
      sidekick: 'my-work',
      version: 2,
      on: '2026-11-20',
      entries: [entry],
      answers: [],
      runs: [],
      ...change,
    });
  const refused: [name: string, text: string, says: RegExp][] = [
    [
      '__proto__',
      file({}).replace('"id":"x"', '"id":"x","__proto__":{"says":"alone"}'),
      /is not as it was saved here/,
    ],
    [
      'megabytes',
      file({ entries: [{ ...entry, note: 'x'.repeat(5_000_000) }] }),
      /far larger than anything saved here/,
    ],
    ['tens of megabytes', ' '.repeat(20_000_000), /far larger than anything saved here/],
    ['wrong types', file({ entries: [{ ...entry, on: { day: 1 } }] }), /is not as it was saved here/],
    ['too deep', '['.repeat(500_000), /no file that was saved here/],
    ['no JSON', '<script>alert(1)</script>', /no file that was saved here/],
    ['another page’s file', '{"sidekick":"runs","form":1,"runs":[]}', /no file that was saved here/],
    ['a newer edition', file({ version: 3 }), /A newer edition of these pages saved this file/],
    ['one field too many', file({ token: 'x' }), /is not as it was saved here/],
  ];
  for (const [name, text, says] of refused) {
    test(name, async ({ page }) => {
      await work(page);
      await page.goto('my-work/');
      await expect(proof(page, can)).toBeVisible();
      const before = await kept(page);
      await open(page, text);
      await expect(page.getByRole('status').filter({ hasText: says })).toHaveCount(1);
      expect(await kept(page)).toBe(before);
      await expect(proof(page, can)).toContainText('Did it alone');
      expect(
        await page.evaluate(() => ({}) as { says?: string }).then(({ says: found }) => found),
      ).toBeUndefined();
    });
  }

  test('and the one that is as saved is taken, so that the others mean something', async ({ page }) => {
    await page.goto('my-work/');
    await open(page, file({}));
    await expect(proof(page, can)).toContainText('Helped somebody else');
  });
});

test('the text for people holds every ability, and what was typed can’t become markup in it', async ({
  page,
}) => {
  await work(page);
  await page.goto(consultant);
  await page.getByText(can).click();
  await page
    .getByRole('textbox', { name: 'What happened' })
    .filter({ visible: true })
    .fill('# <b>Lisbon</b>\n[x](javascript:y)');
  await page.goto('my-work/');
  await page.getByLabel('Your name').fill('Ada');
  await expect(proof(page, can)).toBeVisible();
  const text = await textOf(await save(page, 'Save it as a text (Markdown)'));
  expect(text).toMatch(/^# Portfolio of evidence\n\nAda, \d+ \w+ \d{4}\n\n## Performance consultant\n/);
  expect(text).toContain(`### ${can}`);
  expect(text).toContain('\\# \\<b\\>Lisbon\\</b\\> \\[x\\](javascript:y)');
  expect(text).toContain('Seen by Our senior consultant.');
  expect(text).toContain('## Team manager');
});

test('the portfolio is printed: a block an ability, with day, witness and evidence, and no buttons', async ({
  page,
}) => {
  await work(page);
  await page.goto('my-work/');
  await page.getByLabel('Your name').fill('Ada');
  await expect(proof(page, can)).toBeVisible();
  await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
  await page.getByRole('button', { name: 'Print the portfolio' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/^Portfolio of evidence, Ada, \d+ \w+ \d{4}$/)).toBeVisible();
  const block = proof(page, can);
  for (const text of [
    'Did it alone',
    'Seen by Our senior consultant.',
    'The Lisbon request',
    'What proves it:',
    'Seen it done',
  ])
    await expect(block.getByText(text).first(), text).toBeVisible();
  expect(await block.evaluate((element) => getComputedStyle(element).breakInside)).toBe('avoid');
  for (const part of ['button', 'textbox', 'checkbox', 'contentinfo', 'banner'] as const)
    await expect(page.getByRole(part).filter({ visible: true }), part).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Change it' }).filter({ visible: true })).toHaveCount(0);
});

test('what another tab says shows here', async ({ context, page }) => {
  await page.goto('my-work/');
  await expect(page.getByText('Nothing is kept here yet.')).toBeVisible();
  const other = await context.newPage();
  await work(other);
  await expect(proof(page, can)).toContainText('The Lisbon request');
});

test('where the pathways can’t be fetched, the work is shown all the same', async ({ page, troubles }) => {
  await work(page);
  await page.route('**/api/pathways.json', (route) => route.abort());
  await page.goto('my-work/');
  await expect(page.getByText('The pathways could not be fetched')).toBeVisible();
  await expect(proof(page, 'put the gap in one sentence')).toContainText('The Lisbon request');
  troubles.length = 0;
});

test('a browser that keeps nothing says so once, and opens a file for as long as the page is open', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('my-work/');
  await expect(
    page.getByText('This browser keeps nothing for this site').filter({ visible: true }),
  ).toHaveCount(1);
  const entries = [{ id: 'x', ability, says: 'taught', on: '2026-11-20', n: 1, v: 1 }];
  await open(
    page,
    JSON.stringify({ sidekick: 'my-work', version: 2, on: '2026-11-20', entries, answers: [], runs: [] }),
  );
  await expect(proof(page, can)).toContainText('Helped somebody else');
  await expect(
    page.getByText('This browser keeps nothing for this site').filter({ visible: true }),
  ).toHaveCount(1);
});

test('an ability that no pathway holds any more keeps its proof', async ({ page }) => {
  await page.goto('my-work/');
  await page.evaluate(() => {
    const entries = [
      {
        id: 'x',
        ability: 'pathways/gone/count-the-cases',
        says: 'alone',
        on: '2026-11-20',
        note: 'Card 7',
        n: 1,
        v: 1,
      },
    ];
    localStorage.setItem('sidekick:abilities', JSON.stringify({ version: 2, entries, answers: [] }));
  });
  await page.reload();
  await expect(role(page, 'No longer on a pathway')).toContainText('count the cases');
  await expect(role(page, 'No longer on a pathway')).toContainText('Card 7');
});
