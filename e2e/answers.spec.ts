/** Somebody types an answer, gets it wrong, mends it, changes it, sends it on: nothing that was given is lost. */
import type { Page } from 'playwright/test';
import { expect } from './site.ts';
import {
  asks,
  answersIn,
  change,
  field,
  goOn,
  openAfresh,
  shownIn,
  test,
  today,
  toolOn,
  van,
  vanAnswers,
  vanAt,
  type VanQuestion,
} from './tool-site.ts';

const summary = (page: Page) => toolOn(page).getByRole('alert').filter({ visible: true });
const box = (page: Page, name: string) => toolOn(page).getByRole('checkbox', { name });

test.beforeEach(({ page }) => page.clock.setFixedTime(today));

async function type(page: Page, question: VanQuestion, text: string): Promise<void> {
  if (question === 'licence') await field(page, asks[question]).selectOption(text);
  else await field(page, asks[question]).fill(text);
}

test.describe('a mistake is told at the field, in a summary that has the focus, and in the title;', () => {
  const mistakes: [question: VanQuestion, typed: string, says: string][] = [
    ['load', '', 'Write an answer'],
    ['load', 'a lot', 'Write a number in digits, such as 12.5'],
    ['load', '1.255', 'Write at most 2 digits behind the point'],
    ['load', '0.05', 'Write 0.1 or more'],
    ['load', '3.51', 'Write 3.5 or less'],
    ['people', 'two', 'Write a number in digits, such as 12.5'],
    ['people', '2.5', 'Write a whole number, such as 12'],
    ['people', '0', 'Write 1 or more'],
    ['budget', 'EUR 5', 'Write a number in digits, such as 12.5'],
    ['budget', '£19.99', 'Write £20 or more'],
    ['budget', '100.005', 'Write at most 2 digits behind the point'],
    ['since', "'98", 'Write a year in four digits'],
    ['since', '1949', 'Give 1950 or later'],
    ['since', '2027', 'Give 2026 or earlier'],
    ['out', '', 'Give a day, a month and a year'],
    ['out', '2026-11-30', 'Give 1 December 2026 or later'],
    ['out', '2027-12-01', 'Give 30 November 2027 or earlier'],
    ['licence', '', 'Choose a country'],
    // Rules of the tool that look at an earlier answer have words of their own.
    ['back', '2026-11-30', 'You can’t bring it back before you fetch it.'],
    ['back', '2026-12-29', 'From four weeks on it takes a contract. Choose an earlier day.'],
  ];
  for (const question of new Set(mistakes.map(([first]) => first))) {
    test(`for “${asks[question]}”`, async ({ page }) => {
      await openAfresh(page, vanAt(question));
      const address = page.url();
      const input = field(page, asks[question]);
      for (const [, typed, says] of mistakes.filter(([first]) => first === question)) {
        await type(page, question, typed);
        await goOn(toolOn(page));
        await expect(summary(page)).toContainText(says);
        await expect(summary(page)).toContainText('There is a problem');
        await expect(summary(page)).toBeFocused();
        await expect(page).toHaveTitle(/^Error: Can we afford the van\?/);
        await expect(input, 'what was typed stays').toHaveValue(typed);
        await expect(input).toHaveAccessibleDescription(`There is a problem: ${says}`);
        await expect(input).toHaveAttribute('aria-invalid', 'true');
        await summary(page).getByRole('link', { name: says }).click();
        await expect(input).toBeFocused();
        expect(page.url(), 'a mistake is no answer').toBe(address);
      }
      await type(page, question, vanAnswers[question]);
      await goOn(toolOn(page));
      await expect(shownIn(toolOn(page))).not.toHaveText(asks[question]);
      await expect(summary(page)).toHaveCount(0);
      await expect(page).not.toHaveTitle(/^Error/);
    });
  }

  test('nothing ticked, and what goes with no earlier answer, too', async ({ page }) => {
    await openAfresh(page, vanAt('extras', { people: '1' }));
    await goOn(toolOn(page));
    await expect(summary(page)).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    await summary(page).getByRole('link', { name: 'Choose an answer' }).click();
    await expect(box(page, 'Straps')).toBeFocused();
    await expect(toolOn(page).getByRole('group', { name: asks.extras })).toHaveAccessibleDescription(
      'There is a problem: Choose an answer',
    );
    await box(page, 'Straps').check();
    await box(page, 'A trolley').check();
    await goOn(toolOn(page));
    await expect(summary(page)).toContainText(
      'The trolley takes two. Leave it out, or bring somebody along.',
    );
    await expect(box(page, 'Straps')).toBeChecked();
    await expect(box(page, 'A trolley')).toBeChecked();
    await box(page, 'A trolley').uncheck();
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText(asks.budget);
    await expect(page).not.toHaveTitle(/^Error/);
  });

  test('a change of an earlier answer that breaks a later one asks for that one, and keeps the rest', async ({
    page,
  }) => {
    await openAfresh(page, vanAt(undefined));
    await change(toolOn(page), asks.out);
    await type(page, 'out', '2026-12-05');
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText(asks.back);
    await expect(field(page, asks.back)).toHaveValue('2026-12-03');
    await type(page, 'back', '2026-12-06');
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText('Take the van for £97.');
    await expect(answersIn(toolOn(page))).toHaveCount(8);
  });
});

