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
    can: 'spend an hour beside somebody at work and bring back what held them up',
    page: 'Watch work without getting in the way',
  },
  {
    can: 'name one cause of a gap and show what you saw yourself',
    page: 'Find the cause of a performance gap',
  },
];
const last = novice.at(-1)!;
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

const field = (page: Page, name: string) => page.getByRole('textbox', { name }).filter({ visible: true });

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
  const { can, page: title } = last;
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

test('a state is kept with its day, a note and who saw it, and what was said before stays', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-03-02T10:00:00'));
  await page.goto(pathway);
  await scale(page).selectOption('Seen it done');
  await page.clock.setFixedTime(new Date('2026-04-07T10:00:00'));
  await scale(page).selectOption('Did it with help');
  await field(page, 'What happened, and where the proof is').fill('The Lisbon request, sheet 4');
  await field(page, 'Who saw it, if you like').fill('Our senior consultant');
  await page.reload();
  const details = opened(page, novice[0]!.can);
  await expect(field(page, 'What happened, and where the proof is')).toHaveValue(
    'The Lisbon request, sheet 4',
  );
  await expect(field(page, 'Who saw it, if you like')).toHaveValue('Our senior consultant');
  await expect(page.getByLabel('Day of the work').filter({ visible: true })).toHaveValue('2026-04-07');
  await expect(details.getByRole('listitem')).toHaveText(/2 March 2026: Seen it done\./);
});

test('an earlier day that is added afterwards changes nothing of how far one is', async ({ page }) => {
  await page.goto(pathway);
  await scale(page).selectOption('Did it with help');
  await scale(page).selectOption('Seen it done');
  await page.getByLabel('Day of the work').filter({ visible: true }).fill('2019-05-04');
  await page.reload();
  await expect(row(page, novice[0]!.can)).toContainText('Did it with help');
  await expect(opened(page, novice[0]!.can).getByRole('listitem')).toHaveText(/4 May 2019: Seen it done\./);
});

test('an ability is skipped with a reason, and the one behind it comes next', async ({ page }) => {
  await page.goto(pathway);
  await scale(page).selectOption('Skipped, because …');
  await field(page, 'Because').fill('requests go to another desk here');
  await page.reload();
  await expectNext(page, novice[1]!.can);
  await expect(row(page, novice[0]!.can)).toContainText('Skipped, because requests go to another desk here');
});

test('“I can already do this” says so and goes on to the next ability', async ({ page }) => {
  await page.goto(pathway);
  for (const { can } of novice) {
    await expectNext(page, can);
    await page.getByRole('button', { name: 'I can already do this' }).filter({ visible: true }).click();
  }
  await expectNext(page, afterThat);
  await expect(row(page, afterThat)).toBeFocused();
  await expect(row(page, novice[1]!.can)).toContainText('Did it alone');
});

for (const link of ['?stage=practitioner', '#practitioner']) {
  test(`a link that tells the stage (${link}) lands there, with its first ability open`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(pathway + link);
    await expectNext(page, afterThat);
    await expect(ability(page, afterThat)).toBeInViewport();
    await expect(page.getByRole('heading', { level: 2, name: 'Practitioner' })).toBeInViewport();
  });
}

test('the picture shows the whole pathway, and fills as the work goes on', async ({ page }) => {
  await page.goto(pathway);
  const picture = page.getByRole('img', { name: /^The whole pathway, 12 abilities in 3 stages/ });
  await expect(picture).toBeVisible();
  const filled = async () =>
    picture.evaluate((svg) =>
      [...svg.querySelectorAll('.pie')].map((pie) => getComputedStyle(pie).strokeDasharray.split(/[, ]+/)[0]),
    );
  expect(new Set(await filled())).toEqual(new Set(['0px']));
  await scale(page).selectOption('Did it with help');
  await expect.poll(async () => (await filled())[0]).not.toBe('0px');
  await scale(page).selectOption('Did it alone');
  await expect.poll(async () => (await filled())[0]).toBe('none');
  expect((await filled())[1]).toBe('0px');
});

