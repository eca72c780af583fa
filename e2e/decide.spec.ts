/** Somebody who must choose answers a few questions and learns what to do, why, and what would change it. */
import type { Page } from 'playwright/test';
import { expect, test } from './site.ts';

const courseOrJobAid = 'decision-tools/course-or-job-aid/';
/** Shorter than the whole option, which may explain itself. */
const toAJobAid = [
  'It costs more than a remedy would',
  'No, or not yet',
  'No, or not this year',
  'Yes, near enough',
  'Yes',
];
const toACourse = [...toAJobAid.slice(0, 3), 'No, it takes a practised hand', 'because a slip hurts'];

const tool = (page: Page) => page.locator('decision-tool');
const shown = (page: Page) => tool(page).getByRole('heading', { level: 2 });
const answers = (page: Page) =>
  tool(page)
    .getByRole('list')
    .filter({ has: page.getByRole('link', { name: /^Change/ }) })
    .getByRole('listitem');

async function answer(page: Page, says: string): Promise<void> {
  const before = await shown(page).innerText();
  await tool(page).getByRole('link', { name: says }).first().click();
  await expect(shown(page)).not.toHaveText(before);
}

async function walk(page: Page, says: string[]): Promise<void> {
  await page.goto(courseOrJobAid);
  for (const option of says) await answer(page, option);
}

test('leads to a course where only practice helps', async ({ page }) => {
  await walk(page, toACourse);
  await expect(shown(page)).toHaveText('Run a course, and give most of its time to practice.');
  await tool(page).getByRole('link', { name: 'When a course is the right answer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When a course is the right answer');
});

test('leads to a job aid where a page is enough', async ({ page }) => {
  await walk(page, toAJobAid);
  await expect(shown(page)).toHaveText('Write a job aid. Don’t build a course.');
  await tool(page).getByRole('link', { name: 'Choose a format for a job aid' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a format for a job aid');
});

test('leads to nothing at all where nothing is at stake', async ({ page }) => {
  await walk(page, ['Hardly anything that somebody would notice']);
  await expect(shown(page)).toHaveText('Do nothing for now. Look again in six months.');
});

test('asks one question at a time and says how many are left at most', async ({ page }) => {
  await page.goto(courseOrJobAid);
  await expect(shown(page)).toHaveText('What happens if nothing changes for a year?');
  for (const [index, left] of ['At most 6', 'At most 5', 'At most 4', 'At most 3', 'At most 2'].entries()) {
    await expect(tool(page).getByText(`${left} questions left`).filter({ visible: true })).toHaveCount(1);
    await expect(shown(page)).toHaveCount(1);
    await answer(page, toAJobAid[index]!);
  }
  await walk(page, toACourse.slice(0, -1));
  await expect(tool(page).getByText('The last question').filter({ visible: true })).toHaveCount(1);
});

test('shows the question and all its answers on the first screen of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(courseOrJobAid);
  await expect(shown(page)).toBeInViewport({ ratio: 1 });
  for (const option of await tool(page).getByRole('list').first().getByRole('link').all()) {
    await expect(option).toBeInViewport({ ratio: 1 });
    const box = await option.boundingBox();
    expect(box!.height).toBeGreaterThanOrEqual(48);
  }
});

test.describe('the outcome', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  test.beforeEach(({ page }) => walk(page, toAJobAid));

  test('says why, with the reader’s own answers', async ({ page }) => {
    await expect(tool(page).getByRole('heading', { name: 'Because' })).toBeVisible();
    await expect(tool(page).getByText('A page is enough to do it, and there is time to look.')).toBeVisible();
    await expect(answers(page)).toHaveCount(toAJobAid.length);
    for (const [index, option] of toAJobAid.entries())
      await expect(answers(page).nth(index)).toContainText(option);
    await expect(answers(page).nth(1)).toContainText('Could they do it if much depended on it?');
  });

  test('says what would change it, and each of these leads where it says', async ({ page }) => {
    const changes = tool(page).locator('.tool-turns').getByRole('listitem');
    await expect(tool(page).getByRole('heading', { name: 'What would change this' })).toBeVisible();
    const count = await changes.count();
    expect(count).toBeGreaterThan(2);
    for (let index = 0; index < count; index++) {
      const change = changes.nth(index).getByRole('link');
      const verdict = await change.innerText();
      expect(verdict).not.toBe('Write a job aid. Don’t build a course.');
      await change.click();
      await expect(shown(page)).toHaveText(verdict);
      await page.goBack();
      await expect(shown(page)).toHaveText('Write a job aid. Don’t build a course.');
    }
  });

  test('offers one thing to do now, as the only button-like link', async ({ page }) => {
    await expect(tool(page).locator('a.button').filter({ visible: true })).toHaveCount(1);
  });

  test('is copied with verdict, answers and an address that brings it back', async ({ page }) => {
    await tool(page).getByRole('button', { name: 'Copy the answer' }).click();
    await expect(page.getByText('Answer copied')).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Write a job aid\. Don’t build a course\.\n/);
    expect(text).toContain('Could they do it if much depended on it? No, or not yet');
    const address = /https?:\S+$/.exec(text.trim())?.[0] ?? '';
    await page.goto('./');
    await page.goto(address);
    await expect(shown(page)).toHaveText('Write a job aid. Don’t build a course.');
  });

  test('can be printed, and is what the page is called', async ({ page }) => {
    await expect(page).toHaveTitle(
      /^Write a job aid\. Don’t build a course\. · Course, job aid or something else\?/,
    );
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await tool(page).getByRole('button', { name: 'Print' }).click();
    await expect(page.locator('[data-printed]')).toHaveCount(1);
  });

  test('is forgotten at “Start again”', async ({ page }) => {
    await tool(page).getByRole('link', { name: 'Start again' }).click();
    await expect(shown(page)).toHaveText('What happens if nothing changes for a year?');
    await expect(answers(page)).toHaveCount(0);
  });
});

