/** Somebody in the middle of a task finds a job aid, works through it, gets stuck, and comes back the next day. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { parse } from 'yaml';
import { expect, test } from './site.ts';

const findTheCause = 'job-aids/find-the-cause-of-a-gap/';
const stateTheProblem = 'job-aids/state-the-problem-with-a-number/';

const stepTick = (page: Page, n: number) => page.getByRole('checkbox', { name: `Step ${n} done` });
const step = (page: Page, n: number) => page.getByRole('listitem').filter({ has: stepTick(page, n) });
const tick = (page: Page, n: number) => stepTick(page, n).check();

test.describe('finding help', () => {
  const complaints = [
    'training did not work',
    'people keep making the same mistake',
    'we trained them twice and it still goes wrong',
  ];
  for (const complaint of complaints) {
    test(`“${complaint}” on the home page leads to the page that finds the cause`, async ({ page }) => {
      await page.goto('./');
      await page.getByRole('combobox').fill(complaint);
      await fittingResult(page).click();
      await expect(page).toHaveURL(new RegExp(findTheCause));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
    });
  }

  test('Ctrl-K on any page opens the search, and the keyboard alone leads to the page', async ({ page }) => {
    await page.goto('about/');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('people keep making the same mistake');
    await expect(fittingResult(page)).toBeVisible();
    const options = await page.getByRole('option').allInnerTexts();
    const place = options.findIndex((text) => text.includes('Find the cause of a performance gap'));
    for (let presses = 0; presses <= place; presses++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(findTheCause));
  });

  /** One of the first three, as people look no further. */
  function fittingResult(page: Page): Locator {
    const first = page.locator('[role="option"]:nth-child(-n + 3)');
    return first.filter({ hasText: 'Find the cause of a performance gap' });
  }

  test('the first screen of a phone holds when to use it, what to have ready and the first step', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(findTheCause);
    for (const text of ['60 minutes', 'Use it when', 'Not when', 'Have ready']) {
      await expect(page.getByText(text).first()).toBeInViewport({ ratio: 1 });
    }
    await expect(step(page, 1).getByText('Write the gap as two numbers.')).toBeInViewport({ ratio: 1 });
  });
});

