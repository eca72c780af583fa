import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { checkProject } from '../src/checks/check.ts';
import { scratchProject } from '../src/checks/scratch.ts';
import { today } from '../src/model/today.ts';
import { Refusal } from './command.ts';
import { carryOut, planIn, readRetirement, summaryOf } from './retire.ts';

const day = today();
const page = 'content/job-aids/give-feedback-on-the-spot.mdx';
const toCauses = [page, '--to', 'references/causes-of-performance-gaps', '--why', 'Both said the same.'];

let root: string;
let remove: () => Promise<void>;

/** Every file of the content, with its text. */
async function content(): Promise<Record<string, string>> {
  const entries = await readdir(path.join(root, 'content'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')])),
  );
}

describe('retiring a shipped page', () => {
  beforeEach(async () => ({ root, remove } = await scratchProject()));
  afterEach(() => remove());

  test('into another leaves a project in which nothing leads to it, and no finding', async () => {
    const { retirement } = readRetirement(toCauses, day);
    const plan = await planIn(root, retirement);
    assert.deepEqual(
      plan.tasks.filter(({ must }) => must),
      [],
    );
    await carryOut(root, plan);
    const { findings, pages, settings } = await checkProject(root, day);
    assert.deepEqual(findings, []);
    assert.ok(!pages.some(({ id }) => id === retirement.id));
    assert.deepEqual(
      pages
        .filter(({ refs }) => refs.some(({ to }) => to.split('#')[0] === retirement.id))
        .map(({ id }) => id),
      [],
    );
    const [entry] = settings!.retired;
    assert.equal(entry!.to, 'references/causes-of-performance-gaps');
    assert.deepEqual(entry!.aliases, ['feedback']);
    assert.deepEqual(
      (await readdir(path.join(root, 'content/job-aids'))).filter((name) => !name.endsWith('.mdx')),
      [],
    );
  });

  test('by withdrawal names each place that leads to it, and no other', async () => {
    const { retirement } = readRetirement([page, '--withdraw', '--why', 'It was wrong.'], day);
    const { pages } = await checkProject(root, day);
    const places = pages.flatMap(({ file, refs }) =>
      refs.filter(({ to }) => to === retirement.id).map(({ line }) => `${file}:${line}`),
    );
    const site = (await readFile(path.join(root, 'content/site.yaml'), 'utf8')).split('\n');
    const onHome = site.flatMap((line, index) =>
      line.includes(retirement.id) ? `content/site.yaml:${index + 1}` : [],
    );
    const plan = await planIn(root, retirement);
    const named = plan.tasks.filter(({ must }) => must).map(({ file, line }) => `${file}:${line}`);
    assert.ok(places.length > 5 && onHome.length > 0);
    assert.deepEqual(named.toSorted(), [...places, ...onHome].toSorted());
  });

  test('makes the list where there was none, and no list when it fails', async () => {
    const list = path.join(root, 'content/retired.yaml');
    await writeFile(list, '[]\n');
    const plan = await planIn(root, readRetirement(toCauses, day).retirement);
    await rm(list);
    const target = path.join(root, page);
    await rename(target, `${target}.away`);
    await assert.rejects(carryOut(root, plan), /ENOENT/);
    assert.ok(!existsSync(list));
    await rename(`${target}.away`, target);
    await carryOut(root, plan);
    assert.match(await readFile(list, 'utf8'), /^- id: job-aids\/give-feedback-on-the-spot$/m);
  });

  test('says in plain words what it does', async () => {
    const { retirement } = readRetirement(toCauses, day);
    const said = summaryOf(await planIn(root, retirement), retirement);
    assert.match(
      said,
      /^“Give feedback on the spot” \(job-aids\/give-feedback-on-the-spot\) leads to references\/causes-of-performance-gaps from now on\.\nSo does its short address \/go\/feedback\/\.\n/,
    );
    assert.match(
      said,
      /content\/site\.yaml:\d+:\d+ {2}pages: job-aids\/give-feedback-on-the-spot → references\/causes/,
    );
    assert.match(said, /content\/decision-tools\/which-format\.mdx:\d+:\d+ {2}names the old title/);
  });

  test('leaves everything as it was when a file can’t be written', async () => {
    const before = await content();
    const plan = await planIn(root, readRetirement(toCauses, day).retirement);
    // Gone already: the last move, after every other file has been replaced, fails.
    const target = path.join(root, page);
    await rm(target);
    await assert.rejects(carryOut(root, plan), /ENOENT/);
    delete before[target];
    assert.deepEqual(await content(), before);
  });

  test('leaves everything as it was when a draft can’t be written', async () => {
    const plan = await planIn(root, readRetirement(toCauses, day).retirement);
    const [last] = [...plan.texts.keys()].slice(-1);
    await mkdir(path.join(root, `${last}.${process.pid}`));
    const before = await content();
    await assert.rejects(carryOut(root, plan), /EISDIR/);
    assert.deepEqual(await content(), before);
  });

  test('waits until the project has no findings', async () => {
    await rm(path.join(root, page));
    await assert.rejects(
      planIn(
        root,
        readRetirement(['job-aids/write-steps-people-can-follow', '--withdraw', '--why', 'x'], day)
          .retirement,
      ),
      Refusal,
    );
  });
});

describe('the arguments', () => {
  test('name a page by its file or its id', () => {
    for (const name of [
      page,
      `./${page}`,
      path.resolve(import.meta.dirname, '..', page),
      'job-aids/give-feedback-on-the-spot',
    ]) {
      assert.equal(
        readRetirement([name, ...toCauses.slice(1)], day).retirement.id,
        'job-aids/give-feedback-on-the-spot',
      );
    }
  });

  test('may name several pages that help instead', () => {
    const { retirement, dryRun } = readRetirement(
      ['a/b', '--withdraw', '--why', 'x', '--instead', 'c/d,e/f', '--instead', 'c/d', '--dry-run'],
      day,
    );
    assert.deepEqual([retirement.instead, dryRun], [['c/d', 'e/f'], true]);
  });

  const mistakes: [string[], RegExp][] = [
    [[], /one at a time/],
    [['a/b', 'c/d', '--withdraw', '--why', 'x'], /one at a time/],
    [['a/b', '--why', 'x'], /either where/],
    [['a/b', '--to', 'c/d', '--withdraw', '--why', 'x'], /either where/],
    [['a/b', '--to', 'c/d', '--instead', 'e/f', '--why', 'x'], /belongs to --withdraw/],
    [['a/b', '--to', 'c/d'], /Say why/],
    [['a/b', '--to'], /npm run retire/],
    [['a/b', '--into', 'c/d'], /npm run retire/],
  ];
  for (const [args, says] of mistakes) {
    test(`“${args.join(' ')}” are refused in words`, () => {
      assert.throws(
        () => readRetirement(args, day),
        (error) => error instanceof Refusal && says.test(error.message),
      );
    });
  }
});
