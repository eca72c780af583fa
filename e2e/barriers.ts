/** What axe finds on a page: light and dark, narrow and wide. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, type Page } from 'playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everything = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const;
/** Light and dark differ in colours alone, so in the dark only what colours decide is asked again. */
export const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

const looks = [
  { colorScheme: 'light', rules: everything },
  { colorScheme: 'dark', rules: colours },
] as const;

export async function expectNoFinding(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const { colorScheme, rules } of looks) {
      await page.emulateMedia({ colorScheme });
      // What stays at the top while the page moves covers nothing there; anywhere else it depends on where one scrolled to.
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      expect.soft(await findings(page, rules), `${colorScheme}, ${width} pixels wide`).toEqual([]);
    }
  }
}

/** One line a finding: the rule, and the element with what is wrong with it. */
export async function findings(
  page: Page,
  rules: typeof everything | typeof colours = everything,
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly,
        resultTypes: ['violations'],
      }),
    rules,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
