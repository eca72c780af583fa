/** `npm run check` as people and programs meet it: the real command, run on a project folder of its own. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { scratchProject } from '../src/checks/scratch.ts';

const valid = await readFile(
  path.join(import.meta.dirname, '../src/checks/fixtures/accepted/one-line-stage.mdx'),
  'utf8',
);

interface Run {
  code: number | null;
  out: string;
  err: string;
}

let root: string;
let remove: () => Promise<void>;
before(async () => {
  ({ root, remove } = await scratchProject(undefined, [
    'src',
    'scripts',
    'package.json',
    'package-lock.json',
  ]));
});
after(() => remove());

function run(program: string, args: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, INIT_CWD: root } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const check = (...args: string[]) => run(process.execPath, ['scripts/check.ts', ...args]);

function assertNoTrace({ out, err }: Run): void {
  assert.doesNotMatch(out + err, /^ {4}at |node:internal|went wrong/m);
}

const placed: string[] = [];

/** Puts a file into the project for one test. */
async function place(file: string, content: string | Uint8Array): Promise<void> {
  placed.push(file);
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), content);
}

afterEach(async () => {
  for (const file of placed.splice(0)) await rm(path.join(root, file), { recursive: true, force: true });
});

const bodyOf = (text: string) => `${valid}\n${text}\n`;

describe('a report for programs', () => {
  test('is one JSON document and nothing else, by the command and through npm', async () => {
    await place('content/job-aids/bad.mdx', bodyOf('<script>alert(1)</script>'));
    const direct = await check('--format', 'json');
    const throughNpm = await run('npm', ['run', '-s', 'check', '--', '--format', 'json']);
    for (const { code, out } of [direct, throughNpm]) {
      assert.equal(code, 1);
      const report = JSON.parse(out) as {
        errors: number;
        findings: { file: string; rule: string; source: string }[];
      };
      assert.equal(report.errors, 1);
      assert.deepEqual(
        report.findings.map(({ file, rule, source }) => [file, rule, source]),
        [['content/job-aids/bad.mdx', 'no-html', '<script>alert(1)</script>']],
      );
    }
    assert.equal(throughNpm.out, direct.out);
  });

  test('of a project without findings is JSON as well', async () => {
    const { code, out, err } = await check('--format=json');
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual((JSON.parse(out) as { findings: unknown[] }).findings, []);
  });

  test('for a host of code keeps a finding on one line, whatever the page says', async () => {
    const nasty = bodyOf('[a](x::y%25\u2028z) and [b](file:///a,b)').replace(
      'title: ',
      'titel: "100%\\n::error::x"\ntitle: ',
    );
    await place('content/job-aids/bad.mdx', nasty);
    const { out } = await check('--format', 'github');
    const lines = out.trim().split('\n');
    const commands = lines.filter((line) => line.startsWith('::'));
    assert.ok(commands.length >= 3, out);
    for (const command of commands) {
      assert.match(command, /^::(error|warning) file=[^:,]+,line=\d+,col=\d+,title=[\w-]+::Found /);
      assert.doesNotMatch(command.replace(/%(25|0A|0D)/g, ''), /%/);
    }
    assert.equal(lines.length, commands.length + 1);
  });
});

test('fifty bad pages give fifty reports in one run, sorted, the same twice', async () => {
  const names = Array.from({ length: 50 }, (_, i) => `content/job-aids/bad-${i}.mdx`);
  for (const [i, name] of names.entries()) await place(name, bodyOf(i % 2 ? '# Title' : '{1 + 1}'));
  const [first, second] = [await check(), await check()];
  assert.equal(first.code, 1);
  assert.equal(second.out, first.out);
  assertNoTrace(first);
  const files = [...first.out.matchAll(/^(content\/\S+):\d+:\d+ {2}error/gm)].map(([, file]) => file);
  assert.deepEqual(files, names.toSorted());
  assert.match(first.out, /^50 errors in 50 files\.$/m);
});

describe('what can’t be read', () => {
  test('is told in words, beside the findings of the pages that can', async () => {
    await place('content/job-aids/bad.mdx', bodyOf('# Title'));
    await place('content/job-aids/empty.mdx', '');
    await place('content/job-aids/bytes.mdx', Uint8Array.from([0xff, 0xfe, 0, 1]));
    placed.push('content/job-aids/folder.mdx', 'content/job-aids/link.mdx');
    await mkdir(path.join(root, 'content/job-aids/folder.mdx'));
    await symlink(path.join(root, 'nowhere'), path.join(root, 'content/job-aids/link.mdx'));
    const result = await check();
    assertNoTrace(result);
    const told = [...result.out.matchAll(/^content\/job-aids\/(\S+?):\d+:\d+ {2}error {2}(\S+)/gm)].map(
      ([, file, rule]) => `${file} ${rule}`,
    );
    assert.deepEqual(told, [
      'bad.mdx heading',
      'bytes.mdx encoding',
      'empty.mdx frontmatter',
      'folder.mdx known-file',
      'link.mdx symbolic-link',
    ]);
  });

  for (const [name, content] of [
    ['missing', undefined],
    ['not YAML', 'name: [\n'],
    ['no text', Uint8Array.from([0xff, 0])],
  ] as const) {
    test(`with a site.yaml that is ${name} the findings of pages still come`, async () => {
      const site = path.join(root, 'content/site.yaml');
      const whole = await readFile(site);
      await place('content/job-aids/bad.mdx', bodyOf('# Title'));
      await (content === undefined ? rm(site) : writeFile(site, content));
      const result = await check();
      await writeFile(site, whole);
      assert.equal(result.code, 1);
      assertNoTrace(result);
      assert.match(result.out, /^content\/site\.yaml:\d+:\d+ {2}error/m);
      assert.match(result.out, /^content\/job-aids\/bad\.mdx:\d+:1 {2}error {2}heading/m);
    });
  }
});

