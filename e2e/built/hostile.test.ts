/**
 * A contributed page never becomes code, even when nobody checks it first: the check and Astro's own build are run on hostile pages
 * and settings, whose payloads would leave a mark in a file, or call a server that counts, if a single one ran. And what only looks like code stays words on the page.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { headScript } from '../../src/layouts/head-script.ts';
import { attribute, filesBelow, readBuiltSite, tagOf, textOf, type BuiltPage } from './built-site.ts';
import { sampleJobAid } from './sample-page.ts';
import { build, runAstro, runCheck, scratchSite, type Run, type ScratchSite } from './scratch-site.ts';

const fixtures = path.resolve(import.meta.dirname, '../../src/checks/fixtures/refused');

/** The fixtures that bring something that acts. */
const active = ['computed-prop', 'data-link-in-definition', 'disguised-javascript', 'export', 'expression', 'html-comment', 'image-handler', 'import', 'javascript-link', 'member-component', 'path-traversal', 'script-tag', 'spread-prop', 'three-at-once', 'unknown-component', 'unknown-prop', 'yaml-tag']; // prettier-ignore

/** Who calls here has run. */
class Listener {
  calls: string[] = [];
  private server: Server = createServer((request, response) => {
    this.calls.push((request.url ?? '').slice(1));
    response.end('heard');
  });

  /** @returns the address to call, with a slash at its end */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** Run by a build that takes pages for code, each of these would write the canary. */
function payloads(canary: string, address: string): Record<string, string> {
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
    'armed-call': `export const armed = await fetch('${address}armed-call').then((answer) => answer.text());`,
  };
}

/** Settings that a reader of YAML with all its powers would run, follow or let change its own objects. */
function armedSettings(canary: string, address: string): Record<string, string> {
  const code = `function () { process.getBuiltinModule('node:fs').appendFileSync(${JSON.stringify(canary)}, 'yaml ') }`;
  return {
    'content/taxonomy/topics.yaml': `- !!js/function >\n  ${code}\n`,
    'content/taxonomy/roles.yaml': `- id: &id counter\n  name: *id\n  does: counts\n`,
    'content/taxonomy/people.yaml': `- __proto__: { id: everybody }\n  id: everybody\n  name: Everybody\n  knows: all\n`,
    'content/taxonomy/contexts.yaml': `- !include ${address}contexts.yaml\n`,
    'content/site.yaml': `%TAG ! ${address}\n---\nname: !site Bench\n`,
  };
}

describe('hostile pages that nobody checked', () => {
  let site: ScratchSite;
  let canary: string;
  let armed: Record<string, string>;
  let armedYaml: Record<string, string>;
  let run: Run;
  let runOfSettings: Run;
  let checked: Run;
  let address: string;
  const listener = new Listener();

  before(async () => {
    site = await scratchSite();
    address = await listener.open();
    canary = path.join(site.root, 'canary');
    armed = payloads(canary, address);
    armedYaml = armedSettings(canary, address);
    for (const name of active) {
      await site.write(`content/job-aids/${name}.mdx`, await readFile(path.join(fixtures, `${name}.mdx`)));
    }
    for (const [name, body] of Object.entries(armed)) {
      await site.write(`content/job-aids/${name}.mdx`, sampleJobAid({ title: name, body }));
    }
    run = await runAstro(site.root);
    for (const [file, text] of Object.entries(armedYaml)) await site.write(file, text);
    checked = await runCheck(site.root);
    runOfSettings = await runAstro(site.root);
  });
  after(() => {
    listener.close();
    return site.remove();
  });

  test('the check tells all of them in one run, hostile settings beside them', () => {
    assert.equal(checked.code, 1);
    const { findings } = JSON.parse(checked.output) as { findings: { file: string }[] };
    const told = new Set(findings.map(({ file }) => file));
    const pages = [...active, ...Object.keys(armed)].map((name) => `content/job-aids/${name}.mdx`);
    assert.deepEqual(
      [...pages, ...Object.keys(armedYaml)].filter((file) => !told.has(file)),
      [],
    );
  });

  test('the build refuses hostile settings with their place', () => {
    assert.notEqual(runOfSettings.code, 0);
    for (const file of Object.keys(armedYaml)) {
      assert.match(runOfSettings.output, new RegExp(`${file}:\\d+:\\d+ Found `));
    }
  });

  test('the build refuses each of them with its place', () => {
    assert.notEqual(run.code, 0);
    const missing = [...active, ...Object.keys(armed)].filter(
      (name) => !new RegExp(`content/job-aids/${name}\\.mdx:\\d+:\\d+ Found `).test(run.output),
    );
    assert.deepEqual(missing, [], run.output);
  });

  test('nothing of them has run, nor called', () => {
    assert.ok(!existsSync(canary));
    assert.deepEqual(listener.calls, []);
  });

  test('nothing is in the output', async () => {
    const files = existsSync(site.dist) ? await filesBelow(site.dist) : new Set();
    assert.deepEqual([...files], []);
  });

  test('the payloads are live: as pages that are trusted code, all of them run', async () => {
    const trusted = await scratchSite();
    for (const [name, text] of Object.entries(payloads(path.join(trusted.root, 'canary'), address))) {
      const stage = "import Stage from '../../components/mdx/Stage.astro';";
      await trusted.write(`src/pages/armed/${name}.mdx`, `${stage}\n\n${text}\n`);
    }
    const { code, output } = await runAstro(trusted.root);
    assert.equal(code, 0, output);
    const sung = await readFile(path.join(trusted.root, 'canary'), 'utf8');
    await trusted.remove();
    const heard = new Set([...sung.trim().split(' '), ...listener.calls]);
    assert.deepEqual([...heard].toSorted(), Object.keys(armed).toSorted());
  });
});

describe('words that look like code', () => {
  const script = '<script>alert(1)</script>';
  const image = `"'><img src=x onerror=alert(1)>`;
  const closing = '</title></script></style></template>';
  const listener = new Listener();
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
    const picture = `<img src=x onerror="fetch('${await listener.open()}')">`;
    await site.edit('content/site.yaml', /^tagline: .*$/m, `tagline: ${quoted(picture)}`);
    await site.edit('content/taxonomy/topics.yaml', /about: .*$/m, `about: ${quoted(`${script}${picture}`)}`);
    await build(site.root);
    ({ pages } = await readBuiltSite(site.root));
  });
  after(() => {
    listener.close();
    return site.remove();
  });

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
            textOf(element) !== headScript &&
            // A decision tool as data: the browser runs none of it, and nothing in it can end the element.
            !(attribute(element, 'type') === 'application/json' && !textOf(element).includes('<'));
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

  test('call nobody while the site is built', () => {
    assert.deepEqual(listener.calls, []);
  });

  test('do not count the sum', () => {
    const page = pages.find(({ file }) => file === 'job-aids/hostile/index.html')!;
    const text = page.elements
      .map((element) => element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''))
      .join(' ');
    assert.ok(text.includes('{1 + 1}'));
  });
});
