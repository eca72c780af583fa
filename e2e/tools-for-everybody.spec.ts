/** Nobody is shut out of a tool: no barrier in any question, error or outcome; by keys alone; in a narrow window; in large letters. */
import type { Page } from 'playwright/test';
import { expectNoFinding } from './barriers.ts';
import { expect } from './site.ts';
import {
  answersIn,
  article,
  openAfresh,
  overflow,
  score,
  secret,
  shownIn,
  test,
  today,
  toolOn,
  van,
  vanAnswers,
  vanAt,
  type VanQuestion,
} from './tool-site.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime(today));

test.describe('axe finds nothing', () => {
  // The policy keeps other scripts out; axe is let in on these tests only.
  test.use({ bypassCSP: true });

  for (const question of Object.keys(vanAnswers) as VanQuestion[])
    test(`in the question “${question}”, and in what is wrong with its answer`, async ({ page }) => {
      await openAfresh(page, vanAt(question));
      await expectNoFinding(page);
      await toolOn(page).getByRole('button', { name: 'Continue' }).click();
      await expect(toolOn(page).getByRole('alert').filter({ visible: true })).toBeFocused();
      await expectNoFinding(page);
    });

  test('in a choice, in an outcome with sums and changes, and in both with all questions on one page', async ({
    page,
  }) => {
    test.slow();
    await openAfresh(page, `${score}#place=pocket`);
    await expectNoFinding(page);
    await openAfresh(page, vanAt(undefined));
    await expect(toolOn(page).getByRole('heading', { name: 'What would change this' })).toBeVisible();
    await expectNoFinding(page);
    await toolOn(page).getByRole('button', { name: 'All on one page' }).click();
    await expect(shownIn(toolOn(page))).toHaveCount(9);
    await expectNoFinding(page);
  });

  test('in a score, with a weight changed, and with one answer that decides alone', async ({ page }) => {
    test.slow();
    await openAfresh(page, `${score}#place=pocket&amount=much&wet=no&weight.where=1`);
    await expect(toolOn(page).getByText('With your weights: ')).toBeVisible();
    await expectNoFinding(page);
    await openAfresh(page, `${score}#place=pocket&amount=much&wet=yes`);
    await expectNoFinding(page);
  });

  test('in a sensitive tool, in an old link, in all routes, and in an article with four tools', async ({
    page,
  }) => {
    test.slow();
    await openAfresh(page, secret);
    await expectNoFinding(page);
    await openAfresh(page, vanAt(undefined, { licence: 'YU' }));
    await expectNoFinding(page);
    await openAfresh(page, `${van}routes/${new URL(vanAt(undefined), 'http://x').hash}`, '[data-taken]');
    await expectNoFinding(page);
    const answers = 'market-stall:goods=leaflets&market-stall:cause=yes&card-or-folder:place=pocket';
    await page.goto(`${article}#${answers}&trailer-disc:weight=2&trailer-disc:length=4`);
    await page.locator('decision-tool').first().scrollIntoViewIfNeeded();
    await expect(page.locator('decision-tool[data-shows]')).toHaveCount(4);
    await expectNoFinding(page);
  });
});

