import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { readPage } from '../src/content/page.ts';
import { withReview } from '../src/model/review.ts';
import { scratchProject } from '../src/checks/scratch.ts';
import { changesMarkdown } from './changes/markdown.ts';
import { readChanges } from './changes/read.ts';
import { mixedWarnings } from './changes.ts';
import { Refusal } from './command.ts';

const run = promisify(execFile);

const common = `summary: What the page gives.
roles: [everyone]
stages: [novice]
topics: [write]
moments: [apply]
asks: [one way, another way, a third way]
owner: writing-desk
`;

const card = 'content/references/card.mdx';
const tool = 'content/decision-tools/pick.mdx';

function reference(title: string, more = ''): string {
  return `---\ntitle: ${title}\n${common}${more}---\n\nText of the page.\n`;
}

function decisionTool(ifNo: string, verdict = 'Write a page.'): string {
  return `---
title: Page or course
${common}minutes: 2
questions:
  - id: enough
    ask: Is a page enough?
    options:
      - { say: 'Yes', go: page }
      - { say: 'No', go: ${ifNo} }
  - id: time
    ask: Is there time?
    options:
      - { say: 'Yes', go: course }
      - { say: 'No', go: page }
outcomes:
  - { id: page, verdict: '${verdict}', because: It is enough., next: [references/card] }
  - { id: course, verdict: Run a course., because: It is not., next: [references/card] }
---

Background.
`;
}

/** With a review that holds. */
function reviewed(text: string, file: string): string {
  const { page, findings } = readPage(text, file, { base: '/', footnotes: { title: 'Notes', back: 'Back' } });
  assert.deepEqual(findings, []);
  return withReview(text, { by: 'writing-desk', on: '2026-11-01', every: '6 months', of: page!.version });
}

