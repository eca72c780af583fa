/** One page serves three readers: each sees as much as they need, and nothing moves while the page arrives. */
import { globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { kinds } from './kinds.ts';
import { expect, test } from './site.ts';

const findTheCause = 'job-aids/find-the-cause-of-a-gap/';
/** Another page on the same topic, and one on another. */
const answerARequest = 'job-aids/answer-a-course-request/';
const giveFeedback = 'job-aids/give-feedback-on-the-spot/';

const detail = (page: Page) => page.getByRole('group', { name: 'How much detail?' });
const choose = (page: Page, name: string) => detail(page).getByText(name).click();
const chosen = (page: Page, name: string) => detail(page).getByRole('radio', { name, checked: true });

/** What stands in which detail of the page, as headings and texts. */
const passages = {
  'what to do': ['Write the gap as two numbers.', 'Test whether they can do it.'],
  'what one sees then': ['You have a sentence like: 34 of 100 handovers'],
  'what only a novice needs': ['You begin with the work, not with the people', 'Your first time'],
  'what comes after the first time': ['When the answer is not clean'],
  'where the method ends': ['Where this method stops'],
  'what nobody may skip': [
    'Where a slip could hurt, use a closed case.',
    'They can: knowledge is not what is missing',
  ],
};
type Passage = keyof typeof passages;

const details: Record<string, Passage[]> = {
  Everything: Object.keys(passages) as Passage[],
  'Every step': ['what to do', 'what one sees then', 'what only a novice needs', 'what nobody may skip'],
  Checklist: ['what to do', 'what comes after the first time', 'what nobody may skip'],
  Exceptions: [
    'what to do',
    'what comes after the first time',
    'where the method ends',
    'what nobody may skip',
  ],
};

async function expectDetail(page: Page, name: string): Promise<void> {
  for (const [passage, texts] of Object.entries(passages)) {
    const isShown = details[name]!.includes(passage as Passage);
    for (const text of texts) {
      await expect(page.getByText(text), `${name}: ${passage}`).toBeVisible({ visible: isShown });
    }
  }
}

test('without a choice everything shows, each part labelled with whom it is for', async ({ page }) => {
  await page.goto(findTheCause);
  await expectDetail(page, 'Everything');
  for (const stage of ['Novice', 'Practitioner', 'Expert']) {
    await expect(page.getByRole('article').getByText(stage, { exact: true }).first()).toBeVisible();
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('each choice shows what its reader needs and fades the rest', async ({ page }) => {
      await page.goto(findTheCause);
      for (const name of ['Checklist', 'Exceptions', 'Every step', 'Everything']) {
        await choose(page, name);
        await expectDetail(page, name);
      }
    });
  });
}

test('the choice can be made by keyboard', async ({ page }) => {
  await page.goto(findTheCause);
  await detail(page).getByRole('radio', { name: 'Every step' }).focus();
  await page.keyboard.press('Space');
  await expectDetail(page, 'Every step');
  await page.keyboard.press('ArrowRight');
  await expect(chosen(page, 'Checklist')).toBeFocused();
  await expectDetail(page, 'Checklist');
});

for (const width of [390, 1280]) {
  test(`the step below the choice stays where it is, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(findTheCause);
    const top = async () => (await page.getByText('Write the gap as two numbers.').boundingBox())!.y;
    const before = await top();
    for (const name of ['Checklist', 'Exceptions', 'Every step', 'Everything']) {
      await choose(page, name);
      await expectDetail(page, name);
      expect(await top(), name).toBe(before);
    }
  });
}

test.describe('the choice is remembered', () => {
  test('on this page and on others of the topic, and not on another topic', async ({ page }) => {
    await page.goto(findTheCause);
    await choose(page, 'Checklist');
    await page.reload();
    await expect(chosen(page, 'Checklist')).toHaveCount(1);
    await expectDetail(page, 'Checklist');
    await page.goto(answerARequest);
    await expect(chosen(page, 'Checklist')).toHaveCount(1);
    await expect(page.getByRole('heading', { name: 'Your first time' })).toBeHidden();
    await page.goto(giveFeedback);
    await expect(detail(page)).toBeVisible();
    await expect(detail(page).getByRole('radio', { checked: true })).toHaveCount(0);
  });

  test('everywhere, when “Use it on every page” is pressed', async ({ page }) => {
    await page.goto(findTheCause);
    const everywhere = page.getByRole('button', { name: 'Use it on every page' });
    await expect(everywhere).toBeHidden();
    await choose(page, 'Exceptions');
    await everywhere.click();
    await page.goto(giveFeedback);
    await expect(chosen(page, 'Exceptions')).toHaveCount(1);
    // One topic may still differ.
    await choose(page, 'Every step');
    await page.goto(findTheCause);
    await expect(chosen(page, 'Exceptions')).toHaveCount(1);
    await page.goto(giveFeedback);
    await expect(chosen(page, 'Every step')).toHaveCount(1);
  });

  test('until the reader wants everything again', async ({ page }) => {
    await page.goto(findTheCause);
    await choose(page, 'Checklist');
    await choose(page, 'Everything');
    await page.reload();
    await expectDetail(page, 'Everything');
  });

  test('and “everything” holds on a topic although another detail is used elsewhere', async ({ page }) => {
    await page.goto(findTheCause);
    await choose(page, 'Exceptions');
    await page.getByRole('button', { name: 'Use it on every page' }).click();
    await choose(page, 'Everything');
    await page.reload();
    await expectDetail(page, 'Everything');
  });
});

test.describe('a link with ?stage=', () => {
  test('opens the page in that detail', async ({ page }) => {
    await page.goto(`${findTheCause}?stage=expert`);
    await expect(chosen(page, 'Exceptions')).toHaveCount(1);
    await expectDetail(page, 'Exceptions');
  });

  test('counts more than what is remembered, and leaves that as it was', async ({ page }) => {
    await page.goto(findTheCause);
    await choose(page, 'Checklist');
    await page.goto(`${findTheCause}?stage=novice`);
    await expectDetail(page, 'Every step');
    await page.goto(findTheCause);
    await expectDetail(page, 'Checklist');
  });

  test('changes nothing when it names no stage', async ({ page }) => {
    for (const stage of ['', 'master', '<img src=x>', '"]*{}']) {
      await page.goto(`${findTheCause}?stage=${encodeURIComponent(stage)}`);
      await expectDetail(page, 'Everything');
    }
  });

  test('is set before the first paint, so that nothing flashes', async ({ page }) => {
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (!document.documentElement?.dataset.stage) return;
        seen.disconnect();
        performance.mark('stage');
      });
      seen.observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(`${findTheCause}?stage=expert`);
    await expect(chosen(page, 'Exceptions')).toHaveCount(1);
    // A busy machine paints after the page has loaded.
    await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
    const [stage, paint] = await page.evaluate(() => [
      performance.getEntriesByName('stage')[0]?.startTime,
      performance.getEntriesByName('first-paint')[0]?.startTime,
    ]);
    expect(stage).toBeDefined();
    expect(stage!).toBeLessThan(paint!);
    expect(await shiftOf(page)).toBe(0);
  });
});

test.describe('nobody is locked out', () => {
  const jobAids = globSync('job-aids/*.mdx', { cwd: path.resolve(import.meta.dirname, '../content') });

  test('whatever is chosen, every critical step of every job aid shows whole, and all the rest is one press away', async ({
    page,
  }) => {
    // Every job aid is opened three times.
    test.setTimeout(jobAids.length * 3_000);
    let critical = 0;
    for (const stage of ['novice', 'practitioner', 'expert']) {
      for (const file of jobAids) {
        await page.goto(`${file.replace(/\.mdx$/, '/')}?stage=${stage}`);
        const steps = page
          .getByRole('listitem')
          .filter({ has: page.getByText('Don’t skip', { exact: true }) });
        for (const step of await steps.all()) {
          critical += 1;
          const parts = step.locator('.step-body > :not(.stage)');
          for (const part of await parts.all()) await expect.soft(part, `${file}, ${stage}`).toBeVisible();
        }
        if ((await detail(page).count()) === 0) continue;
        await choose(page, 'Everything');
        await expect
          .soft(page.locator('.stage').filter({ visible: false }), `${file}, ${stage}`)
          .toHaveCount(0);
      }
    }
    expect(critical).toBeGreaterThan(20);
  });

  test('a link to a part that the choice hides opens the page whole, and the choice stays remembered', async ({
    page,
  }) => {
    await page.goto(findTheCause);
    await choose(page, 'Every step');
    await page.goto('./');
    await page.goto(`${findTheCause}#where-this-method-stops`);
    await expect(page.getByRole('heading', { name: 'Where this method stops' })).toBeInViewport();
    await expectDetail(page, 'Everything');
    await page.goto(giveFeedback);
    await page.goto(findTheCause);
    await expectDetail(page, 'Every step');
    await page.evaluate(() => void (location.hash = '#where-this-method-stops'));
    await expect(page.getByRole('heading', { name: 'Where this method stops' })).toBeInViewport();
  });

  test('a link to a part that shows changes nothing', async ({ page }) => {
    await page.goto(`${findTheCause}?stage=novice#your-first-time`);
    await expect(page.getByRole('heading', { name: 'Your first time' })).toBeInViewport();
    await expect(chosen(page, 'Every step')).toHaveCount(1);
  });
});

