/**
 * `npm test`: everything that must hold, step by step. `npm test -- unit e2e` runs some of the steps. The last line is
 * always `N passed, N failed`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { findChromium } from './browser.ts';
import { projectRoot, Refusal, runCommand } from './command.ts';
import { fromExitCode, fromPlaywright, fromTap, type Tally } from './tally.ts';
import { formatted, runProgram, runTool } from './tools.ts';

interface Step {
  /** What the report calls it. */
  title: string;
  run(): Promise<Tally>;
}

/** What the tools write about their tests. */
const reports = path.join(projectRoot, '.build', 'reports');

/** In the order in which they run; the names are the arguments of the command. */
const steps = {
  types: { title: 'types', run: checkTypes },
  format: {
    title: 'format',
    run: async () => fromExitCode(await runTool('prettier', ['--check', ...formatted])),
  },
  lint: { title: 'lint', run: async () => fromExitCode(await runTool('oxlint', ['--deny-warnings'])) },
  unit: {
    title: 'unit tests',
    run: () => runNodeTests('unit', ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/golden/**/*.test.ts']),
  },
  check: { title: 'content check', run: () => runScript('check') },
  build: { title: 'build', run: () => runScript('build') },
  site: { title: 'built site', run: () => runNodeTests('site', ['e2e/built/**/*.test.ts']) },
  e2e: { title: 'browser tests', run: runBrowserTests },
} satisfies Record<string, Step>;

type StepName = keyof typeof steps;

async function checkTypes(): Promise<Tally> {
  const args = ['check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'];
  return fromExitCode(await runTool('astro', args, { env: { ASTRO_TELEMETRY_DISABLED: '1' } }));
}

async function runScript(name: string): Promise<Tally> {
  return fromExitCode(await runProgram(process.execPath, [path.join('scripts', `${name}.ts`)]));
}

/** Runs the tests that need no browser. @param files as patterns */
async function runNodeTests(name: string, files: string[]): Promise<Tally> {
  const tap = path.join(reports, `${name}.tap`);
  const toScreen = ['--test-reporter=dot', '--test-reporter-destination=stdout'];
  const toFile = ['--test-reporter=tap', `--test-reporter-destination=${tap}`];
  const args = ['--test', '--test-timeout=240000', ...toScreen, ...toFile, ...files];
  const run = await runProgram(process.execPath, args);
  return fromTap(readReport(tap), run);
}

async function runBrowserTests(): Promise<Tally> {
  const env = { SIDEKICK_CHROMIUM: await findChromium() };
  const run = await runTool('playwright', ['test', '-c', 'e2e'], { show: true, env });
  return fromPlaywright(readReport(path.join(reports, 'browser.json')), run);
}

function readReport(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Steps that look at `dist`: as this run built it or, when it builds nothing, as it is there. */
const needBuild: StepName[] = ['site', 'e2e'];

/** Runs steps in their order and reports each. */
async function runSteps(names: StepName[]): Promise<Tally[]> {
  const tallies: Tally[] = [];
  let built = existsSync(path.join(projectRoot, 'dist'));
  for (const name of names) {
    const started = performance.now();
    const tally = !built && needBuild.includes(name) ? noBuild : await runStep(steps[name]);
    if (name === 'build') built = tally.failed === 0;
    report(steps[name].title, tally, performance.now() - started);
    tallies.push(tally);
  }
  return tallies;
}

const noBuild: Tally = {
  passed: 0,
  failed: 1,
  output: 'Not run: there is no build to test. Mend the build first.',
};

/** A step that cannot even start, such as browser tests without a browser, has failed; the others still run. */
async function runStep(step: Step): Promise<Tally> {
  try {
    return await step.run();
  } catch (error) {
    const output =
      error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error);
    return { passed: 0, failed: 1, output };
  }
}

function report(title: string, { passed, failed, output }: Tally, duration: number): void {
  const seconds = `${(duration / 1000).toFixed(1)} s`;
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${title.padEnd(14)} ${passed} passed, ${failed} failed   ${seconds}`,
  );
  if (failed > 0) console.log(`${indent(output.trim())}\n`);
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}

function chosenSteps(args: string[]): StepName[] {
  const known = Object.keys(steps) as StepName[];
  const unknown = args.filter((name) => !known.some((step) => step === name));
  if (unknown.length > 0)
    throw new Refusal(`Unknown step: ${unknown.join(' ')}. The steps are: ${known.join(' ')}`);
  return args.length === 0 ? known : known.filter((step) => args.includes(step));
}

function sum(tallies: Tally[], key: 'passed' | 'failed'): number {
  return tallies.reduce((total, tally) => total + tally[key], 0);
}

await runCommand(import.meta, async () => {
  const names = chosenSteps(process.argv.slice(2));
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const tallies = await runSteps(names);
  const failed = sum(tallies, 'failed');
  console.log(`\n${sum(tallies, 'passed')} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