test.describe('ticks', () => {
  test('stay on the device until “Start again”', async ({ page }) => {
    await page.goto(findTheCause);
    await tick(page, 1);
    await tick(page, 3);
    await page.getByLabel('A date to look at the two numbers again').check();
    await page.reload();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await expect(stepTick(page, 1)).toBeChecked();
    await expect(stepTick(page, 3)).toBeChecked();
    await expect(page.getByLabel('A date to look at the two numbers again')).toBeChecked();
    await expect(page.getByText('Ticks stay on this device.')).toBeVisible();

    await page.getByRole('button', { name: 'Start again' }).click();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await page.reload();
    await expect(stepTick(page, 1)).toBeVisible();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  });

  test('can be taken back one by one, by mouse and by keyboard', async ({ page }) => {
    await page.goto(findTheCause);
    await tick(page, 1);
    await tick(page, 2);
    await stepTick(page, 2).press('Space');
    await page.reload();
    await expect(stepTick(page, 1)).toBeChecked();
    await expect(stepTick(page, 2)).not.toBeChecked();
  });

  test('set while the script is still on its way are kept as well', async ({ page }) => {
    const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
    await page.route('**/*.js', async (route) => {
      await arrival;
      await route.continue();
    });
    await page.goto(findTheCause, { waitUntil: 'commit' });
    await tick(page, 1);
    arrive();
    await page.waitForLoadState();
    await expect(stepTick(page, 1)).toBeChecked();
    await tick(page, 2);
    await page.reload();
    await expect(stepTick(page, 1)).toBeChecked();
    await expect(stepTick(page, 2)).toBeChecked();
  });

  test('are those of one page; another starts empty', async ({ page }) => {
    await page.goto(findTheCause);
    await tick(page, 1);
    await page.goto(stateTheProblem);
    await expect(stepTick(page, 1)).toBeVisible();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  });

  test('survive an edit of the page, and only the changed step says so', async ({ page }) => {
    await page.goto(findTheCause);
    for (const n of [1, 3, 4]) await tick(page, n);
    await page.getByLabel('A date to look at the two numbers again').check();
    await rewindPage(page, ([first, , third, ...others]) => [first!, reworded(third!), ...others, 'gone']);
    await page.reload();

    await expect(stepTick(page, 1)).toBeChecked();
    await expect(stepTick(page, 2), 'a new step').not.toBeChecked();
    await expect(stepTick(page, 3), 'a changed step').not.toBeChecked();
    await expect(stepTick(page, 4)).toBeChecked();
    await expect(page.getByLabel('A date to look at the two numbers again')).toBeChecked();
    const changed = page.getByText('This step has changed since you ticked it.');
    await expect(changed).toHaveCount(1);
    await expect(step(page, 3).filter({ has: changed })).toBeVisible();

    await tick(page, 3);
    await expect(changed).toHaveCount(0);
    await page.reload();
    await expect(stepTick(page, 3)).toBeChecked();
    await expect(stepTick(page, 4)).toBeChecked();
    await expect(changed).toHaveCount(0);
  });

  /** A step with the same action and another explanation: the first two characters stand for the action. */
  function reworded(hash: string): string {
    return `${hash.slice(0, 2)}${hash.endsWith('__') ? '--' : '__'}`;
  }

  /** Puts what is kept into the state of an earlier edition of the page. A tick follows its step; those of steps that were not there go. */
  async function rewindPage(page: Page, earlier: (hashes: string[]) => string[]): Promise<void> {
    const key = 'sidekick:ticks:job-aids/find-the-cause-of-a-gap';
    const kept = await page.evaluate((name) => localStorage.getItem(name), key);
    const { of, on } = JSON.parse(kept ?? '') as { of: string; on: number[] };
    const now = of.match(/.{4}/g) ?? [];
    const then = earlier(now);
    const ticked = on.map((index) => then.findIndex((hash) => hash.slice(0, 2) === now[index]!.slice(0, 2)));
    const value = JSON.stringify({ of: then.join(''), on: [...ticked, then.length - 1] });
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, value] as const);
  }

  test('show in another tab of the same page', async ({ context, page }) => {
    await page.goto(findTheCause);
    const other = await context.newPage();
    await other.goto(findTheCause);
    await tick(other, 2);
    await expect(stepTick(page, 2)).toBeChecked();
  });

  test('bring the page back under “Pick up where you left off”, until it is finished', async ({ page }) => {
    const resume = page.getByRole('heading', { name: 'Pick up where you left off' });
    await page.goto('./');
    await expect(resume).toBeHidden();
    await page.goto(stateTheProblem);
    await tick(page, 1);
    await page.goto('./');
    await expect(resume).toBeVisible();
    await page.locator('resume-list').getByRole('link').click();
    await page.waitForURL(`**/${stateTheProblem}`);
    for (const n of [2, 3, 4, 5, 6]) await tick(page, n);
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(resume).toBeHidden();
  });
});

