/** A reader shares some work with a manager, who answers; both travel in links, and no server learns of it. */
import type { Browser, Page } from 'playwright/test';
import { expect, test } from './site.ts';

const can = 'turn a request into one sentence with two numbers and a period';
const second = 'answer a course request with questions, and promise neither a yes nor a no';
const third = 'spend an hour beside somebody at work and bring back what held them up';

const block = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

/** Three abilities are done, the first with a note and a witness. */
async function work(page: Page, note = 'The Lisbon request'): Promise<void> {
  await page.goto('pathways/performance-consultant/');
  for (const name of [can, second, third]) {
    await page.getByRole('button', { name: 'I can already do this' }).filter({ visible: true }).click();
    await expect(page.locator('summary').filter({ hasText: name })).toContainText('Did it alone');
  }
  await page.getByText(can).click();
  await page.getByRole('textbox', { name: 'What happened' }).filter({ visible: true }).fill(note);
  await page
    .getByRole('textbox', { name: 'Who saw it' })
    .filter({ visible: true })
    .fill('Our senior consultant');
}

async function share(page: Page, ...names: string[]): Promise<string> {
  await page.goto('my-work/');
  for (const name of names) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const field = page.getByRole('textbox', { name: 'The link' });
  await expect(field).toBeFocused();
  return field.inputValue();
}

/** Somebody else’s browser. */
async function elsewhere(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

async function answer(boss: Page): Promise<string> {
  await block(boss, can)
    .getByRole('radio', { name: /^Confirmed/ })
    .check();
  await block(boss, can)
    .getByRole('textbox', { name: 'The next real task to hand over' })
    .fill('The Porto case');
  await block(boss, second).getByRole('radio', { name: 'Something is still missing' }).check();
  await block(boss, second)
    .getByRole('textbox', { name: 'What is still missing?' })
    .fill('The day you talk again');
  await boss.getByRole('textbox', { name: 'Your name' }).fill('Ms Boss');
  await boss.getByRole('button', { name: 'Make the link with your answer' }).click();
  return boss.getByRole('textbox', { name: 'The link with your answer' }).inputValue();
}

test('what is chosen, and nothing else, reaches the manager; the answer comes back and is kept', async ({
  page,
  browser,
}) => {
  await work(page);
  await page.goto('my-work/');
  await page.getByLabel('Your name').fill('Ada');
  for (const name of [can, second]) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'The link' }).inputValue();

  const boss = await elsewhere(browser);
  const asked: string[] = [];
  boss.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  await boss.goto(link);
  await expect(boss.getByText(/^Ada shared this with you on \d+ \w+ \d{4}\.$/)).toBeVisible();
  await expect(block(boss, can)).toContainText('Did it alone');
  await expect(block(boss, can)).toContainText('Seen by Our senior consultant.');
  await expect(block(boss, can)).toContainText('The Lisbon request');
  await expect(block(boss, can)).toContainText('What proves it: The sentence, with the place');
  await expect(block(boss, third)).toHaveCount(0);
  const back = await answer(boss);
  const [, carried = ''] = link.split('#');
  expect(carried.length).toBeGreaterThan(50);
  for (const url of asked) expect(url.split('#')[0]).not.toContain(carried.slice(5, 40));
  await boss.context().close();

  await page.goto(back);
  const box = page.getByRole('region', { name: 'An answer to your work' });
  await expect(box).toContainText('Confirmed by Ms Boss');
  await expect(box).toContainText('Anybody can make such a link.');
  expect(await page.evaluate(() => localStorage.getItem('sidekick:abilities'))).not.toContain('Porto');
  await box.getByRole('button', { name: 'Keep it in My work' }).click();
  await expect(box).toBeHidden();
  await expect(page).toHaveURL(/\/my-work\/$/);
  await page.reload();
  await expect(block(page, can)).toContainText('Confirmed by Ms Boss');
  await expect(block(page, can)).toContainText('Next task: The Porto case');
  await expect(block(page, second)).toContainText('Something is still missing, says Ms Boss');
  await expect(block(page, second)).toContainText('The day you talk again');

  // The pathway says so as well, at the ability.
  await page.goto('pathways/performance-consultant/');
  for (const [name, ...texts] of [
    [can, 'Confirmed by Ms Boss', 'Next task: The Porto case'],
    [second, 'Something is still missing, says Ms Boss', 'The day you talk again'],
  ] as const) {
    await page.getByRole('heading', { level: 3, name }).click();
    for (const text of texts) await expect(block(page, name).last()).toContainText(text);
  }
  await expect(page.getByText('Ms Boss')).toHaveCount(2);

  await page.goto(back);
  await page.getByRole('button', { name: 'Keep it in My work' }).click();
  await expect(block(page, can).getByText('Confirmed by Ms Boss')).toHaveCount(1);
});

