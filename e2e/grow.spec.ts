/** Somebody new in a role sees what to be able to do next, does it on real work, and finds the next thing. */
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './site.ts';

const pathway = 'pathways/performance-consultant/';
const novice = [
  {
    can: 'turn a request into one sentence with two numbers and a period',
    page: 'State the problem in one sentence with a number',
  },
  {
    can: 'answer a course request with questions, and promise neither a yes nor a no',
    page: 'Answer a course request with something better',
  },
  {
    can: 'name one cause of a gap and show what you saw yourself',
    page: 'Find the cause of a performance gap',
  },
];
const afterThat = 'choose the kind of help and write down why nothing else';

const ability = (page: Page, can: string) => page.getByRole('heading', { level: 3, name: can });
const scale = (page: Page) =>
  page.getByRole('combobox', { name: 'How far are you with this?' }).filter({ visible: true });
/** The line of an ability: a summary has no role of its own that browsers agree on. */
const row = (page: Page, can: string) => page.locator('summary').filter({ has: ability(page, can) });
const next = (page: Page) =>
  page.locator('summary').filter({ has: page.getByText('Your next ability').filter({ visible: true }) });

async function expectNext(page: Page, can: string): Promise<void> {
  await expect(next(page)).toHaveCount(1);
  await expect(next(page)).toContainText(can);
  await expect(scale(page), 'one ability lies open').toHaveCount(1);
  await expect(opened(page, can)).toHaveAttribute('open');
}

function opened(page: Page, can: string): Locator {
  return page
    .locator('details')
    .filter({ has: row(page, can) })
    .last();
}

test('from the home page through a role’s first stage: each ability done alone opens the next', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Performance consultant', exact: true }).click();
  await page.getByRole('link', { name: 'Performance consultant: what you can do next' }).click();
  await expect(page.getByText('As a performance consultant you can …')).toBeVisible();
  for (const [index, { can, page: title }] of novice.entries()) {
    await expectNext(page, can);
    await opened(page, can).getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.goBack();
    await expectNext(page, can);
    await expect(page.getByText('You have done all of this alone').filter({ visible: true })).toHaveCount(0);
    await scale(page).selectOption('Did it alone');
    await page.reload();
    await expectNext(page, novice[index + 1]?.can ?? afterThat);
  }
  await expect(page.getByText('You have done all of this alone').filter({ visible: true })).toHaveCount(1);
});

test('the page of an ability says which ability it serves, and leads back to it', async ({ page }) => {
  const [, , { can, page: title }] = novice as [unknown, unknown, { can: string; page: string }];
  await page.goto('job-aids/find-the-cause-of-a-gap/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.getByRole('complementary').getByRole('link', { name: can }).click();
  await expect(page).toHaveURL(/pathways\/performance-consultant\/#name-one-cause$/);
  await expect(ability(page, can)).toBeInViewport();
  await expect(opened(page, can)).toHaveAttribute('open');
});

test('an ability done with help stays the next one, and is shown with how far it is', async ({ page }) => {
  await page.goto(pathway);
  await scale(page).selectOption('Did it with help');
  await page.reload();
  await expectNext(page, novice[0]!.can);
  await expect(scale(page)).toHaveValue('helped');
  await expect(row(page, novice[0]!.can)).toContainText('Did it with help');
});

test('what was said can be taken back', async ({ page }) => {
  await page.goto(pathway);
  await scale(page).selectOption('Did it alone');
  await page.reload();
  await expectNext(page, novice[1]!.can);
  await row(page, novice[0]!.can).click();
  await opened(page, novice[0]!.can).getByRole('combobox').selectOption('Not yet');
  await page.reload();
  await expectNext(page, novice[0]!.can);
});

test('every ability tells the pages to do it with, a safe first try, with whom, and what proves it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.goto(pathway);
  await row(page, novice[1]!.can).click();
  const details = opened(page, novice[1]!.can);
  for (const term of ['Do it with', 'A safe first try', 'With', 'What proves it']) {
    await expect(details.getByRole('term').filter({ hasText: new RegExp(`^${term}$`) })).toBeVisible();
  }
  await expect(details.getByRole('link', { name: 'When a course is the right answer' })).toBeVisible();
});

test('progress is that of one pathway; another begins at its beginning', async ({ page }) => {
  await page.goto(pathway);
  await scale(page).selectOption('Did it alone');
  await page.goto('pathways/team-manager/');
  await expect(scale(page)).toHaveValue('notYet');
});

test('progress shows in another tab', async ({ context, page }) => {
  await page.goto(pathway);
  const other = await context.newPage();
  await other.goto(pathway);
  await scale(other).selectOption('Did it alone');
  await expect(next(page)).toContainText(novice[1]!.can);
});

test('by keyboard alone an ability is opened and its state set', async ({ page }) => {
  await page.goto(pathway);
  await row(page, novice[1]!.can).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(opened(page, novice[1]!.can).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.reload();
  await expect(row(page, novice[1]!.can)).toContainText('Seen it done');
});

test('the first screen of a phone holds the title, the question and the next ability, opened', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(pathway);
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('heading', { name: 'Where do you stand?' })).toBeInViewport({ ratio: 1 });
  await expect(ability(page, novice[0]!.can)).toBeInViewport({ ratio: 1 });
  await expect(opened(page, novice[0]!.can).getByRole('link').first()).toBeInViewport({ ratio: 1 });
});

test('the first screen of a desktop holds the titles of all three stages', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(pathway);
  for (const stage of ['Novice', 'Practitioner', 'Expert']) {
    await expect(page.getByRole('heading', { level: 2, name: stage })).toBeInViewport({ ratio: 1 });
  }
});

test('nobody is graded: no percentages, badges, streaks, hours or locks', async ({ page }) => {
  await page.goto(pathway);
  await scale(page).selectOption('Helped somebody else');
  const text = await page.getByRole('article').innerText();
  expect(text).not.toMatch(/\d\s?%|badge|streak|congratulations|well done|complete[d!]|unlock|\d+ hours?/i);
});
