/** Whoever types what went wrong sees the fitting pages at once, with hands on the keys, and is never left with nothing. */
import type { Page } from 'playwright/test';
import { expect, test } from './site.ts';

const anyJobAid = 'job-aids/find-the-cause-of-a-gap/';
const field = (page: Page) => page.getByRole('combobox', { name: 'What are you trying to do?' });
const options = (page: Page) => page.getByRole('option');
const count = (page: Page) => page.getByRole('status').filter({ hasText: /^\d+ results?$/ });

test.describe('the search field', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./');
  });

  test('tells assistive technology what it is, and when its list opens and closes', async ({ page }) => {
    await expect(field(page)).toHaveAttribute('aria-autocomplete', 'list');
    await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
    await field(page).fill('wiki');
    await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
    const list = page.getByRole('listbox', { name: 'What are you trying to do?' });
    await expect(list).toBeVisible();
    await expect(field(page)).toHaveAttribute('aria-controls', (await list.getAttribute('id')) ?? 'none');
    await field(page).fill('');
    await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
    await expect(list).toBeHidden();
  });

  test('lets the arrows walk through the results and round, while the focus stays in it', async ({
    page,
  }) => {
    await field(page).fill('mistake');
    await expect(count(page)).not.toHaveText('');
    const last = (await options(page).count()) - 1;
    expect(last).toBeGreaterThan(1);
    await expectActive(page, undefined);
    for (const [key, active] of [
      ['ArrowDown', 0],
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['ArrowUp', last],
      ['ArrowDown', 0],
      ['End', last],
      ['Home', 0],
    ] as const) {
      await field(page).press(key);
      await expectActive(page, active);
    }
    await expect(field(page)).toBeFocused();
    await field(page).press('s');
    await expectActive(page, undefined);
  });

  async function expectActive(page: Page, index: number | undefined): Promise<void> {
    const selected = page.getByRole('option', { selected: true });
    if (index === undefined) {
      await expect(selected).toHaveCount(0);
      await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
      return;
    }
    await expect(selected).toHaveCount(1);
    const id = (await options(page).nth(index).getAttribute('id')) ?? 'none';
    await expect(selected).toHaveAttribute('id', id);
    await expect(field(page)).toHaveAttribute('aria-activedescendant', id);
  }

  test('opens the first result at Enter, without a choice', async ({ page }) => {
    await field(page).fill('people keep making the same mistake');
    await field(page).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
  });

  test('opens the chosen result at Enter', async ({ page }) => {
    await field(page).fill('mistake');
    await expect(options(page).nth(1)).toBeVisible();
    await field(page).press('ArrowDown');
    await field(page).press('ArrowDown');
    const title = await options(page).nth(1).locator('.name').innerText();
    await field(page).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });

  test('opens the result that is pressed', async ({ page }) => {
    await field(page).fill('wiki');
    await options(page).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/wiki/i);
  });

  test('closes the list at Escape, and is emptied by the next', async ({ page }) => {
    await field(page).fill('wiki');
    await expect(options(page).first()).toBeVisible();
    await field(page).press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(field(page)).toHaveValue('wiki');
    await field(page).press('ArrowDown');
    await expect(options(page).first()).toBeVisible();
    await field(page).press('Escape');
    await field(page).press('Escape');
    await expect(field(page)).toHaveValue('');
  });

  test('says how many results there are, and says it anew when they change', async ({ page }) => {
    await field(page).fill('crushed');
    await expect(count(page)).toHaveText('1 result');
    await expect(options(page)).toHaveCount(1);
    await field(page).fill('course');
    await expect(count(page)).toHaveText(/^([2-9]|\d\d+) results$/);
  });

  test('shows type, time and the matching section of a result, and leads to that section', async ({
    page,
  }) => {
    await field(page).fill('crushed');
    const result = options(page).first();
    for (const text of ['Answer a course request', 'Job aid', '20 minutes']) {
      await expect(result).toContainText(text);
    }
    await expect(result).toContainText('In An example: ');
    await expect(result.getByText('crushed', { exact: true })).toBeVisible();
    await result.click();
    await expect(page.getByRole('heading', { name: 'An example' })).toBeInViewport();
    await expect(page).toHaveURL(/#an-example$/);
  });

  test('shows the results of what stands in it, however fast it was typed', async ({ page }) => {
    await field(page).pressSequentially('mistake');
    await field(page).fill('crushed');
    await expect(options(page)).toHaveCount(1);
    await expect(options(page).first()).toContainText('had a crushed');
  });

  test('offers a way out when nothing fits', async ({ page }) => {
    await field(page).fill('xyzzy quux');
    const request = page.getByRole('link', { name: 'Request this page' });
    await expect(page.getByText('Nothing for “xyzzy quux”.').first()).toBeVisible();
    await request.click();
    await expect(page).toHaveURL(/search\/\?q=xyzzy(%20|\+)quux$/);
  });
});

