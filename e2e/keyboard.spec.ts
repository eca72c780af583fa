/** Hands on the keys, large letters, a narrow window: everything is reachable, seen and whole. */
import type { Page } from 'playwright/test';
import { kinds } from './kinds.ts';
import { expect, test } from './site.ts';

const findTheCause = 'job-aids/find-the-cause-of-a-gap/';

test('the first press of Tab offers to skip to the content, and Enter goes there', async ({ page }) => {
  await page.goto(findTheCause);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  expect((await skip.boundingBox())!.width).toBeGreaterThan(100);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
});

test('the order on a job aid is that of the page: brand, search, type, detail, first step', async ({
  page,
}) => {
  await page.goto(findTheCause);
  const order = [
    page.getByRole('link', { name: 'Skip to the content' }),
    page.getByRole('link', { name: 'Sidekick', exact: true }),
    page.getByRole('banner').getByRole('link', { name: 'Search' }),
    page.getByRole('link', { name: 'Job aid', exact: true }),
    page.getByRole('link', { name: 'State the problem in one sentence with a number' }).first(),
    page.getByRole('link', { name: 'Give feedback on the spot' }).first(),
    page.getByRole('radio', { name: 'Every step' }),
    page.getByRole('button', { name: /^Guide me/ }),
    page.getByRole('checkbox', { name: 'Step 1 done' }),
    page.getByRole('button', { name: 'gap', exact: true }),
    page.getByText('Stuck here?').first(),
    page.getByRole('checkbox', { name: 'Step 2 done' }),
  ];
  for (const element of order) {
    await page.keyboard.press('Tab');
    await expect(element).toBeFocused();
  }
});

for (const [address, width] of [
  ['./', 1280],
  [findTheCause, 1280],
  [findTheCause, 390],
  ['decision-tools/course-or-job-aid/', 1280],
  ['pathways/performance-consultant/', 390],
  // Where the region beside the list begins to change with the focus, find.spec.ts looks at it.
  ['search/?q=training', 960],
  ['references/causes-of-performance-gaps/', 390],
] as const) {
  test(`on ${address}, ${width} pixels wide, Tab reaches all that can be used, in its order, and shows where it is`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    // Scrolls at once to what has the focus.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    if (address.startsWith('search')) await expect(page.getByRole('status').first()).toHaveText(/\d results/);
    const expected = await usable(page);
    expect(expected.length).toBeGreaterThan(10);
    const reached: string[] = [];
    for (let presses = 0; presses < expected.length; presses++) {
      await page.keyboard.press('Tab');
      reached.push(await focused(page));
    }
    expect(reached).toEqual(expected);
  });
}

/** What the keyboard should reach, in the order of the page: of a group of radio buttons only one. */
async function usable(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const groups = new Set<string>();
    let count = 0;
    for (const element of document.querySelectorAll<HTMLInputElement>(controls)) {
      if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      if (element.type === 'radio') {
        const group = document.querySelectorAll<HTMLInputElement>(`input[name="${element.name}"]`);
        const isStop = [...group].some(({ checked }) => checked)
          ? element.checked
          : !groups.has(element.name);
        groups.add(element.name);
        if (!isStop) continue;
      }
      const label = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
      element.dataset.stop = `${++count} ${element.tagName.toLowerCase()} ${label.trim().slice(0, 40)}`;
    }
  });
  return page
    .locator('[data-stop]')
    .evaluateAll((all) => all.map((element) => (element as HTMLElement).dataset.stop ?? ''));
}

/** What has the focus, and what is wrong with it: no outline on it, its label or what stands for it; or it is out of sight. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const signs = [
      element,
      element.nextElementSibling,
      element.closest('label'),
      element.closest('.search-field'),
    ];
    const isMarked = signs.some((sign) => {
      if (!sign) return false;
      const { outlineStyle, outlineWidth, clipPath } = getComputedStyle(sign);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && clipPath === 'none';
    });
    const box = (element.closest('label') ?? element).getBoundingClientRect();
    const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const name = element.dataset.stop ?? element.outerHTML.slice(0, 80);
    return [name, ...(isMarked ? [] : ['no sign of the focus']), ...(isSeen ? [] : ['out of sight'])].join(
      ', ',
    );
  });
}

test('targets are large enough for a thumb: steps, choices, answers and buttons are 44 pixels high', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(findTheCause);
  const targets = [
    page.getByRole('checkbox', { name: 'Step 1 done' }),
    page.locator('label').filter({ has: page.getByRole('radio', { name: 'Checklist' }) }),
    page.locator('label').filter({ has: page.getByLabel('A date to look at the two numbers again') }),
    page.locator('label').filter({ has: page.getByRole('radio', { name: 'It worked' }) }),
    page.getByRole('banner').getByRole('link', { name: 'Search' }),
    page.getByRole('link', { name: 'Edit this page' }),
    page.getByRole('button', { name: 'Print' }),
  ];
  for (const target of targets) expect.soft((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await page.goto('./');
  expect((await page.getByRole('combobox').boundingBox())!.height).toBeGreaterThanOrEqual(52);
});

for (const address of [
  '',
  'gone/',
  'search/?q=training',
  ...[...kinds.values()].map((folder) => `${folder}/`),
]) {
  test(`./${address} fits a window of 320 pixels, and letters twice as large`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`./${address}`);
    if (address.startsWith('search/?'))
      await expect(page.getByRole('status').first()).toHaveText(/\d results/);
    expect.soft(await tooWide(page), '320 pixels wide').toEqual([]);
    await doubleLetters(page);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await doubleLetters(page);
      expect.soft(await tooWide(page), `letters twice as large, ${width} pixels wide`).toEqual([]);
    }
  });
}

/** As the settings of a browser do it: everything is sized from the root. */
async function doubleLetters(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { style } = document.documentElement;
    style.fontSize = '';
    style.fontSize = `${Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 2}px`;
  });
}

/** What makes the page scroll sideways: the outermost parts that stick out, but for those that scroll by themselves. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const found: string[] = [];
    const look = (element: Element) => {
      const { right } = element.getBoundingClientRect();
      if (right > clientWidth && element.checkVisibility())
        found.push(`${element.outerHTML.slice(0, 90)} … reaches ${Math.round(right)} of ${clientWidth}`);
      else if (getComputedStyle(element).overflowX === 'visible')
        for (const child of element.children) look(child);
    };
    look(document.body);
    return found.length > 0 ? found : [`${scrollWidth} of ${clientWidth}`];
  });
}
