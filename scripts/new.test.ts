import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { scratchProject } from '../src/checks/scratch.ts';
import { readSettings } from '../src/content/read.ts';
import type { Settings } from '../src/content/settings.ts';
import { Refusal } from './command.ts';
import { askForRest, readFlags, writeNewPage, type Given } from './new.ts';

const project = await scratchProject({}, ['src', 'scripts', 'package.json']);
const settings = (await readSettings(project.root)).settings as Settings;
after(() => project.remove());

const flags = ['--type', 'job-aids', '--kind', 'checklist', '--title', 'Close the shop', '--role', 'manager,everyone', '--stage', 'novice', '--topic', 'manage', '--moment', 'apply', '--owner', 'managers-circle']; // prettier-ignore

/** All that the flags give but some. */
function without(...names: string[]): Given {
  return Object.fromEntries(
    Object.entries(readFlags(flags, settings)).filter(([name]) => !names.includes(name)),
  );
}

/** Answers in turn what a person types, and keeps what they were shown. */
async function talk(typed: string[], given: Given = {}): Promise<{ answers: Given; shown: string }> {
  const shown: string[] = [];
  const ask = (prompt: string) => {
    shown.push(prompt);
    const line = typed.shift();
    return line === undefined
      ? Promise.reject(new Error('asked more than was typed'))
      : Promise.resolve(line);
  };
  const answers = await askForRest(given, settings, ask, (text) => shown.push(text));
  assert.deepEqual(typed, [], 'it asked less than was typed');
  return { answers, shown: shown.join('\n') };
}

function run(args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/new.ts', ...args],
      { cwd: project.root },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
    child.stdin!.end();
  });
}

describe('at the terminal', () => {
  test('one question comes after the other, and Enter takes what is usual', async () => {
    const { answers, shown } = await talk([
      '',
      '',
      'Close the shop',
      'manager',
      '',
      'manage',
      '',
      'managers-circle',
    ]);
    assert.deepEqual(answers, {
      type: ['job-aids'],
      kind: ['steps'],
      title: ['Close the shop'],
      role: ['manager'],
      stage: ['novice', 'practitioner', 'expert'],
      topic: ['manage'],
      moment: ['apply'],
      owner: ['managers-circle'],
    });
    assert.match(shown, /manager {2,}Team manager/);
  });

  test('only what is missing is asked', async () => {
    const given = readFlags(flags.toSpliced(4, 2), settings);
    assert.deepEqual((await talk(['Close the shop'], given)).answers, readFlags(flags, settings));
  });

  test('a typo is answered with the nearest id, which Enter then takes', async () => {
    const { answers, shown } = await talk(['manger, evryone', ''], without('role'));
    assert.deepEqual(answers.role, ['manager', 'everyone']);
    assert.match(
      shown,
      /There is no role "manger", "evryone"\. Did you mean "manager, everyone"\? Enter takes it\./,
    );
  });

  test('a name serves as well as an id', async () => {
    const { answers } = await talk(['Reference', 'team manager'], without('type', 'kind', 'role'));
    assert.deepEqual([answers.type, answers.role], [['references'], ['manager']]);
  });

  test('a title of which no file name can be made, or none, is asked for again', async () => {
    const { answers } = await talk(['', 'Ψυχή', 'x'.repeat(81), 'Ask twice'], without('title'));
    assert.deepEqual(answers.title, ['Ask twice']);
  });
});

describe('with flags', () => {
  test('a page is written without a question, and the next command is said', async () => {
    const { code, output } = await run(flags);
    assert.equal(code, 0, output);
    assert.match(output, /^content\/job-aids\/close-the-shop\.mdx$/m);
    assert.match(output, /npm run check -- content\/job-aids\/close-the-shop\.mdx/);
    const text = await readFile(path.join(project.root, 'content/job-aids/close-the-shop.mdx'), 'utf8');
    assert.match(text, /^roles: \[manager, everyone\]$/m);
  });

  test('a page that is there already stays as it is', async () => {
    const given = { ...readFlags(flags, settings), title: ['Keep the door open'] };
    const { file } = await writeNewPage(project.root, given, settings, '2026-11-23');
    const text = await readFile(path.join(project.root, file), 'utf8');
    await assert.rejects(
      writeNewPage(project.root, { ...given, kind: ['steps'] }, settings, '2026-11-24'),
      /is there already/,
    );
    assert.equal(await readFile(path.join(project.root, file), 'utf8'), text);
  });

  test('the address of a retired page is not given away again', async () => {
    const gone = {
      id: 'job-aids/close-the-shop',
      title: 'Close',
      on: '2026-11-01',
      why: 'Gone.',
      instead: [],
      aliases: [],
    };
    await assert.rejects(
      writeNewPage(project.root, readFlags(flags, settings), { ...settings, retired: [gone] }, '2026-11-23'),
      /was retired/,
    );
  });

  test('without a terminal the missing flags are named, and nothing is written', async () => {
    const before = await readdir(path.join(project.root, 'content'), { recursive: true });
    const { code, output } = await run(flags.slice(0, 6));
    assert.equal(code, 1);
    assert.equal(
      output.trim(),
      'There is no terminal to ask at. Missing: --role --stage --topic --moment --owner',
    );
    assert.deepEqual(await readdir(path.join(project.root, 'content'), { recursive: true }), before);
  });

  const mistakes: [string[], RegExp][] = [
    [
      ['--role', 'mannager'],
      /There is no role "mannager"\.\nDid you mean "manager"\?\n {2}performance-consultant/,
    ],
    [['--rôle', 'manager'], /The flags are: --type/],
    [['--title', 'One', '--title', 'Two'], /once/],
    [['--type', 'references', '--kind', 'steps'], /Only a job aid/],
    [['--title', ''], /at most 80 characters/],
  ];
  for (const [args, says] of mistakes) {
    test(`${args.join(' ')} is refused in words`, () => {
      assert.throws(
        () => readFlags(args, settings),
        (error) => error instanceof Refusal && says.test(error.message),
      );
    });
  }
});