describe('--fix', () => {
  test('mends what a machine can mend, and nothing else changes', async () => {
    const clean = bodyOf('See [the next page](job-aids/find-the-cause-of-a-gap). Ünïcode, 🙂 and 5 µm stay.');
    const dirty = clean
      .replace('(job-aids/find-the-cause-of-a-gap)', '(../job-aids/find-the-cause-of-a-gap.mdx)')
      .replace('stay', 'st\u200Bay')
      .replace('\n---\n', '\r\n---\n');
    await place('content/job-aids/dirty.mdx', `\uFEFF${dirty}`);
    const { code, out, err } = await check('--fix');
    assert.equal(await readFile(path.join(root, 'content/job-aids/dirty.mdx'), 'utf8'), clean);
    assert.match(err, /^Mended content\/job-aids\/dirty\.mdx\.$/m);
    assert.equal(code, 0, out);
  });

  test('mends a thousand hidden characters in one go', async () => {
    const clean = bodyOf(`${'word '.repeat(20).trim()}\n`.repeat(50));
    await place('content/job-aids/dirty.mdx', clean.replaceAll('word', 'wo\u200Brd'));
    const { code, out } = await check('--fix');
    assert.equal(await readFile(path.join(root, 'content/job-aids/dirty.mdx'), 'utf8'), clean);
    assert.equal(code, 0, out);
  });

  test('leaves a file alone whose bytes it would lose', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(bodyOf('a\u200Bb')), 0xe9, 0x0a]);
    await place('content/job-aids/dirty.mdx', bytes);
    const { code } = await check('--fix');
    assert.equal(code, 1);
    assert.deepEqual(new Uint8Array(await readFile(path.join(root, 'content/job-aids/dirty.mdx'))), bytes);
  });
});

describe('a mistake in the command', () => {
  for (const [what, args, said] of [
    ['an unknown flag', ['--fast'], /npm run check --/],
    ['an unknown format', ['--format', 'xml'], /no format "xml".*pretty, json, github/],
    [
      'an unknown file',
      ['content/job-aids/find-the-cause-of-a-gapp.mdx'],
      /Did you mean content\/job-aids\/find-the-cause-of-a-gap\.mdx\?/,
    ],
    ['a file outside content/', ['package.json'], /package\.json does not lie in content\//],
    ['an unknown rule', ['--explain', 'no-htm'], /Did you mean "no-html"\?/],
    ['a revision outside any repository', ['--since', 'nowhere'], /git/],
  ] as const) {
    test(`is answered in words: ${what}`, async () => {
      const result = await check(...args);
      assert.equal(result.code, 1);
      assert.equal(result.out, '');
      assert.match(result.err, said);
      assert.doesNotMatch(result.err, /^ {4}at /m);
    });
  }
});

test('--explain tells why a rule is there, and shows what it refuses and accepts', async () => {
  const { code, out } = await check('--explain', 'look-alike');
  assert.equal(code, 0);
  for (const part of [/^look-alike \(error\)/, /^Why: /m, /^To mend it: /m, /^Refused:/m, /^Accepted:/m])
    assert.match(out, part);
});

test('files and folders that are named narrow the report', async () => {
  await place('content/job-aids/bad.mdx', bodyOf('# Title'));
  await place('content/references/bad.mdx', 'x');
  const one = await check('content/job-aids/bad.mdx');
  assert.match(one.out, /^1 error in 1 file\.$/m);
  assert.match((await check('content/references')).out, /^content\/references\/bad\.mdx:1:1/m);
  assert.equal((await check('content/pathways')).code, 0);
});

test('--changed tells of what changed, and of errors anywhere', async () => {
  const git = (...args: string[]) =>
    promisify(execFile)('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
      cwd: root,
    });
  await place('content/job-aids/old.mdx', bodyOf('# Title'));
  await git('init', '-q', '-b', 'main');
  placed.push('.git');
  await git('add', 'content');
  await git('commit', '-q', '-m', 'Begin');
  await place('content/job-aids/late.mdx', bodyOf('It was of the the old kind.'));
  await git('add', 'content');
  await git('commit', '-q', '-m', 'Go on');
  const clean = await check('--changed');
  assert.equal(clean.code, 1);
  assert.doesNotMatch(clean.out, /late\.mdx/);
  await place('content/job-aids/new.mdx', bodyOf('{1 + 1}'));
  const { code, out } = await check('--changed');
  assert.equal(code, 1);
  assert.match(out, /^content\/job-aids\/new\.mdx/m);
  assert.match(out, /^content\/job-aids\/old\.mdx/m);
  assert.doesNotMatch(out, /late\.mdx/);
  assert.match((await check('--since', 'nowhere')).err, /git knows no commit "nowhere"/);
});
