/**
 * Somebody who never saw a page's file writes one in the browser, and it passes the check of the command line. `site.ts` fails
 * each of these tests on a violation of the policy, such as a schema that is compiled with `new Function`.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import type { Finding } from '../src/content/finding.ts';
import { scratchSite } from './built/scratch-site.ts';
import { expect, test } from './site.ts';

const project = path.resolve(import.meta.dirname, '..');
const improve = 'job-aids/improve-a-page-you-just-used';

/** The findings of the command-line check on a project that holds this page besides the shipped ones. */
async function checkedBeside(file: string, text: string): Promise<Finding[]> {
  const scratch = await scratchSite();
  try {
    await scratch.write(file, text);
    const report = await new Promise<string>((resolve) => {
      const args = ['scripts/check.ts', file, '--format', 'json'];
      const env = { ...process.env, INIT_CWD: scratch.root };
      execFile(process.execPath, args, { cwd: scratch.root, env }, (_, out) => resolve(out));
    });
    return (JSON.parse(report) as { findings: Finding[] }).findings;
  } finally {
    await scratch.remove();
  }
}

/** Everything that a job aid asks for, but the text. */
async function fillIn(page: Page): Promise<void> {
  const { field, tick } = words(page);
  await field('Title').fill('Count the coins in the till');
  await field('In one sentence').fill('Two steps that find a difference: before you sign for it.');
  await tick('What form does it have?', 'Steps to follow');
  await tick('When is it in the hand?', 'During the task');
  await field('How many minutes does it take?').fill('10');
  await field('Use it when …').fill('The shift ends & you hand over the till.');
  await field('If …').fill('The till is locked');
  await field('Do this instead').fill('Call whoever is on duty.');
  await field('You are done when …').fill('The sum on the slip equals the sum on the screen.');
  await tick('Who needs it?', 'Anyone at work');
  await tick('How far are they with this task?', 'Novice');
  await tick('What is it about?', 'Find, judge, ask and share');
  await tick('When do they need it?', 'I’m doing it now');
  await field('How do people ask for it?').fill(
    'how do I count the till\nthe till is short\nclose the drawer',
  );
  await field('Who answers for the page?').selectOption('Open working group');
}

function words(page: Page) {
  return {
    field: (name: string) =>
      page
        .getByLabel(new RegExp(`^${name}`))
        .filter({ visible: true })
        .first(),
    tick: (group: string, name: string) =>
      page
        .getByRole('group', { name: new RegExp(`^${group.replace('?', '\\?')}`) })
        .getByLabel(name)
        .check(),
    text: page.getByLabel('What does the page say?'),
    status: page.locator('.compose-status'),
    look: page.getByRole('region', { name: 'Look' }),
    handIn: page.getByRole('link', { name: 'Open this as a pull request' }),
  };
}

async function open(page: Page): Promise<void> {
  await page.goto('compose/');
  await page.getByRole('radio', { name: /^Job aid/ }).check();
  await expect(page.getByRole('heading', { name: 'What is it called?' })).toBeVisible();
}

test('the place of the page says what will stand there, until something is written', async ({ page }) => {
  await open(page);
  const greeting = page.getByText('Here you see the page as its readers will.');
  await expect(greeting).toBeVisible();
  await page.getByLabel('Title', { exact: true }).fill('Count the coins');
  await expect(greeting).toBeHidden();
});

