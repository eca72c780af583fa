/** Nothing gets in and nothing leaves. `site.ts` fails every test on a policy violation or a foreign request; here all is tried. */
import { kinds } from './kinds.ts';
import { expect, test } from './site.ts';

const findTheCause = 'job-aids/find-the-cause-of-a-gap/';

test('every kind of page carries the policy, in the page and in the answer, and keeps to it', async ({
  page,
}) => {
  test.slow();
  for (const address of ['', 'gone/', ...[...kinds.values()].map((folder) => `${folder}/`)]) {
    await test.step(`./${address}`, async () => {
      const response = await page.goto(`./${address}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const header = response?.headers()['content-security-policy'] ?? '';
      expect(header).toContain("frame-ancestors 'self'");
      const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
      await expect(meta).toHaveCount(1);
      for (const policy of [header, (await meta.getAttribute('content')) ?? '']) {
        expect(policy).toContain("default-src 'none'");
        expect(policy).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*|data:|blob:/);
      }
    });
  }
});

test('a short address leads on under a policy of its own', async ({ page, request, baseURL }) => {
  const answer = await (await request.get(new URL('go/gap/', baseURL).href)).text();
  expect(answer).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none'"`);
  await page.goto('go/gap/');
  await expect(page).toHaveURL(new RegExp(findTheCause));
});

test('a violation and a foreign request would be seen', async ({ page, troubles }) => {
  await page.goto('./');
  await page.evaluate(() => {
    const { body } = document;
    body.setAttribute('onclick', 'document.title = "attacked"');
    body.setAttribute('style', 'color: red');
    const script = document.createElement('script');
    script.textContent = 'document.title = "attacked"';
    const picture = document.createElement('img');
    picture.src = 'https://elsewhere.example/x.png';
    body.append(script, picture);
    body.click();
  });
  for (const directive of ['script-src-attr', 'style-src-attr', 'script-src-elem', 'img-src']) {
    await expect.poll(() => troubles.join('\n')).toContain(`Policy violation: ${directive}`);
  }
  await expect(page).not.toHaveTitle('attacked');
  troubles.length = 0;
});

test.describe('every feature keeps to the policy:', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('search in the field, in the dialog and on its page', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('combobox').fill('people keep making the same mistake');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${findTheCause}`);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('crushed');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.goto('search/?q=training&type=job-aids');
    await page.getByRole('link', { name: 'Remove Job aids' }).click();
    await page.getByRole('searchbox').fill('xyzzy quux');
    await expect(page.getByText('Nothing for “xyzzy quux”.')).toBeVisible();
    await page.getByRole('button', { name: 'The key / opens the search' }).click();
  });

  test('ticks, detail, help, the word explained, the answer, the copy and the print', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => undefined;
    });
    await page.goto(`${findTheCause}?stage=novice`);
    await page.getByRole('checkbox', { name: 'Step 1 done' }).check();
    await page.getByRole('group', { name: 'How much detail?' }).getByText('Checklist').click();
    await page.getByRole('button', { name: 'Use it on every page' }).click();
    await page.getByText('Stuck here?').first().click();
    await page.getByRole('button', { name: 'gap', exact: true }).click();
    await page.locator('[popover]').first().getByRole('button', { name: 'Close' }).click();
    await page.getByRole('radio', { name: 'It did not' }).check();
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await expect(page.getByText('Address copied')).toBeVisible();
    await page.getByRole('button', { name: 'Print' }).click();
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.goto('job-aids/state-the-problem-with-a-number/');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  });

  test('a decision tool and a pathway', async ({ page }) => {
    await page.goto('decision-tools/course-or-job-aid/');
    await page.locator('decision-tool').getByRole('link', { name: 'Nobody has counted' }).click();
    await page.getByRole('button', { name: 'Copy the answer' }).click();
    await expect(page.getByText('Answer copied')).toBeVisible();
    await page.getByRole('link', { name: 'See all routes' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'All routes' })).toBeVisible();
    await page.goto('pathways/performance-consultant/');
    await page.getByRole('combobox').filter({ visible: true }).selectOption('Did it alone');
    await page.reload();
    await expect(page.getByText('Did it alone').filter({ visible: true }).first()).toBeVisible();
  });

  test('light and dark, kept for the next page and set before it is painted', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('about/');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await ground()).not.toBe(light);
    await page.goto('privacy/');
    expect(await ground()).not.toBe(light);
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('radio', { name: 'Light' }).check();
    expect(await ground()).toBe(light);
    await page.getByRole('radio', { name: 'As on this device' }).check();
    expect(await ground()).not.toBe(light);
    await page.reload();
    await expect(page.getByRole('radio', { name: 'As on this device' })).toBeChecked();
  });
});

test('no cookie is set, and only this site’s own entries are kept', async ({ context, page }) => {
  await page.goto(findTheCause);
  await page.getByRole('checkbox', { name: 'Step 1 done' }).check();
  await page.getByRole('radio', { name: 'It worked' }).check();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]);
  expect(kept[0]!.length).toBeGreaterThan(2);
  expect(kept[0]!.filter((name) => !name.startsWith('sidekick:'))).toEqual([]);
  expect(kept[1]).toEqual([]);
});

test('a path in the query or the fragment of an address is never followed', async ({ page }) => {
  for (const address of [
    'search/?q=//elsewhere.example',
    'search/?next=https://elsewhere.example',
    `${findTheCause}#//elsewhere.example`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(new URL(page.url()).hostname).toBe('localhost');
  }
});