test('what is typed the way people write it is taken', async ({ page }) => {
  for (const [question, typed, said] of [
    ['budget', '£1,200.50', '£1,200.50'],
    ['budget', '1 200', '£1,200'],
    ['budget', '150 £', '£150'],
    ['load', '.5', '0.5 tonnes'],
    ['load', '2.', '2 tonnes'],
    ['people', ' 2 ', '2 people'],
    ['licence', 'JP', 'Japan'],
  ] as const) {
    await openAfresh(page, vanAt(question));
    await type(page, question, typed);
    await goOn(toolOn(page));
    const answer = answersIn(toolOn(page)).filter({ hasText: asks[question] });
    await expect(answer, typed).toContainText(said);
  }
});

test.describe('“None of these”', () => {
  test.beforeEach(({ page }) => openAfresh(page, vanAt('extras')));

  test('puts out the others, and any other puts it out', async ({ page }) => {
    await box(page, 'Straps').check();
    await box(page, 'Cover for scratches').check();
    await box(page, 'None of these').check();
    await expect(box(page, 'Straps')).not.toBeChecked();
    await expect(box(page, 'Cover for scratches')).not.toBeChecked();
    await box(page, 'A trolley').check();
    await expect(box(page, 'None of these')).not.toBeChecked();
    await expect(box(page, 'A trolley')).toBeChecked();
    await box(page, 'A trolley').uncheck();
    await box(page, 'None of these').check();
    await goOn(toolOn(page));
    await expect(answersIn(toolOn(page)).filter({ hasText: asks.extras })).toContainText('None of these');
    await change(toolOn(page), asks.extras);
    // What was ticked stands in its boxes again for whoever comes back to it.
    await expect(box(page, 'None of these')).toBeChecked();
    await expect(box(page, 'Straps')).not.toBeChecked();
  });

  test('together with another in a link is refused, and asked again', async ({ page }) => {
    await openAfresh(page, vanAt('budget', { extras: 'none,straps' }));
    await expect(shownIn(toolOn(page))).toHaveText(asks.extras);
    await expect(toolOn(page).getByText('This tool has changed since the link was made.')).toBeVisible();
    await goOn(toolOn(page));
    await expect(summary(page)).toContainText('Choose either that one or the others');
    await box(page, 'None of these').uncheck();
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText(asks.budget);
  });
});

