/**
 * `node scripts/bootstrap.mjs <command>` is what every `npm run` calls. It runs on any Node from 12 on, before anything
 * is installed: it installs what is missing, picks a Node that is new enough, and hands over to `scripts/<command>.ts`.
 * Plain JavaScript and built-in modules only.
 */
import { spawn, spawnSync } from 'child_process';
import crypto from 'crypto';
import fs from 'fs';
import os from 'os';
import path from 'path';
import { fileURLToPath } from 'url';

/** The first Node that runs TypeScript as it stands. */
const oldestNode = [22, 18];
const stampFile = 'node_modules/.sidekick-install';
const installedFile = 'node_modules/.package-lock.json';

/**
 * Does `node_modules` hold what the lock file asks for?
 * @param {string} root the project's folder
 * @param {string} [platform] such as `linux-x64`
 * @returns {'stamped' | 'complete' | 'missing'} `complete` means somebody installed it by hand and it only lacks the stamp
 */
export function installState(root, platform = thisPlatform()) {
  const stamp = readText(root, stampFile);
  if (stamp && stamp === stampOf(root, platform)) return 'stamped';
  const movedHere = stamp !== undefined && stamp.split(' ')[0] !== platform;
  return movedHere || !holdsEverything(root) ? 'missing' : 'complete';
}

/**
 * Marks `node_modules` as what the lock file asks for.
 * @param {string} root the project's folder
 * @param {string} [platform] such as `linux-x64`
 */
export function writeStamp(root, platform = thisPlatform()) {
  const draft = path.join(root, stampFile + '.' + process.pid);
  fs.writeFileSync(draft, stampOf(root, platform));
  fs.renameSync(draft, path.join(root, stampFile));
}

/**
 * The commands that package.json offers and scripts/ holds.
 * @param {string} root the project's folder
 * @returns {string[]}
 */
export function commandsOf(root) {
  const offered = Object.keys((readJson(root, 'package.json') || {}).scripts || {});
  return offered.filter((name) => fs.existsSync(path.join(root, 'scripts', name + '.ts')));
}

/**
 * Is a version such as `v22.18.0` new enough to run the scripts?
 * @param {string} version
 */
export function runsTypeScript(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

function thisPlatform() {
  return process.platform + '-' + process.arch;
}

/** Covers npm's own record too: whoever installs or removes something by hand voids the stamp. */
function stampOf(root, platform) {
  const hash = crypto.createHash('sha256');
  for (const file of ['package-lock.json', installedFile]) hash.update((readText(root, file) || '') + '\0');
  return platform + ' ' + hash.digest('hex');
}

/** Compares npm's record of what it installed with the lock file. Optional packages may be missing, never different. */
function holdsEverything(root) {
  const installed = (readJson(root, installedFile) || {}).packages;
  const wanted = (readJson(root, 'package-lock.json') || {}).packages;
  if (!installed || !wanted) return false;
  return Object.keys(wanted).every((place) => {
    if (place === '') return true;
    if (!installed[place]) return wanted[place].optional === true;
    return (
      installed[place].version === wanted[place].version &&
      fs.existsSync(path.join(root, place, 'package.json'))
    );
  });
}

async function install(root) {
  // Beside what the command itself prints, which may be meant for a program.
  console.error('Installing what is missing …');
  // A kill from here on must leave nothing that could pass for a whole install.
  for (const file of [stampFile, installedFile]) removeIfThere(path.join(root, file));
  const [command, shell] = npmCommand();
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  const { code, stopped } = await run(command[0], command.slice(1).concat(args), {
    cwd: root,
    shell,
    stdio: ['inherit', 2, 'inherit'],
  });
  if (stopped) return 130;
  if (code !== 0) {
    console.error(
      '\nThe install did not finish: npm says why above. If it could not reach the package registry,',
    );
    console.error('check the connection; then run the same command again.');
    return code;
  }
  writeStamp(root);
  return 0;
}

/** npm as the one that called us, else the one on the PATH. Other package managers can't read our lock file. */
function npmCommand() {
  const caller = process.env.npm_execpath;
  if (caller && /npm-cli\.c?js$/.test(caller)) return [[process.execPath, caller], false];
  return process.platform === 'win32' ? [['npm.cmd'], true] : [['npm'], false];
}

/** The Node that the lock file pins, where there is one for this platform and it runs here; else the running one. */
function chooseNode(root) {
  const name = { win32: 'win' }[process.platform] || process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = path.join(root, 'node_modules', 'node-' + name + '-' + process.arch, 'bin', binary);
  // Alpine takes the package but can't start its binary.
  if (fs.existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  return runsTypeScript(process.version) ? process.execPath : undefined;
}

/** Runs a program to its end and hands signals on. Answers its exit code, and whether it was told to stop. */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, Object.assign({ stdio: 'inherit' }, options));
    let stopped = false;
    const forward = (signal) => {
      stopped = true;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM'];
    for (const signal of signals) process.on(signal, forward);
    const end = (code) => {
      for (const signal of signals) process.removeListener(signal, forward);
      resolve({ code, stopped });
    };
    child.on('error', (error) => {
      console.error('Could not start ' + path.basename(command) + ': ' + error.message);
      end(1);
    });
    child.on('close', (code, signal) => end(signal ? 128 + os.constants.signals[signal] : code));
  });
}

/** The environment with our tools and the chosen Node first on the PATH. Windows spells the name in several ways. */
function environment(root, node) {
  const env = Object.assign({}, process.env);
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
  const first = [path.join(root, 'node_modules', '.bin'), path.dirname(node)];
  env[key] = first.concat(env[key] || []).join(path.delimiter);
  return env;
}

function readText(root, file) {
  try {
    return fs.readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** What is no JSON counts as missing: half-written records are what a kill leaves. */
function readJson(root, file) {
  try {
    return JSON.parse(readText(root, file));
  } catch {
    return undefined;
  }
}

function removeIfThere(file) {
  if (fs.existsSync(file)) fs.unlinkSync(file);
}

async function main(root, command, args) {
  const commands = commandsOf(root);
  if (commands.indexOf(command) < 0) {
    if (command) console.error('There is no command "' + command + '".');
    console.error('The commands are:\n' + commands.map((name) => '  npm run ' + name).join('\n'));
    return 1;
  }
  const state = installState(root);
  if (state === 'complete') writeStamp(root);
  if (state === 'missing') {
    const code = await install(root);
    if (code !== 0) return code;
  }
  const node = chooseNode(root);
  if (!node) {
    console.error(
      'This is Node ' + process.version + ' on ' + thisPlatform() + ', and no newer one comes with',
    );
    console.error(
      'the install for it. Install Node ' + oldestNode.join('.') + ' or newer from https://nodejs.org',
    );
    console.error('and run the same command again.');
    return 1;
  }
  const script = path.join(root, 'scripts', command + '.ts');
  const { code } = await run(node, ['--disable-warning=ExperimentalWarning', script].concat(args), {
    env: environment(root, node),
  });
  return code;
}

const self = fileURLToPath(import.meta.url);
if (process.argv[1] && fs.realpathSync(process.argv[1]) === fs.realpathSync(self)) {
  main(path.dirname(path.dirname(self)), process.argv[2], process.argv.slice(3))
    .catch((error) => {
      console.error('This did not work: ' + error.message);
      return 1;
    })
    .then((code) => {
      process.exitCode = code;
    });
}
