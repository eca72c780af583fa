import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readPage } from '../content/page.ts';
import { readSettings } from '../content/read.ts';
import { pageOptions, type Settings } from '../content/settings.ts';
import type { RetiredPage } from '../schema/retired.ts';
import {
  planRetirement,
  retiredFile,
  siteFile,
  type Retirement,
  type RetirementPlan,
  type RetiringProject,
} from './retire.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shipped = (await readSettings(root)).settings as Settings;
const siteText = await readFile(`${root}${siteFile}`, 'utf8');

/** A job aid with what a test needs. @param more frontmatter, a field a line */
function jobAid(title: string, more = '', body = '1. **Do it.**\n'): string {
  return `---
title: ${title}
summary: One sentence.
kind: steps
used: during
moments: [apply]
roles: [everyone]
stages: [novice]
topics: [write]
minutes: 5
asks: [one, two, three]
use_when: It is there.
not_when:
  - if: It is not
    instead: Wait.
done_when: It is done.
owner: writing-desk
${more}---

${body}`;
}

const [old, fresh, third] = ['job-aids/old', 'job-aids/new', 'job-aids/third'];

/** @param pages id → text; @param list the text of retired.yaml */
function project(pages: Record<string, string>, list = '# Gone.\n[]\n', site = siteText): RetiringProject {
  const options = pageOptions(shipped);
  const read = Object.entries(pages).map(([id, text]) => {
    const { page, findings } = readPage(text, `content/${id}.mdx`, options);
    assert.ok(page, JSON.stringify(findings));
    return page;
  });
  const sources = new Map(Object.entries(pages).map(([id, text]) => [`content/${id}.mdx`, text]));
  sources.set(siteFile, site).set(retiredFile, list);
  return {
    pages: read,
    settings: { ...shipped, retired: (parse(list) ?? []) as RetiredPage[] },
    options,
    sources,
  };
}

/** Three pages: the one that goes, the one that takes its place, and one that a test writes. */
function three(more = '', body?: string, list?: string): RetiringProject {
  return project(
    {
      [old]: jobAid('The old way', 'aliases: [o, ld]\n'),
      [fresh]: jobAid('The new way', '', '## Where to look\n\n1. **Do it.**\n'),
      [third]: jobAid('Something else', more, body),
    },
    list,
  );
}

/** A tool with a link in the help of a question and in the reasons of an outcome. */
function tool(because: string): string {
  return `---
title: Pick
summary: One question.
roles: [everyone]
stages: [novice]
topics: [write]
moments: [apply]
asks: [a, b, c]
owner: writing-desk
minutes: 1
outcomes:
  - id: stay
    verdict: Stay.
    because: It is late.
    next: [job-aids/other]
  - id: go
    verdict: Go.
    next: [job-aids/other]
    because: |
      Because.

      ${because}

      [a]: job-aids/old
questions:
  - id: n
    ask: How many?
    type: integer
    min: 0
    max: 9
    help: "Read [it](job-aids/old)."
    routes: [{ if: n > 3, go: go }]
    go: stay
---

Text.
`;
}

const merge: Retirement = { id: old, to: fresh, on: '2026-11-23', why: 'Both said: the same.', instead: [] };
const withdraw: Retirement = { id: old, on: '2026-11-23', why: 'It was wrong.', instead: [fresh] };

function plan(given: RetiringProject, retirement: Retirement = merge): RetirementPlan {
  const made = planRetirement(given, retirement);
  if ('refused' in made) assert.fail(made.refused);
  return made;
}

/** The lines of a file that a plan changes: what stood there, and what stands there then. */
function changed(
  given: RetiringProject,
  made: RetirementPlan,
  id = third,
): { before: string[]; after: string[] } {
  const file = `content/${id}.mdx`;
  const [before, after] = [given.sources.get(file)!, made.texts.get(file) ?? given.sources.get(file)!].map(
    (text) => text.split('\n'),
  );
  return {
    before: before!.filter((line) => !after!.includes(line)),
    after: after!.filter((line) => !before!.includes(line)),
  };
}

function tasks(made: RetirementPlan): string[] {
  return made.tasks.map(({ file, line, column, says }) => `${file}:${line}:${column} ${says}`);
}

