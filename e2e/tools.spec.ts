/** Six tools that say what real services say: what their own tests promise in Node holds in the browser too. */
import type { Page } from 'playwright/test';
import { readPage } from '../src/content/page.ts';
import { pageOptions } from '../src/content/settings.ts';
import { fixtureNames, readFixture, type FixtureTest } from '../src/decisions/fixtures.ts';
import { makeLibrary } from '../src/model/library.ts';
import { plainSettings } from '../src/model/sample-library.ts';
import { searchDocument } from '../src/search/document.ts';
import { expect } from './site.ts';
import { test } from './tool-site.ts';

const fixtures = fixtureNames.map((name) => ({ name, ...readFixture(name) }));

for (const { name, title, tests } of fixtures) {
  test(`“${title}” leads ${tests.length} sets of answers where they must go`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const one of tests) {
      await page.clock.setFixedTime(`${one.today ?? '2026-11-25'}T12:00:00`);
      await page.goto(`decision-tools/${name}/`);
      await page.goto(`decision-tools/${name}/#${one.fragment}`);
      const stands =
        one.outcome === undefined ? `[data-question="${one.error}"]` : `[data-outcome="${one.outcome}"]`;
      await expect(page.locator('.node:visible'), one.name).toHaveCount(1);
      await expect(page.locator(stands), one.name).toBeVisible();
      await expectNoGap(page, one);
    }
  });
}

test('what search finds in a tool is a place on its page, the questions of a group included', async ({
  page,
}) => {
  for (const { name, source } of fixtures) {
    const file = `content/decision-tools/${name}.mdx`;
    const read = readPage(source, file, pageOptions(plainSettings)).page!;
    const { html } = searchDocument(read, makeLibrary([read], plainSettings));
    const anchors = Array.from(html.matchAll(/<h3 id="([qo]-[^"]+)"/g), ([, id]) => id!);
    expect(anchors.length, name).toBeGreaterThan(4);
    if (name === 'school-lunch') expect(anchors).toContain('q-child.1.born');
    await page.goto(`decision-tools/${name}/`);
    for (const id of anchors) await expect(page.locator(`[id="${id}"]`), id).toHaveCount(1);
  }
});

/** An outcome that is told holds every value. */
async function expectNoGap(page: Page, { name, outcome }: FixtureTest): Promise<void> {
  if (outcome === undefined) return;
  const values = page.locator(`[data-outcome="${outcome}"] .value:visible`);
  for (const text of await values.allInnerTexts()) expect(text, name).toMatch(/\d/);
}