test.describe('the address holds the answers', () => {
  const third = 'Could the tool or the process change so that nobody has to know this?';

  test('so that Back and Forward go from question to question', async ({ page }) => {
    await walk(page, toAJobAid.slice(0, 2));
    await expect(shown(page)).toHaveText(third);
    await page.goBack();
    await expect(shown(page)).toHaveText('Could they do it if much depended on it?');
    await expect(answers(page)).toHaveCount(1);
    await page.goBack();
    await expect(shown(page)).toHaveText('What happens if nothing changes for a year?');
    await expect(answers(page)).toHaveCount(0);
    await page.goForward();
    await page.goForward();
    await expect(shown(page)).toHaveText(third);
    await expect(answers(page)).toHaveCount(2);
  });

  test('so that a reload and a link that was sent stand where it was left', async ({ browser, page }) => {
    await walk(page, toAJobAid.slice(0, 2));
    await page.reload();
    await expect(shown(page)).toHaveText(third);
    const somebodyElse = await browser.newPage();
    await somebodyElse.goto(page.url());
    await expect(shown(somebodyElse)).toHaveText(third);
    await expect(answers(somebodyElse).nth(1)).toContainText('No, or not yet');
    await somebodyElse.close();
  });

  test('so that coming back from another page stands where it was left', async ({ page }) => {
    await walk(page, toAJobAid);
    await tool(page).getByRole('link', { name: 'Choose a format for a job aid' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a format for a job aid');
    await page.goBack();
    await expect(shown(page)).toHaveText('Write a job aid. Don’t build a course.');
  });

  test('and none of them reaches a server', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + JSON.stringify(request.headers())));
    await walk(page, toAJobAid);
    await tool(page).getByRole('link', { name: 'Choose a format for a job aid' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a format for a job aid');
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter((request) => request.includes('near-enough'))).toEqual([]);
  });
});

test.describe('changing an answer', () => {
  test('keeps the later ones that still hold', async ({ page }) => {
    await walk(page, toAJobAid);
    const question = 'Could the tool or the process change so that nobody has to know this?';
    await answers(page)
      .filter({ hasText: question })
      .getByRole('link', { name: /^Change/ })
      .click();
    await expect(shown(page)).toHaveText(question);
    await expect(answers(page)).toHaveCount(2);
    await answer(page, 'No, or not this year');
    await expect(shown(page)).toHaveText('Write a job aid. Don’t build a course.');
    await expect(answers(page)).toHaveCount(toAJobAid.length);
  });

  test('drops those that no longer matter, and Back brings them back', async ({ page }) => {
    await walk(page, toAJobAid);
    await answers(page)
      .nth(2)
      .getByRole('link', { name: /^Change/ })
      .click();
    await answer(page, 'Yes, and sooner than people could learn it');
    await expect(shown(page)).toHaveText('Mend the process or the tool. Teach nobody to live with it.');
    await expect(answers(page)).toHaveCount(3);
    await expect(page).not.toHaveURL(/with-a-page/);
    await page.goBack();
    await answer(page, 'No, or not this year');
    await expect(shown(page)).toHaveText('Write a job aid. Don’t build a course.');
  });
});