describe('a merge', () => {
  const mended: [name: string, more: string, body: string, before: string[], after: string[]][] = [
    ['a list in one line', 'next: [job-aids/old, job-aids/other] # why\n', '', ['next: [job-aids/old, job-aids/other] # why'], ['next: [job-aids/new, job-aids/other] # why']],
    ['a list of lines', 'next:\n  - job-aids/other\n  - "job-aids/old" # why\n', '', ['  - "job-aids/old" # why'], ['  - "job-aids/new" # why']],
    ['a link with words, an anchor and a title', '', '[job-aids/old](job-aids/old#where-to-look "job-aids/old")\n', ['[job-aids/old](job-aids/old#where-to-look "job-aids/old")'], ['[job-aids/old](job-aids/new#where-to-look "job-aids/old")']],
    ['a link in a table in a stage', '', '<Stage for="novice">\n\n| a | b |\n| - | - |\n| [x **y**](job-aids/old) | `job-aids/old` |\n\n</Stage>\n', ['| [x **y**](job-aids/old) | `job-aids/old` |'], ['| [x **y**](job-aids/new) | `job-aids/old` |']],
    ['a definition', '', '[See][job-aids/old]\n\n[job-aids/old]: job-aids/old\n', ['[job-aids/old]: job-aids/old'], ['[job-aids/old]: job-aids/new']],
    ['a link whose address begins like it', '', '[x](job-aids/old-one)\n', [], []],
  ]; // prettier-ignore
  for (const [name, more, body, before, after] of mended) {
    test(`mends ${name}, and nothing beside it`, () => {
      const given = three(more, body || undefined);
      const made = plan(given);
      assert.deepEqual(changed(given, made), { before, after });
      assert.deepEqual(tasks(made), []);
    });
  }

  test('mends links in what a decision tool tells, and leaves the rest to a person', () => {
    const given = three();
    const text = tool(
      'See [it](job-aids/old#where-to-look), and {n} of [this][a] or [job-aids/old](job-aids/old#gone).',
    );
    const page = readPage(text, 'content/decision-tools/pick.mdx', given.options).page!;
    given.pages.push(page);
    given.sources.set(page.file, text);
    const made = plan(given);
    assert.deepEqual(changed(given, made, 'decision-tools/pick').after, [
      '      See [it](job-aids/new#where-to-look), and {n} of [this][a] or [job-aids/old](job-aids/old#gone).',
      '      [a]: job-aids/new',
      '    help: "Read [it](job-aids/new)."',
    ]);
    assert.deepEqual(tasks(made), [
      'content/decision-tools/pick.mdx:22:69 leads to #gone: find the place in job-aids/new',
    ]);
  });

  test('mends what a page says to use instead', () => {
    const given = three();
    const text = jobAid('Fourth').replace('instead: Wait.', 'go: job-aids/old');
    const page = readPage(text, 'content/job-aids/fourth.mdx', given.options).page!;
    given.pages.push(page);
    given.sources.set(page.file, text);
    assert.deepEqual(changed(given, plan(given), 'job-aids/fourth').after, ['    go: job-aids/new']);
  });

  const doubles: [name: string, more: string, after: string][] = [
    ['first in a line', 'next: [job-aids/old, job-aids/new]\n', 'next: [job-aids/new]'],
    [
      'last in a line',
      'next: [job-aids/new, job-aids/x, job-aids/old]\n',
      'next: [job-aids/new, job-aids/x]',
    ],
    [
      'twice in a line',
      'next: [job-aids/x, job-aids/old, job-aids/old]\n',
      'next: [job-aids/x, job-aids/new]',
    ],
    ['on a line', 'next:\n  - job-aids/old\n  - job-aids/new\n', 'next:\n  - job-aids/new'],
  ];
  for (const [name, more, after] of doubles) {
    test(`takes a double out that stands ${name}`, () => {
      const given = three(more);
      const text = plan(given).texts.get(`content/${third}.mdx`)!;
      assert.ok(text.includes(`\n${after}\n---\n`), text);
    });
  }

  test('leaves a double to a person where a comment would go with it', () => {
    const given = three('next:\n  - job-aids/old # the older one\n  - job-aids/new\n');
    const made = plan(given);
    assert.deepEqual(changed(given, made).after, []);
    assert.match(
      tasks(made)[0]!,
      /third\.mdx:19:5 next: take job-aids\/old out; job-aids\/new stands there already/,
    );
  });

  test('does not let a page lead to itself', () => {
    const given = project({
      [old]: jobAid('The old way'),
      [fresh]: jobAid('The new way', 'next: [job-aids/old]\n', '[see](job-aids/old)\n'),
    });
    const made = plan(given);
    assert.deepEqual(changed(given, made, fresh).after, ['next: []']);
    assert.match(tasks(made).join('\n'), /new\.mdx:21:1 would lead to the page that it stands on/);
  });

  test('leaves to a person a heading that the new page lacks, a step, and a sentence with the old title', () => {
    const made = plan(three('', 'See “The\nold way”.\n\n[a](job-aids/old#gone) [b](job-aids/old#step-1)\n'));
    assert.deepEqual(tasks(made), [
      'content/job-aids/third.mdx:23:1 leads to #gone: find the place in job-aids/new',
      'content/job-aids/third.mdx:23:24 leads to a step of the old page: find the place in job-aids/new',
      'content/job-aids/third.mdx:20:6 names the old title “The old way”',
    ]);
    assert.deepEqual(
      made.tasks.map(({ must }) => must),
      [true, true, false],
    );
  });

  test('mends the home page', () => {
    const given = project(
      { [old]: jobAid('Old'), [fresh]: jobAid('New') },
      undefined,
      siteText.replace('job-aids/find-the-cause-of-a-gap', old),
    );
    const made = plan(given);
    assert.equal(made.texts.get(siteFile), siteText.replace('job-aids/find-the-cause-of-a-gap', fresh));
  });

  test('names the pages whose review it voids, and only those', () => {
    const reviewed = (id: string, text: string) => {
      const { version } = readPage(text, `content/${id}.mdx`, pageOptions(shipped)).page!;
      return text.replace(
        'owner:',
        `review: { by: writing-desk, on: 2026-11-01, every: 6 months, of: '${version}' }\nowner:`,
      );
    };
    const given = project({
      [old]: jobAid('Old'),
      [fresh]: reviewed(fresh, jobAid('New')),
      [third]: reviewed(third, jobAid('Third', 'next: [job-aids/old]\n')),
      'job-aids/fourth': jobAid('Fourth', 'next: [job-aids/old]\n'),
    });
    assert.deepEqual(
      plan(given).voided.map(({ id }) => id),
      [third],
    );
  });
});

