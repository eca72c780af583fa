/** Somebody with one hand free goes through a job aid one step at a time, is interrupted, comes back, and keeps what was done. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, test } from './site.ts';

const findTheCause = 'job-aids/find-the-cause-of-a-gap/';
/** Its fifth step may not be skipped; four checks come after the last. */
const steps = [
  'Write the gap as two numbers.',
  'Ask whether people know what good looks like, and how they are doing.',
  'Watch whether people have what the task takes.',
  'Ask whether doing it right is worth somebody’s while.',
  'Test whether they can do it.',
  'Check that the task is possible for those who do it.',
  'Ask what would make it worth doing well.',
];
/** Its second step has a timer of 15 minutes. */
const stateTheProblem = 'job-aids/state-the-problem-with-a-number/';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const stepTick = (page: Page, n: number) => page.getByRole('checkbox', { name: `Step ${n} done` });
const said = (page: Page) => page.locator('.do-bar').getByRole('status');

async function guideMe(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Guide me/ }).click();
  await expect(page.getByRole('button', { name: 'Back to the page' })).toBeVisible();
}

async function open(page: Page, address = findTheCause): Promise<void> {
  await page.goto(address);
  await guideMe(page);
}

/** Only this step is there to be seen. */
async function expectStep(page: Page, n: number): Promise<void> {
  await expect(page.getByText(`Step ${n} of 7`, { exact: true })).toBeVisible();
  for (const [index, text] of steps.entries())
    await expect(page.getByText(text, { exact: true }).filter({ visible: true })).toHaveCount(
      index + 1 === n ? 1 : 0,
    );
}

/** To the end of the page about causes, with every step ticked. */
async function doAll(page: Page): Promise<void> {
  for (let n = 1; n < steps.length; n++) await press(page, 'Done, next step');
  await press(page, 'Done, next step');
  await press(page, 'Go on');
}

const kept = (page: Page, name: string) =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(`sidekick:${key}`) ?? 'null'), name);

test.describe('one step at a time', () => {
  test('the button shows the first step alone, large, with where one is', async ({ page }) => {
    await page.goto(findTheCause);
    const size = () =>
      page
        .getByText(steps[0]!, { exact: true })
        .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    const before = await size();
    await guideMe(page);
    await expectStep(page, 1);
    expect(await size()).toBeGreaterThan(1.4 * before);
    for (const part of ['banner', 'contentinfo', 'complementary'] as const)
      await expect(page.getByRole(part).filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
    for (const name of ['On a pathway', 'Next', 'Who to ask'])
      await expect(page.getByRole('heading', { name, exact: true })).toHaveCount(0);
  });

  test('nothing of it is fetched before somebody asks for it', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(findTheCause);
    await page.waitForLoadState('networkidle');
    const ofMode = () => asked.filter((file) => /\/do(-mode)?\.[^/]+\.(js|css)$/.test(file));
    expect(ofMode()).toEqual([]);
    await guideMe(page);
    await expectStep(page, 1);
    expect(ofMode()).toHaveLength(2);
  });

  test('buttons lead on and back', async ({ page }) => {
    await open(page);
    await press(page, 'Done, next step');
    await expectStep(page, 2);
    await press(page, 'Look ahead');
    await expectStep(page, 3);
    await press(page, 'Back');
    await press(page, 'Back');
    await expectStep(page, 1);
    await expect(page.getByRole('button', { name: 'Back', exact: true })).toBeHidden();
    await expect(stepTick(page, 1)).toBeChecked();
  });

  test('arrow keys look ahead and back, and tick nothing', async ({ page }) => {
    await open(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expectStep(page, 3);
    await page.keyboard.press('ArrowLeft');
    await expectStep(page, 2);
    await expect(page.getByRole('checkbox', { checked: true, includeHidden: true })).toHaveCount(0);
  });

  test('the keyboard alone leads from the page to the record', async ({ page }) => {
    await page.goto(findTheCause);
    await page.getByRole('button', { name: /^Guide me/ }).focus();
    await page.keyboard.press('Enter');
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      await expectStep(page, n);
      await expect(page.getByRole('button', { name: 'Done, next step' })).toBeFocused();
      await page.keyboard.press('Enter');
    }
    for (let presses = 0; presses < 2; presses++) await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'What you did' })).toBeFocused();
  });

  test('each change is announced politely, and a step that nobody may skip with its warning', async ({
    page,
  }) => {
    await open(page);
    await expect(said(page)).toHaveText(`Step 1 of 7. ${steps[0]}`);
    for (let n = 1; n < 5; n++) await page.keyboard.press('ArrowRight');
    await expect(said(page)).toHaveText(`Step 5 of 7. Don’t skip. ${steps[4]}`);
  });

  test('checks stand on one screen, and are ticked there', async ({ page }) => {
    await open(page);
    for (let n = 1; n <= 7; n++) await page.keyboard.press('ArrowRight');
    await expect(page.getByText('To check', { exact: true })).toBeVisible();
    await expect(page.getByRole('checkbox').filter({ visible: true })).toHaveCount(4);
    await page.getByLabel('A date to look at the two numbers again').check();
    await press(page, 'Back');
    await expectStep(page, 7);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByLabel('A date to look at the two numbers again')).toBeChecked();
  });

  test('a checklist without steps has a screen for each check', async ({ page }) => {
    await page.route(`**/${findTheCause}`, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(/<ol>.*?<\/ol>(?=\s*<h2)/s, '');
      await route.fulfill({ response, body: html });
    });
    await open(page);
    await expect(page.getByText('Step 1 of 4', { exact: true })).toBeVisible();
    await expect(page.getByRole('checkbox').filter({ visible: true })).toHaveCount(1);
    await press(page, 'Done, next step');
    await press(page, 'Skip');
    await press(page, 'It was done before');
    await press(page, 'Done, next step');
    await press(page, 'Done');
    await press(page, 'Yes, I am done');
    await expect(page.locator('.do-end').getByRole('listitem').filter({ hasText: 'skipped' })).toHaveCount(1);
  });

  test('the choice of detail holds here too, and a critical step shows whole', async ({ page }) => {
    await page.goto(findTheCause);
    await page.getByRole('group', { name: 'How much detail?' }).getByText('Checklist').click();
    await guideMe(page);
    await expectStep(page, 1);
    await expect(page.getByText('You have a sentence like: 34 of 100')).toBeHidden();
    for (let n = 1; n < 5; n++) await page.keyboard.press('ArrowRight');
    await expect(page.getByText('They can: knowledge is not what is missing')).toBeVisible();
  });

  test('“Stuck here?” and words explained in place work as on the page', async ({ page }) => {
    await open(page);
    await page.getByText('Stuck here?').filter({ visible: true }).click();
    await expect(page.getByText('Count the last twenty cases by hand')).toBeVisible();
    await page.getByRole('button', { name: 'gap', exact: true }).click();
    const card = page.locator('[popover]').filter({ visible: true });
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expectStep(page, 1);
  });

  test('a page without steps offers no guide; without a script there is none, and every step is there', async ({
    page,
    browser,
    baseURL,
  }) => {
    await page.goto('job-aids/ask-a-question-that-gets-answered/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Guide me/ })).toHaveCount(0);
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
    const plain = await context.newPage();
    await plain.goto(`${findTheCause}#do=3`);
    for (const text of steps)
      await expect(plain.getByText(text, { exact: true }).filter({ visible: true })).toHaveCount(1);
    await expect(plain.getByRole('button', { name: /^Guide me/ })).toHaveCount(0);
    await context.close();
  });

  test('paper gets the whole page, and none of the buttons', async ({ page }) => {
    await open(page);
    await expectStep(page, 1);
    await page.emulateMedia({ media: 'print' });
    for (const text of steps)
      await expect(page.getByText(text, { exact: true }).filter({ visible: true })).toHaveCount(1);
    for (const name of ['Done, next step', 'Skip', 'Back to the page'])
      await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  });
});

