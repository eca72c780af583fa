import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pageFiles } from '../content/read.ts';
import { readPage } from '../content/page.ts';
import type { PageType } from '../schema/index.ts';
import {
  draftText,
  fieldOfFinding,
  idFromText,
  mendedText,
  pathWithEmpty,
  readDraft,
  type Values,
} from './draft.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const fixtures = path.join(project, 'src/checks/fixtures');
const options = { base: '/', footnotes: { title: 'Footnotes', back: 'Back' } };

interface File {
  name: string;
  type: PageType;
  text: string;
}

/** Every shipped page, and every page that is odd but legal. */
async function allFiles(): Promise<File[]> {
  const read = async (root: string, name: string, type: string): Promise<File> => ({
    name,
    type: type as PageType,
    text: await readFile(path.join(root, name), 'utf8'),
  });
  const odd = (await readdir(path.join(fixtures, 'accepted'))).map((name) =>
    read(path.join(fixtures, 'accepted'), name, 'job-aids'),
  );
  const typeOf = (file: string) => file.split('/')[1]!;
  const shipped = (await pageFiles(project)).map((file) => read(project, file, typeOf(file)));
  const small = path.join(fixtures, 'project');
  return Promise.all([
    ...odd,
    ...shipped,
    ...(await pageFiles(small)).map((file) => read(small, file, typeOf(file))),
  ]);
}
const files = await allFiles();

test('a page that was opened and not changed keeps every byte', () => {
  assert.ok(files.length > 20);
  for (const { name, type, text } of files) {
    const draft = readDraft(text);
    assert.ok(draft, name);
    assert.equal(mendedText(type, text, draft), text, name);
  }
});

test('a changed title changes its own line and nothing else', () => {
  for (const { name, type, text } of files) {
    const draft = readDraft(text)!;
    const title = 'Another title: with # and “quotes”';
    const mended = mendedText(type, text, { ...draft, values: { ...draft.values, title } });
    assert.equal(readDraft(mended)?.values.title, title, name);
    const [before, after] = [text.split('\n'), mended.split('\n')];
    assert.equal(after.length, before.length, name);
    const different = before.filter((line, i) => line !== after[i]);
    assert.equal(different.length, 1, name);
    assert.match(different[0]!, /^title:/);
  }
});

test('each field of a page can be taken away and put back without touching another', () => {
  const small = files.filter(({ text }) => text.length < 2_500);
  assert.equal(new Set(small.map(({ type }) => type)).size, 6);
  for (const { name, type, text } of small) {
    const draft = readDraft(text)!;
    for (const field of Object.keys(draft.values)) {
      const without = mendedText(type, text, { ...draft, values: { ...draft.values, [field]: undefined } });
      const { [field]: _gone, ...others } = draft.values;
      assert.deepEqual(readDraft(without)?.values, others, `${name} without ${field}`);
      assert.equal(readDraft(without)?.body, draft.body);
      const back = mendedText(type, without, draft);
      assert.deepEqual(readDraft(back)?.values, draft.values, `${name} with ${field} again`);
    }
  }
});

test('comments, order and quotes of the other fields stay', () => {
  const text =
    '---\n# mine\nsummary: "Quoted: yes" # keep me\ntitle: Old # and me\nroles: [everyone] # and this\nasks:\n  - one\n  # between\n  - two\n\n# last\nowner: writing-desk\n---\n\nText\n';
  const draft = readDraft(text)!;
  const values = { ...draft.values, title: 'New', roles: ['everyone', 'manager'], owner: 'x' };
  assert.equal(
    mendedText('job-aids', text, { ...draft, values }),
    text
      .replace('Old', 'New')
      .replace('[everyone]', '[everyone, manager]')
      .replace('owner: writing-desk', 'owner: x'),
  );
});

test('a changed word in the text changes its own line, with the line ends of the file', () => {
  for (const end of ['\n', '\r\n']) {
    const text = ['---', 'title: T', '---', '', '## One', '', 'Two words.', '', 'Three.', ''].join(end);
    const draft = readDraft(text)!;
    const body = draft.body.replace('Two words.', 'Four\nwords.');
    assert.equal(
      mendedText('job-aids', text, { ...draft, body }),
      text.replace('Two words.', `Four${end}words.`),
    );
    const values = { ...draft.values, asks: ['a', 'b'] };
    assert.equal(
      mendedText('job-aids', text, { ...draft, values }),
      text.replace(`title: T${end}`, ['title: T', 'asks:', '  - a', '  - b', ''].join(end)),
    );
  }
});

