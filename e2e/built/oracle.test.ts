/**
 * Our files are ordinary MDX. Stock `@astrojs/mdx` renders every shipped page, and every unusual one of the fixtures, with
 * the same components, and says the same as our blocks: the same words, headings, links, lists, tables and components in
 * the same order, but for the differences that we want.
 */
import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { authorComponents } from '../../src/content/components.ts';
import { pageFiles } from '../../src/content/read.ts';
import { attribute, readBuiltSite, type BuiltPage } from './built-site.ts';
import { outline, partsOf, rewrite, type Part } from './outline.ts';
import { runAstro, scratchSite, type ScratchSite } from './scratch-site.ts';
import { wantedDifferences } from './wanted-differences.ts';

const project = path.resolve(import.meta.dirname, '../..');
const accepted = path.join(project, 'src/checks/fixtures/accepted');

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAYAAAACCAAAAABeNvKCAAAADklEQVR42mNoAAMGCAUAKg4GAQj2DKEAAAAASUVORK5CYII=';

let site: ScratchSite;
let pages: BuiltPage[];
/** Differences that were met on some page. */
const met = new Set<string>();

before(async () => {
  site = await scratchSite();
  for (const name of await readdir(accepted)) {
    await site.write(`content/job-aids/${name}`, await readFile(path.join(accepted, name)));
  }
  // What the shipped pages happen not to use.
  await site.write(
    'content/job-aids/all-of-gfm.mdx',
    await readFile(path.join(project, 'e2e/fixtures/all-of-gfm.mdx')),
  );
  await site.write('content/job-aids/form.png', Buffer.from(picture, 'base64'));
  // Typographic quotes and dashes are a habit of Astro's, not of MDX: what an author types is what stands on the page.
  await site.edit('astro.config.mjs', 'mdx()', 'mdx({ smartypants: false })');
  await rm(path.join(site.root, 'src/pages'), { recursive: true });
  await site.write('src/pages/[...id].astro', route());
  const { code, output } = await runAstro(site.root);
  assert.equal(code, 0, output);
  ({ pages } = await readBuiltSite(site.root));
});
after(() => site.remove());

/** One page of each file of content, with both renderings on it. */
function route(): string {
  const names = Object.keys(authorComponents);
  return `---
import Blocks from '../components/mdx/Blocks.astro';
${names.map((name) => `import ${name} from '../components/mdx/${name}.astro';`).join('\n')}
import { getLibrary } from '../library.ts';
import { today } from '../model/today.ts';
import { viewOf } from '../model/view.ts';

export async function getStaticPaths() {
  const library = await getLibrary();
  return library.pages.map((page) => ({ params: { id: page.id }, props: { view: viewOf(library, page, today()) } }));
}
const { view } = Astro.props;
Astro.locals.view = view;
const { default: Stock } = import.meta.glob('/content/*/*.mdx', { eager: true })['/' + view.page.file];
---
<div id="ours"><Blocks blocks={view.page.blocks} /></div>
<div id="stock"><Stock components={{ ${names.join(', ')} }} /></div>
`;
}

test('every page of content is compared', async () => {
  const files = (await pageFiles(site.root)).map((file) =>
    file.replace(/^content\/(.*)\.mdx$/, '$1/index.html'),
  );
  assert.deepEqual(pages.map(({ file }) => file).toSorted(), files.toSorted());
  assert.ok(files.length > 35);
});

test('stock MDX says the same as we do on every page', () => {
  const different = pages.flatMap((page) => {
    const [ours, stock] = [outline(rendering(page, 'ours')), outline(rendering(page, 'stock'))];
    const line = ours.findIndex((text, index) => text !== stock[index]);
    if (line === -1 && ours.length === stock.length) return [];
    const from = line === -1 ? ours.length : line;
    const part = (lines: string[]) => lines.slice(Math.max(0, from - 3), from + 4).join('\n');
    return [`${page.file}\n--- ours\n${part(ours)}\n--- stock\n${part(stock)}\n`];
  });
  assert.ok(different.length === 0, `\n${different.join('\n')}\n${different.length} in all`);
});

test('every difference in the list is met on some page', () => {
  assert.deepEqual(
    wantedDifferences.map(({ name }) => name).filter((name) => !met.has(name)),
    [],
  );
});

/** One of the two renderings on a page, without the differences that we want. */
function rendering(page: BuiltPage, which: 'ours' | 'stock'): Part[] {
  const holder = page.elements.find((element) => attribute(element, 'id') === which)!;
  return wantedDifferences.reduce((parts, difference) => {
    const change = difference[which];
    return change
      ? rewrite(parts, (piece, above) => {
          const changed = change(piece, above);
          if (changed) met.add(difference.name);
          return changed;
        })
      : parts;
  }, partsOf(holder.childNodes));
}
