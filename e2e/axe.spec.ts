/** Nobody is shut out: axe finds nothing on any kind of page, light and dark, narrow and wide, nor in what opens on it. */
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { colours, expectNoFinding, findings } from './barriers.ts';
import { expect, test } from './site.ts';

// The policy keeps other scripts out; axe is let in on these tests only.
test.use({ bypassCSP: true });

const project = path.resolve(import.meta.dirname, '..');
const sizeOf = (file: string) => statSync(path.join(project, file)).size;

/** The longest page of every kind: of each folder of the site, of each kind of job aid; and what has no file of its own. */
function everyKind(): string[] {
  const pages = globSync(['dist/*/index.html', 'dist/*/*/index.html'], {
    cwd: project,
    exclude: ['dist/go/**'],
  })
    .sort((a, b) => sizeOf(a) - sizeOf(b))
    .map((file) => path.relative('dist', path.dirname(file)));
  const folders = new Map(pages.map((page) => [page.includes('/') ? path.dirname(page) : `${page}/`, page]));
  const jobAids = new Map(
    pages.filter((page) => page.startsWith('job-aids/')).map((page) => [kindOf(page), page]),
  );
  const addresses = [...folders.values(), ...jobAids.values()].map((page) => `${page}/`);
  return [
    '',
    'gone/',
    'search/?q=training',
    'search/?q=xyzzy+quux',
    'search/?q=purple+zeppelin+training',
    'search/?q=new+manager+trainig&explain',
    'search/?type=references&role=manager',
    'decision-tools/course-or-job-aid/#worth=hardly-anything-that-somebody',
    ...new Set(addresses),
  ];
}

function kindOf(jobAid: string): string {
  const source = readFileSync(path.join(project, 'content', `${jobAid}.mdx`), 'utf8');
  return /^kind: *(\S+)/m.exec(source)?.[1] ?? '';
}

for (const address of everyKind()) {
  test(`nothing on ./${address}`, async ({ page }) => {
    await page.goto(`./${address}`);
    if (address.startsWith('search/?'))
      await expect(page.getByRole('status').first()).toHaveText(/\d results?|Nothing/);
    await expectNoFinding(page);
  });
}

