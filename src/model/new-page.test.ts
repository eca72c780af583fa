import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, describe, test } from 'node:test';
import { parse } from 'yaml';
import { checkProject } from '../checks/check.ts';
import { scratchProject } from '../checks/scratch.ts';
import { readSettings } from '../content/read.ts';
import type { Settings } from '../content/settings.ts';
import { blankMarker, fillBlanks, findBlanks } from '../schema/blank.ts';
import { pageTypeNames, type PageType } from '../schema/index.ts';
import { jobAidKinds } from '../schema/job-aid.ts';
import { newPage, type NewPage } from './new-page.ts';
import { today } from './today.ts';

const project = await scratchProject();
const settings = (await readSettings(project.root)).settings as Settings;
after(() => project.remove());

const answers: NewPage = {
  title: 'Hand over a shift: what the next one needs',
  roles: ['manager', 'everyone'],
  stages: ['novice', 'practitioner', 'expert'],
  topics: ['manage'],
  moments: ['apply'],
  owner: 'managers-circle',
  on: today(),
};

/** Titles that ask, where pages of the type do. */
const titles: Partial<Record<PageType, string>> = {
  'decision-tools': 'Hand over in writing or in words?',
};

/** Every kind of page there is, the kinds of job aids one by one. */
const kinds: [name: string, type: PageType, answers: NewPage][] = [
  ...jobAidKinds.map((kind) => [kind, 'job-aids', { ...answers, kind }] as [string, PageType, NewPage]),
  ...pageTypeNames
    .filter((type) => type !== 'job-aids')
    .map(
      (type) =>
        [type, type, { ...answers, title: titles[type] ?? answers.title }] as [string, PageType, NewPage],
    ),
];

/** What an author might write: blank → text. Where the table has none, a sentence with a number, so that no two are alike. */
const written: Record<string, string> = {
  'The words to say': '“Have you got two minutes about the four o’clock handover?”',
  'What the thing is called once it is filled in': 'Handover note',
};

let count = 0;

/** No two texts are alike, on one page or on two. */
function filled(source: string): string {
  return fillBlanks(source, (about) => {
    const text = written[about] ?? `Put note ${++count} on the desk of the next shift`;
    return about.startsWith('One sentence') ? `${text}.` : text;
  });
}

async function findingsIn(pages: Record<string, string>): Promise<string[]> {
  const scratch = await scratchProject();
  try {
    for (const [file, text] of Object.entries(pages)) await writeFile(`${scratch.root}/${file}`, text);
    const { findings } = await checkProject(scratch.root, answers.on);
    return findings.map(
      ({ file, line, rule, found, expected }) => `${file}:${line} ${rule}: ${found}; ${expected}`,
    );
  } finally {
    await scratch.remove();
  }
}

function files(of: (type: PageType, answers: NewPage) => string): Record<string, string> {
  return Object.fromEntries(
    kinds.map(([name, type, given]) => [`content/${type}/new-${name}.mdx`, of(type, given)]),
  );
}

describe('a new page', () => {
  test('of any kind has blanks, and has none left when they are filled', () => {
    for (const [name, type, given] of kinds) {
      const source = newPage(type, given, settings);
      assert.ok(findBlanks(source).length >= 8, `${name} asks for hardly anything`);
      assert.deepEqual(findBlanks(filled(source)), [], name);
    }
  });

  test('of any kind passes the check once its blanks are filled', async () => {
    assert.deepEqual(await findingsIn(files((type, given) => filled(newPage(type, given, settings)))), []);
  });

  test('of any kind has nothing but its blanks to mend', async () => {
    const findings = await findingsIn(files((type, given) => newPage(type, given, settings)));
    assert.deepEqual(
      findings.filter((finding) => !finding.includes(' fill-in: ')),
      [],
    );
  });

  test('for one stage holds nothing that is for the others, and passes all the same', async () => {
    const forOne = (type: PageType, given: NewPage) =>
      newPage(type, { ...given, stages: ['practitioner'] }, settings);
    for (const source of Object.values(files(forOne))) assert.doesNotMatch(source, /novice|expert/);
    assert.deepEqual(await findingsIn(files((type, given) => filled(forOne(type, given)))), []);
  });

  test('keeps its title as it was typed, whatever YAML makes of such signs', () => {
    for (const title of ['Why: a question', "Don't # touch", '"Quoted"', 'no', '- 3 °C', '{x}']) {
      const source = newPage('references', { ...answers, title }, settings);
      assert.equal((parse(source.split('---')[1]!) as { title: string }).title, title);
    }
  });

  test('leads to a page of its topic where a page has to stand', () => {
    const source = newPage('decision-tools', answers, settings);
    assert.match(source, /next: \[job-aids\/give-feedback-on-the-spot\] # FILL IN: /);
  });
});

describe('a blank', () => {
  test('says where it stands, in characters, and what to write', () => {
    const text = `a: "${blankMarker} One thing."\n\n- 😀 **${blankMarker} another**, ${blankMarker} a third | x`;
    assert.deepEqual(findBlanks(text), [
      { line: 1, column: 5, about: 'One thing' },
      { line: 3, column: 7, about: 'another' },
      { line: 3, column: 27, about: 'a third' },
    ]);
  });

  test('is found when its author has written half of it', () => {
    assert.equal(findBlanks(`x ${blankMarker}`).length, 1);
  });
});
