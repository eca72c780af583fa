/**
 * `npm run check [files] [--changed] [--fix] [--format pretty|json|github] [--explain RULE]`: everything that the build would
 * refuse or warn about, all in one run. Ends with 1 when there is an error; warnings let it pass. `--diff REV FILE` tells instead which
 * answers to a decision tool lead elsewhere than at a revision.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkProject, type CheckedProject } from '../src/checks/check.ts';
import { explainRule } from '../src/checks/explain.ts';
import { countFindings, reportFindings, type Reported } from '../src/checks/report.ts';
import { githubReport } from '../src/checks/reporters/github.ts';
import { jsonReport } from '../src/checks/reporters/json.ts';
import { prettyReport } from '../src/checks/reporters/pretty.ts';
import { rules } from '../src/checks/rules/index.ts';
import { errorsOf, severityOf } from '../src/checks/severity.ts';
import type { Finding } from '../src/content/finding.ts';
import { nearest, oneOf } from '../src/content/nearest.ts';
import type { ContentPage } from '../src/content/page.ts';
import type { Settings } from '../src/content/settings.ts';
import { fullAddress } from '../src/model/address.ts';
import { today } from '../src/model/today.ts';
import { changedFiles } from './changed-files.ts';
import { mostRoutes, readToolDifference } from './changes/read.ts';
import { toolDifferenceText } from './changes/tool.ts';
import { projectRoot, Refusal, runCommand } from './command.ts';
import { mendProject } from './mend.ts';

/**
 * Reads and checks a project folder.
 * @throws a refusal whose message is the report, when there are errors
 */
export async function checkedProject(
  root: string,
): Promise<{ pages: ContentPage[]; settings: Settings; warnings: number }> {
  const checked = await checkProject(root, today());
  const { findings, pages, settings } = checked;
  if (errorsOf(findings).length > 0 || !settings) throw new Refusal(prettyReport(report(root, checked)));
  return { pages, settings, warnings: findings.length };
}

/** Adds to each finding what its reader needs. */
function report(root: string, { findings, settings }: CheckedProject): Reported[] {
  const site = settings ? fullAddress(settings.site, '') : 'http://localhost:4321/';
  return reportFindings(findings, (file) => sourceOf(root, file), site);
}

function sourceOf(root: string, file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** How often `--fix` looks again. */
const mostRounds = 5;

const formats = ['pretty', 'json', 'github'] as const;
type Format = (typeof formats)[number];

interface Arguments {
  /** Files and folders from the root; empty for all. */
  files: string[];
  changed: boolean;
  since?: string;
  fix: boolean;
  format: Format;
  explain?: string;
  /** A revision to compare one tool with. */
  diff?: string;
}

function readArguments(): Arguments {
  const { values, positionals } = parse();
  const { format = 'pretty', changed = false, fix = false, since, explain, diff } = values;
  if (!isFormat(format)) {
    throw new Refusal(`There is no format "${format}". The formats are: ${formats.join(', ')}.`);
  }
  const from = process.env.INIT_CWD ?? process.cwd();
  const files = positionals.map((name) => {
    const file = path.relative(projectRoot, path.resolve(from, name)).split(path.sep).join('/');
    if (file !== 'content' && !file.startsWith('content/')) {
      throw new Refusal(`${name} does not lie in content/, the only folder that is checked.`);
    }
    return file;
  });
  return { files, changed: changed || since !== undefined, since, fix, format, explain, diff };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        changed: { type: 'boolean' },
        since: { type: 'string' },
        fix: { type: 'boolean' },
        format: { type: 'string' },
        explain: { type: 'string' },
        diff: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Refusal(
      `${error instanceof Error ? error.message.split('. ')[0] : String(error)}.\n` +
        'npm run check -- [files] [--changed] [--since REV] [--fix] [--format pretty|json|github] [--explain RULE]\n' +
        'npm run check -- --diff REV FILE [--format pretty|json]',
    );
  }
}

function isFormat(name: string): name is Format {
  return formats.some((format) => format === name);
}

/** Routes listed for programs, which can leaf through more. */
const mostRoutesAsData = 1000;

async function compareTool(since: string, [file, ...others]: string[], format: Format): Promise<string> {
  if (file === undefined || others.length > 0 || format === 'github') {
    throw new Refusal(
      'npm run check -- --diff REV FILE [--format pretty|json]\n' +
        'FILE is one decision tool, such as content/decision-tools/name.mdx.',
    );
  }
  if (format === 'json') {
    return JSON.stringify(await readToolDifference(projectRoot, since, file, mostRoutesAsData), null, 2);
  }
  return toolDifferenceText(await readToolDifference(projectRoot, since, file, mostRoutes));
}

/** The findings of some files and folders only. @throws a refusal when one of them does not exist */
function within(checked: CheckedProject, files: string[]): CheckedProject {
  const known = checked.entries.map((entry) => entry.path);
  for (const file of files) {
    if (file === 'content' || known.includes(file)) continue;
    const close = nearest(file, known);
    throw new Refusal(`There is no ${file}.${close ? ` Did you mean ${close}?` : ''}`);
  }
  return {
    ...checked,
    findings: checked.findings.filter(({ file }) => files.some((one) => isIn(file, one))),
  };
}

function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

function write(format: Format, reported: Reported[], pages: number): string {
  if (format === 'json') return jsonReport(reported, pages);
  if (format === 'github') return githubReport(reported);
  return reported.length === 0 ? `${pages} pages, ${countFindings(reported)}.` : prettyReport(reported);
}

await runCommand(import.meta, async () => {
  const { files, changed, since, fix, format, explain, diff } = readArguments();
  if (diff !== undefined) {
    console.log(await compareTool(diff, files, format));
    return;
  }
  if (explain !== undefined) {
    const text = explainRule(explain);
    if (!text) {
      const { expected, mend } = oneOf(
        explain,
        rules.map(({ id }) => id),
      );
      throw new Refusal(`There is no rule "${explain}". ${mend ?? `Expected ${expected}.`}`);
    }
    console.log(text);
    return;
  }
  const narrow = async (checked: CheckedProject) => {
    const asked = files.length > 0 ? within(checked, files) : checked;
    if (!changed) return asked;
    const touched = new Set(await changedFiles(projectRoot, since));
    // Errors elsewhere count too: a page that was renamed or removed breaks those that lead to it.
    const isOurs = ({ file, rule }: Finding) => touched.has(file) || severityOf(rule) === 'error';
    return { ...asked, findings: asked.findings.filter(isOurs) };
  };
  let checked = await narrow(await checkProject(projectRoot, today()));
  const mended = new Set<string>();
  // What is mended may bring to light what was hidden by it.
  for (let rounds = fix ? mostRounds : 0; rounds > 0; rounds--) {
    const now = await mendProject(projectRoot, checked.findings);
    if (now.length === 0) break;
    for (const file of now) mended.add(file);
    checked = await narrow(await checkProject(projectRoot, today()));
  }
  for (const file of mended) console.error(`Mended ${file}.`);
  console.log(write(format, report(projectRoot, checked), checked.pages.length));
  if (errorsOf(checked.findings).length > 0) process.exitCode = 1;
});
