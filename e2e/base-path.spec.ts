/** The same site below a path, as behind a company's portal. Built once more for this spec. */
import { expect, test } from './site.ts';

test.use({ base: '/kb/' });

test('below /kb/ a worker finds a page, follows it, and finds the ticks kept', async ({ page, baseURL }) => {
  expect(baseURL).toMatch(/\/kb\/$/);
  await page.goto('./');
  await page.getByRole('combobox').fill('people keep making the same mistake');
  const option = page.getByRole('option').first();
  await expect(option).toBeVisible();
  await option.click();
  await expect(page).toHaveURL(/\/kb\/job-aids\/find-the-cause-of-a-gap\//);
  await page.getByRole('checkbox', { name: 'Step 1 done' }).check();
  await expect(page.getByRole('button', { name: 'Start again' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Step 1 done' })).toBeChecked();
  await page.goto('./');
  await page.getByRole('link', { name: 'Find the cause of a performance gap' }).first().click();
  await expect(page).toHaveURL(/\/kb\/job-aids\/find-the-cause-of-a-gap\//);
});

test('below /kb/ tools, pathways, lists, the index and short addresses lead on', async ({ page }) => {
  await page.goto('decision-tools/course-or-job-aid/');
  await page.getByRole('link', { name: 'Nobody has counted' }).click();
  await expect(page.getByRole('heading', { name: 'Find out first. Build nothing yet.' })).toBeVisible();
  await page.goto('a-z/');
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page).toHaveURL(/\/kb\/references\/glossary\/$/);
  await page.goto('go/gap/');
  await expect(page).toHaveURL(/\/kb\/job-aids\/find-the-cause-of-a-gap\/$/);
  await page.goto('search/?q=wiki');
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /^Wikis/ })
      .first(),
  ).toHaveAttribute('href', /^\/kb\/technologies\/wikis\//);
});

test('below /kb/ a page is written, checked and handed in, and one that exists opens', async ({ page }) => {
  await page.goto('contributing/');
  await page.getByRole('link', { name: 'Write a page here' }).click();
  await expect(page).toHaveURL(/\/kb\/compose\/$/);
  await page.getByRole('combobox', { name: 'Or mend a page that is there' }).fill('references/glossary');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page).toHaveURL(/\/kb\/compose\/\?page=references%2Fglossary$/);
  await page.getByLabel('Title', { exact: true }).fill('Words');
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
  const look = page.getByRole('region', { name: 'Look' });
  const link = look.locator('.body').getByRole('link').first();
  await expect(link).toHaveAttribute('href', /^\/kb\//);
});

test('below /kb/ a job aid is gone through to its record, and taken up after a reload', async ({ page }) => {
  await page.goto('job-aids/give-feedback-on-the-spot/');
  await page.getByRole('button', { name: /^Guide me/ }).click();
  await page.getByRole('button', { name: 'Done, next step' }).click();
  await page.reload();
  await expect(page.getByText('Step 2 of 6', { exact: true })).toBeVisible();
  for (const _ of [2, 3, 4, 5]) await page.getByRole('button', { name: 'Done, next step' }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('button', { name: 'Yes, I am done' }).click();
  await page.getByRole('link', { name: 'All records on this device' }).click();
  await expect(page).toHaveURL(/\/kb\/runs\/$/);
  await page.getByRole('link', { name: 'Give feedback on the spot' }).click();
  await expect(page).toHaveURL(/\/kb\/job-aids\/give-feedback-on-the-spot\/$/);
});

test('below /kb/ work is said on a pathway, shared, answered and kept, and the pathway stays with its pages', async ({
  page,
}) => {
  await page.goto('pathways/team-manager/');
  await page
    .getByRole('combobox', { name: 'How far are you with this?' })
    .filter({ visible: true })
    .selectOption('Did it alone');
  await page.getByRole('link', { name: 'All your work' }).click();
  await expect(page).toHaveURL(/\/kb\/my-work\/$/);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.goto(await page.getByRole('textbox', { name: 'The link' }).inputValue());
  await expect(page).toHaveURL(/\/kb\/shared-work\/#work=/);
  await page.getByRole('radio', { name: /^Confirmed/ }).check();
  await page.getByRole('button', { name: 'Make the link with your answer' }).click();
  await page.goto(await page.getByRole('textbox', { name: 'The link with your answer' }).inputValue());
  await page.getByRole('button', { name: 'Keep it in My work' }).click();
  await expect(page.getByText(/^Confirmed, \d/)).toBeVisible();
  await page.getByRole('link', { name: 'Team manager', exact: true }).click();
  await page
    .locator('pathway-progress')
    .getByRole('link', { name: 'Give feedback on the spot' })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/kb\/job-aids\/give-feedback-on-the-spot\/\?path=team-manager$/);
  await expect(
    page
      .getByRole('navigation', { name: /^On the pathway/ })
      .getByRole('link')
      .last(),
  ).toHaveAttribute('href', /^\/kb\/.*\?path=team-manager$/);
});