test.describe('opening the search', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'What are you trying to do?' });

  for (const key of ['Control+k', 'Meta+k', '/']) {
    test(`“${key}” opens it on any page; Escape closes it and gives the focus back`, async ({ page }) => {
      await page.goto(anyJobAid);
      const term = page.getByRole('button', { name: 'gap', exact: true });
      await term.focus();
      await page.keyboard.press(key);
      await expect(field(page)).toBeFocused();
      await expect(field(page)).toHaveValue('');
      await expect(dialog(page)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
      await expect(term).toBeFocused();
    });
  }

  test('the link in the header opens it too, and “Close” closes it', async ({ page }) => {
    await page.goto(anyJobAid);
    const opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    await opener.click();
    await expect(field(page)).toBeFocused();
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('with one Escape for the list and the dialog, what was typed is there when it opens again', async ({
    page,
  }) => {
    await page.goto(anyJobAid);
    await page.keyboard.press('Control+k');
    await field(page).fill('wiki');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await page.keyboard.press('Control+k');
    await expect(field(page)).toHaveValue('wiki');
    await expect(options(page).first()).toBeVisible();
  });

  test('Ctrl-K on the home page and on the search page goes to the field that is there', async ({ page }) => {
    for (const [address, role] of [
      ['./', 'combobox'],
      ['search/', 'searchbox'],
    ] as const) {
      await page.goto(address);
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('main').getByRole(role)).toBeFocused();
      await expect(dialog(page)).toBeHidden();
    }
  });

  test('“/” is a letter like any other where somebody types', async ({ page }) => {
    await page.goto('./');
    await field(page).focus();
    await page.keyboard.type('and/or');
    await expect(field(page)).toHaveValue('and/or');
  });

  test('“/” can be switched off for every page, and on again', async ({ page }) => {
    await page.goto('search/');
    await page.getByRole('button', { name: 'The key / opens the search' }).click();
    await page.goto(anyJobAid);
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await expect(field(page)).toHaveValue('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(dialog(page)).toBeHidden();

    await page.goto('search/');
    await page.getByRole('button', { name: 'The key / does nothing' }).click();
    await page.goto(anyJobAid);
    await page.keyboard.press('/');
    await expect(dialog(page)).toBeVisible();
  });
});

test.describe('what it costs', () => {
  test('on a page where nobody searches only the small index is fetched, and only when the browser is idle', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const idle = page.waitForRequest(/\/answers\/0\.json$/);
    await page.goto(anyJobAid);
    await idle;
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await page.keyboard.press('Control+k');
    await field(page).fill('wiki');
    await expect(options(page).first()).toBeVisible();
    expect(asked.filter((url) => url.includes('/pagefind/')).length).toBeGreaterThan(0);
  });

  test('the home page fetches both parts when idle, but no page does for somebody who saves data', async ({
    page,
  }) => {
    const engine = /\/(pagefind\/pagefind\.js|answers\/0\.json)$/;
    const idle = [/\/pagefind\/pagefind\.js$/, /\/answers\/0\.json$/].map((file) =>
      page.waitForRequest(file),
    );
    await page.goto('./');
    await Promise.all(idle);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(anyJobAid, { waitUntil: 'networkidle' });
    await page.goto('./', { waitUntil: 'networkidle' });
    expect(asked.filter((url) => engine.test(url))).toEqual([]);
    await field(page).fill('wiki');
    await expect(options(page).first()).toBeVisible();
  });

  test('what is typed reaches no server, not even as the page that one comes from', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + JSON.stringify(request.headers())));
    await page.goto('./');
    await field(page).fill('zarquon training');
    await expect(options(page).first()).toBeVisible();
    await page.goto('search/');
    await page.getByRole('searchbox').fill('zarquon training');
    await expect(page).toHaveURL(/\?q=zarquon/);
    await page.locator('.search-found').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('What are you trying to do?');
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((request) => request.includes('zarquon'))).toEqual([]);
  });
});