describe('a withdrawal', () => {
  test('changes no other page and names each place that leads there', () => {
    const given = three('next: [job-aids/old]\n', '[x](job-aids/old#step-1)\n');
    const made = plan(given, withdraw);
    assert.deepEqual([...made.texts.keys()], [retiredFile]);
    assert.deepEqual(tasks(made), [
      'content/job-aids/third.mdx:18:8 next: leads to the withdrawn page',
      'content/job-aids/third.mdx:21:1 leads to the withdrawn page',
    ]);
  });

  test('names the words that only the page explained', () => {
    const glossary = `---\ntitle: Words\nsummary: One.\nmoments: [apply]\nroles: [everyone]\nstages: [novice]\ntopics: [write]\nasks: [one, two, three]\nowner: writing-desk\nterms:\n  - { id: wag, term: Wag, means: To move. }\n---\n\nText\n`;
    const given = project({
      'references/words': glossary,
      [third]: jobAid('Third', '', 'A <Term id="wag">wag</Term>.\n'),
    });
    const made = plan(given, { ...withdraw, id: 'references/words', instead: [] });
    assert.deepEqual(tasks(made), [
      'content/job-aids/third.mdx:20:3 only the retired page explains the term "wag"',
    ]);
  });
});

describe('the list of retired pages', () => {
  const listAfter = (list: string, retirement: Retirement = merge) =>
    plan(three('', undefined, list), retirement).texts.get(retiredFile)!;
  const entry =
    '- id: job-aids/old\n  title: The old way\n  on: 2026-11-23\n  why: "Both said: the same."\n  to: job-aids/new\n  aliases: [o, ld]\n';

  test('begins where the empty list stood, with the facts of the page', () => {
    assert.equal(listAfter('# Gone.\n[]\n'), `# Gone.\n${entry}`);
  });

  const earlier =
    '# Gone.\n- id: job-aids/first # the first one\n  title: First\n  on: 2026-01-01\n  why: Because.\n';

  test('keeps the entries and comments before it as they are', () => {
    assert.equal(listAfter(`${earlier}# end\n`), `${earlier}# end\n${entry}`);
    assert.equal(listAfter(earlier.trimEnd()), earlier + entry);
    const indented = earlier.replace(/^(?=[- ])/gm, '  ');
    assert.equal(listAfter(indented), indented + entry.replace(/^/gm, '  ').trimEnd() + '\n');
    const windows = earlier.replaceAll('\n', '\r\n');
    assert.equal(listAfter(windows), windows + entry.replaceAll('\n', '\r\n'));
  });

  test('stays whole when it is written in one line', () => {
    const list = parse(
      listAfter('[{ id: job-aids/first, title: First, on: 2026-01-01, why: Because. }]\n'),
    ) as RetiredPage[];
    assert.deepEqual(
      list.map(({ id }) => id),
      ['job-aids/first', old],
    );
  });

  test('never holds a chain: what led to the page leads on to its successor', () => {
    const list = `${earlier}  to: job-aids/old # see there\n`;
    assert.equal(listAfter(list), `${earlier}  to: job-aids/new # see there\n${entry}`);
  });

  test('withdraws what led to a withdrawn page, with the reason of today', () => {
    const list = parse(
      listAfter(
        `${earlier.replace('why: Because.', 'why: >-\n    Because\n    of it.')}  to: job-aids/old\n  aliases: [f]\n`,
        withdraw,
      ),
    ) as RetiredPage[];
    assert.deepEqual(list[0], {
      id: 'job-aids/first', title: 'First', on: '2026-11-23', why: 'It was wrong.', instead: [fresh], aliases: ['f'],
    }); // prettier-ignore
    assert.deepEqual(list[1], {
      id: old,
      title: 'The old way',
      on: '2026-11-23',
      why: 'It was wrong.',
      instead: [fresh],
      aliases: ['o', 'ld'],
    });
  });

  test('takes the page out of what helped instead of others, or names its successor there', () => {
    const helps = (list: string, retirement = merge) =>
      (parse(listAfter(`${earlier}  instead: ${list}\n`, retirement)) as RetiredPage[])[0]!.instead;
    assert.deepEqual(helps('[job-aids/old]'), [fresh]);
    assert.deepEqual(helps('[job-aids/old, job-aids/new]'), [fresh]);
    assert.deepEqual(helps('[job-aids/old]', withdraw), []);
    assert.deepEqual(helps('[job-aids/x, job-aids/old]', withdraw), ['job-aids/x']);
  });
});