test.describe('a browser that keeps rubbish or nothing', () => {
  const names = [
    'ticks:job-aids/find-the-cause-of-a-gap',
    'worked:job-aids/find-the-cause-of-a-gap',
    'recent',
    'stages',
    'abilities',
    'theme',
    'slash',
  ];
  const rubbish = {
    'an empty text': '',
    'half a value': '{"of":"abc',
    nothing: 'null',
    'a number': '7',
    'a list': '[1,null,{}]',
    markup: '"<img src=x onerror=alert(1)>"',
    'ticks of a page that nobody knows': '{"of":"AAAABBBB","on":[0,1]}',
    'ticks that point nowhere': '{"of":"AAAA","on":[-1,99]}',
    'a sequence that is none': '{"of":"AAAAB","on":[0]}',
    'the names of what objects have': '{"__proto__":{"of":"AAAA"},"constructor":1,"*":"toString"}',
    'pages that are none':
      '[{"id":"javascript:alert(1)","title":"x"},{"id":"../../x","title":"<b>"},{"id":1}]',
    'a very long text': JSON.stringify({ of: 'AAAA'.repeat(50_000), on: [1] }),
  };
  test('works all the same, and keeps what is ticked from then on', async ({ page }) => {
    test.slow();
    for (const [what, value] of Object.entries(rubbish)) {
      await test.step(what, async () => {
        await page.goto('privacy/');
        const entries = names.map((name) => [`sidekick:${name}`, value] as const);
        await page.evaluate((all) => {
          localStorage.clear();
          for (const [name, text] of all) localStorage.setItem(name, text);
        }, entries);
        await page.goto('./');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('heading', { name: 'Pick up where you left off' })).toBeHidden();
        await page.goto('pathways/performance-consultant/');
        await expect(page.getByText('Your next ability').filter({ visible: true })).toHaveCount(1);
        await page.goto(findTheCause);
        await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
        await tick(page, 2);
        await page.reload();
        await expect(stepTick(page, 2)).toBeChecked();
      });
    }
  });

  test('works when the browser refuses to keep anything, and says so', async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse });
    });
    await worksWithoutMemory(page);
  });

  test('works when there is no room left, and says so', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await worksWithoutMemory(page);
  });

  async function worksWithoutMemory(page: Page): Promise<void> {
    await page.goto(findTheCause);
    await tick(page, 1);
    await expect(stepTick(page, 1)).toBeChecked();
    await expect(page.getByText('Ticks last until you leave the page.')).toBeVisible();
    await page.getByRole('group', { name: 'How much detail?' }).getByText('Checklist').click();
    await expect(page.getByRole('heading', { name: 'Your first time' })).toBeHidden();
    await page.getByRole('radio', { name: 'It worked' }).check();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.goto('pathways/performance-consultant/');
    await page
      .getByRole('combobox', { name: 'How far are you with this?' })
      .first()
      .selectOption('Did it alone');
    await expect(page.getByText('This browser keeps nothing for this site')).toBeVisible();
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test.describe('stuck', () => {
  test('“Stuck here?” shows the usual trap, whom to ask, and a report with its place filled in', async ({
    page,
  }) => {
    await page.goto(findTheCause);
    const first = step(page, 1);
    await expect(first.getByText('The usual trap')).toBeHidden();
    await first.getByText('Stuck here?').click();
    await expect(first.getByText('Count the last twenty cases by hand')).toBeVisible();
    await expect(first.getByText('Performance practice group')).toBeVisible();
    const mail = await reportedBy(page, first.getByRole('link', { name: 'Report this step' }));
    expect(mail.to).toBe('help@example.org');
    expect(mail.subject).toBe('Step 1 of “Find the cause of a performance gap”');
    expect(mail.body).toContain('Page: job-aids/find-the-cause-of-a-gap\n');
    expect(mail.body).toContain('Step: 1\n');
    expect(mail.body).toMatch(/^Version: [0-9a-f]{8}$/m);
    expect(mail.body).toContain('Stage: none chosen\n');
    expect(mail.body).toMatch(/^Address: https:.*\/job-aids\/find-the-cause-of-a-gap\/#step-1$/m);
  });

  test('a step without a known trap still leads to a person', async ({ page }) => {
    await page.goto(findTheCause);
    const second = step(page, 2);
    await second.getByText('Stuck here?').click();
    await expect(second.getByText('No usual trap is known for this step.')).toBeVisible();
    await expect(second.getByText('Performance practice group')).toBeVisible();
    await expect(second.getByRole('link', { name: 'Report this step' })).toBeVisible();
  });

  test('the report names the detail that shows when it is sent', async ({ page }) => {
    await page.goto(findTheCause);
    const third = step(page, 3);
    await third.getByText('Stuck here?').click();
    const report = third.getByRole('link', { name: 'Report this step' });
    const detail = page.getByRole('group', { name: 'How much detail?' });
    for (const [choice, stage] of [
      ['Checklist', 'practitioner'],
      ['Every step', 'novice'],
      ['Everything', 'none chosen'],
    ] as const) {
      await detail.getByText(choice).click();
      const { subject, body } = await reportedBy(page, report);
      expect(body).toContain(`Stage: ${stage}\n`);
      expect(body).toContain('Page: job-aids/find-the-cause-of-a-gap\n');
      expect(subject).toBe('Step 3 of “Find the cause of a performance gap”');
    }
  });

  test('“It did not” leads to a person and a report, and is kept', async ({ page }) => {
    await page.goto(findTheCause);
    const report = page.getByRole('link', { name: 'Say what went wrong' });
    await expect(report).toBeHidden();
    await page.getByRole('radio', { name: 'It did not' }).check();
    await expect(page.getByText('Say where it stopped. Performance practice group can help.')).toBeVisible();
    const mail = await reportedBy(page, report);
    expect(mail.subject).toBe('About “Find the cause of a performance gap”');
    expect(mail.body).toContain('Step: the whole page\n');
    await page.reload();
    await expect(page.getByRole('radio', { name: 'It did not' })).toBeChecked();
    await expect(report).toBeVisible();

    await page.getByRole('radio', { name: 'It worked' }).check();
    await expect(report).toBeHidden();
    await page.reload();
    await expect(page.getByRole('radio', { name: 'It worked' })).toBeChecked();
  });

  /** The mail that a click would open. No mail program is started. */
  async function reportedBy(
    page: Page,
    link: Locator,
  ): Promise<{ to: string; subject: string; body: string }> {
    await page.evaluate(() => addEventListener('click', (event) => event.preventDefault(), { once: true }));
    await link.click();
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(address.protocol).toBe('mailto:');
    const field = (name: string) => address.searchParams.get(name) ?? '';
    return { to: address.pathname, subject: field('subject'), body: field('body') };
  }
});

test.describe('taking something along', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a template is copied with one press', async ({ page }) => {
    await page.goto(stateTheProblem);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('In [number] of [number] [handovers, orders, letters]');
    expect(copied).toContain('Agreed with: [the role that can say “enough”], on [date]');
    expect(copied).not.toContain('Download');
  });

  test('a template is downloaded as a text file', async ({ page }) => {
    await page.goto(stateTheProblem);
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.txt$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toMatch(/^The problem in one sentence\n/);
    expect(text).toContain('- Counted by: [which role], in [which list or place]');
    expect(text).not.toMatch(/<\w/);
  });

  test('the short address of a page is copied, and leads to it', async ({ page }) => {
    await page.goto(findTheCause);
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await expect(page.getByText('Address copied')).toBeVisible();
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    await page.goto(`.${copied.pathname}`);
    await expect(page).toHaveURL(new RegExp(findTheCause));
  });

  test('“Print” prints', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.goto(findTheCause);
    await page.getByRole('button', { name: 'Print' }).click();
    await expect(page.locator('[data-printed]')).toHaveCount(1);
  });
});