test('what was said is taken back, and what was said before it holds again', async ({ page }) => {
  await page.goto(pathway);
  await scale(page).selectOption('Seen it done');
  await scale(page).selectOption('Did it alone');
  await page.getByRole('button', { name: 'Take this back', exact: true }).filter({ visible: true }).click();
  await expect(scale(page)).toHaveValue('seen');
  await page.reload();
  await expect(scale(page)).toHaveValue('seen');
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

test('what two tabs say at the same moment is kept, all of it', async ({ context, page }) => {
  await page.goto(pathway);
  const other = await context.newPage();
  await other.goto(`${pathway}#${'name-one-cause'}`);
  const inOther = opened(other, last.can).getByRole('combobox');
  await Promise.all([scale(page).selectOption('Seen it done'), inOther.selectOption('Did it with help')]);
  for (const tab of [page, other]) {
    await expect(row(tab, novice[0]!.can)).toContainText('Seen it done');
    await expect(row(tab, last.can)).toContainText('Did it with help');
  }
});

test('a tab that writes without having seen the other one loses nothing of it', async ({ page }) => {
  await page.goto(pathway);
  await scale(page).selectOption('Did it with help');
  await page.evaluate(() => {
    // As a second process does whose copy of the storage is a moment old.
    const entry = {
      id: 'x1',
      ability: 'pathways/performance-consultant/name-one-cause',
      says: 'seen',
      on: '2026-11-20',
      n: 1,
      v: 1,
    };
    const newValue = JSON.stringify({ version: 2, entries: [entry], answers: [] });
    localStorage.setItem('sidekick:abilities', newValue);
    dispatchEvent(new StorageEvent('storage', { key: 'sidekick:abilities', newValue }));
  });
  await expect(row(page, last.can)).toContainText('Seen it done');
  await page.reload();
  await expect(row(page, novice[0]!.can)).toContainText('Did it with help');
  await expect(row(page, last.can)).toContainText('Seen it done');
});

test('by keyboard alone an ability is opened and its state set', async ({ page }) => {
  await page.goto(pathway);
  await row(page, novice[1]!.can).focus();
  await page.keyboard.press('Enter');
  const combobox = opened(page, novice[1]!.can).getByRole('combobox');
  // Past the pages to do it with.
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  await expect(combobox).toBeFocused();
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

test('an ability tells how often its pages were used at work', async ({ page }) => {
  await page.goto(pathway);
  await page.evaluate(() => {
    const name = 'job-aids/state-the-problem-with-a-number';
    const run = (day: string) => ({
      page: name,
      begun: `${day}T09:00:00.000Z`,
      ended: `${day}T10:00:00.000Z`,
    });
    localStorage.setItem('sidekick:runs', JSON.stringify({ [name]: [run('2026-05-04'), run('2026-05-06')] }));
  });
  await page.reload();
  await expect(opened(page, novice[0]!.can)).toContainText('Used at work 2 times');
  await expect(page.getByText('Used at work')).toHaveCount(1);
});

test('nobody is graded: no percentages, badges, streaks, hours or locks', async ({ page }) => {
  await page.goto(pathway);
  await scale(page).selectOption('Helped somebody else');
  const text = await page.getByRole('article').innerText();
  expect(text).not.toMatch(/\d\s?%|badge|streak|congratulations|well done|complete[d!]|unlock|\d+ hours?/i);
});

test.describe('a browser that keeps nothing', () => {
  const trouble = (page: Page) =>
    page.getByText('This browser keeps nothing for this site').filter({ visible: true });

  for (const [what, stub] of Object.entries({
    'because storage is closed': () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('closed', 'SecurityError');
        },
      });
    },
    'because storage is full': () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    'because storage throws at every touch': () => {
      for (const name of ['getItem', 'setItem', 'removeItem'] as const)
        Storage.prototype[name] = () => {
          throw new Error('broken');
        };
    },
  })) {
    test(`says so once, plainly, and the pathway works all the same, ${what}`, async ({ page }) => {
      await page.addInitScript(stub);
      await page.goto(pathway);
      await expect(trouble(page)).toHaveCount(1);
      await scale(page).selectOption('Did it with help');
      await field(page, 'What happened, and where the proof is').fill('A note');
      await scale(page).selectOption('Did it alone');
      await expect(row(page, novice[0]!.can)).toContainText('Did it alone');
      await expect(next(page)).toContainText(novice[1]!.can);
      await expect(opened(page, novice[0]!.can).getByRole('listitem')).toContainText('A note');
      await expect(trouble(page)).toHaveCount(1);
    });
  }
});

