/**
 * A contributed page never becomes code, even when nobody checks it first: Astro's own build is run on hostile pages, whose
 * payloads would leave a mark if a single one ran. And what only looks like code stays words on the page.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { headScript } from '../../src/layouts/head-script.ts';
import { attribute, filesBelow, readBuiltSite, tagOf, textOf, type BuiltPage } from './built-site.ts';
import { sampleJobAid } from './sample-page.ts';
import { build, runAstro, scratchSite, type Run, type ScratchSite } from './scratch-site.ts';

const fixtures = path.resolve(import.meta.dirname, '../../src/checks/fixtures/refused');

/** The fixtures that bring something that acts. */
const active = ['computed-prop', 'data-link-in-definition', 'disguised-javascript', 'export', 'expression', 'html-comment', 'image-handler', 'import', 'javascript-link', 'member-component', 'path-traversal', 'script-tag', 'spread-prop', 'three-at-once', 'unknown-component', 'unknown-prop', 'yaml-tag']; // prettier-ignore

/** Run by a build that takes pages for code, each of these would write the canary. */
function payloads(canary: string): Record<string, string> {
  const file = JSON.stringify(canary);
  const sing = (name: string) =>
    `(process.getBuiltinModule('node:fs').appendFileSync(${file}, '${name} '), 'novice')`;
  return {
    'armed-export': `export const armed = ${sing('armed-export')};`,
    'armed-import': `import fs from 'node:fs';\n\nexport const armed = fs.appendFileSync(${file}, 'armed-import ');`,
    'armed-expression': `{${sing('armed-expression')}}`,
    'armed-inline-expression': `The sum is {${sing('armed-inline-expression')}}.`,
    'armed-prop': `<Stage for={${sing('armed-prop')}}>\n\nText.\n\n</Stage>`,
    'armed-spread': `<Stage {...{ for: ${sing('armed-spread')} }}>\n\nText.\n\n</Stage>`,
    'armed-child': `<Stage for="novice">{${sing('armed-child')}}</Stage>`,
    'armed-html': `<p title={${sing('armed-html')}}>Text</p>`,
  };
}

describe('hostile pages that nobody checked', () => {
  let site: ScratchSite;
  let canary: string;
  let armed: Record<string, string>;
  let run: Run;

  before(async () => {
    site = await scratchSite();
    canary = path.join(site.root, 'canary');
    armed = payloads(canary);
    for (const name of active) {
      await site.write(`content/job-aids/${name}.mdx`, await readFile(path.join(fixtures, `${name}.mdx`)));
    }
    for (const [name, body] of Object.entries(armed)) {
      await site.write(`content/job-aids/${name}.mdx`, sampleJobAid({ title: name, body }));
    }
    run = await runAstro(site.root);
  });
  after(() => site.remove());

  test('the build refuses each of them with its place', () => {
    assert.notEqual(run.code, 0);
    const missing = [...active, ...Object.keys(armed)].filter(
      (name) => !new RegExp(`content/job-aids/${name}\\.mdx:\\d+:\\d+ Found `).test(run.output),
    );
    assert.deepEqual(missing, [], run.output);
  });

  test('nothing of them has run', () => {
    assert.ok(!existsSync(canary));
  });

  test('nothing is in the output', async () => {
    const files = existsSync(site.dist) ? await filesBelow(site.dist) : new Set();
    assert.deepEqual([...files], []);
  });

  test('the payloads are live: as pages that are trusted code, all of them run', async () => {
    const trusted = await scratchSite();
    for (const [name, text] of Object.entries(payloads(path.join(trusted.root, 'canary')))) {
      const stage = "import Stage from '../../components/mdx/Stage.astro';";
      await trusted.write(`src/pages/armed/${name}.mdx`, `${stage}\n\n${text}\n`);
    }
    const { code, output } = await runAstro(trusted.root);
    assert.equal(code, 0, output);
    const sung = await readFile(path.join(trusted.root, 'canary'), 'utf8');
    await trusted.remove();
    assert.deepEqual([...new Set(sung.trim().split(' '))].toSorted(), Object.keys(armed).toSorted());
  });
});