describe('a retirement is refused in words when', () => {
  const list = '- { id: job-aids/gone, title: Gone, on: 2026-01-01, why: Because., to: job-aids/new }\n';
  const refusals: [name: string, retirement: Partial<Retirement>, says: RegExp][] = [
    [
      'nobody knows the page',
      { id: 'job-aids/odl' },
      /no page "job-aids\/odl"\. Did you mean "job-aids\/old"\?/,
    ],
    [
      'the page is gone already',
      { id: 'job-aids/gone' },
      /was retired on 2026-01-01 and leads to job-aids\/new/,
    ],
    ['it would lead to a page that is gone', { to: 'job-aids/gone' }, /leads to job-aids\/new/],
    ['it would lead to itself', { to: old }, /itself/],
    ['it would lead nowhere', { to: 'job-aids/nowhere' }, /no page "job-aids\/nowhere"/],
    [
      'what helps instead is unknown',
      { to: undefined, instead: ['job-aids/nowhere'] },
      /no page "job-aids\/nowhere"/,
    ],
    ['the reason is more than a line', { why: 'One.\nTwo.' }, /in one line/],
  ];
  for (const [name, retirement, says] of refusals) {
    test(name, () => {
      const made = planRetirement(three('', undefined, list), { ...merge, ...retirement });
      assert.match('refused' in made ? made.refused : 'not refused', says);
    });
  }
});