test('when the index can’t be reached, the field says so and leads to the list of all pages', async ({
  page,
  troubles,
}) => {
  await page.route(/\/(pagefind|answers)\//, (route) => route.abort());
  await page.goto('./');
  await field(page).fill('wiki');
  await expect(page.locator('.search-message')).toContainText('Search can’t be reached.');
  await expect(page.getByRole('status').first()).toContainText('Search can’t be reached.');
  await page.getByRole('main').getByRole('link', { name: 'All pages, A to Z' }).click();
  await expect(page.getByRole('link', { name: 'Find the cause of a performance gap' })).toBeVisible();
  // The browser writes an error for each file that it could not fetch.
  troubles.length = 0;
});

test.describe('the search page', () => {
  const query = (page: Page) => page.getByRole('searchbox', { name: 'What are you trying to do?' });
  const results = (page: Page) => page.locator('.search-found > ol > li');
  const filter = (page: Page, list: string, name: string) =>
    page.getByRole('list', { name: list }).getByRole('link', { name });

  test('shows what an address asks for', async ({ page }) => {
    await page.goto('search/?q=root+cause+of+bad+performance');
    await expect(query(page)).toHaveValue('root cause of bad performance');
    const first = results(page).first();
    await expect(first.getByRole('link', { name: 'Find the cause of a performance gap' })).toBeVisible();
    await expect(first).toContainText('Job aid');
    await expect(first).toContainText('60 minutes');
    await first.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find the cause of a performance gap');
  });

  test('says what it is for before anything is asked', async ({ page }) => {
    await page.goto('search/');
    await expect(page.getByText('Type what you want to do, or what went wrong.')).toBeVisible();
    await expect(results(page)).toHaveCount(0);
  });

  test('keeps the query in the address while somebody types, without filling the history', async ({
    page,
  }) => {
    await page.goto('about/');
    await page.goto('search/');
    await query(page).pressSequentially('crushed');
    await expect(page).toHaveURL(/\?q=crushed$/);
    await expect(count(page)).toHaveText('1 result');
    await page.reload();
    await expect(query(page)).toHaveValue('crushed');
    await expect(count(page)).toHaveText('1 result');
    await page.goBack();
    await expect(page).toHaveURL(/about\/$/);
  });

  test('narrows by type and role, in the address, and widens again', async ({ page }) => {
    await page.goto('search/?q=training');
    const all = await total(page);
    await filter(page, 'Type', 'Job aids').click();
    await expect(page).toHaveURL(/\?q=training&type=job-aids$/);
    await expect(results(page).filter({ hasNotText: 'Job aid' })).toHaveCount(0);
    // The address changes at once, the count when the answer is there.
    await expect.poll(() => total(page)).toBeLessThan(all);
    const jobAids = await total(page);
    await filter(page, 'Role', 'Team manager').click();
    await expect(page).toHaveURL(/\?q=training&type=job-aids&role=manager$/);
    await expect.poll(() => total(page)).toBeLessThan(jobAids);
    await expect(results(page)).toHaveCount(await total(page));
    await filter(page, 'Type', 'Remove Job aids').click();
    await expect(page).toHaveURL(/\?q=training&role=manager$/);
    await expect(filter(page, 'Type', 'Remove Job aids')).toHaveCount(0);
  });

  test('says beside each filter how many results it leaves', async ({ page }) => {
    await page.goto('search/?q=training');
    const link = filter(page, 'Type', 'Decision tools');
    // Until the text has come it may still add a page.
    await page.waitForLoadState('networkidle');
    const promised = Number(/\d+$/.exec((await link.textContent()) ?? '')?.[0]);
    await link.click();
    await expect(count(page)).toHaveText(promised === 1 ? '1 result' : `${promised} results`);
    await expect(results(page)).toHaveCount(promised);
  });

  test('narrows by stage, topic and moment under “More”', async ({ page }) => {
    await page.goto('search/?q=training');
    await page.getByRole('group').getByText('More', { exact: true }).click();
    await filter(page, 'Topic', 'Find out what is needed').click();
    await expect(page).toHaveURL(/\?q=training&topic=analyse$/);
    await filter(page, 'Moment', 'It went wrong').click();
    await expect(page).toHaveURL(/\?q=training&topic=analyse&moment=solve$/);
    await expect(results(page).filter({ hasText: 'Find the cause of a performance gap' })).toBeVisible();
  });

  test('shows all pages of a filter without a query', async ({ page }) => {
    await page.goto('search/?type=pathways');
    await expect(results(page)).toHaveCount(4);
    await expect(results(page).filter({ hasNotText: 'Pathway' })).toHaveCount(0);
  });

  test('goes back and forward through what was asked', async ({ page }) => {
    await page.goto('search/?q=training');
    await filter(page, 'Type', 'Job aids').click();
    await expect(filter(page, 'Type', 'Remove Job aids')).toBeVisible();
    await query(page).fill('crushed');
    await query(page).press('Enter');
    await expect(count(page)).toHaveText('1 result');
    await page.goBack();
    await expect(query(page)).toHaveValue('training');
    await expect(filter(page, 'Type', 'Remove Job aids')).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/\?q=training$/);
    await expect(filter(page, 'Type', 'Remove Job aids')).toHaveCount(0);
    await page.goForward();
    await page.goForward();
    await expect(query(page)).toHaveValue('crushed');
    await expect(count(page)).toHaveText('1 result');
  });

  test('with nothing found shows the closest pages, whom to ask, and a request with the query in it', async ({
    page,
  }) => {
    await page.goto('search/?q=purple+dinosaur+zeppelin+training');
    await expect(page.getByText('Nothing for “purple dinosaur zeppelin training”.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Closest' })).toBeVisible();
    await expect(results(page).first().getByRole('link')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Ask' })).toBeVisible();
    await expect(page.getByText('Performance practice group knows')).toBeVisible();
    await expectRequest(page, 'purple dinosaur zeppelin training');
  });

  test('asks for the missing page even where no word is known, and says when somebody answers', async ({
    page,
  }) => {
    await page.goto('search/?q=xyzzy+quux');
    await expect(page.getByText('Nothing for “xyzzy quux”.')).toBeVisible();
    await expect(results(page)).toHaveCount(0);
    await expect(page.getByText('Performance practice group knows')).toBeVisible();
    await expectRequest(page, 'xyzzy quux');
    await expect(page.getByText('Somebody answers within 3 working days')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'All pages, A to Z' })).toBeVisible();
  });

  async function expectRequest(page: Page, text: string): Promise<void> {
    const link = page.getByRole('link', { name: 'Request this page' });
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(`${address.protocol}${address.pathname}`).toBe('mailto:help@example.org');
    expect(address.searchParams.get('subject')).toBe(`Missing: ${text}`);
    expect(address.searchParams.get('body')).toContain(`I looked for: ${text}\n`);
  }

  async function total(page: Page): Promise<number> {
    await expect(count(page)).toBeVisible();
    return Number.parseInt(await count(page).innerText(), 10);
  }
});