describe('words that look like code', () => {
  const script = '<script>alert(1)</script>';
  const image = `"'><img src=x onerror=alert(1)>`;
  const closing = '</title></script></style></template>';
  let site: ScratchSite;
  let pages: BuiltPage[];

  before(async () => {
    site = await scratchSite();
    const quoted = (text: string) => JSON.stringify(text);
    const more = [
      `needs: [${quoted(script)}]`,
      `changes: [{ on: 2026-11-29, what: ${quoted(image)} }]`,
      `credit: [${quoted(image)}, Somebody kind]`,
      'aliases: [hostile]',
      'next: [job-aids/hostile-neighbour]',
      '',
    ].join('\n');
    const body = [
      '&lt;script>alert(1)&lt;/script> and `<img src=x onerror=alert(1)>` and \\{1 + 1}.',
      '```html\n<script>alert(1)</script>\n```',
      `<Template name="</p><script>alert(1)</script>">\n\n&lt;script>alert(1)&lt;/script>\n\n</Template>`,
      '[a link](https://example.org/"onmouseover="alert(1) "a \\"title\\" onclick=alert(1)")',
      '## &lt;img src=x onerror=alert(1)>',
    ].join('\n\n');
    const hostile = sampleJobAid({ title: quoted(`${closing}${script}`), more, body })
      .replace(/^summary: .*$/m, () => `summary: ${quoted(`Sum ${image}`)}`)
      .replace(/^use_when: .*$/m, () => `use_when: ${quoted(image)}`)
      .replace(/^done_when: .*$/m, () => `done_when: ${quoted(script)}`)
      .replace(/^asks: .*$/m, () => `asks: [${quoted(script)}, ${quoted(image)}, "{1+1}"]`);
    await site.write('content/job-aids/hostile.mdx', hostile);
    const neighbour = sampleJobAid({
      title: 'Stand beside it',
      more: 'next: [job-aids/hostile]\n',
      body: '[There](job-aids/hostile)',
    });
    await site.write('content/job-aids/hostile-neighbour.mdx', neighbour);
    await build(site.root);
    ({ pages } = await readBuiltSite(site.root));
  });
  after(() => site.remove());

  test('are read as words: on the page, in its title, and wherever others name it', () => {
    const name = `${closing}${script}`;
    const naming = pages.filter(({ elements }) =>
      elements.some((element) => element.childNodes.some((node) => textOf(node).includes(name))),
    );
    const files = new Set(naming.map(({ file }) => file));
    for (const file of [
      'job-aids/hostile/index.html',
      'job-aids/hostile-neighbour/index.html',
      'go/hostile/index.html',
      'job-aids/index.html',
      'index.html',
    ]) {
      assert.ok(files.has(file), `${file} does not say the title`);
    }
  });

  test('bring no element and no handler into any page', () => {
    const intruders = pages.flatMap((page) =>
      page.elements
        .filter((element) => {
          const isScript =
            element.tagName === 'script' &&
            attribute(element, 'src') === undefined &&
            textOf(element) !== headScript;
          const isHandler = element.attrs.some(({ name }) => name.startsWith('on'));
          return isScript || isHandler || attribute(element, 'src') === 'x' || element.tagName === 'img';
        })
        .map((element) => `${page.address}: ${tagOf(element)}`),
    );
    assert.deepEqual(intruders, []);
  });

  test('thank those who agreed to be named, as they want to be named', () => {
    const page = pages.find(({ file }) => file === 'job-aids/hostile/index.html')!;
    assert.ok(
      page.elements.some((element) => textOf(element) === `With thanks to ${image} and Somebody kind.`),
    );
  });

  test('do not count the sum', () => {
    const page = pages.find(({ file }) => file === 'job-aids/hostile/index.html')!;
    const text = page.elements
      .map((element) => element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''))
      .join(' ');
    assert.ok(text.includes('{1 + 1}'));
  });
});