test.describe('an old or mistyped link', () => {
  const gone = 'This tool has changed since the link was made.';
  for (const [what, fragment, question] of [
    [
      'an answer that is gone',
      'worth=it-costs-more-than&can-do=perhaps',
      'Could they do it if much depended on it?',
    ],
    [
      'a question that is gone',
      'worth=it-costs-more-than&old=yes',
      'Could they do it if much depended on it?',
    ],
    [
      'a first answer that is gone',
      'worth=maybe&can-do=no-or-not-yet',
      'What happens if nothing changes for a year?',
    ],
  ] as const) {
    test(`with ${what} opens at the question, and says so`, async ({ page }) => {
      await page.goto(`${courseOrJobAid}#${fragment}`);
      await expect(shown(page)).toHaveText(question);
      await expect(tool(page).getByText(gone)).toBeVisible();
    });
  }

  test('that holds anything else opens the tool at its beginning', async ({ page }) => {
    for (const fragment of [
      '<img src=x onerror=alert(1)>',
      '__proto__=x&constructor=y',
      'worth=__proto__',
      '%',
      '%E0%A4%A',
      `worth=${'x'.repeat(10_000)}`,
      '&&&===',
    ]) {
      // A page of its own: from the same page it would be a press on a link.
      await page.goto('about/');
      await page.goto(`${courseOrJobAid}#${fragment}`);
      await expect(shown(page)).toHaveText('What happens if nothing changes for a year?');
      await expect(tool(page).locator('img, script:not([data-tool-json], [src$="/tool.js"])')).toHaveCount(0);
      await answer(page, 'It costs more');
      await expect(shown(page)).toHaveText('Could they do it if much depended on it?');
    }
  });
});

test('all questions and outcomes can be read as one document, and left again', async ({ page }) => {
  await walk(page, toAJobAid.slice(0, 1));
  await page.goto(`${courseOrJobAid}#all-questions`);
  for (const heading of [
    'What happens if nothing changes for a year?',
    'Where can they practise without harm?',
    'Run a course, and give most of its time to practice.',
  ]) {
    await expect(tool(page).getByRole('heading', { name: heading })).toBeVisible();
  }
  await tool(page).getByRole('link', { name: 'One question at a time' }).click();
  await expect(shown(page)).toHaveCount(1);
  await expect(shown(page)).toHaveText('Could they do it if much depended on it?');
  await expect(answers(page)).toHaveCount(1);
});

test('an answer given before the script has come counts, and the script goes on from there', async ({
  page,
}) => {
  const release = Promise.withResolvers<void>();
  await page.route(/\/tool\.js$|\/assets\/.*\.js$/, async (route) => {
    await release.promise;
    await route.continue();
  });
  await page.goto(courseOrJobAid, { waitUntil: 'commit' });
  await tool(page).getByRole('link', { name: toAJobAid[0]! }).click();
  await expect(page).toHaveURL(/#worth=it-costs-more-than$/);
  const next = shown(page).filter({ hasText: 'Could they do it if much depended on it?' });
  await expect(next).toBeInViewport();
  await expect(shown(page)).not.toHaveCount(1);
  release.resolve();
  await expect(shown(page)).toHaveCount(1);
  await expect(next).toBeVisible();
  await expect(answers(page)).toHaveCount(1);
  await answer(page, toAJobAid[1]!);
  await page.goBack();
  await expect(next).toBeVisible();
  await page.goBack();
  await expect(shown(page)).toHaveText('What happens if nothing changes for a year?');
});

test('by keyboard alone, each new question has the focus and is the next thing read', async ({ page }) => {
  await page.goto(courseOrJobAid);
  await expect(shown(page), 'nothing is moved before the reader does').not.toBeFocused();
  const first = tool(page).getByRole('link').first();
  await tabTo(page, first);
  for (const option of toAJobAid) {
    await tabTo(page, tool(page).getByRole('link', { name: option }).first());
    const before = await shown(page).innerText();
    await page.keyboard.press('Enter');
    await expect(shown(page)).not.toHaveText(before);
    await expect(shown(page)).toBeFocused();
    await expect(shown(page)).toBeInViewport();
  }
  await expect(shown(page)).toHaveText('Write a job aid. Don’t build a course.');
  await page.keyboard.press('Tab');
  await expect(tool(page).getByRole('link', { name: 'Choose a format for a job aid' })).toBeFocused();
});

/** @throws when many presses do not get there */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
