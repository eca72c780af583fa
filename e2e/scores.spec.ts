/** Somebody weighs two alternatives: the table says what counted, and how far the answer is from the other one. */
import type { Page } from 'playwright/test';
import { expect } from './site.ts';
import { goOn, openAfresh, score, shownIn, test, toolOn } from './tool-site.ts';

const table = (page: Page) => toolOn(page).getByRole('table');
const row = (page: Page, name: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
const weight = (page: Page, criterion: string) =>
  toolOn(page).getByRole('combobox', { name: `Weight of “${criterion}”` });
const turn = (page: Page) => toolOn(page).locator('.score-turn');
const verdict = (page: Page) => shownIn(toolOn(page));

test.describe('points that lead to the card', () => {
  test.beforeEach(({ page }) => openAfresh(page, `${score}#place=pocket&amount=much&wet=no`));

  test('stand in a table, with what each criterion adds and both sums', async ({ page }) => {
    await expect(verdict(page)).toHaveText('Print a card.');
    await expect(table(page).getByRole('columnheader')).toHaveText([
      'Criterion',
      'Weight',
      'A card',
      'A folder',
    ]);
    const [where, size, sum] = [
      row(page, 'Where it is used'),
      row(page, 'How much it holds'),
      row(page, 'Together'),
    ];
    // 3 × 10 of 3 × 10 + 2 × 8 = 46 points, which is 65 %.
    await expect(where.getByRole('cell').nth(1)).toContainText('10 of 10 points');
    await expect(where.getByRole('cell').nth(1)).toContainText('65% of the whole');
    await expect(where.getByRole('cell').nth(2)).toContainText('2 of 10 points');
    await expect(where.getByRole('cell').nth(2)).toContainText('13% of the whole');
    await expect(size.getByRole('cell').nth(1)).toContainText('9% of the whole');
    await expect(size.getByRole('cell').nth(2)).toContainText('35% of the whole');
    await expect(sum.getByRole('cell')).toHaveText(['34 of 46 (74%)', '22 of 46 (48%)']);
    const bars = await table(page)
      .locator('.bar-fill')
      .evaluateAll((all) => all.map((bar) => Number(bar.getAttribute('width'))));
    expect(bars).toEqual([65.2, 13, 8.7, 34.8]);
  });

  test('say the nearest weight that turns the answer, and it does, and the one before does not', async ({
    page,
  }) => {
    await expect(turn(page)).toHaveText(
      'The nearest change: with a weight of 1 instead of 3 for “Where it is used”, the answer would be: Make a folder.',
    );
    await weight(page, 'Where it is used').selectOption('2');
    await expect(row(page, 'Together').getByRole('cell')).toHaveText(['24 of 36 (67%)', '20 of 36 (56%)']);
    await expect(verdict(page)).toHaveText('Print a card.');
    await weight(page, 'Where it is used').selectOption('1');
    await expect(verdict(page)).toHaveText('Make a folder.');
    await expect(turn(page)).toContainText('with a weight of 2 instead of 1 for “Where it is used”');
    await page.goBack();
    await page.goBack();
    await expect(verdict(page)).toHaveText('Print a card.');
    await expect(weight(page, 'Where it is used')).toHaveValue('3');
  });

  test('say so where two are equal', async ({ page }) => {
    // 3 × 10 + 4 × 2 = 3 × 2 + 4 × 8.
    await weight(page, 'How much it holds').selectOption('4');
    await expect(verdict(page)).toHaveText('Take either, and ask again in a month.');
    await expect(turn(page)).toContainText('Two are equally good.');
    await expect(turn(page)).toContainText('The nearest change: ');
    await expect(row(page, 'Together').getByRole('cell')).toHaveText(['38 of 62 (61%)', '38 of 62 (61%)']);
  });

  test('keep the weights that were changed in the link, and “Start again” takes them back', async ({
    page,
  }) => {
    await weight(page, 'Where it is used').selectOption('1');
    await expect(page).toHaveURL(/weight\.where=1/);
    await page.reload();
    await expect(verdict(page)).toHaveText('Make a folder.');
    await expect(weight(page, 'Where it is used')).toHaveValue('1');
    await toolOn(page).getByRole('link', { name: 'Start again' }).click();
    await expect(verdict(page)).toHaveText('Where will it be used?');
    for (const says of ['On the way', 'Many pages', 'No'])
      await toolOn(page).getByRole('link', { name: says, exact: true }).click();
    await expect(verdict(page)).toHaveText('Print a card.');
  });

  test('are followed to what would change them', async ({ page }) => {
    const turns = toolOn(page).locator('.tool-turns').getByRole('listitem');
    await expect(turns.filter({ hasText: '“Yes”' })).toContainText('Have it laminated.');
    await turns.filter({ hasText: '“At a shelf”' }).getByRole('link').click();
    await expect(verdict(page)).toHaveText('Make a folder.');
    await expect(row(page, 'Together').getByRole('cell')).toHaveText(['10 of 46 (22%)', '46 of 46 (100%)']);
  });

  test('may be weighed by keyboard alone', async ({ page }) => {
    await weight(page, 'Where it is used').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(verdict(page)).toHaveText('Make a folder.');
    await expect(weight(page, 'Where it is used'), 'who weighs stays at the weights').toBeFocused();
    await expect(toolOn(page).getByRole('status').filter({ visible: true })).toHaveText(
      'With your weights: Make a folder.',
    );
  });
});

test('an answer that decides alone is told, and weights change nothing', async ({ page }) => {
  await openAfresh(page, `${score}#place=pocket&amount=much&wet=yes`);
  await expect(verdict(page)).toHaveText('Have it laminated.');
  await expect(turn(page)).toHaveText('One of your answers decided alone; weights change nothing.');
  await expect(
    toolOn(page).getByRole('listitem').filter({ hasText: 'Paper that gets wet helps nobody' }),
  ).toBeVisible();
  await weight(page, 'Where it is used').selectOption('0');
  await expect(page).toHaveURL(/weight/);
  await expect(verdict(page)).toHaveText('Have it laminated.');
});

test('answers that weigh the same lead to the outcome for that, and say so', async ({ page }) => {
  await openAfresh(page, `${score}#place=both&amount=some&wet=no`);
  await expect(verdict(page)).toHaveText('Take either, and ask again in a month.');
  await expect(turn(page)).toHaveText('Two are equally good. No single weight changes the answer.');
});

test('a tool with one subject says how much of the points it got', async ({ page }) => {
  await openAfresh(page, 'decision-tools/is-this-tool-worth-a-trial/');
  for (let asked = 0; (await toolOn(page).locator('.outcome:visible').count()) === 0; asked++) {
    expect(asked).toBeLessThan(12);
    const before = await verdict(page).innerText();
    const first = toolOn(page).locator('.options:visible').getByRole('link').first();
    if ((await first.count()) > 0) await first.click();
    else await goOn(toolOn(page));
    await expect(verdict(page)).not.toHaveText(before);
  }
  await expect(row(page, 'Together').getByRole('cell')).toHaveText(/^\d+ of \d+ \(\d+%\)$/);
});