test.describe('answers that were typed stand in the address', () => {
  test('so that Back, Forward, reload and another device stand where it was left', async ({
    browser,
    page,
  }) => {
    await openAfresh(page, van);
    for (const question of ['licence', 'since', 'load'] as const) {
      await type(page, question, vanAnswers[question]);
      await goOn(toolOn(page));
      await expect(shownIn(toolOn(page))).not.toHaveText(asks[question]);
      await expect(shownIn(toolOn(page)), 'what is new is what is read next').toBeFocused();
    }
    await expect(shownIn(toolOn(page))).toHaveText(asks.people);
    await page.goBack();
    await expect(shownIn(toolOn(page))).toHaveText(asks.load);
    await page.goBack();
    await expect(shownIn(toolOn(page))).toHaveText(asks.since);
    await expect(answersIn(toolOn(page))).toHaveCount(1);
    await page.goForward();
    await page.goForward();
    await expect(shownIn(toolOn(page))).toHaveText(asks.people);
    await page.reload();
    await expect(shownIn(toolOn(page))).toHaveText(asks.people);
    await expect(answersIn(toolOn(page))).toHaveCount(3);
    const somebodyElse = await browser.newPage();
    await somebodyElse.goto(page.url());
    await expect(shownIn(toolOn(somebodyElse))).toHaveText(asks.people);
    await expect(answersIn(toolOn(somebodyElse)).first()).toContainText('France');
    await somebodyElse.close();
  });

  test('and skipping to the content takes none of them away', async ({ page }) => {
    await openAfresh(page, vanAt('load'));
    await page.getByRole('link', { name: 'Skip to the content' }).focus();
    await page.keyboard.press('Enter');
    await type(page, 'load', '1.2');
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText(asks.people);
    await expect(answersIn(toolOn(page))).toHaveCount(3);
  });

  test('and the answers go on working once the network is gone', async ({ context, page }) => {
    await openAfresh(page, vanAt('budget'));
    // The search makes itself ready while nobody does anything.
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await type(page, 'budget', '145.49');
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText('Don’t take it. It costs £145.50.');
    await change(toolOn(page), asks.load);
    await type(page, 'load', 'much');
    await goOn(toolOn(page));
    await expect(summary(page)).toBeFocused();
    await type(page, 'load', '1.21');
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText('Don’t take it. It costs £192.');
    await page.goBack();
    await page.goBack();
    await expect(shownIn(toolOn(page))).toHaveText('Don’t take it. It costs £145.50.');
    await toolOn(page).getByRole('button', { name: 'All on one page' }).click();
    await expect(shownIn(toolOn(page))).toHaveCount(9);
    await toolOn(page).getByRole('link', { name: 'Start again' }).click();
    await expect(shownIn(toolOn(page))).toHaveText([asks.licence]);
    await context.setOffline(false);
  });
});

test.describe('an old link opens at the first question that still needs an answer', () => {
  test('and says so', async ({ page }) => {
    const says = toolOn(page).getByText('This tool has changed since the link was made.');
    for (const [what, address, question] of [
      ['a question that is gone', `${vanAt('people')}&wheels=4`, 'people'],
      ['a number that is too large now', vanAt(undefined, { load: '4' }), 'load'],
      ['a number in another form', vanAt(undefined, { load: 'NaN' }), 'load'],
      ['a day that is in no calendar', vanAt(undefined, { out: '2026-02-30' }), 'out'],
      ['a day that a rule refuses now', vanAt(undefined, { back: '2026-11-30' }), 'back'],
      ['a year in two digits', vanAt(undefined, { since: '10' }), 'since'],
      ['a country that is no more', vanAt(undefined, { licence: 'YU' }), 'licence'],
      ['a choice that is gone', vanAt(undefined, { extras: 'straps,rope' }), 'extras'],
    ] as [what: string, address: string, question: VanQuestion][]) {
      await openAfresh(page, address);
      await expect(shownIn(toolOn(page)), what).toHaveText(asks[question]);
      await expect(says).toBeVisible();
      await expect(answersIn(toolOn(page))).toHaveCount(Object.keys(vanAnswers).indexOf(question));
      if (question === 'extras') await box(page, 'Straps').check();
      else await type(page, question, vanAnswers[question]);
      await goOn(toolOn(page));
      await expect(shownIn(toolOn(page)), what).not.toHaveText(asks[question]);
      await expect(says).toBeHidden();
    }
  });

  test('and the later answers that still hold need not be given again', async ({ page }) => {
    await openAfresh(page, vanAt(undefined, { load: '4' }));
    await type(page, 'load', '1.2');
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText('Take the van for £145.50.');
  });
});

test.describe('“Change”', () => {
  test('asks again with the answer in its field, and keeps the later ones', async ({ page }) => {
    await openAfresh(page, vanAt(undefined));
    await change(toolOn(page), asks.load);
    await expect(shownIn(toolOn(page))).toHaveText(asks.load);
    await expect(shownIn(toolOn(page))).toBeFocused();
    await expect(field(page, asks.load)).toHaveValue('1.2');
    await type(page, 'load', '1.21');
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText('Don’t take it. It costs £192.');
    await expect(answersIn(toolOn(page))).toHaveCount(8);
  });

  test('names the answers that are no longer asked for, and Back brings them back', async ({ page }) => {
    await openAfresh(page, vanAt(undefined));
    await change(toolOn(page), asks.since);
    await type(page, 'since', '2025');
    await goOn(toolOn(page));
    await expect(shownIn(toolOn(page))).toHaveText('Ask somebody else to drive.');
    const notice = toolOn(page).getByRole('status').filter({ hasText: 'No longer asked' });
    await expect(notice).toContainText(`“${asks.load}”, “${asks.people}”, “${asks.out}”`);
    await expect(notice).not.toContainText(asks.licence);
    await expect(page).not.toHaveURL(/budget/);
    await page.goBack();
    await page.goBack();
    await expect(shownIn(toolOn(page))).toHaveText('Take the van for £145.50.');
    await expect(notice).toBeHidden();
  });
});

