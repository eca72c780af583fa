import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkDraft } from '../../checks/draft.ts';
import { authorComponents } from '../../content/components.ts';
import { readBody } from '../../content/body.ts';
import { readPages, readSettings } from '../../content/read.ts';
import { pageOptions } from '../../content/settings.ts';
import { makeLibrary } from '../../model/library.ts';
import { today } from '../../model/today.ts';
import { draftContext } from '../../checks/write-compose.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readDraft } from '../../model/draft.ts';
import { previewOf } from './preview.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { settings } = await readSettings(root);
const { pages } = await readPages(root, pageOptions(settings));
// As the browser gets it.
const context = JSON.parse(JSON.stringify(draftContext(makeLibrary(pages, settings!), []))) as ReturnType<
  typeof draftContext
>;
const options = { ...pageOptions(settings), steps: true };
const look = (body: string, values = {}) =>
  previewOf({ type: 'job-aids', values, blocks: readBody(body, options)?.blocks ?? [] }, context);

test('every shipped page passes the check that runs in the browser, and shows its title and its whole text', async () => {
  for (const page of pages) {
    const text = await readFile(path.join(root, page.file), 'utf8');
    assert.deepEqual(checkDraft(text, page.file, context, today()).findings, [], page.file);
    const { values, body } = readDraft(text)!;
    const blocks = readBody(body, { ...options, steps: page.type === 'job-aids' })?.blocks ?? [];
    assert.deepEqual(blocks, page.blocks, page.file);
    const html = previewOf({ type: page.type, values, blocks }, context);
    assert.ok(html.includes(page.data.summary.replaceAll('&', '&amp;').replaceAll('"', '&quot;')), page.file);
    assert.ok(!html.includes('undefined') && !html.includes('[object Object]'), page.file);
  }
});

const written: Record<string, [source: string, shown: RegExp]> = {
  Stage: ['<Stage for="novice">\n\nWord.\n\n</Stage>', /data-for="novice".*Novice.*Word\./s],
  Critical: ['1. <Critical /> **Go.**', /critical-mark.*Don’t skip/s],
  Timer: ['Wait <Timer for="5 minutes" />.', /5 minutes/],
  Term: ['A <Term id="gap">gap word</Term>.', /class="term">gap word/],
  Note: ['<Note kind="stop">Word.</Note>', /data-kind="stop".*Stop.*Word\./s],
  Example: ['<Example>\n\nWord.\n\n</Example>', /Example<\/p>.*Word\./s],
  Template: ['<Template name="A card">\n\nWord.\n\n</Template>', /A card.*Word\./s],
  Tool: ['<Tool id="decision-tools/which-format" />', /href="\/decision-tools\/which-format\/"/],
  Figure: ['<Figure src="./a.png" alt="A form" />', /Picture: A form/],
};

test('everything that authors may use is shown', () => {
  assert.deepEqual(Object.keys(written).sort(), Object.keys(authorComponents).sort());
  for (const [name, [source, shown]] of Object.entries(written)) assert.match(look(source), shown, name);
});

test('a trap shows under its step, which has its number', () => {
  assert.match(
    look('1. **Go.**\n\n   <Note kind="trap">Ice.</Note>\n'),
    /step-number">1<.*Stuck here\?.*Ice\./s,
  );
});

test('what was typed into a field stays text', () => {
  const attack = '"><img src=x onerror=alert(1)><script>';
  const html = look('1. **Go.**', {
    title: attack,
    summary: attack,
    kind: attack,
    use_when: attack,
    needs: [attack],
    done_when: attack,
    not_when: [
      { if: attack, go: attack },
      { if: '__proto__', go: '__proto__' },
    ],
  });
  assert.ok(!/<(img|script)/.test(html));
  const tool = previewOf(
    {
      type: 'decision-tools',
      values: { questions: [{ id: attack, ask: attack, options: [{ say: attack, go: attack }] }] },
      blocks: [],
    },
    context,
  );
  assert.ok(tool.includes('&lt;img') && !/<(img|script)/.test(tool));
});

test('a text that the gate refuses is not shown at all', () => {
  for (const body of [
    '<b>x</b>',
    '{process.exit()}',
    'import x from "y"',
    '[x](javascript:alert)',
    'a\u202Eb',
    '<Note kind="trap">',
    '---\na: b\n---\n<i>x</i>',
  ])
    assert.equal(readBody(body, options), undefined, body);
  assert.ok(readBody('---\n\nText\n', options));
});