test('an expert finds people to think with, and where to put what was found', async ({ page }) => {
  await page.goto(`${findTheCause}?stage=expert`);
  const article = page.getByRole('article');
  await expect(article.getByText('people who know the work: Performance practice group')).toBeVisible();
  await expect(article.getByRole('link', { name: 'Ask them' })).toBeVisible();
  await expect(article.getByRole('link', { name: 'Put what you found on the page' })).toBeVisible();
  await choose(page, 'Checklist');
  await expect(article.getByText('people who know the work')).toBeHidden();
});

test.describe('nothing moves while the page arrives', () => {
  const addresses = ['', 'search/?q=training', 'gone/', ...[...kinds.values()].map((folder) => `${folder}/`)];
  for (const address of addresses) {
    test(`at ./${address}`, async ({ page }) => {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(`./${address}`);
        expect(await shiftOf(page), `${width} pixels wide`).toBe(0);
      }
    });
  }

  test('nor when somebody comes back to what they began', async ({ page }) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(findTheCause);
      await page.getByRole('checkbox', { name: 'Step 1 done' }).check();
      await choose(page, 'Checklist');
      await page.getByRole('radio', { name: 'It did not' }).check();
      await page.goto('pathways/performance-consultant/');
      const scale = page
        .getByRole('combobox', { name: 'How far are you with this?' })
        .filter({ visible: true });
      await scale.selectOption('Did it alone');
      for (const address of [findTheCause, './', 'pathways/performance-consultant/']) {
        await page.goto(address);
        expect.soft(await shiftOf(page), `${address}, ${width} pixels wide`).toBe(0);
      }
      await page.evaluate(() => localStorage.clear());
    }
  });
});

/** How far what was seen has moved since the page began (the browser's layout-shift score). */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    let shift = 0;
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries as (PerformanceEntry & { value: number })[]) shift += entry.value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What the last script of the page has moved is painted, and then measured.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => requestIdleCallback(resolve));
    add(observer.takeRecords());
    return shift;
  });
}
