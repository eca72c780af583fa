/** A page that two pathways share keeps the context of the one on which its reader came. */
import type { Page } from 'playwright/test';
import { expect, test } from './site.ts';

const shared = 'job-aids/find-the-cause-of-a-gap/';
const consultant = 'Performance consultant: what you can do next';
const manager = 'Team manager: what you can do next';

const place = (page: Page, title: string) =>
  page.getByRole('navigation', { name: `On the pathway “${title}”` });

test('with the pathway in its address, a page shows that pathway’s previous and next page, and its place', async ({
  page,
}) => {
  await page.goto(`${shared}?path=team-manager`);
  const on = place(page, manager);
  await expect(on).toBeVisible();
  await expect(on).toContainText('find out why a task goes wrong before you ask for a course');
  await expect(on).toContainText('Practitioner');
  await expect(on.getByRole('listitem')).toHaveText([
    /Before this page.*Plan practice that sticks after an event/,
    /After this page.*What causes this gap\?/,
  ]);
  await expect(place(page, consultant)).toBeHidden();
  await page.goto(`${shared}?path=performance-consultant`);
  await expect(place(page, manager)).toBeHidden();
  await expect(place(page, consultant)).toContainText('Novice');
  await expect(place(page, consultant).getByRole('listitem').first()).toContainText(
    'Find out when people in a role get stuck',
  );
});

test('without it, all the pathways that need the page are listed', async ({ page }) => {
  for (const address of [shared, `${shared}?path=nobody`, `${shared}?path=`, `${shared}?path=__proto__`]) {
    await page.goto(address);
    await expect(place(page, consultant).getByRole('link', { name: consultant })).toBeVisible();
    await expect(place(page, manager).getByRole('link', { name: manager })).toBeVisible();
    await expect(place(page, manager)).not.toContainText('After this page', { useInnerText: true });
  }
});

test('from a pathway to its pages, from page to page, and back, the pathway stays', async ({ page }) => {
  await page.goto('pathways/team-manager/');
  await page.getByRole('heading', { name: 'agree with somebody which real case' }).click();
  await page.getByRole('link', { name: 'Plan practice that sticks after an event' }).click();
  await expect(page).toHaveURL(/\/job-aids\/plan-practice-that-sticks\/\?path=team-manager$/);
  await place(page, manager).getByRole('link', { name: 'Find the cause of a performance gap' }).click();
  await expect(page).toHaveURL(/\/job-aids\/find-the-cause-of-a-gap\/\?path=team-manager$/);
  await page.getByRole('article').getByRole('link', { name: manager }).first().click();
  await expect(page).toHaveURL(/\/pathways\/team-manager\/#find-the-cause-first$/);
  await expect(
    page.getByRole('heading', { name: 'find out why a task goes wrong before you ask for a course' }),
  ).toBeInViewport();
});

test('the first screen of a phone says which pathway it is, and step 1 is still on it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${shared}?path=team-manager`);
  await expect(page.getByRole('article').getByRole('link', { name: manager }).first()).toBeInViewport({
    ratio: 1,
  });
  await expect(page.getByText('Write the gap as two numbers.')).toBeInViewport();
});

test('nothing moves when the place is picked, on a phone or a desktop', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${shared}?path=team-manager`);
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({
            type: 'layout-shift',
            buffered: true,
          });
          requestAnimationFrame(() => setTimeout(resolve, 0, 0));
        }),
    );
    expect(moved).toBe(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every pathway is listed with what comes before and after', async ({ page }) => {
    await page.goto(`${shared}?path=team-manager`);
    for (const title of [consultant, manager]) {
      await expect(place(page, title)).toContainText('After this page', { useInnerText: true });
      await expect(place(page, title).getByRole('link').last()).toBeVisible();
    }
  });
});

test('the health page shows for each role what its pathway names, and no ability without a page', async ({
  page,
}) => {
  await page.goto('health/');
  const section = page.locator('section[aria-labelledby="abilities"]');
  await expect(section).toContainText('Every ability has a page to do it with.');
  await expect(
    section
      .getByRole('row', { name: /^Team manager/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(/^4\s*\d+ pages$/);
  const { abilities } = (await (await page.request.get('api/health.json')).json()) as {
    abilities: unknown[];
  };
  expect(abilities).toEqual([]);
});

test('a table shows for each ability of the four pathways the pages to do it with, and each is there', async ({
  page,
}) => {
  await page.goto('health/');
  const section = page.locator('section[aria-labelledby="abilities"]');
  const addresses = new Set<string>();
  for (const name of [
    consultant,
    manager,
    'Learning designer: what you can do next',
    'Anyone at work: what you can do next',
  ]) {
    await section.getByText(name).click();
    const table = section.getByRole('table', { name });
    const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
    expect(await rows.count(), name).toBeGreaterThanOrEqual(9);
    for (const stage of ['Novice', 'Practitioner', 'Expert'])
      expect(await rows.filter({ hasText: stage }).count(), `${name}: ${stage}`).toBeGreaterThanOrEqual(3);
    for (const row of await rows.all()) {
      const links = row.getByRole('cell').getByRole('link');
      expect(await links.count(), await row.innerText()).toBeGreaterThan(0);
      for (const link of await links.all()) addresses.add((await link.getAttribute('href'))!);
    }
  }
  expect(addresses.size).toBeGreaterThan(50);
  for (const address of addresses) expect((await page.request.get(address)).ok(), address).toBe(true);
});

test('on a phone the end of a page tells once which ability it is for', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(shared);
  const can = page.getByText('name one cause of a gap and show what you saw yourself');
  await expect(can.filter({ visible: true })).toHaveCount(1);
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect(can.filter({ visible: true })).toHaveCount(2);
});