test.describe('a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  /** From one point to another, with a stop between. */
  async function swipe(page: Page, from: [number, number], to: [number, number]): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const at = ([x, y]: [number, number]) => [{ x, y }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
    const middle: [number, number] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    for (const point of [middle, to])
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(point) });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  test('turns the page by a swipe, ticks nothing, and may tap and scroll as ever', async ({ page }) => {
    await open(page);
    await swipe(page, [300, 400], [80, 420]);
    await expectStep(page, 2);
    await swipe(page, [300, 400], [290, 405]);
    await swipe(page, [200, 600], [110, 300]);
    await expectStep(page, 2);
    await swipe(page, [80, 400], [300, 390]);
    await expectStep(page, 1);
    await expect(page.getByRole('checkbox', { checked: true, includeHidden: true })).toHaveCount(0);
  });

  test('finds the buttons at the bottom of the screen at every step', async ({ page }) => {
    await open(page);
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      await expectStep(page, n);
      const main = page.getByRole('button', { name: 'Done, next step' });
      await expect(main).toBeInViewport({ ratio: 1 });
      expect((await main.boundingBox())!.y).toBeGreaterThan(700);
      await main.tap();
    }
  });
});

test.describe('the ticks', () => {
  test('are the page’s own, both ways', async ({ page }) => {
    await page.goto(findTheCause);
    await stepTick(page, 2).check();
    await guideMe(page);
    await expectStep(page, 1);
    await press(page, 'Done, next step');
    await expectStep(page, 2);
    await expect(stepTick(page, 2)).toBeChecked();
    await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
    await stepTick(page, 2).uncheck();
    await expect(page.getByRole('button', { name: 'Done, next step' })).toBeVisible();
    await press(page, 'Back to the page');
    await expect(stepTick(page, 1)).toBeChecked();
    await expect(stepTick(page, 2)).not.toBeChecked();
  });

  test('of another tab show at once, and nothing of either is lost', async ({ page, context }) => {
    await open(page);
    await expectStep(page, 1);
    const other = await context.newPage();
    await other.goto(findTheCause);
    await stepTick(other, 1).check();
    await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
    await press(page, 'Go on');
    await press(page, 'Done, next step');
    await expect(stepTick(other, 2)).toBeChecked();
    await expect(stepTick(other, 1)).toBeChecked();
  });

  test('that were there before are told, and can be taken away', async ({ page }) => {
    await page.goto(findTheCause);
    await stepTick(page, 1).check();
    await guideMe(page);
    await expectStep(page, 2);
    await expect(page.getByText('Some of this was ticked before you came here.')).toBeVisible();
    await press(page, 'Start again');
    await expectStep(page, 1);
    await expect(page.getByRole('checkbox', { checked: true, includeHidden: true })).toHaveCount(0);
    await expect(page.getByText('Some of this was ticked before you came here.')).toBeHidden();
  });
});