test.describe('an address with a hostile query', () => {
  const hostile = {
    'a script': '<script>alert(1)</script>',
    'an image with a handler': '<img src=x onerror=alert(1)>',
    'a way out of an attribute': '"><svg onload=alert(1)>',
    'a way out of a single-quoted attribute': "' onfocus='alert(1)' autofocus='",
    'a script address': 'javascript:alert(1)',
    'a way out of a template': '${alert(1)}{{constructor.constructor("alert(1)")()}}',
    'mail header lines': 'x\r\nBcc: everybody@example.org',
    'a regular expression': '(a+)+$[^\\',
    'an unclosed quotation': '"unclosed “ and „more',
    'a thousand words': 'training '.repeat(1000),
    'one very long word': 'x'.repeat(5000),
    'a null': 'a\u0000b',
    'text that turns round': '\u202Egnp.exe\u202C',
    emoji: '🤖👩‍🏭 🔥',
    'half a character': '\uFFFD\u{1F468}\u200D',
    'names that objects have': '__proto__ constructor toString hasOwnProperty',
    'only blanks': ' \t \n ',
    'one such name': '__proto__',
    'another such name': 'constructor',
    'a method of lists': 'length push map',
    'a closing tag': '</script><script>alert(1)</script>',
    'a closing title': '</title><svg/onload=alert(1)>',
    'a closing list': '</li></ol><form action=//evil.example><input name=q>',
    'a comment': '<!-- --!><img src=x onerror=alert(1)>-->',
    'a template': '<template><script>alert(1)</script></template>',
    'an object': '<object data="data:text/html,<script>alert(1)</script>">',
    'a frame': '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    'a base': '<base href="//evil.example/">',
    'a meta refresh': '<meta http-equiv=refresh content="0;url=//evil.example">',
    'a link element': '<link rel=stylesheet href=//evil.example/x.css>',
    'a style': '<style>*{display:none}</style>',
    'a styled element': '<p style="position:fixed;inset:0">x',
    MathML:
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    entities: '&lt;img src=x onerror=alert(1)&gt;',
    'doubly escaped entities': '&amp;lt;script&amp;gt;alert(1)',
    'percent signs': '%3Cscript%3Ealert(1)%3C/script%3E',
    'a broken percent sign': '%E0%A4%A',
    'a mark tag': '<mark>training</mark><mark onclick=alert(1)>',
    'placeholders of our own': '{query} {words} {n} {name} {title}',
    'placeholders of replace': "$& $1 $` $' $<x>",
    'a mail field': 'x&bcc=everybody@example.org&body=gone',
    'a question mark and a hash': '?q=x#y&z=1',
    'a path upwards': '../../../../etc/passwd',
    'a backslash path': '..\\..\\windows',
    'a data address': 'data:text/html,<script>alert(1)</script>',
    'a phrase in quotes with a tag': '"<b>training</b>"',
    'many quotes': '"'.repeat(200),
    'many brackets': '('.repeat(200),
    'stars and slashes': '*/ training /* ** //',
    'minus words': '-training -course -"job aid"',
    'combining marks': 'e\u0301'.repeat(150),
    'a tower of marks': 'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f'.repeat(20),
    Chinese: '找出绩效差距的原因',
    Arabic: 'كيف أجد سبب الفجوة',
    'a language with long letters': 'ﷺﷺﷺ',
    'letters without a case': 'ⅠⅡⅢ ﬁnd ﬂow',
    'a Turkish capital': 'İSTANBUL TRAİNİNG',
    'only punctuation': '?!… — ; : , .',
    'only digits': '00000000000000000000',
    'a huge number': '1e999 -Infinity NaN',
    'undefined and null': 'undefined null false',
    JSON: '{"q":{"$gt":""},"__proto__":{"x":1}}',
    SQL: "'; DROP TABLE pages; --",
    'a shell': '$(rm -rf /) `id` | cat',
    'a format string': '%s%n%x %d',
    'line separators': 'a\u2028b\u2029c',
    'a byte-order mark': '\uFEFFtraining',
    'invisible letters': 'tr\u200Bai\u200Cni\u2060ng',
    'private letters': '\uE000\uE001training\uE000',
    'the first letters of everything': 'a b c d e f g h i j k l m n o p',
    'the same word': 'gap '.repeat(60),
  };
  test('is searched for as text, and nothing else happens', async ({ page }) => {
    test.setTimeout(120_000);
    expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(60);
    const dialogs: string[] = [];
    page.on('dialog', (shown) => {
      dialogs.push(shown.message());
      void shown.dismiss();
    });
    for (const [what, text] of Object.entries(hostile)) {
      await test.step(what, async () => {
        await page.goto(`search/?q=${encodeURIComponent(text)}`);
        const answer = text.trim() === '' ? /^Type what/ : /^(?!Type what|Searching|$)/;
        await expect(page.getByRole('status').first()).toHaveText(answer);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('What are you trying to do?');
        expect(await intruders(page)).toEqual([]);
      });
    }
    expect(dialogs).toEqual([]);
  });

  /** Elements that load or run something, handlers, and links that lead elsewhere than to a page or to whom one may ask. */
  async function intruders(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const active =
        'script:not([type="module"][src]), img, iframe, object, embed, style, link, base, math, meta';
      const ours = /^(\/|#|mailto:help@example\.org\?subject=[^&]*&body=[^&]*$)/;
      const isIntruder = (element: Element) =>
        element.matches(active) ||
        [...element.attributes].some(({ name }) => name.startsWith('on')) ||
        (element.matches('a[href]') && !ours.test(element.getAttribute('href') ?? ''));
      return [...document.querySelectorAll('main, main *')]
        .filter(isIntruder)
        .map((element) => element.outerHTML);
    });
  }

  test('or a hostile filter shows the page as if there were none', async ({ page }) => {
    for (const value of ['<script>', '__proto__', 'constructor', '', '🤖', "'"]) {
      const filters = ['type', 'role', 'stage', 'topic', 'moment'].map(
        (name) => `${name}=${encodeURIComponent(value)}`,
      );
      await page.goto(`search/?q=crushed&${filters.join('&')}`);
      await expect(count(page)).toHaveText('1 result');
    }
  });
});
