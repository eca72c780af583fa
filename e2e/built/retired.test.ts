/** No address dies: a merged page leads on, a withdrawn one says stop, and so do their short addresses and their entry in the list. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { addressesOf, problemOf } from './addresses.ts';
import {
  attribute,
  isRedirect,
  readBuiltSite,
  textOf,
  type BuiltPage,
  type BuiltSite,
} from './built-site.ts';
import { build, scratchSite, type ScratchSite } from './scratch-site.ts';

const retired = `# Gone.
- id: job-aids/find-the-cause-by-guessing
  title: Find the cause by guessing
  on: 2026-11-20
  why: Both pages said the same.
  to: job-aids/find-the-cause-of-a-gap
  aliases: [guess]
- id: job-aids/reset-the-press-by-hand
  title: Reset the press by <hand> & "foot"
  on: 2026-11-21
  why: The new guard makes step 4 dangerous.
  instead: [job-aids/give-feedback-on-the-spot, references/glossary]
  aliases: [press, reset]
- id: references/old-codes
  title: Old codes
  on: 2026-11-22
  why: The codes are no longer in use.
`;

let scratch: ScratchSite;
let site: BuiltSite;

before(async () => {
  scratch = await scratchSite();
  await scratch.write('content/retired.yaml', retired);
  await scratch.edit('content/site.yaml', /^base: .*$/m, 'base: /kb/');
  await build(scratch.root);
  site = await readBuiltSite(scratch.root);
});
after(() => scratch.remove());

function pageAt(id: string): BuiltPage {
  const page = site.pages.find(({ file }) => file === `${id}/index.html`);
  assert.ok(page, `nothing stands at ${id}`);
  return page;
}

function targetOf(id: string): string {
  const page = pageAt(id);
  assert.ok(isRedirect(page), `${id} leads nowhere`);
  return addressesOf(page)[0]!.address;
}

/** What a reader sees of the main part. */
function words(id: string): string {
  const main = pageAt(id).elements.find(({ tagName }) => tagName === 'main')!;
  return textOf(main).replace(/\s+/g, ' ');
}

test('the address of a merged page and its short address lead to the page that took its place', () => {
  assert.equal(targetOf('job-aids/find-the-cause-by-guessing'), '/kb/job-aids/find-the-cause-of-a-gap/');
  assert.equal(targetOf('go/guess'), '/kb/job-aids/find-the-cause-of-a-gap/');
});

test('at the address of a withdrawn page stands what not to use, why, since when, and what helps instead', () => {
  const said = words('job-aids/reset-the-press-by-hand');
  assert.match(
    said,
    /Reset the press by <hand> & "foot".*Don’t use this page any more.*The new guard makes step 4 dangerous\..*21 November 2026/,
  );
  const links = pageAt('job-aids/reset-the-press-by-hand').elements.flatMap(
    (element) => attribute(element, 'href') ?? [],
  );
  assert.ok(links.includes('/kb/job-aids/give-feedback-on-the-spot/'));
  assert.ok(links.includes('/kb/references/glossary/'));
  assert.ok(
    links.some((link) => /^mailto:.*reset-the-press-by-hand/.test(link)),
    'nobody to ask',
  );
});

test('where no page helps instead, the stop page says so and offers the search', () => {
  assert.match(words('references/old-codes'), /No other page covers this task\. Search/);
});

test('short addresses of a withdrawn page, on printed cards for years, end at the stop sign', () => {
  for (const alias of ['press', 'reset'])
    assert.equal(targetOf(`go/${alias}`), '/kb/job-aids/reset-the-press-by-hand/');
});

test('a stop page has nothing to tick, is kept out of search engines and is no page to come back to', () => {
  const { elements } = pageAt('job-aids/reset-the-press-by-hand');
  const main = elements.slice(elements.findIndex(({ tagName }) => tagName === 'main'));
  const ticks = main.filter(
    (element) => attribute(element, 'type') === 'checkbox' || attribute(element, 'data-tick') !== undefined,
  );
  assert.deepEqual(ticks, []);
  assert.ok(elements.some((element) => attribute(element, 'content') === 'noindex'));
  assert.ok(!elements.some((element) => attribute(element, 'data-page') !== undefined));
});

test('every address on a stop page and a redirect leads somewhere', () => {
  const ids = [
    'job-aids/find-the-cause-by-guessing',
    'job-aids/reset-the-press-by-hand',
    'references/old-codes',
    'go/guess',
    'go/press',
  ];
  const broken = ids.map(pageAt).flatMap((page) =>
    addressesOf(page).flatMap(({ address }) => {
      const problem = problemOf(address, page, site);
      return problem ? [`${page.address}: ${address} ${problem}`] : [];
    }),
  );
  assert.deepEqual(broken, []);
});

test('copies that left the site can ask what became of a page', async () => {
  const list: unknown = JSON.parse(await readFile(path.join(site.folder, 'api/retired.json'), 'utf8'));
  assert.deepEqual(list, [
    { id: 'job-aids/find-the-cause-by-guessing', title: 'Find the cause by guessing', on: '2026-11-20', why: 'Both pages said the same.', to: 'job-aids/find-the-cause-of-a-gap' },
    { id: 'job-aids/reset-the-press-by-hand', title: 'Reset the press by <hand> & "foot"', on: '2026-11-21', why: 'The new guard makes step 4 dangerous.', stop: true },
    { id: 'references/old-codes', title: 'Old codes', on: '2026-11-22', why: 'The codes are no longer in use.', stop: true },
  ]); // prettier-ignore
});

test('neither the sitemap nor the list of all pages names a retired page', async () => {
  const sitemap = await readFile(path.join(site.folder, 'sitemap.xml'), 'utf8');
  for (const text of [sitemap, pageAt('a-z').html]) {
    assert.doesNotMatch(text, /by-guessing|reset-the-press|old-codes/);
    assert.match(text, /find-the-cause-of-a-gap/);
  }
});
