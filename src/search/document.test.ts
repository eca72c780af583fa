import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { ContentPage } from '../content/page.ts';
import { readPage } from '../content/page.ts';
import { readSettings } from '../content/read.ts';
import { makeLibrary } from '../model/library.ts';
import { searchDocument } from './document.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { settings } = await readSettings(root);
assert.ok(settings, 'the settings are readable');

const common = `summary: Five words & one "quotation".
roles: [manager]
stages: [novice, expert]
topics: [write, design]
moments: [apply]
asks: [nobody reads it, they just <skip> it, too long]
owner: writing-desk
`;

function documentOf(file: string, fields: string, body: string) {
  const text = `---\ntitle: A page\n${common}${fields}---\n\n${body}\n`;
  const { page, findings } = readPage(text, `content/${file}.mdx`, {
    base: '/kb/',
    footnotes: { title: 'Notes', back: 'Back' },
  });
  assert.deepEqual(findings, []);
  return searchDocument(page as ContentPage, makeLibrary([page as ContentPage], settings!));
}

const jobAid = () =>
  documentOf(
    'job-aids/a-page',
    `kind: steps
used: during
minutes: 20
use_when: The form is open.
not_when: [{ if: The form is lost., instead: Ask. }]
needs: [a pencil]
done_when: The form is gone.
`,
    `## First things

1. **Take the <Term id="checklist">list</Term>.** Read it.

   <Note kind="trap">It hides a trap.</Note>

<Template name="Cover note">

Dear all

</Template>
`,
  );

test('a page is found at its address, wherever the site stands', () => {
  assert.equal(jobAid().url, '/job-aids/a-page/');
});

test('title, summary and asks are metadata, and asks stand nowhere else', () => {
  const { html } = jobAid();
  assert.match(html, /<meta data-pagefind-meta="title\[content\]" content="A page">/);
  assert.match(html, /content="Five words &amp; one &quot;quotation&quot;\."/);
  assert.match(
    html,
    /<meta data-pagefind-meta="asks\[content\]" content="nobody reads it \| they just &lt;skip> it \| too long">/,
  );
  const [, body = ''] = html.split('data-pagefind-body');
  assert.doesNotMatch(body, /nobody reads it|<skip>|Five words/);
});

test('what only labels a result is not searched', () => {
  assert.doesNotMatch(jobAid().html, /writing-desk|data-pagefind-filter/);
});

test('a job aid is searched with its head, its sections, its traps and its template', () => {
  const { html } = jobAid();
  for (const text of [
    'The form is open.',
    'The form is lost.',
    'a pencil',
    'The form is gone.',
    'It hides a trap.',
    'Cover note',
    'Dear all',
  ]) {
    assert.ok(html.includes(text), text);
  }
  assert.match(html, /<h2 id="first-things">First things<\/h2>/);
  assert.match(html, /<strong>Take the list\.<\/strong>/, 'a term does not part the sentence it stands in');
});

test('a decision tool is searched with its questions, answers and outcomes, by the ids on its page', () => {
  const { html } = documentOf(
    'decision-tools/a-page',
    `minutes: 2
questions: [{ id: seen, ask: Has it been seen?, help: Look twice., options: [{ say: By me, help: In person., go: act }, { say: Never, go: wait }] }]
outcomes: [{ id: act, verdict: Act now., because: You saw it., next: [decision-tools/a-page] }, { id: wait, verdict: Wait., because: Nobody did., next: [decision-tools/a-page] }]
`,
    'Behind it.',
  );
  assert.match(
    html,
    /<h3 id="q-seen">Has it been seen\?<\/h3><p>Look twice\.<\/p><p>By me<\/p><p>In person\.<\/p><p>Never<\/p>/,
  );
  assert.match(html, /<h3 id="o-act">Act now\.<\/h3><p>You saw it\.<\/p>/);
  assert.match(html, /Behind it\./);
});

test('glossary terms and abilities are sections of their own', () => {
  const glossary = documentOf(
    'references/a-page',
    'terms: [{ id: stop-rule, term: stop rule, means: When to end., also: [kill switch] }]\n',
    'Words.',
  );
  assert.match(
    glossary.html,
    /<h3 id="term-stop-rule">stop rule<\/h3><p>When to end\.<\/p><p>kill switch<\/p>/,
  );
  const pathway = documentOf(
    'pathways/a-page',
    `role: manager
path: [{ stage: novice, can: begin, abilities: [{ id: say-it, can: say it well, pages: [pathways/a-page], try: Say it once., with: a friend, evidence: A note. }] }]
`,
    'How.',
  );
  assert.match(
    pathway.html,
    /<h3 id="novice">begin<\/h3><h3 id="say-it">say it well<\/h3><p>Say it once\.<\/p><p>a friend<\/p><p>A note\.<\/p>/,
  );
});

test('text of an author never becomes markup', () => {
  const { html } = documentOf(
    'references/a-page',
    'terms: [{ id: t, term: "<b onload=x>", means: "</main><script>" }]\n',
    'Words.',
  );
  assert.doesNotMatch(html, /<b onload|<script|<\/main>.*<\/main>/);
});

test('a decision tool is found by all that its readers are asked and told, with names where values will stand', () => {
  const { html } = documentOf(
    'decision-tools/a-page',
    `minutes: 2
questions:
  - { id: people, ask: How many people come?, help: Count **helpers** too., type: integer, min: 1, max: 5, go: guest }
  - { id: fish, ask: Is there fish?, options: [{ say: "Yes", go: dear }, { say: "No", go: cheap }] }
groups:
  - id: guest
    say: "Guest {n}"
    times: people
    most: 5
    questions:
      - id: food
        ask: What do they eat?
        options: [{ say: Fish, help: Or mussels, go: next }, { say: Bread, go: next }]
    go: fish
values: [{ id: cost, say: the whole bill, is: people * 20, unit: GBP }]
outcomes:
  - id: cheap
    verdict: Pay {cost} for {people}.
    because: It is {cost}, or {people * 2} & more.
    passages: [{ if: people < 5, say: 'Ask [the desk](job-aids/x) first.' }]
    next: [job-aids/x]
  - { id: dear, verdict: Pay more., because: Too many., next: [job-aids/x] }
`,
    'Text.',
  );
  for (const said of [
    '<h3 id="q-people">How many people come?</h3>',
    'Count <strong>helpers</strong> too.',
    '<h3 id="q-guest.1.food">What do they eat?</h3>',
    '<p>Fish</p><p>Or mussels</p>',
    '<h3 id="o-cheap">Pay the whole bill for people.</h3>',
    'It is <span class="value">the whole bill</span>, or <span class="value">…</span> &#x26; more.',
    'the desk',
    '<p>the whole bill</p>',
  ])
    assert.ok(html.includes(said), `${said}\n${html}`);
  assert.doesNotMatch(html, /[{}]|data-value|people \* 2/);
});
