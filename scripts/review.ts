/**
 * `npm run review -- content/job-aids/x.mdx --by writing-desk [--every "6 months"]`: binds a review to what the page says now.
 * The day is today's; a review of another day can't be written.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { period } from '../src/schema/values.ts';
import { checkProject } from '../src/checks/check.ts';
import { withReview } from '../src/model/review.ts';
import { projectRoot, Refusal, runCommand } from './command.ts';

const usage = 'npm run review -- content/job-aids/a-page.mdx --by an-id-of-people.yaml [--every "6 months"]';

await runCommand(import.meta, async () => {
  const { files, by, every } = readArguments();
  const on = new Date().toISOString().slice(0, 10);
  const { pages, settings } = await checkProject(projectRoot, on);
  const people = settings?.taxonomy.people.map(({ id }) => id) ?? [];
  if (!people.includes(by)) {
    throw new Refusal(
      `Nobody in content/taxonomy/people.yaml has the id "${by}". Known: ${people.join(', ')}.`,
    );
  }
  for (const file of files) {
    const page = pages.find((one) => one.file === file);
    if (!page) throw new Refusal(`${file} is no page without findings. Run the check on it first.`);
    const target = path.join(projectRoot, file);
    await writeFile(target, withReview(await readFile(target, 'utf8'), { by, on, every, of: page.version }));
    console.log(`${file}: reviewed by ${by} on ${on}, next within ${every}.`);
  }
});

function readArguments(): { files: string[]; by: string; every: string } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { by: { type: 'string' }, every: { type: 'string', default: '6 months' } },
  });
  const { by, every } = values;
  if (positionals.length === 0 || typeof by !== 'string') {
    throw new Refusal(`Say which pages, and who reviewed them: ${usage}`);
  }
  if (typeof every !== 'string' || !period.safeParse(every).success) {
    throw new Refusal(`--every "${every}" is no period. Write a number and a unit, such as "6 months".`);
  }
  const files = positionals.map((name) =>
    path.relative(projectRoot, path.resolve(name)).split(path.sep).join('/'),
  );
  return { files, by, every };
}
