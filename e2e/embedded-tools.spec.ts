/** Several tools in one article: each is answered for itself, and a link brings all of them back. */
import type { Locator, Page } from 'playwright/test';
import { expect } from './site.ts';
import { answersIn, article, change, goOn, openAfresh, shownIn, test } from './tool-site.ts';

const titles = {
  stall: 'Do I need a permit for my stall?',
  trailer: 'Which disc does my trailer need?',
  card: 'Card or folder?',
  shift: 'Am I fit for the shift?',
};
const weight = 'How much does the trailer weigh when it is full?';

function toolNamed(page: Page, title: string): Locator {
  return page
    .locator('.tool-here')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) })
    .locator('decision-tool');
}

/** A tool is fetched when it comes near. */
async function toolsOf(page: Page): Promise<Record<keyof typeof titles, Locator>> {
  await page.locator('decision-tool').first().scrollIntoViewIfNeeded();
  await expect(page.locator('decision-tool[data-shows]')).toHaveCount(4);
  return {
    stall: toolNamed(page, titles.stall),
    trailer: toolNamed(page, titles.trailer),
    card: toolNamed(page, titles.card),
    shift: toolNamed(page, titles.shift),
  };
}

async function open(page: Page, address = article): Promise<Record<keyof typeof titles, Locator>> {
  await page.goto('about:blank');
  await page.goto(address);
  return toolsOf(page);
}

test('each begins with its first question, under the name of its own page', async ({ page }) => {
  const { stall, trailer, card, shift } = await open(page);
  await expect(shownIn(stall)).toHaveText('What will be on the table?');
  await expect(shownIn(trailer)).toHaveText(weight);
  await expect(shownIn(card)).toHaveText('Where will it be used?');
  await expect(shownIn(shift)).toHaveText('What is your temperature?');
  await expect(page).toHaveTitle(/^Get everything to the market/);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids).toHaveLength(new Set(ids).size);
});

test('an answer to one moves the focus there, and leaves what is half written in another', async ({
  page,
}) => {
  const { stall, trailer } = await open(page);
  await trailer.getByLabel(weight).fill('2.');
  await stall.getByRole('link', { name: 'Food that is served cold' }).click();
  await expect(shownIn(stall)).toHaveText('Has the kitchen been looked at since last summer?');
  await expect(shownIn(stall)).toBeFocused();
  await expect(trailer.getByLabel(weight)).toHaveValue('2.');
  await expect(page).toHaveTitle(/^Get everything to the market/);
  await trailer.getByLabel(weight).fill('two');
  await goOn(trailer);
  await expect(trailer.getByRole('alert').filter({ visible: true })).toBeFocused();
  await expect(page).toHaveTitle(/^Error: Get everything to the market/);
  await trailer.getByLabel(weight).fill('2');
  await goOn(trailer);
  await expect(shownIn(trailer)).toHaveText('How long is it, drawbar included?');
  await expect(shownIn(trailer)).toBeFocused();
  await expect(page).toHaveTitle(/^Get everything to the market/);
  await expect(answersIn(stall)).toHaveCount(1);
});