const hostile = [
  'a: b', 'a #b', '# a', "it's", '“quoted” "quoted"', "'", '"', '---', '- a', '? a', 'a:', ':a', '{', '}', '{a: b}', '[', '[a]', '&a',
  '*a', '!a', '!!str a', '|', '>', '%', '@a', '`a`', '2026-02-30', '2026-11-23', 'yes', 'no', 'true', 'null', '~', '12', '0x1f', '1e3',
  '.5', '1_000', '12:30', '=', '<<', '\\', '\\n', 'a\\', '😀', 'é ü ß 漢字', ' a', 'a ', '  ', '\ta', 'a\nb', 'a\n\nb', '\na', 'a\n', ' a\n  b',
  'a\n---\nb', '---\ntitle: stolen\n---', '<img src=x onerror=alert(1)>', '{process.exit()}', '__proto__', 'constructor', 'x'.repeat(3000), 'a '.repeat(300),
]; // prettier-ignore

test('whatever is typed into a field comes back as it was typed', () => {
  for (const text of hostile) {
    const values: Values = {
      title: text,
      asks: [text, 'b', text],
      not_when: [{ if: text, instead: text }],
      minutes: 5,
    };
    const file = draftText('job-aids', values, 'Body');
    assert.deepEqual(
      readDraft(file),
      { values: { ...values, minutes: 5 }, body: '\nBody\n' },
      JSON.stringify(text),
    );
    const before = draftText('job-aids', { title: 'Old', summary: 'S' }, 'Body');
    const mended = mendedText('job-aids', before, { values: { ...values, summary: 'S' }, body: '\nBody\n' });
    assert.deepEqual(readDraft(mended)?.values.asks, values.asks, JSON.stringify(text));
    assert.equal(readDraft(mended)?.values.title, text);
  }
});

test('whatever is typed below the fields comes back, and never becomes a field', () => {
  for (const text of hostile.filter((one) => one.trim() === one)) {
    const draft = readDraft(draftText('job-aids', { title: 'T' }, text));
    assert.deepEqual(draft, { values: { title: 'T' }, body: `\n${text}\n` });
  }
});

test('a new file has its fields in the order of the schema, and no empty ones', () => {
  assert.equal(
    draftText(
      'job-aids',
      {
        done_when: 'D',
        title: 'T',
        asks: ['', 'a', ''],
        not_when: [{ if: '', instead: '' }],
        changes: [{ on: '2026-11-23', what: 'New' }],
        needs: [],
      },
      '\n\n1. **Go.**\n\n',
    ),
    '---\ntitle: T\nasks:\n  - a\nchanges:\n  - on: 2026-11-23\n    what: New\ndone_when: D\n---\n\n1. **Go.**\n',
  );
});

test('the place of a finding is the field that somebody has to mend', () => {
  const text = draftText(
    'job-aids',
    {
      title: `  ${'x'.repeat(90)}`,
      kind: 'stepps',
      not_when: [{ if: 'a', go: 'job-aids/y' }, { go: 'job-aids/x' }],
      asks: ['a'],
    },
    'Text\n\n<b>bold</b>',
  );
  const { findings } = readPage(text, 'content/job-aids/x.mdx', options);
  const places = findings.map((finding) => JSON.stringify(fieldOfFinding(text, finding)));
  for (const at of [['title'], ['kind'], ['not_when', 1, 'if'], ['asks'], ['summary'], ['owner']])
    assert.ok(places.includes(JSON.stringify({ path: at })), `${at.join()} in ${places.join(' ')}`);
  assert.ok(places.includes(JSON.stringify({ path: ['body'], line: 4 })), places.join(' '));
});

test('an entry that was left empty does not move a finding to its neighbour', () => {
  const values = { not_when: [{ if: '', go: '' }, { if: 'a' }, { if: 'b' }], asks: ['', 'a'] };
  assert.deepEqual(pathWithEmpty(values, ['not_when', 1, 'if']), ['not_when', 2, 'if']);
  assert.deepEqual(pathWithEmpty(values, ['asks', 0]), ['asks', 1]);
  assert.deepEqual(pathWithEmpty(values, ['title']), ['title']);
});

test('a finding about the file’s name belongs to no field', () => {
  const text = draftText('job-aids', { title: 'T' }, '');
  const { findings } = readPage(text, 'content/job-aids/Bad_Name.mdx', options);
  const name = findings.find(({ rule }) => rule === 'file-name')!;
  assert.equal(fieldOfFinding(text, name), undefined);
});

test('the short name of an entry begins with a letter, whatever it says', () => {
  assert.equal(idFromText('How many people?'), 'how-many-people');
  assert.equal(idFromText('30 cases or more?'), 'cases-or-more-30');
  assert.equal(idFromText('24/7?'), 'number-24-7');
});
