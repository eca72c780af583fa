/**
 * `npm run new`: begins a page. It asks what it has to know, or takes `--type --title --role --stage --topic --moment --owner --kind`, and
 * writes a page whose blanks say what to fill in. An existing page is never touched.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { describeFindings } from '../src/content/finding.ts';
import { nearest } from '../src/content/nearest.ts';
import { readSettings } from '../src/content/read.ts';
import type { Settings } from '../src/content/settings.ts';
import { newPage, type JobAidKind } from '../src/model/new-page.ts';
import { slugOfTitle } from '../src/model/slug.ts';
import { today } from '../src/model/today.ts';
import { findBlanks } from '../src/schema/blank.ts';
import { isPageType, pageTypeNames, type PageType } from '../src/schema/index.ts';
import { jobAidKinds } from '../src/schema/job-aid.ts';
import { pageFields } from '../src/schema/page.ts';
import { codeOf, projectRoot, Refusal, runCommand } from './command.ts';

/** Something that may be answered. */
export interface Choice {
  id: string;
  name: string;
}

/** What the command has to know, in the order in which it asks. */
export interface Question {
  /** Name of the flag. */
  flag: string;
  asks: string;
  /** What may be answered; without it, any line that `problem` accepts. */
  choices?: Choice[];
  /** Whether several may be given, separated by commas. */
  several?: boolean;
  /** Taken when nothing is typed. */
  usual?: string;
  /** Says what is wrong with an answer that is no choice. */
  problem?(answer: string): string | undefined;
}

/** Flag → answers, in their order. */
export type Given = Record<string, string[]>;

/** @param type decides whether the kind is asked; @param settings give the ids */
export function questionsFor(type: PageType | undefined, { taxonomy, words }: Settings): Question[] {
  const { roles, stages, topics, moments, people } = taxonomy;
  const questions: Question[] = [
    {
      flag: 'type',
      asks: 'What kind of page?',
      choices: pageTypeNames.map((id) => ({ id, name: `${words.types[id].one}. ${words.types[id].about}` })),
      usual: 'job-aids',
    },
    {
      flag: 'title',
      asks: 'Its title, in the reader’s words? A job aid’s title starts with a verb.',
      problem: titleProblem,
    },
    { flag: 'role', asks: 'Who needs it?', choices: roles, several: true },
    {
      flag: 'stage',
      asks: 'For whom at this task?',
      choices: stages.map(({ id, name, can }) => ({ id, name: `${name}: can ${can}` })),
      several: true,
      usual: stages.map(({ id }) => id).join(', '),
    },
    { flag: 'topic', asks: 'What is it about? The main topic first.', choices: topics, several: true },
    {
      flag: 'moment',
      asks: 'When is it needed?',
      choices: moments.map(({ id, says }) => ({ id, name: says })),
      several: true,
      usual: moments[0]!.id,
    },
    {
      flag: 'owner',
      asks: 'Who answers for it?',
      choices: people,
      usual: people.length === 1 ? people[0]!.id : undefined,
    },
  ];
  const kind: Question = {
    flag: 'kind',
    asks: 'What does it hold?',
    choices: jobAidKinds.map((id) => ({ id, name: words.kinds[id] })),
    usual: 'steps',
  };
  return type === undefined || type === 'job-aids' ? questions.toSpliced(1, 0, kind) : questions;
}

function titleProblem(title: string): string | undefined {
  if (!pageFields.title.safeParse(title).success) return 'A title is one line of at most 80 characters.';
  return slugOfTitle(title)
    ? undefined
    : 'A title needs Latin letters or digits: the name of the file is made of it.';
}

/**
 * The ids that an answer names, by id or by name.
 * @returns the ids; or what is wrong, with the nearest choice where one is close
 */
export function readAnswer(
  question: Question,
  answer: string,
): { ids: string[] } | { problem: string; meant?: string } {
  const { choices, several, flag } = question;
  const text = answer.trim();
  if (!choices) {
    const problem = question.problem?.(text);
    return problem ? { problem } : { ids: [text] };
  }
  const parts = several ? text.split(/\s*,\s*/).filter(Boolean) : [text];
  if (parts.join('') === '') return { problem: 'Choose one of the list.' };
  const read = parts.map((part) => ({ part, id: idOf(part, choices) }));
  const unknown = read.filter(({ id }) => id === undefined).map(({ part }) => part);
  if (unknown.length === 0) return { ids: [...new Set(read.map(({ id }) => id!))] };
  const meant = read.map(({ part, id }) => id ?? nearestOf(part, choices));
  const problem = `There is no ${flag} "${unknown.join('", "')}".`;
  return meant.every((id) => id !== undefined)
    ? { problem, meant: [...new Set(meant)].join(', ') }
    : { problem };
}

function idOf(text: string, choices: Choice[]): string | undefined {
  const same = (name: string) => name.toLowerCase() === text.toLowerCase();
  return choices.find(({ id, name }) => same(id) || same(name) || same(name.split(/[.:]/)[0]!))?.id;
}

function nearestOf(text: string, choices: Choice[]): string | undefined {
  return (
    nearest(
      text,
      choices.map(({ id }) => id),
    ) ??
    idOf(
      nearest(
        text,
        choices.map(({ name }) => name),
      ) ?? '',
      choices,
    )
  );
}

/**
 * Reads the flags.
 * @throws a refusal that says which value is none, and what may stand there
 */
