import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../src/content/read.ts';
import { pageOptions } from '../../src/content/settings.ts';
import { readPage } from '../../src/content/page.ts';
import { projectRoot } from '../command.ts';
import { editMark, editPage, generatePages } from './corpus.ts';
import { astroMdxSite } from './sites/astro-mdx.ts';
import { sidekickSite } from './sites/sidekick.ts';
import { starlightSite } from './sites/starlight.ts';
import { vitepressSite } from './sites/vitepress.ts';

test('every run measures the same pages', () => {
  assert.deepEqual(generatePages(30), generatePages(30));
});

test('a page is the same in a small and in a large site', () => {
  assert.deepEqual(generatePages(20), generatePages(4000).slice(0, 20));
});

test('every page has an address of its own', () => {
  assert.equal(new Set(generatePages(4000).map(({ slug }) => slug)).size, 4000);
});

test('generated pages are pages that the check accepts', async () => {
  const { settings } = await readSettings(projectRoot);
  const site = sidekickSite(projectRoot, '');
  for (const page of generatePages(40)) {
    const file = `${site.pagesFolder}/${site.pageFile(page)}`;
    const { findings } = readPage(site.pageText(page), file, pageOptions(settings!));
    assert.deepEqual(findings, []);
  }
});

test('the peers build the words that we build', () => {
  const [ours, ...peers] = [
    sidekickSite(projectRoot, ''),
    astroMdxSite(''),
    starlightSite('', 'mdx'),
    starlightSite('', 'md'),
    vitepressSite(''),
  ];
  for (const page of generatePages(20)) {
    const wanted = [
      page.title,
      page.summary,
      page.useWhen,
      page.notWhen,
      page.doneWhen,
      page.example,
      ...page.needs,
      ...page.checks,
    ];
    for (const site of [ours!, ...peers]) {
      const text = site.pageText(page).replace(/\s+/g, ' ');
      for (const words of [
        ...wanted,
        ...page.steps.flatMap(({ action, how, sign }) => [action, how, sign]),
      ]) {
        assert.ok(text.includes(words), `${site.name} lacks "${words}"`);
      }
    }
  }
});

test('an edit can be found again in what was built', () => {
  const [page] = generatePages(1);
  assert.match(sidekickSite(projectRoot, '').pageText(editPage(page!, 3)), new RegExp(editMark(3)));
});