test.describe('coming back', () => {
  test('a reload shows the same step, without a flash of the page', async ({ page }) => {
    await open(page);
    await press(page, 'Done, next step');
    await press(page, 'Done, next step');
    await expectStep(page, 3);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          performance.mark(`shift ${(entry as never as { value: number }).value}`);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.reload();
    await expectStep(page, 3);
    await expect(stepTick(page, 3)).not.toBeChecked();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(await page.evaluate(() => performance.getEntriesByType('mark').map(({ name }) => name))).toEqual(
      [],
    );
  });

  test('the button takes the run up where it was, days later too, and says since when it runs', async ({
    page,
  }) => {
    await page.clock.setFixedTime('2026-11-20T10:00:00Z');
    await open(page);
    await press(page, 'Done, next step');
    await page.clock.setFixedTime('2026-11-20T16:00:00Z');
    await open(page);
    await expectStep(page, 2);
    await expect(page.getByText(/^You began this/)).toBeHidden();
    await page.clock.setFixedTime('2026-11-23T10:00:00Z');
    await open(page);
    await expectStep(page, 2);
    await expect(page.getByText('You began this on 20 November 2026.')).toBeVisible();
    await press(page, 'Start again');
    await expectStep(page, 1);
  });

  test('“Start again” on the page ends the run too', async ({ page }) => {
    await open(page);
    await press(page, 'Done, next step');
    await press(page, 'Skip');
    await press(page, 'It was done before');
    await press(page, 'Back to the page');
    await press(page, 'Start again');
    await guideMe(page);
    await expectStep(page, 1);
    await page.keyboard.press('ArrowRight');
    await expectStep(page, 2);
    await expect(page.getByText('Skipped:')).toHaveCount(0);
  });

  test('“Back”, “Back to the page” and Escape leave it, at the step where one was', async ({ page }) => {
    await page.goto('./');
    await page.goto(findTheCause);
    for (const leave of [
      () => page.goBack(),
      () => press(page, 'Back to the page'),
      () => page.keyboard.press('Escape'),
    ]) {
      await guideMe(page);
      for (let n = 1; n < 6; n++) await page.keyboard.press('ArrowRight');
      await expectStep(page, 6);
      await leave();
      await expect(page.getByText(steps[0]!, { exact: true }).first()).toBeVisible();
      await expect(stepTick(page, 6)).toBeInViewport();
      await expect(stepTick(page, 6)).toBeFocused();
      expect(new URL(page.url()).hash).toBe('');
      await page.evaluate(() => localStorage.clear());
    }
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What are you trying to do?');
  });

  test('an address that asks for a step opens it, and leads back to the page', async ({ page }) => {
    await page.goto(`${findTheCause}?stage=novice#do=4`);
    await expectStep(page, 4);
    await press(page, 'Back to the page');
    await expect(page.getByText(steps[0]!, { exact: true }).first()).toBeVisible();
    expect(new URL(page.url()).search).toBe('?stage=novice');
    for (const address of ['#do=0', '#do=999', '#do=end']) {
      await page.goto(`${stateTheProblem}${address}`);
      await expect(page.getByRole('button', { name: 'Back to the page' })).toBeVisible();
      await page.evaluate(() => localStorage.clear());
    }
  });
});