test('a clerk writes a job aid from nothing, mends what the check finds, and hands in a page that passes', async ({
  page,
}) => {
  test.slow();
  const { text, status, look, handIn } = words(page);
  await page.goto('compose/');
  // By keyboard.
  await page.getByRole('radio', { name: /^Job aid/ }).focus();
  await page.keyboard.press('Space');
  await expect(status).toHaveText(/things to do before it is ready/);
  await expect(handIn).toBeHidden();
  await fillIn(page);
  await expect(page.getByLabel('Name of the file')).toHaveValue('count-the-coins-in-the-till');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await page.keyboard.type('**Empty the drawer.** Put everything on the mat.');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await page.keyboard.type('**Count.** Then see [how to ask](job-aids/ask-a-question-that-gets-answer).');
  await page.getByRole('button', { name: 'The usual trap' }).click();
  await page.keyboard.type('Coins of a foreign land look the same.');

  // The mistake, beside the text and in the list.
  await expect(status).toHaveText('1 thing to do before it is ready.');
  const mistake = /Line 3: Found the page "job-aids\/ask-a-question-that-gets-answer"\..* Did you mean/;
  await expect(page.getByRole('listitem').filter({ hasText: mistake })).toBeVisible();
  await expect(handIn).toBeHidden();
  await page.getByRole('link', { name: 'What does the page say?' }).click();
  await expect(text).toBeFocused();
  expect(
    await text.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('2. **Count.** Then see [how to ask](job-aids/ask-a-question-that-gets-answer).');
  await expect(text).toHaveAccessibleDescription(mistake);

  // Mended while it is written.
  const full = (await text.inputValue()).replace('gets-answer)', 'gets-answered)');
  await text.fill(full);
  await expect(status).toHaveText('Nothing is missing. The check found nothing to mend.');
  await expect(text).toHaveAccessibleDescription(/^Write as you would tell a colleague/);
  await expect(look.getByRole('heading', { name: 'Count the coins in the till' })).toBeVisible();
  await expect(look.getByText('Empty the drawer.')).toBeVisible();
  await expect(look.getByText('Stuck here?')).toHaveCount(1);

  const address = new URL((await handIn.getAttribute('href'))!);
  expect(address.pathname).toBe('/sidekick/sidekick/new/main/content/job-aids');
  expect(address.searchParams.get('filename')).toBe('count-the-coins-in-the-till.mdx');
  const file = address.searchParams.get('value')!;
  expect(file).toContain('Coins of a foreign land look the same.');
  expect(await checkedBeside('content/job-aids/count-the-coins-in-the-till.mdx', file)).toEqual([]);
  const broken = file.replace('that-gets-answered', 'that-nobody-answers');
  expect(await checkedBeside('content/job-aids/count-the-coins-in-the-till.mdx', broken)).toHaveLength(1);
});

test('nothing is called a mistake before its field was left once, and then it is told at once', async ({
  page,
}) => {
  await open(page);
  const { field } = words(page);
  const minutes = field('How many minutes does it take?');
  await minutes.pressSequentially('te');
  await expect(page.locator('.compose-remarks')).toContainText('te');
  await expect(page.locator('.field-error').filter({ visible: true })).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(minutes).toHaveAccessibleDescription(/Found "minutes: te"\. Expected: a number/);
  await expect(minutes).toHaveAttribute('aria-invalid', 'true');
  await minutes.fill('12');
  await expect(minutes).not.toHaveAttribute('aria-invalid');
  await expect(page.locator('.field-error').filter({ visible: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show what comes first' }).click();
  await expect(field('Title')).toBeFocused();
  await expect(field('Title')).toHaveAccessibleDescription(/This is still missing\./);
});

test('a draft waits on the device, even for a week, and goes when it is told to', async ({ page }) => {
  await open(page);
  const { field, text, look, tick } = words(page);
  await field('Title').fill('Half a page');
  await tick('Who needs it?', 'Team manager');
  await page.getByLabel('Name of the file').fill('half');
  await text.fill('1. **Begin.**');
  await expect(page.getByText('Kept on this device.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('You left off here.')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Job aid/ })).toBeChecked();
  await expect(field('Title')).toHaveValue('Half a page');
  await expect(page.getByLabel('Name of the file')).toHaveValue('half');
  await expect(page.getByRole('checkbox', { name: 'Team manager' })).toBeChecked();
  await expect(text).toHaveValue('1. **Begin.**');
  await expect(look.getByText('Begin.')).toBeVisible();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(field('Title')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('radio', { name: /^Job aid/ })).not.toBeChecked();
  expect(await page.evaluate(() => localStorage.getItem('sidekick:draft:new'))).toBeNull();
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a page that exists is mended word by word: only the line that was changed differs', async ({
    page,
  }) => {
    const before = await readFile(path.join(project, 'content', `${improve}.mdx`), 'utf8');
    await page.goto(`compose/?page=${improve}`);
    const { field, text, status } = words(page);
    await expect(status).toHaveText('Nothing is changed yet.');
    await expect(page.getByRole('button', { name: 'Copy the text' })).toBeHidden();
    const summary = await field('In one sentence').inputValue();
    await field('In one sentence').fill(`${summary.replace(/\.$/, '')} today.`);
    await expect(status).toHaveText('Nothing is missing. The check found nothing to mend.');
    await page.getByRole('button', { name: 'Copy the text' }).click();
    await expect(page.getByText('The text is copied.')).toBeVisible();
    const after = await page.evaluate(() => navigator.clipboard.readText());
    const lines = after.split('\n');
    const changed = before.split('\n').filter((line, i) => line !== lines[i]);
    expect(lines).toHaveLength(before.split('\n').length);
    expect(changed).toEqual([expect.stringMatching(/^summary: /)]);

    await field('In one sentence').fill(summary);
    await expect(status).toHaveText('Nothing is changed yet.');
    await text.fill((await text.inputValue()).replace(/ the /, ' that '));
    await expect(status).not.toHaveText('Nothing is changed yet.');
    const file = await page.locator('.compose-file pre').textContent();
    const now = file!.split('\n');
    expect(before.split('\n').filter((line, i) => line !== now[i])).toHaveLength(1);
    await expect(page.getByRole('link', { name: 'Copy it and open the editor' })).toHaveAttribute(
      'href',
      `https://git.example.org/sidekick/sidekick/edit/main/content/${improve}.mdx`,
    );
  });
});

test('what would act is refused with its line, and does nothing on the way', async ({ page }) => {
  await open(page);
  const { field, text, look } = words(page);
  await field('Title').fill('<img src=x onerror="document.title=1">');
  await field('Use it when …').fill('</dd><script>document.title=1</script>');
  await text.fill('1. **Go.**\n\n<img src="x" onerror="document.title=1" />\n');
  const remarks = page.locator('.compose-remarks');
  await expect(remarks).toContainText('Line 3: Found the HTML element <img>');
  await text.fill('1. **Go.**\n\n{process.exit()}\n');
  await expect(remarks).toContainText('Line 3: Found an expression in braces');
  await expect(page.getByText('This is how it looked before the last change.')).toBeVisible();
  await text.fill('1. **Go.** [here](javascript:document.title=1)\n\nimport x from "y"\n');
  await expect(remarks).toContainText('Line 1: Found the address "javascript:');
  await text.fill('1. **Go.** &lt;img src=x onerror=document.title=1&gt; `<script>`\n');
  await expect(look.getByText('<img src=x onerror=document.title=1> <script>')).toBeVisible();
  await expect(look.getByRole('heading', { name: '<img src=x' })).toBeVisible();
  expect(await look.locator('img, script, [onerror], iframe').count()).toBe(0);
  await expect(page).toHaveTitle(/^Write a page/);
});

test('a name that is taken is told, and a page that is not there is offered anew', async ({ page }) => {
  await open(page);
  await page.getByLabel('Name of the file').fill(improve.split('/')[1]!);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Name of the file')).toHaveAccessibleDescription(
    /Found a page with this name/,
  );
  await page.goto('compose/?page=job-aids/gone-for-good');
  await expect(page.getByText('There is no page “job-aids/gone-for-good”.')).toBeVisible();
  await page.goto('compose/?page=__proto__');
  await expect(page.getByText('There is no page “__proto__”.')).toBeVisible();
});

test('every kind of page opens for mending without a finding, and keeps every byte', async ({ page }) => {
  test.slow();
  for (const id of [
    'references/glossary',
    'decision-tools/which-format',
    'pathways/team-manager',
    'technologies/wikis',
    'experiments/printed-card-or-phone',
  ]) {
    await page.goto(`compose/?page=${id}`);
    await expect(page.locator('.compose-status')).toHaveText('Nothing is changed yet.');
    await expect(page.locator('.compose-remarks')).toBeEmpty();
    const file = await page.locator('.compose-file pre').textContent();
    expect(file).toBe(await readFile(path.join(project, 'content', `${id}.mdx`), 'utf8'));
  }
});

test('a decision tool is written with words alone: its short names are made from them', async ({ page }) => {
  test.slow();
  await page.goto('compose/');
  await page.getByRole('radio', { name: /^Decision tool/ }).check();
  const { field, tick, text, handIn } = words(page);
  await field('Title').fill('Card or list?');
  await field('In one sentence').fill('One question that says which of the two serves.');
  await field('How many minutes does it take?').fill('1');
  const question = page.getByRole('group', { name: 'Questions 1' });
  await question.getByLabel('The question').fill('Is the task done standing up?');
  const outcome = (n: number) => page.getByRole('group', { name: `Outcomes ${n}` });
  for (const [n, verdict] of [
    [1, 'Print a card.'],
    [2, 'Write a list.'],
  ] as const) {
    await outcome(n).getByLabel('What to do').fill(verdict);
    await outcome(n).getByLabel('Because').fill('It fits the place.');
    await outcome(n).getByLabel('Pages to do it with 1').fill(improve);
  }
  for (const [n, say, go] of [
    [1, 'Yes', 'print-a-card'],
    [2, 'No', 'write-a-list'],
  ] as const) {
    const answer = question.getByRole('group', { name: `Answers ${n}` });
    await answer.getByLabel('The answer').fill(say);
    await answer.getByLabel('Leads to').fill(go);
  }
  await tick('Who needs it?', 'Anyone at work');
  await tick('How far are they with this task?', 'Novice');
  await tick('What is it about?', 'Choose the kind of help');
  await tick('When do they need it?', 'I’m doing it now');
  await field('How do people ask for it?').fill('paper or screen for tasks\nwhich one\nwhat should I make');
  await field('Who answers for the page?').selectOption('Open working group');
  await text.fill('Both fit on one sheet.');
  await expect(page.locator('.compose-status')).toHaveText(/^Nothing is missing/);
  const file = new URL((await handIn.getAttribute('href'))!).searchParams.get('value')!;
  expect(file).toContain('id: is-the-task-done');
  expect(await checkedBeside('content/decision-tools/card-or-list.mdx', file)).toEqual([]);
});

test('entries are added and taken away, and what is wrong stands beside the right one', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add: Not when …' }).click();
  const second = page.getByRole('group', { name: 'Not when … 2' });
  await expect(second.getByLabel('If …')).toBeFocused();
  await second.getByLabel('If …').fill('You are alone');
  await page.getByRole('button', { name: 'Show what comes first' }).click();
  // The first entry is empty and counts for nothing; the second one lacks what to do.
  await expect(second.getByLabel('If …')).toHaveAccessibleDescription(/with `if`, the page to use instead/);
  await second.getByRole('button', { name: 'Remove: Not when … 2' }).click();
  await expect(second).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add: Not when …' })).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the form and the page take turns, and nothing is wider than the screen', async ({ page }) => {
    await open(page);
    const { field, look } = words(page);
    await field('Title').fill('Narrow');
    await expect(look).toBeHidden();
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await expect(look.getByRole('heading', { name: 'Narrow' })).toBeInViewport();
    await expect(field('Title')).toHaveCount(0);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await wide()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await expect(field('Title')).toHaveValue('Narrow');
    expect(await wide()).toBeLessThanOrEqual(0);
  });
});
