/**
 * A rebuild keeps what it can. Whatever was edited since, and however the build before ended, the result is the site that
 * a cold build makes, byte for byte; and until a new site is whole, the one before stands untouched.
 */
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { readPage } from '../../src/content/page.ts';
import { filesBelow } from './built-site.ts';
import { sampleJobAid, sampleTool } from './sample-page.ts';
import {
  build,
  buildDay,
  endOf,
  runBuild,
  scratchSite,
  startBuild,
  type ScratchSite,
} from './scratch-site.ts';

/** What a test adds to the shipped pages: each shows something that stands in another file. */
const samples = {
  'job-aids/sample-title': sampleJobAid({ title: 'Say it in one line' }),
  'job-aids/sample-link': sampleJobAid({ title: 'Link to it', more: 'next: [job-aids/sample-title]\n' }),
  'job-aids/sample-term': sampleJobAid({ title: 'Use a word', body: 'A <Term id="job-aid">job aid</Term>.' }),
  'job-aids/sample-picture': sampleJobAid({
    title: 'Look at it',
    body: '<Figure src="./form.png" alt="A form" />',
  }),
  'job-aids/sample-review': reviewed(sampleJobAid({ title: 'Have it reviewed' })),
  'decision-tools/sample-tool': sampleTool,
  'job-aids/sample-tool-here': sampleJobAid({
    title: 'Answer it here',
    body: '<Tool id="decision-tools/sample-tool" here />',
  }),
  'job-aids/sample-leaving': sampleJobAid({ title: 'Leave the house', more: 'aliases: [leaving]\n' }),
};
const pictures = {
  wide: 'iVBORw0KGgoAAAANSUhEUgAAAAYAAAACCAAAAABeNvKCAAAADklEQVR42mNoAAMGCAUAKg4GAQj2DKEAAAAASUVORK5CYII=',
  high: 'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAAAAACRn/EaAAAADklEQVR42mNoAAIGOAEALQ8GAbBqrSgAAAAASUVORK5CYII=',
};

/** Edits that are built together: no page shows two of them, or one could hide what another left stale. */
interface Round {
  name: string;
  make(site: ScratchSite): Promise<unknown>;
  /** The day of the build. */
  day?: string;
  /** File of the built site → what has to be seen in it now: the page itself was not edited. */
  shows: Record<string, RegExp>;
}

const rounds: Round[] = [
  {
    name: 'a title, a term and a tool that other pages show',
    make: (site) =>
      Promise.all([
        site.edit('content/job-aids/sample-title.mdx', 'Say it in one line', 'Say it in six words'),
        site.edit(
          'content/references/glossary.mdx',
          /(?<=- id: job-aid\n(?: {4}.*\n)*? {4}means: ).*/,
          'A page to work by.',
        ),
        site.edit('content/decision-tools/sample-tool.mdx', 'Is it broken?', 'Is it in two pieces?'),
      ]),
    shows: {
      'job-aids/sample-link/index.html': /Say it in six words/,
      'job-aids/sample-term/index.html': /A page to work by\./,
      'job-aids/sample-tool-here/index.html': /Is it in two pieces\?/,
      'decision-tools/sample-tool/routes/index.html': /Is it in two pieces\?/,
    },
  },
  {
    name: 'a day on which a review has run out',
    day: '2027-11-30',
    make: () => Promise.resolve(),
    shows: { 'job-aids/sample-review/index.html': /data-state="overdue"/ },
  },
  {
    name: 'a word of the interface',
    day: '2027-11-30',
    make: (site) => site.edit('content/words/en.yaml', /(?<=^ {2}stuck: ).*$/m, 'At a loss?'),
    shows: { 'job-aids/sample-link/index.html': /<summary>At a loss\?/ },
  },
  {
    name: 'a style, a script and a component',
    day: '2027-11-30',
    make: (site) =>
      Promise.all([
        site.edit('src/styles/decision-tool.css', /$/, '\n.tool{outline-offset:7px}\n'),
        site.edit(
          'src/client/pathway-progress.ts',
          /$/,
          '\ndocument.documentElement.dataset.edited = "yes";\n',
        ),
        site.edit('src/components/technology/Technology.astro', 'class="verdict"', 'class="verdict edited"'),
      ]),
    shows: { 'technologies/wikis/index.html': /class="verdict edited"/ },
  },
  {
    name: 'a picture under the same name, and with a page less',
    day: '2027-11-30',
    make: (site) =>
      Promise.all([
        site.write('content/job-aids/form.png', Buffer.from(pictures.high, 'base64')),
        rm(path.join(site.root, 'content/job-aids/sample-leaving.mdx')),
      ]),
    shows: { 'job-aids/sample-picture/index.html': /width="4" height="3"/ },
  },
];

/** Built again and again. */
let warm: ScratchSite;
/** Gets the same edits, and forgets everything before each build. */
let cold: ScratchSite;

before(async () => {
  [warm, cold] = await Promise.all([sampleSite(), sampleSite()]);
  await Promise.all([build(warm.root), build(cold.root)]);
});

after(() => Promise.all([warm.remove(), cold.remove()]));