test('by keys alone: every kind of question, a mistake, the change of an answer, and the way out', async ({
  page,
}) => {
  // Scrolls at once to what has the focus.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(van);
  await expect(page.locator('decision-tool[data-shows]')).toBeAttached();
  // The first question’s field is the first stop in the tool.
  await tabTo(page, 'Which country gave you your licence?');
  await page.keyboard.type('France');
  await press(page, 'Tab', 'Enter');
  await expectAsked(page, 'Since which year have you had it?');
  await press(page, 'Tab');
  await page.keyboard.type('10');
  await press(page, 'Enter');
  // The summary has the focus; its link leads into the field.
  await expect(toolOn(page).getByRole('alert').filter({ visible: true })).toBeFocused();
  await press(page, 'Tab', 'Enter');
  await press(page, 'Control+a');
  await page.keyboard.type('2010');
  await press(page, 'Enter');
  for (const [ask, keys] of [
    ['How much will you load?', '1.2'],
    ['How many people come along?', '2'],
    ['On which day do you fetch it?', '12012026'],
    ['On which day do you bring it back?', '12032026'],
  ] as const) {
    await expectAsked(page, ask);
    await press(page, 'Tab');
    await page.keyboard.type(keys);
    await press(page, 'Enter');
  }
  await expectAsked(page, 'What do you need with it?');
  await press(page, 'Tab', 'Space', 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Enter');
  await expectAsked(page, 'What may it cost at most?');
  await press(page, 'Tab');
  await page.keyboard.type('145.50');
  await press(page, 'Enter');
  await expectAsked(page, 'Take the van for £145.50.');
  await press(page, 'Tab');
  await expect(
    toolOn(page).getByRole('link', { name: 'Write a checklist people will use' }).first(),
  ).toBeFocused();
  await expect(answersIn(toolOn(page)).filter({ hasText: 'Straps and Cover for scratches' })).toBeVisible();
  await tabTo(page, 'Change How much will you load?');
  await press(page, 'Enter');
  await expectAsked(page, 'How much will you load?');
  await press(page, 'Tab', 'Control+a');
  await page.keyboard.type('1.21');
  await press(page, 'Enter');
  await expectAsked(page, 'Don’t take it. It costs £192.');
  await tabTo(page, 'All on one page');
  await press(page, 'Enter');
  await expect(shownIn(toolOn(page))).toHaveCount(9);
  await press(page, 'Shift+Tab');
  await expect(toolOn(page).getByRole('link', { name: 'Start again' })).toBeFocused();
  await press(page, 'Enter');
  await expectAsked(page, 'Which country gave you your licence?');
});

for (const [what, width, height] of [
  ['320 pixels wide', 320, 640],
  ['at 400 %', 320, 256],
] as const)
  test.describe(what, () => {
    test.use({ viewport: { width, height } });

    test('no question, error or outcome moves sideways, and everything is seen and can be used', async ({
      page,
    }) => {
      for (const name of Object.keys(vanAnswers) as VanQuestion[]) {
        await openAfresh(page, vanAt(name));
        await expectToFit(page, name);
        const goOn = toolOn(page).getByRole('button', { name: 'Continue' });
        await goOn.click();
        await expect(toolOn(page).getByRole('alert').filter({ visible: true })).toBeInViewport();
        await expectToFit(page, `${name}, wrong`);
      }
      await openAfresh(page, vanAt(undefined));
      await expectToFit(page, 'the outcome');
      await toolOn(page).getByRole('button', { name: 'All on one page' }).click();
      await expectToFit(page, 'all on one page');
      await openAfresh(page, `${van}routes/${new URL(vanAt(undefined), 'http://x').hash}`, '[data-taken]');
      expect(await overflow(page), 'routes').toBeLessThanOrEqual(0);
    });

    test('a score can be read, weighed and left, and so can the tools of an article', async ({ page }) => {
      await openAfresh(page, `${score}#place=pocket&amount=much&wet=no`);
      await expectToFit(page, 'one at a time');
      await toolOn(page).getByRole('combobox').first().selectOption('1');
      await expect(shownIn(toolOn(page)).last()).toHaveText('Make a folder.');
      await expectToFit(page, 'weighed');
      const answers = 'market-stall:goods=leaflets&card-or-folder:place=pocket&card-or-folder:amount=much';
      await page.goto(`${article}#${answers}&card-or-folder:wet=no&trailer-disc:weight=2`);
      await page.locator('decision-tool').first().scrollIntoViewIfNeeded();
      await expect(page.locator('decision-tool[data-shows]')).toHaveCount(4);
      await expectToFit(page, 'four tools');
      await page.getByRole('link', { name: 'Yes, a registered one' }).click();
      await expect(page.getByRole('heading', { name: 'Set up your stall.' })).toBeInViewport();
    });
  });

/** Nothing sticks out; what has the focus is seen whole, or as much of it as the window holds. */
async function expectToFit(page: Page, what: string): Promise<void> {
  expect(await overflow(page), what).toBeLessThanOrEqual(0);
  const outside = await toolOn(page)
    .locator('a, button, input, select')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility() && !one.closest('.table'))
        .filter((one) => {
          const { left, right, width, height } = one.getBoundingClientRect();
          return left < 0 || right > innerWidth || width < 24 || height < 24;
        })
        .map(({ outerHTML }) => outerHTML),
    );
  expect(outside, what).toEqual([]);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What has just come is the headline, has the focus and is in sight. */
async function expectAsked(page: Page, ask: string): Promise<void> {
  const heading = shownIn(toolOn(page)).filter({ hasText: ask });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
}

/** @throws when many presses of Tab do not get to what has this name */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = toolOn(page)
    .locator('a, button, input, select')
    .and(
      page
        .getByRole('link', { name })
        .or(page.getByRole('button', { name }))
        .or(page.getByRole('combobox', { name })),
    )
    .filter({ visible: true })
    .first();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
