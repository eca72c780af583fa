import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { blocksToText, type Block } from './blocks.ts';
import { readPage } from './page.ts';

const head = readFileSync(new URL('../checks/fixtures/accepted/one-line-stage.mdx', import.meta.url), 'utf8').split('\n## Do it')[0]!;
const read = (body: string, options = { base: '/', footnotes: { title: 'Footnotes', back: 'Back to' } }, top = head) => {
  const { page, findings } = readPage(`${top}\n${body}`, 'content/job-aids/x.mdx', options);
  assert.deepEqual(findings, []);
  return page!;
};
const html = (blocks: Block[]): string => blocks.map((block) => (typeof block === 'string' ? block : `[${block.name}${html(block.blocks)}]`)).join('');

test('steps are the top-level items of ordered lists, numbered over the page', () => {
  const { steps } = read('1. **One.** Text.\n\n   1. nested\n\n2. **Two.**\n\n## Then\n\n1. <Critical /> **Three.**\n');
  assert.deepEqual(
    steps.map(({ number, text, critical }) => [number, text, critical]),
    [
      [1, 'One.', false],
      [2, 'Two.', false],
      [3, 'Three.', true],
    ],
  );
});

test('rewording the rest of a step changes only the second half of its hash, wrapping it differently nothing', () => {
  const hash = (body: string) => read(body).steps[0]!.hash;
  const before = hash('1. **Take it.** From the left\n   side.\n');
  assert.equal(hash('1. **Take it.** From the left side.\n'), before);
  const after = hash('1. **Take it.** From the right side.\n');
  assert.equal(after.slice(0, 2), before.slice(0, 2));
  assert.notEqual(after.slice(2), before.slice(2));
});

test('the trap of a step moves into “Stuck here?”', () => {
  const { blocks } = read('1. **One.**\n\n   <Note kind="trap">Careful.</Note>\n\n   You see it.\n');
  assert.match(html(blocks), /You see it\.<\/p>\s*\[StuckHere\[NoteCareful\.\]\]<\/div>/);
});

test('links between pages get the base path, other links stay', () => {
  const { blocks } = read('[a](job-aids/b#c) [d](#e) [f](https://example.org/)\n', { base: '/kb/', footnotes: { title: 'F', back: 'B' } });
  assert.equal(
    html(blocks),
    '<p><a href="/kb/job-aids/b/#c">a</a> <a href="#e">d</a> <a href="https://example.org/" rel="external noopener">f</a></p>',
  );
});

test('task items become labelled boxes; in a template they stay signs', () => {
  const { blocks } = read('- [ ] Do *it*\n\n<Template name="T">\n\n- [ ] copy\n\n</Template>\n');
  assert.match(html(blocks), /<label><input type="checkbox"><span>Do <em>it<\/em><\/span><\/label>/);
  assert.match(html(blocks), /\[Template[^[]*☐ copy/);
});

test('the version covers what a reader sees, and nothing else', () => {
  const version = (top: string, body = 'Text.\n') => read(body, undefined, top).version;
  const before = version(head);
  assert.equal(version(head.replace('owner: writing-desk', 'owner: open-working-group')), before);
  assert.equal(version(head.replace('owner:', 'aliases: [short]\nowner:')), before);
  assert.equal(version(head.replace('owner:', 'credit: [Somebody Kind]\nowner:')), before);
  assert.notEqual(version(head.replace('You see the thing', 'You hear the thing')), before);
  assert.notEqual(version(head, 'Other text.\n'), before);
});

test('a template downloads as plain text', () => {
  const { blocks } = read('<Template name="T">\n\nFrom: [name] & co\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two\n\n</Template>\n');
  const template = blocks[0] as Exclude<Block, string>;
  assert.equal(blocksToText(template.blocks).trim(), 'From: [name] & co\n\na\tb\n1\t2\n\n- one\n- two');
});

test('code is coloured by class, never by style', () => {
  const { blocks } = read('```js\nconst a = 1;\n```\n');
  assert.match(html(blocks), /<span class="hljs-keyword">const<\/span>/);
  assert.doesNotMatch(html(blocks), /style=/);
});

test('a table scrolls by itself, within a step too, and is named after its heading', () => {
  const table = (space: string) => `${space}| a |\n${space}|---|\n${space}| 1 |\n`;
  const { blocks } = read(`## One\n\n1. **Do it.**\n\n${table('   ')}\n${table('')}\n## Two\n\n${table('')}`);
  const names = [...html(blocks).matchAll(/<div class="table" tabindex="0" role="region" aria-label="([^"]+)"><table>/g)];
  assert.deepEqual(
    names.map(([, name]) => name),
    ['One', 'One (2)', 'Two'],
  );
});

test('a tool that is refused tells its links and what is wrong with its Markdown in the same run', () => {
  const tool = readFileSync(new URL('../checks/fixtures/project/content/decision-tools/card-or-list.mdx', import.meta.url), 'utf8');
  const broken = tool
    .replace(/^( +)ask: .*$/m, '$&\n$1help: Ask [the desk](job-aids/gone), or see <b>this</b>.')
    .replace(/go: card\b/, 'go: nowhere');
  const { page, findings, refs } = readPage(broken.replace(', or see <b>this</b>', ''), 'content/decision-tools/x.mdx', { base: '/', footnotes: { title: '', back: '' } });
  assert.equal(page, undefined);
  assert.deepEqual(findings.map(({ rule }) => rule), ['tool-target']);
  const link = refs.find(({ to }) => to === 'job-aids/gone')!;
  assert.match(broken.split('\n')[link.line - 1]!.slice(link.column - 1), /^\[the desk\]/);
  const both = readPage(broken, 'content/decision-tools/x.mdx', { base: '/', footnotes: { title: '', back: '' } });
  assert.deepEqual(both.findings.map(({ rule }) => rule), ['no-html', 'tool-target']);
});
