/** The right page in ten seconds: what a search understands, what its results show, and what it keeps and what not. */
import type { Page } from 'playwright/test';
import { expect, test } from './site.ts';

const anyJobAid = 'job-aids/find-the-cause-of-a-gap/';
const field = (page: Page) => page.getByRole('combobox', { name: 'What are you trying to do?' });
const options = (page: Page) => page.getByRole('option');
const results = (page: Page) => page.locator('.search-found > ol > li');
const count = (page: Page) => page.getByRole('status').filter({ hasText: /\d+ results?$/ });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const recent = 'What you looked for before';

/** The full text is there when a search has been answered from it. */
async function openSearch(page: Page, query: string): Promise<void> {
  await page.goto(`search/?q=${encodeURIComponent(query)}`);
  await expect(page.getByRole('status').first()).toHaveText(/\d+ results?$|^Nothing/);
}

test.describe('what is understood', () => {
  test('a whole sentence finds the page for what went wrong', async ({ page }) => {
    await openSearch(page, 'how do I stop people from making the same mistake again and again?');
    await expect(results(page).first()).toContainText('Find the cause of a performance gap');
  });

  test('a typing error is told and mended', async ({ page }) => {
    await openSearch(page, 'trainig');
    await expect(count(page)).toHaveText(/^Showing results for “training”\. \d+ results$/);
  });

  test('another word for the same thing finds it too', async ({ page }) => {
    await openSearch(page, 'cheat sheet for the new hire');
    await expect(results(page).first()).toBeVisible();
  });

  test('half a word finds while somebody is still typing', async ({ page }) => {
    await page.goto('./');
    await field(page).pressSequentially('checkl');
    await expect(options(page).first()).toContainText(/checklist/i);
  });

  test('a word from the body of a page alone finds it, below what pages say of themselves', async ({
    page,
  }) => {
    await openSearch(page, 'crushed');
    await expect(results(page)).toHaveCount(1);
    await expect(results(page).first()).toContainText('In An example: ');
  });

  test('text in quotation marks is taken as it stands', async ({ page }) => {
    await openSearch(page, '"had a crushed"');
    await expect(results(page)).toHaveCount(1);
    await openSearch(page, '"crushed a had"');
    await expect(page.getByText('Nothing for “"crushed a had"”.')).toBeVisible();
  });

  test('a role that is named is offered as a filter, and forced on nobody', async ({ page }) => {
    await openSearch(page, 'manager feedback');
    const all = await results(page).count();
    await page.getByRole('link', { name: 'Only for Team manager?' }).click();
    await expect(page).toHaveURL(/\?q=manager\+feedback&role=manager$/);
    await expect.poll(() => results(page).count()).toBeLessThan(all);
    await expect(page.getByRole('link', { name: 'Remove Team manager' })).toBeVisible();
  });

  test('what each place rests on can be read by whoever works on the search', async ({ page }) => {
    await page.goto('search/?q=how+do+I+plan+trainig&explain');
    await expect(results(page).first().locator('.why')).toContainText('of the query');
    const understood = page.locator('.search-found > .why');
    await expect(understood).toContainText('dropped: ["how","do","i"]');
    await expect(understood).toContainText('corrected: [{"from":"trainig","to":"training"}]');
    await openSearch(page, 'training');
    await expect(page.locator('.why')).toHaveCount(0);
  });
});

