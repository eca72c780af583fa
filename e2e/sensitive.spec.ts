/** What somebody answers to a sensitive tool is nowhere but on the page, and gone with it. */
import type { Page } from 'playwright/test';
import { expect } from './site.ts';
import { answersIn, change, field, goOn, openAfresh, secret, shownIn, test, toolOn } from './tool-site.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-25T12:00:00'));

const fever = 'What is your temperature?';

async function answerAll(page: Page): Promise<void> {
  await openAfresh(page, secret);
  await field(page, fever).fill('38.7');
  await goOn(toolOn(page));
  await field(page, 'Since when have you been ill?').fill('2026-11-23');
  await goOn(toolOn(page));
  await toolOn(page).getByRole('checkbox', { name: 'A cough' }).check();
  await goOn(toolOn(page));
  await toolOn(page).getByRole('link', { name: 'Yes, all day' }).click();
  await expect(shownIn(toolOn(page))).toHaveText('Ask for lighter work.');
}

test('no answer is in the address, in storage, in the history, in its titles, in a link or in what is asked of the server', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url() + JSON.stringify(request.headers())));
  const titles = new Set<string>();
  page.on('framenavigated', () => void page.title().then((title) => titles.add(title)));
  await answerAll(page);
  const traces = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const stores = await caches.keys();
    return [
      location.href,
      document.title,
      document.cookie,
      window.name,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(databases),
      JSON.stringify(stores),
      ...[...document.links].map(({ href }) => href),
    ];
  });
  expect(new URL(page.url()).hash).toBe('');
  for (const trace of [...traces, ...titles, ...asked])
    expect(trace).not.toMatch(/38\.7|2026-11-23|23 November|cough|lighter|fever=|alone=/i);
  await page.goBack();
  await expect(shownIn(toolOn(page))).toHaveText('Do you work alone today?');
  expect(await page.evaluate(() => JSON.stringify([history.state, location.href]))).not.toMatch(
    /38\.7|cough/,
  );
});

test('a reload starts over, and going on through the history brings nothing back', async ({ page }) => {
  await answerAll(page);
  await page.reload();
  await expect(shownIn(toolOn(page))).toHaveText(fever);
  await expect(field(page, fever)).toHaveValue('');
  await expect(answersIn(toolOn(page))).toHaveCount(0);
  await page.goBack();
  await expect(shownIn(toolOn(page))).toHaveText(fever);
  await page.goForward();
  await expect(shownIn(toolOn(page))).toHaveText(fever);
  await expect(toolOn(page)).not.toContainText('38.7');
});

test('who leaves and comes back finds nothing, even where the browser has kept the page', async ({
  page,
}) => {
  await answerAll(page);
  await page.goto('about/');
  await page.goBack();
  await expect(shownIn(toolOn(page))).toHaveText(fever);
  await answerAll(page);
  // What a browser tells a page that it takes out of its back-forward cache.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(shownIn(toolOn(page))).toHaveText([fever]);
});

test('until then Back, Forward, “Change” and an anchor of the page lose nothing', async ({ page }) => {
  await answerAll(page);
  await page.goBack();
  await page.goBack();
  await expect(shownIn(toolOn(page))).toHaveText('Which of these do you have?');
  await expect(answersIn(toolOn(page))).toHaveCount(2);
  await page.goForward();
  await page.goForward();
  await expect(shownIn(toolOn(page))).toHaveText('Ask for lighter work.');
  await page.getByRole('link', { name: 'Skip to the content' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(shownIn(toolOn(page))).toHaveText('Ask for lighter work.');
  await change(toolOn(page), fever);
  await expect(field(page, fever)).toHaveValue('38.7');
  await field(page, fever).fill('39');
  await goOn(toolOn(page));
  await expect(shownIn(toolOn(page))).toHaveText('Stay at home with 39 degrees.');
  await expect(toolOn(page).getByText('No longer asked').filter({ visible: true })).toContainText(
    '“Since when have you been ill?”',
  );
  await page.goBack();
  await page.goBack();
  await expect(shownIn(toolOn(page))).toHaveText('Ask for lighter work.');
});

test.describe('what is copied', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('holds the answers for whoever asked for them, and no address that would', async ({ page }) => {
    await answerAll(page);
    await toolOn(page).getByRole('button', { name: 'Copy the answer' }).click();
    await expect(page.getByText('Answer copied')).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('- What is your temperature? 38.7 degrees');
    expect(text).toContain('Am I fit for the shift? (');
    expect(text).not.toMatch(/fit-for-the-shift/);
  });
});

test('a link with answers opens it at its beginning, and the routes are shown without a mark', async ({
  page,
}) => {
  await openAfresh(page, `${secret}#fever=39`);
  await expect(shownIn(toolOn(page))).toHaveText(fever);
  await expect(toolOn(page)).toContainText('What you answer stays on this page.');
  await answerAll(page);
  await toolOn(page).getByRole('link', { name: 'See all routes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'All routes' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await expect(page.locator('[data-taken]')).toHaveCount(0);
});

test('all its questions and outcomes can be read as one document, and left again', async ({ page }) => {
  await openAfresh(page, `${secret}#all-questions`);
  await expect(shownIn(toolOn(page))).toHaveCount(7);
  await toolOn(page).getByRole('link', { name: 'One question at a time' }).click();
  await expect(shownIn(toolOn(page))).toHaveText([fever]);
});
