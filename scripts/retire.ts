/**
 * `npm run retire -- content/job-aids/x.mdx --to job-aids/y --why "…"` merges a page into another: its address leads there.
 * `npm run retire -- content/job-aids/x.mdx --withdraw --why "…" [--instead job-aids/z]` withdraws one: a stop page stands there.
 * `--dry-run` shows all and writes nothing. Nothing is written before everything is known, and a failure leaves all as it was.
 */
import { existsSync } from 'node:fs';
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { placeOf } from '../src/content/finding.ts';
import { pageOptions } from '../src/content/settings.ts';
import {
  planRetirement,
  retiredFile,
  siteFile,
  type Retirement,
  type RetirementPlan,
  type Task,
} from '../src/model/retire.ts';
import { today } from '../src/model/today.ts';
import { checkedProject } from './check.ts';
import { codeOf, projectRoot, Refusal, runCommand } from './command.ts';

const usage = [
  'npm run retire -- content/job-aids/old.mdx --to job-aids/new --why "One sentence"',
  'npm run retire -- content/job-aids/old.mdx --withdraw --why "One sentence" [--instead job-aids/other]',
].join('\n');

/**
 * Reads the arguments.
 * @param on the day, `YYYY-MM-DD`
 * @throws a refusal that says how it is called
 */
export function readRetirement(args: string[], on: string): { retirement: Retirement; dryRun: boolean } {
  const { values, positionals } = parsed(args);
  const { to, why, withdraw = false, instead = [] } = values;
  if (positionals.length !== 1) throw new Refusal(`Say which page is to go, one at a time:\n${usage}`);
  if (withdraw === (to !== undefined)) {
    throw new Refusal(
      `Say either where the page leads from now on (--to) or that it is withdrawn (--withdraw):\n${usage}`,
    );
  }
  if (to !== undefined && instead.length > 0) {
    throw new Refusal('--instead belongs to --withdraw. A page that is merged leads to one page: --to.');
  }
  if (!why?.trim()) {
    throw new Refusal(
      'Say why, as one sentence for somebody who still has the old page in hand: --why "One sentence"',
    );
  }
  const ids = instead.flatMap((text) => text.split(',')).map((text) => idOf(text.trim()));
  const retirement: Retirement = {
    id: idOf(positionals[0]!),
    on,
    why: why.trim(),
    instead: [...new Set(ids)],
  };
  return {
    retirement: to === undefined ? retirement : { ...retirement, to: idOf(to) },
    dryRun: values['dry-run'] ?? false,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        why: { type: 'string' },
        withdraw: { type: 'boolean' },
        instead: { type: 'string', multiple: true },
        'dry-run': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split('. ')[0]}.\n${usage}`);
  }
}

/** A page as people name it, by its file or its id → its id. */
function idOf(name: string): string {
  const relative = path.isAbsolute(name) ? path.relative(projectRoot, name) : name;
  return relative
    .split(path.sep)
    .join('/')
    .replace(/^(\.\/)?(content\/)?/, '')
    .replace(/\.mdx$|\/$/, '');
}

/**
 * Plans a retirement in a project folder.
 * @throws a refusal when the project has findings or the page can't be retired so
 */
export async function planIn(
  root: string,
  retirement: Retirement,
): Promise<RetirementPlan & { sources: Map<string, string> }> {
  const { pages, settings } = await checkedProject(root);
  const files = [...pages.map(({ file }) => file), siteFile, retiredFile];
  const read = async (file: string) => [file, await textOf(path.join(root, file))] as const;
  const sources = new Map(await Promise.all(files.map(read)));
  const plan = planRetirement({ pages, settings, options: pageOptions(settings), sources }, retirement);
  if ('refused' in plan) throw new Refusal(plan.refused);
  return { ...plan, sources };
}

/** A knowledge base that never retired a page may have no list of them. */
async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

/**
 * Puts a plan into effect. Every new text is written beside its file before the first file changes.
 * @throws when something can't be written; then everything is as it was
 */
export async function carryOut(
  root: string,
  { page, texts }: Pick<RetirementPlan, 'page' | 'texts'>,
): Promise<void> {
  const drafts = [...texts].map(([file, text]) => {
    const target = path.join(root, file);
    return { target, text, draft: `${target}.${process.pid}`, kept: `${target}.${process.pid}.old` };
  });
  const gone = {
    target: path.join(root, page.file),
    kept: `${path.join(root, page.file)}.${process.pid}.old`,
  };
  const changed: { target: string; kept?: string }[] = [];
  try {
    for (const { draft, text } of drafts) await writeFile(draft, text);
    for (const { target, draft, kept } of drafts) {
      if (existsSync(target)) await copyFile(target, kept);
      changed.push({ target, ...(existsSync(target) && { kept }) });
      await rename(draft, target);
    }
    await rename(gone.target, gone.kept);
    changed.push(gone);
  } catch (error) {
    for (const { target, kept } of changed) await (kept ? rename(kept, target) : rm(target, { force: true }));
    for (const { draft } of drafts) await rm(draft, { force: true });
    throw error;
  }
  for (const { kept } of changed) if (kept) await rm(kept, { force: true });
}

/** What a plan does, in plain words. @param sources the files as they are, for the places */
export function summaryOf(
  { page, edits, tasks, voided, sources }: RetirementPlan & { sources: Map<string, string> },
  { to, instead }: Retirement,
): string {
  const place = ({ file, line, column }: Pick<Task, 'file' | 'line' | 'column'>) =>
    `  ${file}:${line}:${column}`;
  const list = (title: string, lines: string[]) => (lines.length > 0 ? ['', title, ...lines] : []);
  const told = (some: Task[]) => some.map((task) => `${place(task)}  ${task.says}`);
  const seen = edits.map(
    (edit) => `${place({ file: edit.file, ...placeOf(sources.get(edit.file)!, edit.from) })}  ${edit.says}`,
  );
  const where = to
    ? `leads to ${to} from now on`
    : `is withdrawn: a stop page stands there${instead.length > 0 ? `, which names ${instead.join(', ')}` : ''}`;
  const aliases = page.data.aliases.map((alias) => `/go/${alias}/`);
  return [
    `“${page.data.title}” (${page.id}) ${where}.`,
    ...(aliases.length > 0
      ? [
          `So ${aliases.length === 1 ? 'does its short address' : 'do its short addresses'} ${aliases.join(', ')}.`,
        ]
      : []),
    ...list('Changed, and nothing else:', [...new Set(seen), `  ${page.file}  deleted`]),
    ...list('Mend by hand:', told(tasks.filter(({ must }) => must))),
    ...list('Look at these; they may be right as they are:', told(tasks.filter(({ must }) => !must))),
    ...list(
      'Their review no longer holds, because what a reader sees has changed:',
      voided.map(({ file }) => `  ${file}`),
    ),
  ].join('\n');
}

await runCommand(import.meta, async () => {
  const { retirement, dryRun } = readRetirement(process.argv.slice(2), today());
  const plan = await planIn(projectRoot, retirement);
  console.log(summaryOf(plan, retirement));
  if (dryRun) return console.log('\nNothing was written: --dry-run.');
  await carryOut(projectRoot, plan);
  console.log(`\nDone. Next:  npm run check`);
});