test.describe('what settles ties', () => {
  test('is what the reader said of themselves elsewhere: the stage for every page, the role last narrowed by', async ({
    page,
  }) => {
    await page.goto('search/?q=training');
    await page.getByRole('list', { name: 'Role' }).getByRole('link', { name: 'Team manager' }).click();
    await expect(page).toHaveURL(/role=manager$/);
    await page.evaluate(() => localStorage.setItem('sidekick:stages', '{"*":"expert"}'));
    await page.goto('search/?q=training&explain');
    const why = results(page).locator('.why');
    await expect(why.first()).toContainText('for the stage expert');
    await expect(why.filter({ hasText: 'for the role manager' }).first()).toBeVisible();
  });

  test('or the role on whose path they record work', async ({ page }) => {
    await page.goto('pathways/team-manager/');
    await page
      .getByRole('combobox', { name: 'How far are you with this?' })
      .filter({ visible: true })
      .first()
      .selectOption('Seen it done');
    await page.goto('search/?q=training&explain');
    await expect(
      results(page).locator('.why').filter({ hasText: 'for the role manager' }).first(),
    ).toBeVisible();
  });

  test('and the age of a review, which the result shows', async ({ page }) => {
    await page.route('**/answers/0.json', async (route) => {
      const response = await route.fetch();
      const part = (await response.json()) as { ids: Record<string, string>; review: Record<string, string> };
      const all = Object.values(part.ids).flatMap((slugs) => slugs.split(' '));
      part.review[all.indexOf('find-the-cause-of-a-gap')] = '2020-01-01';
      part.review[all.indexOf('wikis')] = 'void';
      await route.fulfill({ response, json: part });
    });
    await openSearch(page, 'find the cause of a performance gap');
    await expect(results(page).first()).toContainText('Review overdue');
    await expect(results(page).filter({ hasText: 'Review overdue' })).toHaveCount(1);
    await openSearch(page, 'wikis');
    await expect(results(page).filter({ hasText: 'Changed since its review' })).toHaveCount(1);
  });
});

test.describe('two tiers', () => {
  test('the small index answers by itself, and the full text adds below without moving anything', async ({
    page,
  }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/pagefind/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./');
    await field(page).fill('practice');
    await expect(options(page).first()).toBeVisible();
    const titles = () => options(page).locator('.name').allInnerTexts();
    const before = await titles();
    const place = await options(page).first().boundingBox();
    await expect(page.getByRole('status').filter({ hasText: /results?$/ })).toHaveCount(0);
    release();
    await expect(page.getByRole('status').filter({ hasText: /results?$/ })).not.toHaveText('');
    expect((await titles()).slice(0, before.length)).toEqual(before);
    expect(await options(page).first().boundingBox()).toEqual(place);
  });

  test('without the full text what the small index knows is still found', async ({ page, troubles }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('./');
    await field(page).fill('wiki');
    await expect(options(page).first()).toContainText(/wiki/i);
    await field(page).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/wiki/i);
    // The browser writes an error for each file that it could not fetch.
    troubles.length = 0;
  });

  test('with the network gone an open page still searches', async ({ page, context, troubles }) => {
    await page.goto(anyJobAid);
    await page.keyboard.press('Control+k');
    await field(page).fill('crushed');
    await expect(options(page)).toHaveCount(1);
    await context.setOffline(true);
    await field(page).fill('they know how but don’t do it');
    await expect(options(page).first()).toContainText('Find the cause of a performance gap');
    await context.setOffline(false);
    // What the full text would have needed could not be fetched.
    troubles.length = 0;
  });
});

test.describe('a result is already help', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('a job aid shows when it is right and its first steps, in a region after the list', async ({
    page,
  }) => {
    await page.goto('./');
    await field(page).fill('they know how but don’t do it');
    await expect(preview(page)).toContainText('People fall short of a result that can be counted');
    await expect(preview(page).getByRole('listitem').first()).toHaveText('Write the gap as two numbers.');
    await expect(options(page).locator('a, button')).toHaveCount(0);
    await field(page).press('Tab');
    await page.keyboard.press('Tab');
    const open = preview(page).getByRole('link', { name: 'Open “Find the cause of a performance gap”' });
    await expect(open).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(field(page)).toBeFocused();
    await expect(page.getByRole('listbox')).toBeHidden();
  });

  test('it follows the choice, and the pointer', async ({ page }) => {
    await page.goto('./');
    await field(page).fill('course');
    await expect(count(page)).not.toHaveText('');
    await field(page).press('ArrowDown');
    await field(page).press('ArrowDown');
    const second = await options(page).nth(1).locator('.name').innerText();
    await expect(preview(page).getByRole('link').first()).toHaveText(`Open “${second}”`);
    await options(page).nth(2).hover();
    const third = await options(page).nth(2).locator('.name').innerText();
    await expect(preview(page).getByRole('link').first()).toHaveText(`Open “${third}”`);
  });

  test('a decision tool shows its first question and the answers', async ({ page }) => {
    await page.goto('./');
    await field(page).fill('which format fits this job aid');
    await expect(preview(page)).toContainText('What do people have to do when they reach for it?');
    await expect(preview(page).getByRole('listitem').first()).toHaveText('Do a task');
  });

  test('a word of the glossary shows what it means, and leads to it', async ({ page }) => {
    await page.goto('./');
    await field(page).fill('what is a job aid');
    const first = options(page).first();
    await expect(first).toContainText('Job aid');
    await expect(first).toContainText('helps somebody do a task while they are doing it');
    await first.click();
    await expect(page).toHaveURL(/references\/glossary\/#term-job-aid$/);
  });

  test('a phone has no room for it and none of its stops', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('./');
    await field(page).fill('they know how but don’t do it');
    await expect(options(page).first()).toBeVisible();
    await expect(preview(page)).toBeHidden();
  });
});