test.describe('nothing in what opens:', () => {
  test('the list of results', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('combobox').fill('training');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expectNoFinding(page);
  });

  test('the field before anything is typed, with what was looked for before', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('sidekick:searches', JSON.stringify(['wiki', 'root cause']));
    });
    await page.goto('./');
    await page.getByRole('combobox').focus();
    await expect(page.getByRole('option')).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await expectNoFinding(page);
  });

  test('the region beside the list, entered by Tab', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('combobox').fill('which format fits this job aid');
    await expect(page.getByRole('region', { name: 'Preview' }).getByRole('listitem').first()).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expectNoFinding(page);
  });

  test('the list of searches that found nothing', async ({ page }) => {
    await page.goto('search/?q=xyzzy+quux');
    await page.getByText('What you looked for and did not find (1)').click();
    await expectNoFinding(page);
  });

  test('the search dialog, with results and without', async ({ page }) => {
    await page.goto('job-aids/find-the-cause-of-a-gap/');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('training');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectNoFinding(page);
    await page.getByRole('combobox').fill('xyzzy quux');
    await expect(page.getByText('Nothing for').first()).toBeVisible();
    await expectNoFinding(page);
  });

  test('a job aid in use: ticks, a changed step, help, a word explained, what went wrong', async ({
    page,
  }) => {
    await page.goto('job-aids/find-the-cause-of-a-gap/');
    await page.evaluate(() => {
      const hashes = [...document.querySelectorAll<HTMLElement>('[data-tick]')].map(
        (item) => item.dataset.tick ?? '',
      );
      hashes[1] = `${hashes[1]!.slice(0, 2)}__`;
      const value = JSON.stringify({ of: hashes.join(''), on: [0, 1, 7] });
      localStorage.setItem('sidekick:ticks:job-aids/find-the-cause-of-a-gap', value);
    });
    await page.reload();
    await expect(page.getByText('This step has changed since you ticked it.')).toBeVisible();
    for (const help of await page.getByText('Stuck here?').all()) await help.click();
    await page.getByRole('radio', { name: 'It did not' }).check();
    await page.getByRole('group', { name: 'How much detail?' }).getByText('Every step').click();
    await page.getByRole('button', { name: 'gap', exact: true }).click();
    await expect(page.locator('[popover]').first()).toBeVisible();
    await expectNoFinding(page);
  });

  test('one step at a time: a critical step with the question why it is skipped, a timer, the checks, the end', async ({
    page,
  }) => {
    test.slow();
    await page.goto('job-aids/find-the-cause-of-a-gap/#do=5');
    await page.getByRole('button', { name: 'Skip', exact: true }).click();
    await page.getByRole('button', { name: 'Skip it all the same' }).click();
    await expect(page.getByText('Write why first.')).toBeVisible();
    await expectNoFinding(page);
    await page.keyboard.press('Escape');
    for (const _ of [6, 7, 'checks']) await page.keyboard.press('ArrowRight');
    await expectNoFinding(page);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Yes, I am done' }).click();
    await expect(page.getByText('must not be left out')).toBeVisible();
    await expectNoFinding(page);
    await page.goto('job-aids/state-the-problem-with-a-number/#do=2');
    await page.getByRole('button', { name: 'Start the timer' }).click();
    await expectNoFinding(page);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('button', { name: /^Step 2: / })).toBeVisible();
    await expectNoFinding(page);
  });

  test('the record of a run, and all records on the device', async ({ page }) => {
    await page.goto('job-aids/find-the-cause-of-a-gap/#do=4');
    await page.getByRole('button', { name: 'Skip', exact: true }).click();
    await page.getByRole('button', { name: 'It was done before' }).click();
    await page.getByRole('button', { name: 'Done, next step' }).click();
    for (const _ of [6, 7, 'checks']) await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Yes, I am done' }).click();
    await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible();
    await expectNoFinding(page);
    await page.goto('runs/');
    await page.locator('summary').first().click();
    await expectNoFinding(page);
  });

  test('a pathway with every ability open', async ({ page }) => {
    await page.goto('pathways/performance-consultant/');
    await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    await page.getByRole('combobox').first().selectOption('Did it alone');
    await expectNoFinding(page);
  });

  test('a pathway with a log, all of my work, and what a manager is shown and answers', async ({ page }) => {
    test.slow();
    await page.goto('pathways/performance-consultant/?stage=novice');
    const scale = page.getByRole('combobox').filter({ visible: true }).first();
    for (const state of ['Seen it done', 'Skipped, because …', 'Did an unusual one'])
      await scale.selectOption(state);
    await page.getByRole('textbox', { name: 'Who saw it' }).filter({ visible: true }).fill('Somebody');
    await expectNoFinding(page);
    await page.goto('my-work/');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByRole('textbox', { name: 'The link' }).inputValue();
    await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    await expectNoFinding(page);
    await page.goto(link);
    await page.getByRole('radio', { name: 'Something is still missing' }).check();
    await page.getByRole('textbox', { name: 'What is still missing?' }).fill('The number');
    await page.getByRole('button', { name: 'Make the link with your answer' }).click();
    const back = await page.getByRole('textbox', { name: 'The link with your answer' }).inputValue();
    await expectNoFinding(page);
    await page.goto(back);
    await expect(page.getByRole('button', { name: 'Keep it in My work' })).toBeVisible();
    await expectNoFinding(page);
    await page.getByRole('button', { name: 'Keep it in My work' }).click();
    await expectNoFinding(page);
    await page.emulateMedia({ media: 'print' });
    expect(await findings(page)).toEqual([]);
  });

  test('a page that a pathway led to', async ({ page }) => {
    await page.goto('job-aids/find-the-cause-of-a-gap/?path=team-manager');
    await expectNoFinding(page);
  });

  test('an outcome with what would change it, and a link that is out of date', async ({ page }) => {
    const answers =
      'worth=it-costs-more-than&can-do=no-or-not-yet&remove=no-or-not-this&with-a-page=yes-near-enough';
    await page.goto(`decision-tools/course-or-job-aid/#${answers}&time-to-look=yes`);
    await expect(page.getByRole('heading', { name: 'What would change this' })).toBeVisible();
    await expectNoFinding(page);
    await page.goto(`decision-tools/course-or-job-aid/#${answers}&time-to-look=gone`);
    await expect(page.getByText('This tool has changed')).toBeVisible();
    await expectNoFinding(page);
  });

  test('the home page with something to pick up', async ({ page }) => {
    await page.goto('job-aids/find-the-cause-of-a-gap/');
    await page.getByRole('checkbox', { name: 'Step 1 done' }).check();
    await page.goto('./');
    await expect(page.getByRole('heading', { name: 'Pick up where you left off' })).toBeVisible();
    await expectNoFinding(page);
  });

  test('a page that is being written, with what is wrong told, and one that is ready', async ({ page }) => {
    test.slow();
    await page.goto('compose/');
    await page.getByRole('radio', { name: /^Job aid/ }).check();
    await page.getByLabel('Title', { exact: true }).fill('A title');
    await page.getByLabel('What does the page say?').fill('1. **Go.**\n\n   <Note kind="trap">Ice.</Note>\n');
    await page.getByRole('button', { name: 'Show what comes first' }).click();
    await page
      .locator('.compose details')
      .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    await expect(page.getByText('This is still missing.').first()).toBeVisible();
    await expectNoFinding(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await expectNoFinding(page);
    await page.goto('compose/?page=technologies/wikis');
    await page.getByLabel('Title', { exact: true }).fill('Wikis and so on');
    await expect(page.getByText('Nothing is missing.')).toBeVisible();
    await expectNoFinding(page);
  });

  test('a printed job aid', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto('job-aids/find-the-cause-of-a-gap/');
    expect(await findings(page)).toEqual([]);
  });
});

test('axe would find what is wrong: a picture without words, a small target, pale letters in the dark', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  await page.evaluate(() => {
    const heading = document.querySelector('h1')!;
    heading.style.color = '#333';
    heading.append(document.createElement('img'));
    const buttons = [document.createElement('button'), document.createElement('button')];
    for (const button of buttons) {
      button.ariaLabel = 'Small';
      button.style.cssText = 'width: 10px; height: 10px; padding: 0';
    }
    heading.after(...buttons);
  });
  const found = (await findings(page)).map((finding) => finding.split(':')[0]);
  expect(new Set(found)).toEqual(new Set(['color-contrast', 'image-alt', 'target-size']));
  expect(await findings(page, colours)).toEqual([expect.stringMatching(/^color-contrast: /)]);
});