test('a word of the glossary explains itself by keyboard, and gives the focus back', async ({ page }) => {
  await page.goto(findTheCause);
  const term = page.getByRole('button', { name: 'gap', exact: true });
  const card = page.locator('[popover]').first();
  await term.focus();
  await expect(card).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(term).toBeFocused();
  await page.keyboard.press('Space');
  await expect(card).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(card.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card).toBeHidden();
  await expect(term).toBeFocused();
});

for (const address of [
  findTheCause,
  'references/stages/',
  'decision-tools/course-or-job-aid/',
  'pathways/performance-consultant/',
  'technologies/wikis/',
  'experiments/printed-card-or-phone/',
]) {
  test(`“Edit this page” on ${address} opens the editor with the file behind the page`, async ({
    page,
    project,
  }) => {
    await page.goto(address);
    const edit = page.getByRole('link', { name: 'Edit this page' });
    const [, file = ''] =
      /^https:\/\/.+\/edit\/main\/(content\/.+\.mdx)$/.exec((await edit.getAttribute('href')) ?? '') ?? [];
    expect(existsSync(path.join(project, file))).toBe(true);
    const [, frontmatter = ''] = (await readFile(path.join(project, file), 'utf8')).split(/^---$/m);
    const { title } = parse(frontmatter) as { title: string };
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
}