test.describe('what it keeps, on this device', () => {
  test('the last searches come back in the empty field, and can be asked again or cleared', async ({
    page,
  }) => {
    await page.goto('./');
    await field(page).fill('root cause of bad performance');
    await field(page).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
    await page.goto('./');
    await field(page).focus();
    await expect(page.getByText(recent)).toBeVisible();
    await expect(options(page)).toHaveText(['root cause of bad performance']);
    await field(page).press('ArrowDown');
    await field(page).press('Enter');
    await expect(field(page)).toHaveValue('root cause of bad performance');
    await expect(options(page).first()).toContainText('Find the cause of a performance gap');
    await field(page).fill('');
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await expect(page.getByText(recent)).toBeHidden();
    await page.reload();
    await field(page).focus();
    await expect(options(page)).toHaveCount(0);
  });

  test('searches without a result are listed, and go to the owners when the reader sends them', async ({
    page,
  }) => {
    await openSearch(page, 'xyzzy quux');
    const list = page.getByText('What you looked for and did not find (1)');
    await list.click();
    await expect(page.getByText('This list is kept on this device only.')).toBeVisible();
    const link = page.getByRole('link', { name: 'Send it to the owners' });
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(`${address.protocol}${address.pathname}`).toBe('mailto:help@example.org');
    expect(address.searchParams.get('body')).toContain('- xyzzy quux');
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await expect(list).toHaveCount(0);
  });

  test('a search in the field that found nothing is listed too, what is still being typed is not', async ({
    page,
  }) => {
    await page.goto('./');
    await field(page).pressSequentially('xyzzy quux');
    await expect(page.getByText('Nothing for “xyzzy quux”.').first()).toBeVisible();
    const kept = () => page.evaluate(() => localStorage.getItem('sidekick:missed'));
    await expect.poll(kept).toBe('["xyzzy quux"]');
  });

  for (const [what, value] of Object.entries({
    markup: JSON.stringify(['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>']),
    'an object': '{"__proto__":{"x":1},"length":3}',
    'a broken text': '["a',
    'a number': '17',
    nothing: 'null',
    'lists in lists': '[["a"],["b"]]',
    thousands: JSON.stringify(Array.from({ length: 5000 }, (_, at) => `query ${at}`)),
    'one endless word': JSON.stringify(['x'.repeat(100_000)]),
  })) {
    test(`${what} in storage is text or nothing`, async ({ page }) => {
      const dialogs: string[] = [];
      page.on('dialog', (shown) => {
        dialogs.push(shown.message());
        void shown.dismiss();
      });
      await page.addInitScript((stored) => {
        for (const name of ['searches', 'missed', 'role', 'stages'])
          localStorage.setItem(`sidekick:${name}`, stored);
      }, value);
      await page.goto('./');
      await field(page).focus();
      await field(page).fill('wiki');
      await expect(options(page).first()).toContainText(/wiki/i);
      await field(page).fill('');
      expect(await options(page).count()).toBeLessThanOrEqual(6);
      await openSearch(page, 'training');
      await expect(results(page).first()).toBeVisible();
      expect(await page.locator('main :is(img, script:not([src]), iframe)').count()).toBe(0);
      expect(dialogs).toEqual([]);
    });
  }

  test('without storage everything is found as well', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new Error('closed');
        },
      });
    });
    await page.goto('./');
    await field(page).fill('root cause of bad performance');
    await field(page).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
  });
});

test('a browser can search this site from its address bar', async ({ page, request, baseURL }) => {
  await page.goto('./');
  const address = await page.locator('link[rel="search"]').getAttribute('href');
  const description = await (await request.get(new URL(address ?? 'none', baseURL).href)).text();
  expect(description).toContain('?q={searchTerms}');
});