export function readFlags(args: string[], settings: Settings): Given {
  const names = questionsFor(undefined, settings).map(({ flag }) => flag);
  const options = Object.fromEntries(
    names.map((name) => [name, { type: 'string' as const, multiple: true }]),
  );
  let values: Record<string, string[] | undefined>;
  try {
    values = parseArgs({ args, options }).values as typeof values;
  } catch (error) {
    throw new Refusal(
      `${(error as Error).message.split('\n')[0]!.split('. ')[0]}. The flags are: ${names.map((name) => `--${name}`).join(' ')}`,
    );
  }
  const given: Given = {};
  for (const question of questionsFor(undefined, settings)) {
    const texts = values[question.flag];
    if (!texts) continue;
    if (texts.length > 1 && !question.several) throw new Refusal(`--${question.flag} can be given once.`);
    const read = readAnswer(question, texts.join(','));
    if ('problem' in read) throw new Refusal([read.problem, ...mends(question, read.meant)].join('\n'));
    given[question.flag] = read.ids;
  }
  if (given.kind && given.type && given.type[0] !== 'job-aids')
    throw new Refusal('Only a job aid has a --kind.');
  return given;
}

function mends(question: Question, meant?: string): string[] {
  return [
    ...(meant ? [`Did you mean "${meant}"?`] : []),
    ...(question.choices ? [listOf(question.choices)] : []),
  ];
}

function listOf(choices: Choice[]): string {
  const widest = Math.max(...choices.map(({ id }) => id.length));
  return choices.map(({ id, name }) => `  ${id.padEnd(widest)}  ${name}`).join('\n');
}

/** Puts a line to a person and waits for theirs. */
export type Ask = (prompt: string) => Promise<string>;

/** Asks for all that is not given, one question at a time. @param say shows lines */
export async function askForRest(
  given: Given,
  settings: Settings,
  ask: Ask,
  say: (text: string) => void,
): Promise<Given> {
  const answers: Given = { ...given, ...(given.kind && !given.type && { type: ['job-aids'] }) };
  for (;;) {
    const question = missing(answers, settings)[0];
    if (!question) return answers;
    answers[question.flag] = await askOne(question, ask, say);
  }
}

/** What is still to be asked. */
export function missing(given: Given, settings: Settings): Question[] {
  const type = given.type?.[0] ?? (given.kind ? 'job-aids' : undefined);
  const questions = questionsFor(type !== undefined && isPageType(type) ? type : undefined, settings);
  return questions.filter(({ flag }) => !given[flag]);
}

async function askOne(question: Question, ask: Ask, say: (text: string) => void): Promise<string[]> {
  const { asks, choices, several } = question;
  say(`\n${asks}${several ? ' (several: with commas)' : ''}`);
  if (choices) say(listOf(choices));
  let { usual } = question;
  for (;;) {
    const typed = (await ask(usual ? `[${usual}] > ` : '> ')).trim();
    const read = readAnswer(question, typed || usual || '');
    if ('ids' in read) return read.ids;
    usual = read.meant ?? question.usual;
    say(read.meant ? `${read.problem} Did you mean "${read.meant}"? Enter takes it.` : read.problem);
  }
}

/** A conversation at the terminal. When it ends early, by Ctrl-C or the end of the input, nothing has been written. */
async function atTerminal<T>(talk: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  let isOver = false;
  const ended = new Promise<never>((_, reject) => {
    lines.on('close', () => isOver || reject(new Refusal('\nStopped. Nothing was written.')));
  });
  const ask: Ask = (prompt) => new Promise((resolve) => lines.question(prompt, resolve));
  try {
    return await Promise.race([talk(ask), ended]);
  } finally {
    isOver = true;
    lines.close();
  }
}

/**
 * Writes the page that the answers ask for.
 * @returns its path from the root, and how many blanks it has
 * @throws a refusal when there is such a page already, or was
 */
export async function writeNewPage(
  root: string,
  answers: Given,
  settings: Settings,
  on: string,
): Promise<{ file: string; blanks: number }> {
  const type = answers.type![0] as PageType;
  const title = answers.title![0]!;
  const id = `${type}/${slugOfTitle(title)}`;
  const file = `content/${id}.mdx`;
  if (settings.retired.some((page) => page.id === id)) {
    throw new Refusal(
      `The address ${id} belongs to a page that was retired (content/retired.yaml). Choose another title.`,
    );
  }
  const text = newPage(
    type,
    {
      title,
      roles: answers.role!,
      stages: answers.stage!,
      topics: answers.topic!,
      moments: answers.moment!,
      owner: answers.owner![0]!,
      kind: answers.kind?.[0] as JobAidKind | undefined,
      on,
    },
    settings,
  );
  const target = path.join(root, file);
  if (!existsSync(path.dirname(target))) await mkdir(path.dirname(target), { recursive: true });
  try {
    await writeFile(target, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new Refusal(`${file} is there already, and stays as it is. Choose another title.`);
    throw error;
  }
  return { file, blanks: findBlanks(text).length };
}

await runCommand(import.meta, async () => {
  const { settings, findings } = await readSettings(projectRoot);
  if (!settings) throw new Refusal(`The settings have to be mended first:\n${describeFindings(findings)}`);
  const given = readFlags(process.argv.slice(2), settings);
  const open = missing(given, settings);
  if (open.length > 0 && !process.stdin.isTTY) {
    throw new Refusal(
      `There is no terminal to ask at. Missing: ${open.map(({ flag }) => `--${flag}`).join(' ')}`,
    );
  }
  const answers =
    open.length > 0
      ? await atTerminal((ask) => askForRest(given, settings, ask, (text) => console.log(text)))
      : given;
  const on = today();
  const { file, blanks } = await writeNewPage(projectRoot, answers, settings, on);
  console.log(`\n${file}\n`);
  console.log(`It has ${blanks} places that begin with FILL IN: each says what to write there.`);
  console.log(`When you think that all are filled:  npm run check -- ${file}`);
});