test.describe('a page that changed meanwhile', () => {
  /** Puts the run into the state of an earlier edition of the page. */
  async function rewind(page: Page, earlier: (hashes: string[]) => string[]): Promise<void> {
    for (const name of ['run', 'ticks']) {
      const key = `${name}:job-aids/find-the-cause-of-a-gap`;
      const value = (await kept(page, key)) as {
        of: string;
        on?: number[];
        at?: number;
        skipped?: [number, string][];
      };
      const now = value.of.match(/.{4}/g)!;
      const then = earlier(now);
      const was = (step: number) => then.findIndex((hash) => hash.slice(0, 2) === now[step]!.slice(0, 2));
      const rewound = {
        ...value,
        of: then.join(''),
        ...(value.on && { on: value.on.map(was) }),
        ...(value.at !== undefined && { at: was(value.at) }),
        ...(value.skipped && {
          version: '00000000',
          skipped: value.skipped.map(([step, why]) => [was(step), why]),
        }),
      };
      await page.evaluate(([k, v]) => localStorage.setItem(`sidekick:${k}`, v), [
        key,
        JSON.stringify(rewound),
      ] as const);
    }
  }

  test('says so, names what to look at again, and keeps the rest', async ({ page }) => {
    await page.clock.setFixedTime('2026-11-20T10:00:00Z');
    await open(page);
    await press(page, 'Done, next step');
    await page.keyboard.press('ArrowRight');
    await press(page, 'Done, next step');
    await press(page, 'Skip');
    await press(page, 'It does not apply here');
    await expectStep(page, 5);
    // Step 2 was not there then, and step 3 read otherwise.
    await rewind(page, ([first, , third, ...others]) => [first!, `${third!.slice(0, 2)}__`, ...others]);
    await page.reload();

    await expectStep(page, 5);
    await expect(page.getByText('This page has changed since you began on 20 November 2026.')).toBeVisible();
    await expect(page.getByText('Look again at step 2 and step 3.')).toBeVisible();
    await press(page, 'Back');
    await expect(page.getByText('Skipped: It does not apply here')).toBeVisible();
    await expect(page.getByText('This page has changed')).toBeHidden();
    await press(page, 'Back');
    await expect(page.getByText('This is new or different since you began.')).toBeVisible();
    await expect(stepTick(page, 3)).not.toBeChecked();
    await expect(page.getByText('This step has changed since you ticked it.')).toBeVisible();
    await press(page, 'Back');
    await press(page, 'Back');
    await expect(stepTick(page, 1)).toBeChecked();
  });

  test('outside its steps says that they are the same, and the record names both versions', async ({
    page,
  }) => {
    await open(page);
    await press(page, 'Done, next step');
    await rewind(page, (hashes) => hashes);
    await page.reload();
    await expectStep(page, 2);
    await expect(page.getByText('No step is new or different.')).toBeVisible();
    for (let n = 2; n <= 7; n++) await press(page, 'Done, next step');
    await press(page, 'Go on');
    await press(page, 'Yes, I am done');
    await expect(page.getByText(/^00000000, changed to [0-9a-f]{8} meanwhile$/)).toBeVisible();
  });
});

test.describe('the screen', () => {
  async function watchLocks(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const log: string[] = [];
      const request = async () => {
        log.push('taken');
        return { release: async () => void log.push('released') };
      };
      Object.defineProperty(navigator, 'wakeLock', { value: { request } });
      Object.assign(window, { locks: log });
    });
  }
  const locks = (page: Page) => page.evaluate(() => (window as unknown as { locks: string[] }).locks);

  /** As a browser does when another tab comes to the front, and when this one returns. */
  async function turn(page: Page, state: 'hidden' | 'visible'): Promise<void> {
    await page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  }

  test('stays on while the steps are shown, is asked again when the tab returns, and may go dark afterwards', async ({
    page,
  }) => {
    await watchLocks(page);
    await page.goto(findTheCause);
    expect(await locks(page)).toEqual([]);
    await guideMe(page);
    await expectStep(page, 1);
    expect(await locks(page)).toEqual(['taken']);
    await turn(page, 'hidden');
    expect(await locks(page)).toEqual(['taken']);
    await turn(page, 'visible');
    expect(await locks(page)).toEqual(['taken', 'taken']);
    await press(page, 'Back to the page');
    await expect.poll(() => locks(page)).toEqual(['taken', 'taken', 'released']);
    await turn(page, 'visible');
    expect(await locks(page)).toHaveLength(3);
  });

  for (const [what, lock] of [
    ['is not known to the browser', undefined],
    ['is refused', 'refused'],
  ] as const) {
    test(`goes dark as ever where keeping it on ${what}, and all the rest works`, async ({ page }) => {
      await page.addInitScript((refused) => {
        const request = () => Promise.reject(new DOMException('Low battery', 'NotAllowedError'));
        Object.defineProperty(navigator, 'wakeLock', { value: refused ? { request } : undefined });
      }, lock);
      await open(page);
      await press(page, 'Done, next step');
      await expectStep(page, 2);
      await press(page, 'Back to the page');
    });
  }
});