test('an answer that is left changes nothing', async ({ page, browser }) => {
  await work(page);
  const boss = await elsewhere(browser);
  await boss.goto(await share(page, can, second));
  const back = await answer(boss);
  await boss.context().close();
  const before = await page.evaluate(() => localStorage.getItem('sidekick:abilities'));
  await page.goto(back);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.getByText('Confirmed by Ms Boss')).toHaveCount(0);
  await expect(page).toHaveURL(/\/my-work\/$/);
  expect(await page.evaluate(() => localStorage.getItem('sidekick:abilities'))).toBe(before);
});

test('nothing is chosen beforehand, and a link needs a choice', async ({ page }) => {
  await work(page);
  await page.goto('my-work/');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('Choose at least one ability.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'The link' })).toHaveCount(0);
});

test('too much for one link is told, and no link is made that would be cut off', async ({ page }) => {
  await work(page, 'ü'.repeat(2000));
  await page.goto('pathways/performance-consultant/#watch-one-case');
  await page
    .locator('#watch-one-case')
    .getByRole('textbox', { name: 'What happened' })
    .fill('ü'.repeat(2000));
  await page.goto('my-work/');
  for (const name of [can, third]) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('This is too much for one link.')).toBeVisible();
  await page.getByRole('checkbox', { name: third }).uncheck();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('textbox', { name: 'The link' })).toHaveValue(/#work=/);
  await expect(page.getByText('This is too much for one link.')).toHaveCount(0);
});

test('text in a link stays text, whatever it looks like', async ({ page, browser }) => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  await work(page, hostile);
  const boss = await elsewhere(browser);
  boss.on('dialog', () => expect(false, 'a script ran').toBe(true));
  await boss.goto(await share(page, can, second));
  await expect(block(boss, can).getByText(hostile)).toBeVisible();
  await expect(boss.locator('main img, main script[src="x"]')).toHaveCount(0);
  await boss.context().close();
});

for (const fragment of [
  '',
  '#work=',
  '#work=%00',
  '#work=AAAA',
  '#work=W10',
  `#work=${'A'.repeat(50_000)}`,
  '#answer=W10',
]) {
  test(`a link that was cut off or made up (${fragment.slice(0, 12)}) is told in a sentence`, async ({
    page,
  }) => {
    await page.goto(`shared-work/${fragment}`);
    await expect(page.getByText('No work is shared in this address.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Make the link with your answer' })).toBeHidden();
  });
}

test('an answer that can’t be read is told in a sentence, and nothing is kept', async ({ page }) => {
  await page.goto('my-work/#answer=W10');
  await expect(page.getByText('This link can’t be read.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep it in My work' })).toBeHidden();
});

test('an answer needs an answer', async ({ page, browser }) => {
  await work(page);
  const boss = await elsewhere(browser);
  await boss.goto(await share(page, can));
  await boss.getByRole('button', { name: 'Make the link with your answer' }).click();
  await expect(boss.getByText('Answer for at least one ability.')).toBeVisible();
  await boss.context().close();
});

test('the page for managers is kept out of search engines, and so is My work', async ({ page }) => {
  for (const address of ['shared-work/', 'my-work/']) {
    await page.goto(address);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  }
});

test('by keyboard alone a link is made, and answered', async ({ page, browser }) => {
  await work(page);
  await page.goto('my-work/');
  await page.getByRole('checkbox', { name: can }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'The link' });
  await expect(field).toBeFocused();
  const boss = await elsewhere(browser);
  await boss.goto(await field.inputValue());
  await block(boss, can).getByRole('radio').first().focus();
  await boss.keyboard.press('ArrowDown');
  await boss.keyboard.press('Tab');
  await boss.keyboard.type('The second number');
  await boss.getByRole('textbox', { name: 'Your name' }).focus();
  await boss.keyboard.press('Enter');
  await expect(boss.getByRole('textbox', { name: 'The link with your answer' })).toBeFocused();
  await boss.context().close();
});