test('answers to all of them stand side by side, and a link, a reload and Back bring them back', async ({
  browser,
  page,
}) => {
  const { stall, trailer, card, shift } = await open(page);
  await stall.getByRole('link', { name: 'Only leaflets' }).click();
  await trailer.getByLabel(weight).fill('0.5');
  await goOn(trailer);
  await expect(shownIn(trailer)).toHaveText('Take a white disc. It costs nothing.');
  for (const says of ['On the way', 'Many pages', 'No'])
    await card.getByRole('link', { name: says, exact: true }).click();
  await expect(shownIn(card)).toHaveText('Print a card.');
  await card.getByRole('combobox', { name: 'Weight of “Where it is used”' }).selectOption('1');
  await expect(shownIn(card)).toHaveText('Make a folder.');
  await stall.getByRole('link', { name: 'Yes, a registered one' }).click();
  await shift.getByLabel('What is your temperature?').fill('39.5');
  await goOn(shift);
  await expect(shownIn(shift)).toHaveText('Stay at home with 39.5 degrees.');
  const expectAll = async (all: typeof shown) => {
    await expect(shownIn(all.stall)).toHaveText('Set up your stall. You need no permit.');
    await expect(shownIn(all.trailer)).toHaveText('Take a white disc. It costs nothing.');
    await expect(shownIn(all.card)).toHaveText('Make a folder.');
  };
  const shown = { stall, trailer, card, shift };
  await expectAll(shown);
  expect(page.url()).not.toContain('39.5');
  await page.reload();
  await expectAll(await toolsOf(page));
  await expect(shownIn(shift), 'the sensitive one starts over').toHaveText('What is your temperature?');
  const somebodyElse = await browser.newPage();
  // On the way a colon may have become `%3A`.
  await somebodyElse.goto(page.url().replaceAll(/(?<=#.*):/g, '%3A'));
  const theirs = await toolsOf(somebodyElse);
  await expectAll(theirs);
  await change(theirs.trailer, weight);
  await expect(shownIn(theirs.trailer)).toHaveText(weight);
  await theirs.stall.getByRole('link', { name: 'Start again' }).click();
  await expect(shownIn(theirs.stall)).toHaveText('What will be on the table?');
  await expect(shownIn(theirs.card)).toHaveText('Make a folder.');
  await somebodyElse.close();
  await page.goBack();
  await page.goBack();
  await expect(shownIn(stall)).toHaveText('Is it for a good cause?');
  await expect(shownIn(trailer)).toHaveText('Take a white disc. It costs nothing.');
});

test('Back goes from answer to answer across all of them, the sensitive one included', async ({ page }) => {
  const { stall, shift } = await open(page);
  await shift.getByLabel('What is your temperature?').fill('38');
  await goOn(shift);
  await expect(shownIn(shift)).toHaveText('Since when have you been ill?');
  await stall.getByRole('link', { name: 'Only leaflets' }).click();
  await expect(shownIn(stall)).toHaveText('Is it for a good cause?');
  await shift.getByLabel('Since when have you been ill?').fill('2026-11-23');
  await goOn(shift);
  await expect(shownIn(shift)).toHaveText('Which of these do you have?');
  await expect(shownIn(stall)).toHaveText('Is it for a good cause?');
  await page.goBack();
  await expect(shownIn(shift)).toHaveText('Since when have you been ill?');
  await expect(shownIn(stall)).toHaveText('Is it for a good cause?');
  await page.goBack();
  await expect(shownIn(stall)).toHaveText('What will be on the table?');
  await expect(shownIn(shift)).toHaveText('Since when have you been ill?');
  await page.goBack();
  await expect(shownIn(shift)).toHaveText('What is your temperature?');
});

test('an anchor of the article takes no answer away', async ({ page }) => {
  const { stall, trailer } = await open(page);
  await stall.getByRole('link', { name: 'Only leaflets' }).click();
  await trailer.getByLabel(weight).fill('2');
  await goOn(trailer);
  await expect(answersIn(trailer)).toHaveCount(1);
  await page.getByRole('link', { name: 'Skip to the content' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await trailer.getByLabel('How long is it, drawbar included?').fill('4');
  await goOn(trailer);
  await expect(shownIn(trailer)).toHaveText('Order a green disc for £18.25.');
  await expect(shownIn(stall)).toHaveText('Is it for a good cause?');
  await page.reload();
  await expect(shownIn((await toolsOf(page)).stall)).toHaveText('Is it for a good cause?');
});

test('a tool’s own page and the article don’t take each other’s links for their own', async ({ page }) => {
  await openAfresh(page, 'decision-tools/market-stall/#market-stall:goods=leaflets');
  await expect(shownIn(page.locator('decision-tool'))).toHaveText('What will be on the table?');
  const { stall } = await open(page, `${article}#goods=leaflets`);
  await expect(shownIn(stall)).toHaveText('What will be on the table?');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('tools of choices are walked by links, the others say where their routes are', async ({ page }) => {
    await page.goto(article);
    const stall = toolNamed(page, titles.stall);
    await stall.getByRole('link', { name: 'Only leaflets' }).click();
    await expect(stall.getByRole('heading', { name: 'Is it for a good cause?' })).toBeInViewport();
    await expect(page).toHaveURL(/#market-stall:goods=leaflets$/);
    for (const [title, slug] of [
      [titles.trailer, 'trailer-disc'],
      [titles.shift, 'fit-for-the-shift'],
    ] as const) {
      const tool = toolNamed(page, title);
      await expect(tool.getByText('This tool works things out, which needs JavaScript.')).toBeVisible();
      await expect(tool.getByRole('link', { name: 'See all routes' }).first()).toHaveAttribute(
        'href',
        new RegExp(`decision-tools/${slug}/routes/$`),
      );
    }
  });

  test('a tool with numbers shows its questions, its flowchart, its table and its sums', async ({ page }) => {
    await page.goto('decision-tools/hire-a-van/');
    const tool = page.locator('decision-tool');
    await expect(tool.getByText('This tool works things out, which needs JavaScript.')).toBeVisible();
    for (const text of ['A number', 'A whole number', 'An amount of money', 'A day', 'A year', 'A country'])
      await expect(tool.getByText(text, { exact: true }).first()).toBeVisible();
    await expect(tool.getByRole('textbox').filter({ visible: true })).toHaveCount(0);
    await expect(tool.getByRole('button').filter({ visible: true })).toHaveCount(0);
    await expect(tool.getByText('Continue').filter({ visible: true })).toHaveCount(0);
    await tool.getByRole('link', { name: 'See all routes' }).filter({ visible: true }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'All routes' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Flowchart' })).toBeVisible();
    await expect(page.getByRole('table')).toContainText('The price is above what it may cost');
    await expect(page.getByRole('heading', { name: 'How it is worked out' })).toBeVisible();
  });

  test('a scoring tool shows what each answer is worth and what it weighs', async ({ page }) => {
    await page.goto('decision-tools/card-or-folder/');
    const table = page.locator('decision-tool').getByRole('table');
    await expect(table.getByRole('row').filter({ hasText: 'Where it is used' })).toContainText(
      'On the way: 10; At a shelf: 2; Here and there: 6',
    );
    await expect(page.getByRole('combobox').filter({ visible: true })).toHaveCount(0);
  });
});