test.describe('a timer', () => {
  test.use({ timezoneId: 'Europe/Berlin' });

  /** To the step with the timer; the clock stands at the moment. */
  async function toTimer(page: Page, moment: string): Promise<void> {
    await page.clock.install({ time: moment });
    await page.goto(`${stateTheProblem}#do=2`);
    await expect(page.getByText('Step 2 of 6', { exact: true })).toBeVisible();
  }
  const timer = (page: Page) => page.getByRole('timer');

  test('is started, paused and begun again', async ({ page }) => {
    await toTimer(page, '2026-11-20T10:00:00Z');
    await expect(timer(page)).toHaveText('15 minutes');
    await press(page, 'Start the timer');
    await page.clock.runFor('05:00');
    await expect(timer(page)).toHaveText(/^(10:00|9:59)$/);
    await press(page, 'Pause');
    const left = await timer(page).textContent();
    await page.clock.runFor('20:00');
    await expect(timer(page)).toHaveText(left!);
    await press(page, 'Go on');
    await page.clock.runFor('01:00');
    await expect(timer(page)).toHaveText(/^(9:00|8:59)$/);
    await press(page, 'Pause');
    await press(page, 'From the beginning');
    await expect(timer(page)).toHaveText('15 minutes');
  });

  test('goes on while another step is shown, through a reload, and says when it is over, without a sound', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const shout = () => console.error('a sound');
      HTMLMediaElement.prototype.play = async () => shout();
      Object.defineProperty(window, 'AudioContext', { value: shout });
    });
    await toTimer(page, '2026-11-20T10:00:00Z');
    await press(page, 'Start the timer');
    await press(page, 'Done, next step');
    await page.clock.runFor('05:00');
    await expect(page.getByRole('button', { name: /^Step 2: (10:00|9:5\d)$/ })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: /^Step 2: (10:00|9:5\d)$/ })).toBeVisible();
    await page.clock.runFor('10:01');
    await expect(said(page)).toHaveText('Time is up: step 2');
    await page.getByRole('button', { name: 'Time is up: step 2' }).click();
    await expect(page.getByText('Step 2 of 6', { exact: true })).toBeVisible();
    await expect(timer(page)).toHaveText('Time is up');
  });

  test('of a tab that slept is over when the tab wakes', async ({ page }) => {
    await toTimer(page, '2026-11-20T10:00:00Z');
    await press(page, 'Start the timer');
    // Timers of the browser stand still meanwhile, and run once at the end.
    await page.clock.fastForward('08:00:00');
    await expect(timer(page)).toHaveText('Time is up');
    await expect(said(page)).toHaveText('Time is up: step 2');
  });

  test('is right in the night of summer time', async ({ page }) => {
    // At 2:00 here the clocks go to 3:00.
    await toTimer(page, '2026-03-29T01:55:00+01:00');
    await press(page, 'Start the timer');
    await page.clock.runFor('10:00');
    expect(await page.evaluate(() => new Date().getHours())).toBe(3);
    await expect(timer(page)).toHaveText(/^(5:00|4:59)$/);
  });

  test('is over when the clock was moved ten years ahead, and no longer than it was when moved back', async ({
    page,
  }) => {
    await toTimer(page, '2026-11-20T10:00:00Z');
    await press(page, 'Start the timer');
    await page.clock.setSystemTime('2016-11-20T10:00:00Z');
    await page.clock.runFor(1000);
    await expect(timer(page)).toHaveText('15:00');
    await page.clock.setSystemTime('2036-11-20T10:00:00Z');
    await page.clock.runFor(1000);
    await expect(timer(page)).toHaveText('Time is up');
  });
});

test.describe('skipping', () => {
  test('a step takes a reason at one press, or in one’s own words, and can be taken back', async ({
    page,
  }) => {
    await open(page);
    await press(page, 'Skip');
    await expect(page.getByText('Why do you skip it?')).toBeVisible();
    await press(page, 'It was done before');
    await expectStep(page, 2);
    await press(page, 'Skip');
    await press(page, 'Skip this step');
    await expect(page.getByText('Write why first.')).toBeVisible();
    await page.getByLabel('In your own words').fill('The team is on leave');
    await press(page, 'Skip this step');
    await expectStep(page, 3);
    await press(page, 'Back');
    await expect(page.getByText('Skipped: The team is on leave')).toBeVisible();
    await press(page, 'Do it after all');
    await expect(page.getByText('Skipped:')).toHaveCount(0);
    await press(page, 'Back');
    await expect(page.getByText('Skipped: It was done before')).toBeVisible();
    await stepTick(page, 1).check();
    await expect(page.getByText('Skipped:')).toHaveCount(0);
  });

  test('a critical step says first that nobody should, and takes nothing but a reason in words', async ({
    page,
  }) => {
    await page.goto(`${findTheCause}#do=5`);
    await press(page, 'Skip');
    await expect(page.getByText(/^Don’t skip this step/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'It was done before' })).toHaveCount(0);
    await press(page, 'Skip it all the same');
    await expect(page.getByText('Write why first.')).toBeVisible();
    for (const nothing of ['   ', '.', '?!']) {
      await page.getByLabel('Why do you skip it?').fill(nothing);
      await press(page, 'Skip it all the same');
      await expectStep(page, 5);
    }
    await press(page, 'Don’t skip it');
    await expect(page.getByText(/^Don’t skip this step/)).toHaveCount(0);
    await expectStep(page, 5);
    await press(page, 'Skip');
    await page.getByLabel('Why do you skip it?').fill('Nobody was at work');
    await press(page, 'Skip it all the same');
    await expectStep(page, 6);
  });

  test('Escape closes the question and nothing else', async ({ page }) => {
    await open(page);
    await press(page, 'Skip');
    await page.getByLabel('In your own words').press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect(page.getByText('Why do you skip it?')).toHaveCount(0);
    await expectStep(page, 1);
  });

  test('a critical step that was passed by keeps the run from ending; others are named and let be', async ({
    page,
  }) => {
    await page.goto(`${findTheCause}#do=end`);
    await expect(page.getByText('You are done when')).toBeVisible();
    await expect(page.getByText('You can name one cause, the evidence for it')).toBeVisible();
    await expect(page.getByText('Neither ticked nor skipped')).toBeVisible();
    await press(page, 'Yes, I am done');
    await expect(page.getByText(`“${steps[4]}” must not be left out.`)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What you did' })).toHaveCount(0);
    await press(page, steps[4]!);
    await expectStep(page, 5);
    await press(page, 'Done, next step');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await press(page, 'Go on');
    await press(page, 'Yes, I am done');
    await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: steps[0]!, visible: true })).toContainText(
      'left open',
    );
  });
});

