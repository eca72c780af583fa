import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../content/finding.ts';
import { checkProject } from './check.ts';
import { today } from '../model/today.ts';
import { reportFindings } from './report.ts';
import { prettyReport } from './reporters/pretty.ts';
import { scratchProject } from './scratch.ts';
import { errorsOf } from './severity.ts';

const day = today();
const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const project = fileURLToPath(new URL('../../', import.meta.url));

/** Fixture → rule and line of each finding, in order. */
const expected: Record<string, string[]> = {
  Bad_Name: ['file-name 1'],
  'computed-prop': ['no-code 33'],
  'data-link-in-definition': ['address 35'],
  'direction-override': ['characters 33', 'characters 33'],
  'disguised-javascript': ['address 33'],
  'double-key': ['yaml 7'],
  export: ['no-code 23'],
  expression: ['no-code 33'],
  'first-level-heading': ['heading 33'],
  'html-comment': ['mdx 33'],
  'image-handler': ['no-html 33'],
  import: ['no-code 23'],
  'impossible-date': ['frontmatter 22'],
  'javascript-link': ['address 33'],
  'member-component': ['component 33'],
  'missing-field': ['frontmatter 2'],
  'misspelt-field': ['frontmatter 15'],
  'misspelt-value': ['frontmatter 4'],
  'no-frontmatter': ['frontmatter 1'],
  'not-utf8': ['encoding 33'],
  'nul-byte': ['encoding 33'],
  'path-traversal': ['component 33'],
  'proto-key': ['yaml 7'],
  'script-tag': ['no-html 33'],
  'spread-prop': ['no-code 33'],
  'three-at-once': ['frontmatter 4', 'no-code 33', 'no-html 35', 'address 37'],
  'unclosed-component': ['mdx 33'],
  'unknown-component': ['component 33'],
  'unknown-page': ['known-page 33'],
  'unknown-prop': ['component 33'],
  'unknown-role': ['known-id 8'],
  'wrong-prop-value': ['component 33'],
  'yaml-alias': ['yaml 8'],
  'yaml-tag': ['yaml 6'],
};

async function fixturePages(kind: 'refused' | 'accepted'): Promise<Record<string, Uint8Array>> {
  const names = await readdir(path.join(fixtures, kind));
  const read = async (name: string) =>
    [`content/job-aids/${name}`, await readFile(path.join(fixtures, kind, name))] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

/** The shipped pages beside the fixtures, so that the settings' own links hold. */
async function shippedPages(): Promise<Record<string, Uint8Array>> {
  const names = (await readdir(path.join(project, 'content'), { recursive: true })).filter((name) =>
    name.endsWith('.mdx'),
  );
  const read = async (name: string) =>
    [
      `content/${name.split(path.sep).join('/')}`,
      await readFile(path.join(project, 'content', name)),
    ] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

let refused: Finding[];
let refusedAgain: Finding[];
let accepted: Finding[];

before(async () => {
  const shipped = await shippedPages();
  const find = async (kind: 'refused' | 'accepted') => {
    const scratch = await scratchProject({ ...shipped, ...(await fixturePages(kind)) });
    const [first, second] = [await checkProject(scratch.root, day), await checkProject(scratch.root, day)];
    await scratch.remove();
    return [first.findings, second.findings] as const;
  };
  [refused, refusedAgain] = await find('refused');
  [accepted] = await find('accepted');
});

test('every broken or hostile page is refused at its line, all in one run', () => {
  const byFixture: Record<string, string[]> = {};
  // Errors only: some are in poor style as well.
  for (const { file, rule, line } of errorsOf(refused))
    (byFixture[path.basename(file, '.mdx')] ??= []).push(`${rule} ${line}`);
  assert.deepEqual(byFixture, expected);
});

test('every fixture in the folder is expected', async () => {
  const names = (await readdir(path.join(fixtures, 'refused'))).map((name) => path.basename(name, '.mdx'));
  assert.deepEqual(names.sort(), Object.keys(expected).sort());
});

test('a second run, from the cache, finds the same', () => {
  assert.deepEqual(refusedAgain, refused);
});

test('unusual but legal pages are accepted, whatever their style', () => {
  assert.deepEqual(errorsOf(accepted), []);
});

test('the shipped pages have no finding', async () => {
  const { findings, pages } = await checkProject(project, today());
  assert.deepEqual(findings, []);
  assert.ok(pages.length > 25);
});

test('a finding says where, what, what instead, and shows the line with a caret', async () => {
  const finding = refused.find(({ file }) => file.endsWith('unknown-role.mdx'))!;
  const source = await readFile(path.join(fixtures, 'refused/unknown-role.mdx'), 'utf8');
  assert.equal(
    prettyReport(reportFindings([finding], () => source, 'https://help.example.org/')),
    [
      'content/job-aids/unknown-role.mdx:8:9  error  known-id',
      '  Found the role "everybody".',
      '  Expected one of performance-consultant, learning-designer, community-facilitator, learning-technologist, learning-leader, subject-expert, manager, everyone.',
      '  Did you mean "everyone"?',
      '  8 | roles: [everybody]',
      '              ^',
      '  Why: https://help.example.org/rules/known-id/',
      '',
      '1 error in 1 file.',
    ].join('\n'),
  );
});

test('a schema tightened on a warm cache refuses the pages that no longer fit', async () => {
  const scratch = await scratchProject(undefined, ['src', 'scripts', 'package.json']);
  const check = () =>
    promisify(execFile)(process.execPath, ['scripts/check.ts'], { cwd: scratch.root }).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        output: error.stdout + error.stderr,
      }),
    );
  const warm = await check();
  assert.equal(warm.code, 0, warm.output);
  const schema = path.join(scratch.root, 'src/schema/page.ts');
  await writeFile(schema, (await readFile(schema, 'utf8')).replace('.max(180)', '.max(20)'));
  const tightened = await check();
  assert.equal(tightened.code, 1);
  assert.match(
    tightened.output,
    /find-the-cause-of-a-gap\.mdx:3:10 {2}error {2}frontmatter\n {2}Found "summary: /,
  );
  await scratch.remove();
});