test('“Start again” forgets what stood in the fields', async ({ page }) => {
  await openAfresh(page, vanAt('load'));
  await change(toolOn(page), asks.licence);
  await expect(field(page, asks.licence)).toHaveValue('FR');
  await page.goBack();
  await toolOn(page).getByRole('link', { name: 'Start again' }).click();
  await expect(shownIn(toolOn(page))).toHaveText(asks.licence);
  await expect(field(page, asks.licence)).toHaveValue('');
});

test.describe('all on one page', () => {
  test.beforeEach(async ({ page }) => {
    await openAfresh(page, vanAt('people'));
    await toolOn(page).getByRole('button', { name: 'All on one page' }).click();
  });

  test('shows what was answered in its fields, and leads to the same outcome', async ({ page }) => {
    await expect(shownIn(toolOn(page))).toHaveText([asks.licence, asks.since, asks.load, asks.people]);
    await expect(field(page, asks.licence)).toHaveValue('FR');
    await expect(field(page, asks.load)).toHaveValue('1.2');
    for (const question of ['people', 'out', 'back'] as const) {
      await type(page, question, vanAnswers[question]);
      await field(page, asks[question]).press('Enter');
      if (question !== 'people') await goOnAt(page, asks[question]);
    }
    await box(page, 'Straps').check();
    await box(page, 'Cover for scratches').check();
    await goOnAt(page, asks.extras);
    await type(page, 'budget', '145.5');
    await goOnAt(page, asks.budget);
    await expect(shownIn(toolOn(page)).last()).toHaveText('Take the van for £145.50.');
    await expect(shownIn(toolOn(page))).toHaveCount(9);
    // An earlier answer is given otherwise in its place.
    await type(page, 'load', '1.21');
    await goOnAt(page, asks.load);
    await expect(shownIn(toolOn(page)).last()).toHaveText('Don’t take it. It costs £192.');
  });

  test('tells a mistake at the field that has it, and only there', async ({ page }) => {
    await type(page, 'load', '4');
    await goOnAt(page, asks.load);
    await expect(summary(page)).toHaveCount(1);
    await expect(summary(page)).toBeFocused();
    await expect(summary(page)).toContainText('Write 3.5 or less');
    await expect(field(page, asks.load)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page, asks.people)).not.toHaveAttribute('aria-invalid', 'true');
    await expect(page).toHaveTitle(/^Error: /);
    await type(page, 'load', '1.2');
    await goOnAt(page, asks.load);
    await expect(summary(page)).toHaveCount(0);
    await expect(page).not.toHaveTitle(/^Error: /);
  });

  test('is remembered for the next tool, until one at a time is chosen again', async ({ page }) => {
    await page.goto('decision-tools/course-or-job-aid/#worth=it-costs-more-than');
    await expect(shownIn(toolOn(page))).toHaveCount(2);
    await toolOn(page).getByRole('button', { name: 'One question at a time' }).click();
    await expect(shownIn(toolOn(page))).toHaveCount(1);
    await openAfresh(page, vanAt('people'));
    await expect(shownIn(toolOn(page))).toHaveText(asks.people);
  });

  test('is chosen without losing what is half written', async ({ page }) => {
    await type(page, 'people', '7');
    await toolOn(page).getByRole('button', { name: 'One question at a time' }).click();
    await expect(field(page, asks.people)).toHaveValue('7');
  });
});

async function goOnAt(page: Page, ask: string): Promise<void> {
  const section = toolOn(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: ask }) });
  await section.getByRole('button', { name: 'Continue' }).click();
}

