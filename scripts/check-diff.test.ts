/** `npm run check -- --diff REV FILE`: what an edit does to the answers of a tool. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { scratchProject } from '../src/checks/scratch.ts';
import { readToolDifference } from './changes/read.ts';
import { toolDifferenceText } from './changes/tool.ts';
import { Refusal } from './command.ts';

const run = promisify(execFile);

const file = 'content/decision-tools/space.mdx';

/** @param from how many people need a hall */
function tool(from: number, verdict = 'Take a hall.'): string {
  return `---
title: Room or hall
summary: What the page gives.
roles: [everyone]
stages: [novice]
topics: [write]
moments: [apply]
asks: [one way, another way, a third way]
owner: writing-desk
minutes: 2
questions:
  - id: people
    ask: How many people come?
    type: integer
    min: 1
    max: 500
    unit: people
    go: needs
  - id: needs
    ask: What do you need?
    type: checkbox
    options:
      - { id: sound, say: A microphone }
      - { id: food, say: Something to eat }
      - { id: none, say: None of these, alone: true }
    routes: [{ if: people >= ${from} or needs has "sound", go: hall }]
    go: room
outcomes:
  - { id: room, verdict: Take a room., because: It is enough., next: [references/card] }
  - { id: hall, verdict: '${verdict}', because: It is not., next: [references/card] }
---

Background.
`;
}

const card = `---
title: A card
summary: What the page gives.
roles: [everyone]
stages: [novice]
topics: [write]
moments: [apply]
asks: [one card, another card, a third card]
owner: writing-desk
---

Text of the page.
`;

function refusing(said: RegExp) {
  return (error: unknown) => error instanceof Refusal && said.test(error.message);
}

describe('answers compared with a revision', () => {
  let root: string;
  let remove: () => Promise<void>;
  const git = (...args: string[]) => run('git', args, { cwd: root });

  before(async () => {
    const pages = { 'content/references/card.mdx': card, [file]: tool(50) };
    ({ root, remove } = await scratchProject(pages, ['src', 'scripts', 'package.json']));
    await writeFile(path.join(root, '.gitignore'), 'node_modules\n');
    await git('init', '--quiet', '--initial-branch=main');
    await git('add', '--all');
    await git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'Begin');
  });
  after(() => remove());
  beforeEach(() => put(tool(50)));

  const put = (text: string) => writeFile(path.join(root, file), text);

  const compare = async (since: string, name = file) =>
    toolDifferenceText(await readToolDifference(root, since, name, 50));
  const command = (...args: string[]) =>
    run(process.execPath, ['scripts/check.ts', '--diff', ...args], {
      cwd: root,
      env: { ...process.env, INIT_CWD: root },
    });

  it('says so where every answer leads where it led', async () => {
    await put(tool(50).replace('It is enough.', 'It is large enough.'));
    assert.match(await compare('HEAD'), /Every answer leads where it led\./);
  });

  it('lists the answers that lead elsewhere, in words, with both outcomes', async () => {
    await put(tool(40));
    const out = await compare('HEAD');
    assert.match(out, /^Room or hall \(content\/decision-tools\/space\.mdx\), compared with [0-9a-f]{10}$/m);
    assert.match(out, /^1 way to answer with another outcome:\n\npeople: 40 people → needs: None of these$/m);
    assert.match(out, /^ {2}before {2}room: Take a room\.\n {2}now {5}hall: Take a hall\.$/m);
    assert.doesNotMatch(out, /people: 50 people|A microphone/);
  });

  it('shows outcomes that say something else', async () => {
    await put(tool(50, 'Take the hall.'));
    assert.match(await compare('HEAD'), /hall says something else:\n.*Take a hall\.\n.*Take the hall\./);
  });

  it('cuts a long list and says how many more there are', async () => {
    const options = Array.from({ length: 60 }, (_, i) => `{ say: Place ${i + 1}, go: lead }`);
    const many = (lead: string) =>
      tool(50).replace(
        /questions:[^]*?(?=outcomes:)/,
        `questions: [{ id: place, ask: Which?, options: [${options.join(', ').replaceAll('lead', lead)}, { say: Other, go: ${lead === 'room' ? 'hall' : 'room'} }] }]\n`,
      );
    await put(many('room'));
    await git('add', '--all');
    const tree = (await git('write-tree')).stdout.trim();
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    const commit = (await git(...who, 'commit-tree', tree, '-m', 'Many')).stdout.trim();
    await git('reset', '--quiet');
    await put(many('hall'));
    const out = await compare(commit);
    assert.match(out, /^61 ways to answer with another outcome:$/m);
    assert.match(out, /^And 11 more\.$/m);
  });

  it('gives programs the same as data', async () => {
    await put(tool(40));
    const report = JSON.parse((await command('HEAD', file, '--format', 'json')).stdout) as {
      count: number;
      routes: { answers: object[]; before: { id: string }; after: { id: string } }[];
    };
    assert.equal(report.count, report.routes.length);
    const [route] = report.routes;
    assert.deepEqual([route!.before.id, route!.after.id], ['room', 'hall']);
    assert.deepEqual(Object.keys(route!.answers[0]!), ['question', 'ask', 'answer', 'say']);
  });

  for (const [name, since, page, said] of [
    ['a revision that git does not know', 'nowhere', file, /git knows no commit "nowhere"/],
    ['a revision that could be an option', '--output=x', file, /none starts with a hyphen/],
    ['a page that is no tool', 'HEAD', 'content/references/card.mdx', /is no decision tool/],
    [
      'a misspelt file',
      'HEAD',
      'content/decision-tools/spaces.mdx',
      /There is no .*Did you mean ".*space\.mdx"/,
    ],
  ] as const) {
    it(`refuses ${name}`, () => assert.rejects(compare(since, page), refusing(said)));
  }

  it('refuses a call without a file, and says how to call it', async () => {
    await assert.rejects(command('HEAD'), (error: { stderr: string; stdout: string }) => {
      assert.match(error.stderr, /^npm run check -- --diff REV FILE/);
      assert.equal(error.stdout, '');
      return true;
    });
  });

  it('refuses a tool that the check refuses, and names the command that says why', async () => {
    await put(tool(50).replace('go: room\n', 'go: rooms\n'));
    await assert.rejects(
      compare('HEAD'),
      refusing(/npm run check content\/decision-tools\/space\.mdx says why/),
    );
  });

  it('refuses a tool that is new', async () => {
    const fresh = 'content/decision-tools/fresh.mdx';
    await writeFile(path.join(root, fresh), tool(50));
    await assert.rejects(compare('HEAD', fresh), refusing(/all its answers are new/));
    await rm(path.join(root, fresh));
  });
});