describe('what a branch changes', () => {
  let root: string;
  let remove: () => Promise<void>;

  before(async () => {
    const pages = { [card]: reviewed(reference('A card'), card), [tool]: decisionTool('time') };
    ({ root, remove } = await scratchProject(pages, ['src', 'scripts', 'package.json']));
    await writeFile(path.join(root, '.gitignore'), 'node_modules\n');
    await git('init', '--quiet', '--initial-branch=main');
    await git('add', '--all');
    await commit();
  });
  after(() => remove());
  beforeEach(async () => {
    await git('reset', '--quiet', '--hard');
    await git('clean', '--quiet', '-d', '--force');
    await git('checkout', '--quiet', '-B', 'branch', 'main');
  });

  async function git(...args: string[]): Promise<string> {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
    return (await run('git', [...who, ...args], { cwd: root })).stdout;
  }
  async function commit(): Promise<void> {
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'An edit');
  }
  const write = (file: string, text: string) => writeFile(path.join(root, file), text);
  async function edit(file: string, from: string, to: string): Promise<void> {
    const text = await readFile(path.join(root, file), 'utf8');
    assert.ok(text.includes(from));
    await write(file, text.replace(from, to));
  }

  it('is nothing where nothing was touched', async () => {
    assert.match(changesMarkdown(await readChanges(root, 'main')), /Nothing differs/);
  });

  it('names a page that is new, committed or not', async () => {
    await write('content/references/new.mdx', reference('A new one'));
    const expected = [{ id: 'references/new', title: 'A new one', path: '/references/new/' }];
    assert.deepEqual((await readChanges(root)).added, expected);
    await commit();
    assert.deepEqual((await readChanges(root)).added, expected);
  });

  it('says when an edit voids a review, and that no reader is told', async () => {
    await edit(card, 'Text of', 'Other text of');
    const [page] = (await readChanges(root)).edited;
    assert.deepEqual([page!.seen, page!.review, page!.told], [true, 'voided', []]);
  });

  it('gives what readers are told', async () => {
    await edit(card, 'owner:', 'changes: [{ on: 2026-11-20, what: Shorter }]\nowner:');
    assert.deepEqual((await readChanges(root)).edited[0]!.told, ['Shorter']);
  });

  it('lets a review hold where readers see the same page', async () => {
    await edit(card, 'owner: writing-desk', 'owner: managers-circle');
    const [page] = (await readChanges(root)).edited;
    assert.deepEqual([page!.seen, page!.review], [false, 'holds']);
  });

  it('says whether the address of a retired page still leads somewhere', async () => {
    await rm(path.join(root, card));
    assert.equal((await readChanges(root)).retired[0]!.listed, false);
    const entry =
      '- { id: references/card, title: A card, on: 2026-11-20, why: It is part of the tool., to: decision-tools/pick }\n';
    await write('content/retired.yaml', entry);
    const { retired, settings } = await readChanges(root);
    assert.deepEqual([retired[0]!.title, retired[0]!.to], ['A card', 'decision-tools/pick']);
    assert.deepEqual(settings, ['content/retired.yaml']);
  });

  it('lists the answers that lead elsewhere, in words', async () => {
    await write(tool, decisionTool('course').replace(/ {2}- id: time[\s\S]*(?=outcomes:)/, ''));
    const changes = await readChanges(root);
    assert.equal(changes.tools[0]!.count, 3);
    const report = changesMarkdown(changes);
    assert.match(report, /\| enough: No → time: Yes \| Run a course. \| \*gone\* \|/);
    assert.match(report, /\| enough: No \| \*a new route\* \| Run a course. \|/);
  });

  it('tells an outcome that says something else', async () => {
    await write(tool, decisionTool('time', 'Write a card.'));
    const { count, reworded } = (await readChanges(root)).tools[0]!;
    assert.deepEqual(
      [count, reworded],
      [0, [{ id: 'page', before: 'Write a page.', after: 'Write a card.' }]],
    );
  });

  it('goes on past a page that was broken at the revision or is broken now', async () => {
    await write('content/references/broken.mdx', 'No frontmatter.\n');
    await write('content/references/new.mdx', reference('A new one'));
    await commit();
    await write('content/references/broken.mdx', reference('Mended'));
    assert.deepEqual((await readChanges(root, 'HEAD')).unreadable, [
      { file: 'content/references/broken.mdx', at: 'since' },
    ]);
    await write(card, 'No frontmatter.\n');
    const { unreadable, added } = await readChanges(root, 'main');
    assert.deepEqual(unreadable, [{ file: card, at: 'now' }]);
    assert.equal(added.length, 2);
  });

  it('follows no link out of the folder', async () => {
    const outside = path.join(root, 'secret.mdx');
    await writeFile(outside, reference('Secret'));
    await symlink(outside, path.join(root, 'content/references/link.mdx'));
    await commit();
    const changes = await readChanges(root);
    assert.doesNotMatch(JSON.stringify(changes), /Secret/);
    assert.deepEqual(changes.unreadable, [{ file: 'content/references/link.mdx', at: 'now' }]);
  });

  it('keeps signs in titles from becoming markup', async () => {
    await write('content/references/new.mdx', reference("'A [link](https://example.org) & <b>'"));
    const report = changesMarkdown(await readChanges(root));
    assert.match(report, /\*\*A \\\[link\\\]\(https:\/\/example\.org\) \\& \\<b\\>\*\*/);
  });

  it('warns of each file outside content/ only when pages change too', async () => {
    await write('src/100%, new:file.ts', '');
    assert.deepEqual(mixedWarnings(await readChanges(root)), []);
    await edit(card, 'Text of', 'Other text of');
    const warnings = mixedWarnings(await readChanges(root));
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /^::warning file=src\/100%25%2C new%3Afile\.ts,title=[^:]*::[^\n]*$/);
  });

  it('comes as a file for the host and as warnings beside it, and never fails', async () => {
    await write('src/new.ts', '');
    await edit(card, 'Text of', 'Other text of');
    const { stdout, stderr } = await run(process.execPath, ['scripts/changes.ts', '--format', 'json'], {
      cwd: root,
      env: { ...process.env, GITHUB_ACTIONS: 'true' },
    });
    assert.equal((JSON.parse(stdout) as { edited: unknown[] }).edited.length, 1);
    assert.match(stderr, /^::warning file=src\/new\.ts,/m);
  });

  it('refuses a revision that is none', async () => {
    await assert.rejects(readChanges(root, '--output=x'), Refusal);
    await assert.rejects(readChanges(root, 'nowhere'), Refusal);
  });

  it('works in a folder within a larger repository', async () => {
    const inner = path.join(root, 'kb');
    for (const name of ['content', 'src'])
      await cp(path.join(root, name), path.join(inner, name), { recursive: true });
    await commit();
    await write(`kb/${card}`, reference('Another card'));
    await write('README.md', 'Outside the folder.\n');
    const { edited, outside } = await readChanges(inner, 'HEAD');
    assert.deepEqual([edited[0]!.title, outside], ['Another card', []]);
  });
});
