/** A link that somebody made to do harm opens a tool like any other link: a question or an outcome stands there, and nothing else. */
import type { Page } from 'playwright/test';
import { expect } from './site.ts';
import { article, score, secret, shownIn, test, toolOn, van } from './tool-site.ts';

const payloads = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg/onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '\u202Egnp.exe',
  '\0',
  '%00',
  '%',
  '%E0%A4%A',
  '%C0%AF',
  '../../../etc/passwd',
  '//elsewhere.example',
  'data:text/html,<script>alert(1)</script>',
  '&&&===&=&=',
  '#####',
  '=',
  '&',
  '[]',
  '__proto__',
  'constructor',
  '__proto__[x]=1',
  'a'.repeat(100_000),
  '🦆'.repeat(2000),
];
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'length',
];
const numbers = [
  'NaN',
  'Infinity',
  '1e999',
  '-1e999',
  '1e-999',
  '0x10',
  '-0',
  '9'.repeat(400),
  `0.${'0'.repeat(390)}1`,
  '1.5.5',
  '-',
  '.',
  ',',
];
const days = [
  '0000-00-00',
  '-2026-01-01',
  '9999-99-99',
  '99999-01-01',
  '2026-02-30',
  '2026-13-01',
  '2026-1-1',
  '+010000-01-01',
];
const countries = ['ZZ', 'XX', 'fr', 'FRA', 'QO', 'F', '__'];

const before = 'licence=FR&since=2010&load=1.2&people=2';
const fragments: Record<string, string[]> = {
  [van]: [
    ...payloads,
    ...payloads.map((text) => `load=${text}`),
    ...names.flatMap((name) => [
      `${name}=1`,
      `licence=${name}`,
      `${before}&extras=${name}`,
      `weight.${name}=3`,
    ]),
    ...numbers.map((number) => `licence=FR&since=2010&load=${number}`),
    ...numbers.map((number) => `${before}&out=2026-12-01&back=2026-12-01&extras=none&budget=${number}`),
    ...days.map((day) => `${before}&out=${day}`),
    ...days.map((day) => `${before}&out=2026-12-01&back=${day}`),
    ...countries.map((country) => `licence=${country}`),
    `${before}&out=2026-12-01&back=2026-12-01&extras=${'straps,'.repeat(50)}straps&budget=100`,
    'licence=FR&licence=__proto__&licence[]=DE',
    Array.from({ length: 20_000 }, (_, i) => `k${i}=${i}`).join('&'),
    Array.from({ length: 5_000 }, (_, i) => `load.${i}.x=${i}`).join('&'),
  ],
  [score]: [
    ...payloads.map((text) => `place=pocket&amount=much&wet=no&weight.where=${text}`),
    ...names.flatMap((name) => [`place=${name}`, `place=pocket&amount=much&wet=no&weight.${name}=5`]),
    ...[...numbers, '6', '9', '-1', '1.5', '٣'].map(
      (number) => `place=pocket&amount=much&wet=no&weight.where=${number}&weight.size=${number}`,
    ),
    'place=pocket&amount=much&wet=no&weight.where=0&weight.size=0',
  ],
  [secret]: [...payloads, ...payloads.map((text) => `fever=${text}`), ...names.map((name) => `${name}=1`)],
  [article]: [
    ...payloads.map((text) => `market-stall:goods=${text}`),
    ...names.flatMap((name) => [
      `market-stall:${name}=1`,
      `trailer-disc:weight=${name}`,
      `${name}:goods=hot`,
    ]),
    ...numbers.map((number) => `trailer-disc:weight=${number}&card-or-folder:weight.where=${number}`),
    ':::::',
    'market-stall:',
    'market-stall:=hot',
    '%6darket-stall%3Agoods=%68ot',
  ],
};

/** Elements by name, and where their addresses lead: what a payload could add. */
async function census(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const counts: Record<string, number> = {};
    const all = document.querySelectorAll('img, svg, script, iframe, object, embed, style, base, meta, form');
    // The search makes itself ready behind the page once the browser is idle.
    for (const { tagName } of [...all].filter((element) => !element.closest('.search-dialog')))
      counts[tagName] = (counts[tagName] ?? 0) + 1;
    const acts = document.evaluate('count(//@*[starts-with(name(), "on")])', document).numberValue;
    const links = [...document.links].filter(({ protocol }) => !/^(https?|mailto):$/.test(protocol)).length;
    return { ...counts, acts, links, polluted: Object.keys(Object.prototype).length };
  });
}

for (const [address, hostile] of Object.entries(fragments)) {
  test(`none of ${hostile.length} hostile fragments does anything at ${address}`, async ({ page }) => {
    test.slow();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(address);
    await page.locator('decision-tool').first().scrollIntoViewIfNeeded();
    const tools = page.locator('decision-tool[data-shows]');
    await expect(tools).toHaveCount(address === article ? 4 : 1);
    const clean = await census(page);
    // A link is opened afresh, as it comes, and pressed in the page where a tool stands.
    for (const [i, fragment] of hostile.entries()) {
      const told = fragment.slice(0, 80);
      if (i % 8 === 0) {
        await page.goto('about:blank');
        await page.goto(`${address}#${fragment}`);
        await page.locator('decision-tool').first().scrollIntoViewIfNeeded();
        await expect(tools, told).toHaveCount(address === article ? 4 : 1);
      } else {
        await page.evaluate((to) => {
          location.hash = to;
          return new Promise((done) => setTimeout(done));
        }, fragment);
      }
      const { shown, ...found } = await page.evaluate(() => ({
        shown: [...document.querySelectorAll('decision-tool')].map(
          (tool) => [...tool.querySelectorAll('.node')].filter((node) => node.checkVisibility()).length,
        ),
        title: document.title,
      }));
      expect(shown, told).toEqual(shown.map(() => 1));
      expect(found.title, told).not.toMatch(/undefined|NaN|\[object|<|^Error/);
      const now = await census(page);
      // An outcome writes no elements but its rows.
      expect(now, told).toEqual(clean);
      expect(dialogs, told).toEqual([]);
    }
    // And the tool works as before.
    await page.goto('about:blank');
    await page.goto(van);
    await expect(shownIn(toolOn(page))).toHaveText(['Which country gave you your licence?']);
  });
}

test('what a link brings is never shown as it came: a country that does not exist, words for a number', async ({
  page,
}) => {
  for (const fragment of ['licence=ZZ', 'licence=FR&since=constructor', 'licence=FR&since=2010&load=1e999']) {
    await page.goto('about:blank');
    await page.goto(`${van}#${fragment}`);
    await expect(page.locator('decision-tool[data-shows]')).toBeAttached();
    await expect(toolOn(page).locator('.tool-answers')).not.toContainText(/ZZ|constructor|1e999/);
    await expect(toolOn(page).getByText('This tool has changed since the link was made.')).toBeVisible();
  }
});