test.describe('the outcome', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  test.beforeEach(({ page }) => openAfresh(page, vanAt(undefined)));

  test('says what to do, what comes next, and why: the condition that held and the sum with its numbers', async ({
    page,
  }) => {
    await expect(shownIn(toolOn(page))).toHaveText('Take the van for £145.50.');
    await expect(toolOn(page).locator('a.button').filter({ visible: true })).toHaveText(
      'Write a checklist people will use',
    );
    await expect(toolOn(page).getByText('That is 3 days at £48.50/day.')).toBeVisible();
    await expect(toolOn(page).getByText('Ask for the straps at the desk.')).toBeVisible();
    await expect(toolOn(page).getByText('Bring your own straps.')).toBeHidden();
    const reasons = toolOn(page)
      .getByRole('listitem')
      .filter({ visible: true, hasText: /Price|price|Days of hire/ });
    await expect(reasons.filter({ hasText: 'The price is within what it may cost' })).toHaveCount(1);
    await expect(reasons.filter({ hasText: /^Price = .* = 3 days × £48\.50\/day = £145\.50$/ })).toHaveCount(
      1,
    );
    await expect(reasons.filter({ hasText: /^Days of hire = .* = 3 days$/ })).toHaveCount(1);
    await expect(answersIn(toolOn(page)).filter({ hasText: asks.extras })).toContainText(
      'Straps and Cover for scratches',
    );
  });

  test('says the nearest answers that would change it, and each leads where it says', async ({ page }) => {
    const turns = toolOn(page).locator('.tool-turns').getByRole('listitem');
    const found = await turns.allInnerTexts();
    const lineOf = (text: string) => found.find((line) => line.replace(/\s+/g, ' ').includes(text));
    expect(lineOf('From 2025 on it leads to: Ask somebody else to drive.')).toBeDefined();
    expect(lineOf('1.21 tonnes or more leads to: Don’t take it. It costs £192.')).toBeDefined();
    expect(lineOf('From 4 December 2026 on it leads to: Don’t take it. It costs £194.')).toBeDefined();
    expect(lineOf('£145.49 or less leads to: Don’t take it. It costs £145.50.')).toBeDefined();
    for (let index = 0; index < found.length; index++) {
      const link = turns.nth(index).getByRole('link');
      const verdict = await link.innerText();
      await link.click();
      await expect(shownIn(toolOn(page))).toHaveText(verdict);
      await page.goBack();
      await expect(shownIn(toolOn(page))).toHaveText('Take the van for £145.50.');
    }
  });

  test('is copied with verdict, answers, reasons, the next page, the day and the version', async ({
    page,
  }) => {
    await toolOn(page).getByRole('button', { name: 'Copy the answer' }).click();
    await expect(page.getByText('Answer copied')).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Take the van for £145\.50\.\n/);
    for (const [ask, said] of [
      [asks.licence, 'France'],
      [asks.since, '2010'],
      [asks.load, '1.2 tonnes'],
      [asks.people, '2 people'],
      [asks.out, '1 December 2026'],
      [asks.back, '3 December 2026'],
      [asks.extras, 'Straps and Cover for scratches'],
      [asks.budget, '£145.50'],
    ])
      expect(text).toContain(`- ${ask} ${said}\n`);
    expect(text).toContain('- The price is within what it may cost\n');
    expect(text).toMatch(/\n- Price = .* = £145\.50\n/);
    expect(text).toMatch(
      /\n- Write a checklist people will use: http\S+\/job-aids\/write-a-checklist-people-will-use\/\n/,
    );
    expect(text).toMatch(/\nCan we afford the van\? \([0-9a-f]{8}\)\n25 November 2026\n/);
    expect(text).not.toContain('Bring your own straps');
    const address = /https?:\S+$/.exec(text.trim())![0];
    await openAfresh(page, address);
    await expect(shownIn(toolOn(page))).toHaveText('Take the van for £145.50.');
  });

  for (const view of ['one at a time', 'all on one page'])
    test(`${view}, is printed on one sheet, with outcome, answers, reasons, day and version`, async ({
      page,
    }) => {
      if (view === 'all on one page')
        await toolOn(page).getByRole('button', { name: 'All on one page' }).click();
      await page.emulateMedia({ media: 'print' });
      for (const text of ['Take the van for £145.50.', 'The price is within what it may cost', 'Japan'])
        await expect(page.getByText(text).filter({ visible: true })).toHaveCount(text === 'Japan' ? 0 : 1);
      await expect(answersIn(toolOn(page)).filter({ visible: true })).toHaveCount(8);
      await expect(page.getByText(/Version [0-9a-f]{8}/).filter({ visible: true })).toHaveCount(1);
      await expect(page.getByText('25 November 2026').filter({ visible: true })).not.toHaveCount(0);
      for (const gone of ['Change', 'Start again', 'Copy the answer', 'What would change this'])
        await expect(toolOn(page).getByText(gone, { exact: true }).filter({ visible: true })).toHaveCount(0);
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    });
});