test.describe('the record', () => {
  /** One step skipped, one critical step skipped, the rest done; the clock stands. */
  async function doMost(page: Page): Promise<void> {
    await page.clock.setFixedTime('2026-11-20T10:00:00Z');
    await open(page);
    await press(page, 'Skip');
    await press(page, 'It was done before');
    for (const _ of [2, 3, 4]) await press(page, 'Done, next step');
    await press(page, 'Skip');
    await page.getByLabel('Why do you skip it?').fill('Nobody was at *work*');
    await press(page, 'Skip it all the same');
    for (const _ of [6, 7]) await press(page, 'Done, next step');
    await page.getByLabel('A date to look at the two numbers again').check();
    await press(page, 'Go on');
    await page.clock.setFixedTime('2026-11-20T10:45:00Z');
    await press(page, 'Yes, I am done');
    await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible();
  }

  async function saved(page: Page, name: string): Promise<string> {
    const coming = page.waitForEvent('download');
    await press(page, name);
    return readFile(await (await coming).path(), 'utf8');
  }

  test.use({ timezoneId: 'UTC', locale: 'en-GB' });

  test('says when, which version, what was ticked and what was skipped and why; then what comes next', async ({
    page,
  }) => {
    await doMost(page);
    await expect(page.getByText('20 November 2026 at 10:00')).toBeVisible();
    await expect(page.getByText('20 November 2026 at 10:45')).toBeVisible();
    const line = (text: string) => page.locator('.do-end').getByRole('listitem').filter({ hasText: text });
    await expect(line(steps[0]!)).toContainText('skipped: It was done before');
    await expect(line(steps[1]!)).toContainText('done');
    await expect(line(steps[4]!)).toContainText('skipped: Nobody was at *work*');
    await expect(line(steps[4]!)).toContainText('Don’t skip');
    await expect(line('A date to look at the two numbers again')).toContainText('done');
    await expect(line('One cause named')).toContainText('left open');
    await expect(page.getByText('Kept on this device.').filter({ visible: true })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'It worked' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Next', exact: true })).toBeVisible();
  });

  test('is saved as Markdown, and as data that comes in again on another device', async ({
    page,
    browser,
    baseURL,
  }) => {
    await doMost(page);
    const text = await saved(page, 'Save as text');
    expect(text).toMatch(/^## Find the cause of a performance gap\n\n- Begun: 20 November 2026 at 10:00\n/);
    expect(text).toContain(`- [ ] ${steps[0]} – skipped: It was done before\n`);
    expect(text).toContain(`- [x] ${steps[1]}\n`);
    expect(text).toContain('skipped: Nobody was at \\*work\\*\n');
    const data = await saved(page, 'Save as data');
    const state = await kept(page, 'runs');

    const context = await browser.newContext({ baseURL: baseURL! });
    const other = await context.newPage();
    await other.goto('runs/');
    await expect(other.getByText('There is no record yet.')).toBeVisible();
    const file = { name: 'what-you-did.json', mimeType: 'application/json', buffer: Buffer.from(data) };
    await other.getByLabel('Bring in records from a file').setInputFiles(file);
    await expect(other.getByText('1 record came in.')).toBeVisible();
    expect(await kept(other, 'runs')).toEqual(state);
    await other.getByLabel('Bring in records from a file').setInputFiles(file);
    await expect(other.getByText('All of them were here already.')).toBeVisible();
    expect(await kept(other, 'runs')).toEqual(state);
    await context.close();
  });

  test('holds the answer to “Did it work?”, also a later one, in the text, the data and after a reload', async ({
    page,
  }) => {
    await page.goto(findTheCause);
    await page.getByRole('radio', { name: 'It did not' }).check();
    await doMost(page);
    const record = page.locator('.do-end');
    await expect(record.getByRole('definition').last()).toHaveText('no answer');
    await expect(page.getByRole('radio', { name: 'It did not' }), 'asked anew').not.toBeChecked();
    await page.getByRole('radio', { name: 'It worked' }).check();
    await expect(record.getByRole('definition').last()).toHaveText('yes');
    await page.getByRole('radio', { name: 'It did not' }).check();
    await expect(record.getByRole('definition').last()).toHaveText('no');
    expect(await saved(page, 'Save as text')).toContain('- Did it work: no\n');
    expect(JSON.parse(await saved(page, 'Save as data'))).toMatchObject({ runs: [{ worked: 'no' }] });
    await page.reload();
    await expect(page.getByRole('radio', { name: 'It did not' })).toBeChecked();
    await page.getByRole('radio', { name: 'It worked' }).check();
    await expect
      .poll(
        () => page.evaluate(() => localStorage.getItem('sidekick:runs')),
        'the record has the later answer',
      )
      .toContain('"worked":"yes"');
    await page.goto('runs/');
    await page.getByText('20 November 2026 at 10:45').first().click();
    await expect(page.getByRole('definition').filter({ hasText: /^yes$/ })).toBeVisible();
  });

  test('is not touched by an answer on another day', async ({ page }) => {
    await doMost(page);
    await page.clock.setFixedTime('2026-11-21T10:00:00Z');
    await page.reload();
    await page.getByRole('radio', { name: 'It worked' }).check();
    await page.goto('runs/');
    await page.getByText('20 November 2026 at 10:45').first().click();
    await expect(page.getByRole('definition').filter({ hasText: 'no answer' })).toBeVisible();
  });

  test('stands with the others on the device, counts as once used, and can be removed', async ({ page }) => {
    await doMost(page);
    await page.getByRole('link', { name: 'All records on this device' }).click();
    await expect(
      page.getByRole('heading', { name: /^Find the cause of a performance gap 1 time$/ }),
    ).toBeVisible();
    await page.getByText('20 November 2026 at 10:45').first().click();
    await expect(page.getByText('skipped: It was done before')).toBeVisible();
    await page.getByRole('link', { name: 'Find the cause of a performance gap' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
    await page.goto('runs/');
    await page.getByText('20 November 2026 at 10:45').first().click();
    await press(page, 'Remove this record');
    await expect(page.getByText('There is no record yet.')).toBeVisible();
    expect(await kept(page, 'runs')).toBeNull();
  });

  test('keeps the next run clean: what it holds is no longer ticked', async ({ page }) => {
    await doMost(page);
    await page.reload();
    await expect(stepTick(page, 2)).toBeChecked();
    await page.clock.setFixedTime('2026-11-21T10:00:00Z');
    await guideMe(page);
    await expectStep(page, 1);
    await expect(page.getByRole('checkbox', { checked: true, includeHidden: true })).toHaveCount(0);
    await doAll(page);
    await press(page, 'Yes, I am done');
    await page.goto('runs/');
    await expect(page.getByRole('heading', { name: /2 times$/ })).toBeVisible();
  });

  test('takes the page out of “Pick up where you left off”', async ({ page }) => {
    await open(page);
    await press(page, 'Done, next step');
    await page.goto('./');
    await expect(page.getByRole('heading', { name: 'Pick up where you left off' })).toBeVisible();
    await open(page);
    for (let n = 2; n <= 7; n++) await press(page, 'Done, next step');
    await press(page, 'Go on');
    await press(page, 'Yes, I am done');
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Pick up where you left off' })).toBeHidden();
  });

  test('of a run that ended ten years later, or before it began, by a clock that was moved, is kept and read', async ({
    page,
  }) => {
    for (const ended of ['2036-11-20T10:00:00Z', '2016-11-20T10:00:00Z']) {
      await page.clock.setFixedTime('2026-11-20T10:00:00Z');
      await open(page);
      await press(page, 'Done, next step');
      await page.clock.setFixedTime(ended);
      await page.reload();
      await expectStep(page, 2);
      await expect(page.getByText('You began this on 20 November 2026.')).toBeVisible();
      for (let n = 2; n <= 7; n++) await press(page, 'Done, next step');
      await press(page, 'Go on');
      await press(page, 'Yes, I am done');
      await expect(page.getByText(`20 November ${ended.slice(0, 4)} at 10:00`)).toBeVisible();
      await page.goto('runs/');
      await expect(page.getByRole('heading', { name: /1 time$/ })).toBeVisible();
      await page.evaluate(() => localStorage.clear());
    }
  });

  const run = {
    page: 'job-aids/x', title: 'X', version: '0123abcd', of: 'AAaa', begun: '2026-11-20T10:00:00.000Z', ended: '2026-11-20T10:00:00.000Z',
    steps: [{ text: 'Count.', is: 'done' }],
  }; // prettier-ignore
  const fileOf = (runs: unknown) => JSON.stringify({ sidekick: 'runs', form: 1, runs });
  const refused = 'This file holds no records of this site, so nothing was changed.';
  const hostile: [what: string, text: string, says: string][] = [
    ['no JSON', 'not { json', refused],
    ['another program’s file', '{"name":"x"}', refused],
    ['a hidden field', fileOf([run]).replace('"title"', '"__proto__":{"polluted":true},"title"'), refused],
    [
      'a hidden field at the top',
      `{"sidekick":"runs","form":1,"runs":[],"__proto__":{"polluted":true}}`,
      refused,
    ],
    ['wrong types', fileOf([{ ...run, steps: 'all' }]), refused],
    ['one wrong run among right ones', fileOf([run, { ...run, page: 'javascript:alert(1)' }]), refused],
    ['nesting without end', '['.repeat(400_000), refused],
    [
      'megabytes',
      fileOf(Array.from({ length: 40_000 }, () => run)),
      'This file is larger than records can be, so nothing was changed.',
    ],
  ];
  test('an import of anything else is refused with one sentence, and changes nothing', async ({ page }) => {
    await page.goto('runs/');
    await page.evaluate(
      (runs) => localStorage.setItem('sidekick:runs', runs),
      JSON.stringify({ 'job-aids/x': [run] }),
    );
    await page.reload();
    const before = await page.evaluate(() => JSON.stringify(localStorage));
    for (const [what, text, says] of hostile) {
      await test.step(what, async () => {
        const file = { name: 'runs.json', mimeType: 'application/json', buffer: Buffer.from(text) };
        await page.getByLabel('Bring in records from a file').setInputFiles(file);
        await expect(page.getByRole('main').getByRole('status').last()).toHaveText(says);
        expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(before);
        expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
        await page.reload();
      });
    }
  });

  test('what a file says is shown as text and never as markup', async ({ page }) => {
    await page.goto('runs/');
    const title = '<img src=x onerror=alert(1)>';
    const text = fileOf([{ ...run, title, steps: [{ text: title, is: 'skipped', why: title }] }]);
    const file = { name: 'runs.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await page.getByLabel('Bring in records from a file').setInputFiles(file);
    await expect(page.getByRole('heading', { level: 2 })).toContainText(title);
    await expect(page.getByRole('main').getByRole('img')).toHaveCount(0);
  });
});

test.describe('a browser that keeps nothing', () => {
  const stubs: [what: string, stub: () => void][] = [
    [
      'refuses',
      () => {
        const refuse = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get: refuse });
      },
    ],
    [
      'is full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      },
    ],
  ];
  for (const [what, stub] of stubs) {
    test(`because it ${what}: says so once, goes on, and hands the record over to be saved`, async ({
      page,
    }) => {
      await page.addInitScript(stub);
      await open(page);
      await expectStep(page, 1);
      const notice = page.getByText(
        'This browser keeps nothing for this site: your place and your ticks last',
      );
      await expect(notice).toHaveCount(1);
      await press(page, 'Done, next step');
      await press(page, 'Skip');
      await press(page, 'It was done before');
      await expectStep(page, 3);
      await page.reload();
      await expectStep(page, 3);
      for (let n = 3; n <= 7; n++) await press(page, 'Done, next step');
      await press(page, 'Go on');
      await press(page, 'Yes, I am done');
      await expect(page.getByText('Copy this record or save it, before you leave the page.')).toBeVisible();
      const coming = page.waitForEvent('download');
      await press(page, 'Save as text');
      expect(await readFile(await (await coming).path(), 'utf8')).toContain(`- [x] ${steps[6]}`);
      await page.goto('runs/');
      await expect(page.getByText('There is no record yet.')).toBeVisible();
      const data = JSON.stringify({ sidekick: 'runs', form: 1, runs: [] });
      const file = { name: 'runs.json', mimeType: 'application/json', buffer: Buffer.from(data) };
      await page.getByLabel('Bring in records from a file').setInputFiles(file);
      await expect(
        page.getByText('This browser keeps nothing for this site, so nothing was changed.'),
      ).toBeVisible();
    });
  }

  const rubbish = {
    'an empty text': '',
    'half a value': '{"version":"0123',
    nothing: 'null',
    'a number': '7',
    'a list': '[1,null,{}]',
    'the names of what objects have': '{"__proto__":{"at":1},"constructor":1,"toString":[]}',
    'a run with rubbish in it':
      '{"version":"0123abcd","of":"AAAA","begun":"yesterday","at":-1,"skipped":{},"timers":[[1]]}',
    'a run that points nowhere':
      '{"version":"0123abcd","of":"AAAA","begun":"2026-11-20T10:00:00.000Z","at":900,"skipped":[[900,"x"]],"timers":[[900,9,{"for":1,"left":1}]]}',
  };
  test('or rubbish: works all the same, and keeps what is done from then on', async ({ page }) => {
    test.slow();
    for (const [what, value] of Object.entries(rubbish)) {
      await test.step(what, async () => {
        await page.goto('privacy/');
        await page.evaluate((text) => {
          localStorage.clear();
          for (const name of [
            'runs',
            'run:job-aids/find-the-cause-of-a-gap',
            'ticks:job-aids/find-the-cause-of-a-gap',
          ])
            localStorage.setItem(`sidekick:${name}`, text);
        }, value);
        await page.goto('runs/');
        await expect(page.getByText('There is no record yet.')).toBeVisible();
        await open(page);
        await expectStep(page, 1);
        await doAll(page);
        await press(page, 'Yes, I am done');
        await page.goto('runs/');
        await expect(page.getByRole('heading', { name: /1 time$/ })).toBeVisible();
      });
    }
  });
});

test('what can’t be fetched is told, and the page works without it', async ({ page, troubles }) => {
  await page.route(/\/do-mode\.[^/]+\.js$/, (route) => route.abort());
  await page.goto(findTheCause);
  await page.getByRole('button', { name: /^Guide me/ }).click();
  await expect(page.getByText('This can’t be loaded now. The page works without it.')).toBeVisible();
  await stepTick(page, 1).check();
  await page.goto(`${findTheCause}?again#do=3`);
  await expect(page.getByText(steps[0]!, { exact: true }).first()).toBeVisible();
  // The browser itself tells the failed request.
  troubles.length = 0;
});
