/**
 * `npm run changes -- [--since REV] [--format markdown|json]`: what a branch changes for readers. Without a revision it compares
 * with the point where the branch began. Tells and never judges: it ends with 0 whatever it finds.
 */
import { parseArgs } from 'node:util';
import { workflowCommand } from '../src/checks/reporters/workflow-command.ts';
import { changesMarkdown } from './changes/markdown.ts';
import { isMixed, readChanges, type Changes } from './changes/read.ts';
import { projectRoot, Refusal, runCommand } from './command.ts';

const formats: Record<string, (changes: Changes) => string> = {
  markdown: changesMarkdown,
  json: (changes) => `${JSON.stringify(changes, null, 2)}\n`,
};

/** A line for each file that a branch with pages should have left alone. */
export function mixedWarnings(changes: Changes): string[] {
  if (!isMixed(changes)) return [];
  return changes.outside.map((file) =>
    workflowCommand(
      'warning',
      { file, title: 'Pages and other files in one branch' },
      'A pull request that adds or mends pages touches content/ only. Propose this file in one of its own.',
    ),
  );
}

function readArguments(): { since?: string; write: (changes: Changes) => string } {
  try {
    const { values } = parseArgs({
      options: { since: { type: 'string' }, format: { type: 'string', default: 'markdown' } },
    });
    const write = Object.hasOwn(formats, values.format) && formats[values.format];
    if (write) return { since: values.since, write };
  } catch {
    // Said below.
  }
  throw new Refusal('npm run changes -- [--since REV] [--format markdown|json]');
}

await runCommand(import.meta, async () => {
  const { since, write } = readArguments();
  const changes = await readChanges(projectRoot, since);
  process.stdout.write(write(changes));
  // The host reads its commands from both outputs; a report goes into a file.
  if (process.env.GITHUB_ACTIONS) for (const line of mixedWarnings(changes)) console.error(line);
});
