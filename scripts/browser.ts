/** Finds a Chromium for the browser tests: one that is on the system, else Playwright's own, else the distribution's. */
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { Refusal } from './command.ts';
import { runProgram, runTool } from './tools.ts';

/** The shell first: it draws no window, and is done in half the time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

const macApps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];

const windowsApps = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];

const installTimeout = 3 * 60_000;

/**
 * The path of a Chromium that starts. Installs one when there is none.
 * @throws a refusal that says what to install
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await starts(named)) return named;
    throw new Refusal(`CHROMIUM_PATH names ${named}, but that does not start. Correct it, or leave it out.`);
  }
  return (await installed()) ?? (await playwrightsOwn()) ?? (await distributions()) ?? refuse();
}

/** A Chromium that is on the system already, Playwright's own among them. */
async function installed(): Promise<string | undefined> {
  for (const candidate of [...candidates(), chromium.executablePath()])
    if (await starts(candidate)) return candidate;
  return undefined;
}

async function playwrightsOwn(): Promise<string | undefined> {
  console.log('No Chromium found. Downloading the one that Playwright brings …');
  await runTool('playwright', ['install', 'chromium'], { timeout: installTimeout });
  return (await starts(chromium.executablePath())) ? chromium.executablePath() : undefined;
}

async function distributions(): Promise<string | undefined> {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return undefined;
  console.log('That did not work here. Installing Chromium with apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = (program: string) =>
    runProgram('apt-get', ['install', '-y', '--no-install-recommends', program, 'fonts-dejavu-core'], {
      env,
    });
  await runProgram('apt-get', ['update'], { env });
  // Older releases have no shell of its own.
  for (const program of ['chromium-headless-shell', 'chromium']) {
    const { code, output } = await install(program);
    if (code === 0) break;
    console.error(output);
  }
  return installed();
}

function refuse(): never {
  throw new Refusal(
    'The browser tests need Chromium, and none could be installed here. Install Chromium or Chrome,\n' +
      'or set CHROMIUM_PATH to the program, then run the tests again.',
  );
}

function candidates(): string[] {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  if (process.platform === 'darwin') {
    const home = path.join(process.env.HOME ?? '', 'Applications');
    return [...macApps.flatMap((app) => [path.join('/Applications', app), path.join(home, app)]), ...onPath];
  }
  if (process.platform !== 'win32') return onPath;
  const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return folders.flatMap((folder) => (folder ? windowsApps.map((app) => path.join(folder, app)) : []));
}

/** A file of that name is not enough: Ubuntu's `chromium-browser` may only tell people to install something. */
async function starts(program: string): Promise<boolean> {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    return false;
  }
  // On Windows, asking for the version opens a window.
  if (process.platform === 'win32') return true;
  return (await runProgram(program, ['--version'], { timeout: 20_000 })).code === 0;
}
