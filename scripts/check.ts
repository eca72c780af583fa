/** `npm run check`: everything that the build would refuse, all in one run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkProject } from '../src/checks/check.ts';
import { prettyReport } from '../src/checks/reporters/pretty.ts';
import type { ContentPage } from '../src/content/page.ts';
import type { Settings } from '../src/content/read.ts';
import { projectRoot, Refusal, runCommand } from './command.ts';

/**
 * Reads and checks a project folder.
 * @throws a refusal whose message is the report, when there are findings
 */
export async function checkedProject(root: string): Promise<{ pages: ContentPage[]; settings: Settings }> {
  const { findings, pages, settings } = await checkProject(root);
  if (findings.length > 0 || !settings)
    throw new Refusal(prettyReport(findings, (file) => sourceOf(root, file)));
  return { pages, settings };
}

function sourceOf(root: string, file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

await runCommand(import.meta, async () => {
  const { pages } = await checkedProject(projectRoot);
  console.log(`${pages.length} pages, no findings.`);
});
