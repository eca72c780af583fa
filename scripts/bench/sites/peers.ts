/** The programs we are measured against, installed from the package registry into a scratch folder of their own. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Refusal } from '../../command.ts';

/** Of the peers alone; what we use as well has our own version, so that both stand on the same ground. */
const ownVersions = { '@astrojs/starlight': '0.42.4', vitepress: '1.6.4' };
const sharedPackages = ['astro', '@astrojs/mdx', 'pagefind'];

/**
 * Installs the peers unless they are there already.
 * @param root the project's folder, for the versions of what both use
 * @returns the folder that holds their `node_modules`; their sites stand in folders below it
 */
export async function installPeers(
  root: string,
  scratch: string,
  say: (text: string) => void,
): Promise<string> {
  const folder = path.join(scratch, 'peers');
  const wanted = `${JSON.stringify(packageFor(root), undefined, 2)}\n`;
  const file = path.join(folder, 'package.json');
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && readFileSync(file, 'utf8') === wanted) return folder;
  say('Installing the peers from the package registry …');
  await mkdir(folder, { recursive: true });
  await writeFile(file, wanted);
  runNpm(folder, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
  return folder;
}

/** Where the program of an installed peer starts, to be run with Node. */
export function peerProgram(peers: string, name: string): string {
  const folder = path.join(peers, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return path.join(folder, typeof bin === 'string' ? bin : bin[name]!);
}

/** Settings of TypeScript that Astro looks for; without them it would find ours, further up. */
export const peerTsconfig = '{ "extends": "astro/tsconfigs/base" }\n';

function packageFor(root: string): object {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const shared = sharedPackages.map((name) => [name, dependencies[name]]);
  return {
    name: 'sidekick-bench-peers',
    private: true,
    type: 'module',
    dependencies: { ...Object.fromEntries(shared), ...ownVersions },
  };
}

/** npm as the one that called us, else the one on the PATH. */
function runNpm(cwd: string, args: string[]): void {
  const caller = process.env.npm_execpath;
  const run = caller?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [caller, ...args], { cwd, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status === 0) return;
  throw new Refusal(
    'The peers could not be installed: npm says why above. Without them there is nothing to compare with.',
  );
}