test.describe('what an earlier visit has left', () => {
  const store = (page: Page, text: string) =>
    page.addInitScript((value) => {
      if (!sessionStorage.getItem('stored')) localStorage.setItem('sidekick:abilities', value);
      sessionStorage.setItem('stored', '1');
    }, text);
  const first = {
    'pathways/performance-consultant/put-the-gap-in-one-sentence': { state: 'alone', on: '2026-11-20' },
  };

  test('in the first shape is carried over, with its day', async ({ page }) => {
    await store(page, JSON.stringify(first));
    await page.goto(pathway);
    await expectNext(page, novice[1]!.can);
    await scale(page).selectOption('Seen it done');
    await page.reload();
    await row(page, novice[0]!.can).click();
    const details = opened(page, novice[0]!.can);
    await expect(details.getByRole('combobox')).toHaveValue('alone');
    await expect(details.getByLabel('Day of the work')).toHaveValue('2026-11-20');
    await expect(row(page, novice[1]!.can)).toContainText('Seen it done');
  });

  for (const text of [
    '{"version":2,"entries":[{"id":',
    '[]',
    'null',
    '"__proto__"',
    '{"version":2,"entries":{},"answers":7}',
  ]) {
    test(`that can’t be read (${text}) is told once, put aside, and nothing breaks`, async ({ page }) => {
      await store(page, text);
      await page.goto(pathway);
      const told = page.getByText('could not all be read').filter({ visible: true });
      await expect(told).toHaveCount(1);
      await scale(page).selectOption('Did it alone');
      await page.reload();
      await expectNext(page, novice[1]!.can);
      await expect(told).toHaveCount(0);
      expect(await page.evaluate(() => localStorage.getItem('sidekick:abilities-aside'))).toBe(text);
    });
  }

  test('by a newer edition is not written over', async ({ page }) => {
    const text = '{"version":9,"entries":"in another shape"}';
    await store(page, text);
    await page.goto(pathway);
    await expect(
      page.getByText('A newer edition of these pages has kept something here').filter({ visible: true }),
    ).toHaveCount(1);
    await scale(page).selectOption('Did it alone');
    await expect(row(page, novice[0]!.can)).toContainText('Did it alone');
    expect(await page.evaluate(() => localStorage.getItem('sidekick:abilities'))).toBe(text);
  });
});

test.describe('clocks', () => {
  test.use({ timezoneId: 'Europe/Berlin' });

  test('ten years later everything stands as it was said', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-20T12:00:00Z'));
    await page.goto(pathway);
    await scale(page).selectOption('Did it alone');
    await page.clock.setFixedTime(new Date('2036-11-20T12:00:00Z'));
    await page.reload();
    await expectNext(page, novice[1]!.can);
    await row(page, novice[0]!.can).click();
    await expect(opened(page, novice[0]!.can).getByLabel('Day of the work')).toHaveValue('2026-11-20');
  });

  test('a clock that was ten years ahead does not have the last word', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2036-11-20T12:00:00Z'));
    await page.goto(pathway);
    await scale(page).selectOption('Did it alone');
    await page.clock.setFixedTime(new Date('2026-11-20T12:00:00Z'));
    await page.reload();
    await row(page, novice[0]!.can).click();
    await opened(page, novice[0]!.can).getByRole('combobox').selectOption('Did it with help');
    await page.reload();
    await expectNext(page, novice[0]!.can);
    await expect(scale(page)).toHaveValue('helped');
  });

  for (const [when, day] of [
    // The hour that comes twice, the hour that is left out, and a minute before midnight on the longest day.
    ['2026-10-25T00:30:00Z', '2026-10-25'],
    ['2026-10-25T01:30:00Z', '2026-10-25'],
    ['2026-10-25T22:59:00Z', '2026-10-25'],
    ['2026-03-29T00:59:00Z', '2026-03-29'],
    ['2026-03-28T23:01:00Z', '2026-03-29'],
  ] as const) {
    test(`on a day when clocks change (${when}) the day is the one on the wall`, async ({ page }) => {
      await page.clock.setFixedTime(new Date(when));
      await page.goto(pathway);
      await scale(page).selectOption('Seen it done');
      await expect(page.getByLabel('Day of the work').filter({ visible: true })).toHaveValue(day);
    });
  }
});