describe('a rebuild equals a cold build', () => {
  test('two cold builds in two folders make the same site', async () => {
    assertSame(await snapshot(warm), await snapshot(cold));
  });

  for (const { name, make, day = buildDay, shows } of rounds) {
    test(`after editing ${name}`, async () => {
      assert.ok(
        existsSync(path.join(warm.root, 'node_modules/.astro/incremental-build.json')),
        'nothing was kept: the rebuild is cold',
      );
      await Promise.all([make(warm), make(cold)]);
      await forget(cold);
      await Promise.all([warm, cold].map(({ root }) => build(root, { SIDEKICK_TODAY: day })));
      for (const [file, text] of Object.entries(shows))
        assert.match(await readFile(path.join(warm.dist, file), 'utf8'), text);
      assertSame(await snapshot(warm), await snapshot(cold));
    });
  }

  test('and a page that was taken away is gone, its short address too', () => {
    assert.ok(!existsSync(path.join(warm.dist, 'job-aids/sample-leaving')));
    assert.ok(!existsSync(path.join(warm.dist, 'go/leaving')));
  });
});

describe('the site before stands until the new one is whole', () => {
  const page = 'content/job-aids/sample-title.mdx';
  let previous: Snapshot;

  before(async () => {
    await build(warm.root);
    previous = await snapshot(warm);
  });

  test('a refused page leaves it as it was', async () => {
    const undo = await warm.edit(page, /$/, '<script>alert(1)</script>\n');
    const { code, output } = await runBuild(warm.root);
    await undo();
    assert.equal(code, 1);
    assert.match(output, /content\/job-aids\/sample-title\.mdx:\d+:1 {2}error {2}no-html/);
    assertSame(await snapshot(warm), previous);
  });

  test('code that breaks leaves it as it was', async () => {
    const undo = await warm.edit('src/components/mdx/Note.astro', '<slot />', '{nowhere.at.all}<slot />');
    const { code, output } = await runBuild(warm.root);
    await undo();
    assert.notEqual(code, 0);
    assert.match(output, /nowhere is not defined/);
    assertSame(await snapshot(warm), previous);
  });

  // What the killed build has already replaced among the kept pages must not come back when the edit is undone.
  const moments = {
    'while pages are rendered': 'job-aids/sample-title/index.html',
    'while the index is written': 'pagefind',
  };
  for (const [moment, file] of Object.entries(moments)) {
    test(`a build killed ${moment} leaves it as it was, and the next build is right`, async () => {
      let killed = false;
      // On a busy machine a build can be done before anybody looks: then it is tried again.
      for (let attempt = 0; !killed && attempt < 10; attempt++) {
        if (attempt > 0) await build(warm.root);
        const undo = await warm.edit(page, /(?<=^title: ).*$/m, 'Say it in seven words');
        killed = await killWhen(path.join(warm.root, '.build/site', file), startBuild(warm.root));
        await undo();
      }
      assert.ok(killed, 'ten builds ended by themselves before they could be killed');
      assertSame(await snapshot(warm), previous);
      await build(warm.root);
      assertSame(await snapshot(warm), previous);
    });
  }
});

async function sampleSite(): Promise<ScratchSite> {
  const site = await scratchSite();
  await site.write('content/job-aids/form.png', Buffer.from(pictures.wide, 'base64'));
  for (const [id, text] of Object.entries(samples)) await site.write(`content/${id}.mdx`, text);
  return site;
}

/** Takes away everything that an earlier build left. */
async function forget({ root }: ScratchSite): Promise<void> {
  const kept = [
    'dist',
    '.build',
    '.astro',
    'node_modules/.astro',
    'node_modules/.vite',
    'node_modules/.cache',
  ];
  await Promise.all(kept.map((name) => rm(path.join(root, name), { recursive: true, force: true })));
}

/** A page with a review that holds on the day of the build. It names the fingerprint of the page, which leaves the review out. */
function reviewed(text: string): string {
  const options = { base: '/', steps: true, footnotes: { title: '', back: '' } };
  const { version } = readPage(text, 'content/job-aids/sample-review.mdx', options).page!;
  const review = `review: { by: writing-desk, on: 2026-11-01, every: 6 months, of: ${version} }`;
  return text.replace(/^owner: .*$/m, (owner) => `${owner}\n${review}`);
}

/** Ends a build the hard way as soon as it has made a file. @returns whether it was still running */
async function killWhen(file: string, child: ChildProcess): Promise<boolean> {
  const end = endOf(child);
  while (!existsSync(file) && child.exitCode === null) await wait(1);
  child.kill('SIGKILL');
  return (await end).code === null;
}

/** File → fingerprint of what is in it. */
type Snapshot = Map<string, string>;

async function snapshot({ dist }: ScratchSite): Promise<Snapshot> {
  const files = [...(await filesBelow(dist))].sort();
  assert.ok(files.length > 100, `${dist} is no whole site`);
  const fingerprint = async (file: string) =>
    createHash('sha256')
      .update(await readFile(path.join(dist, file)))
      .digest('hex');
  return new Map(await Promise.all(files.map(async (file) => [file, await fingerprint(file)] as const)));
}

function assertSame(actual: Snapshot, expected: Snapshot): void {
  const names = [...new Set([...actual.keys(), ...expected.keys()])].sort();
  const other = names.filter((name) => actual.get(name) !== expected.get(name));
  const describeFile = (name: string) =>
    actual.has(name) ? (expected.has(name) ? 'differs' : 'is too many') : 'is missing';
  assert.ok(other.length === 0, `\n${other.map((name) => `${name} ${describeFile(name)}`).join('\n')}`);
}
