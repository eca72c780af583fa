/** What a branch changes for readers: the files of the folder, compared with those of a revision. */
import { pageFiles, readerDigest, readPageFile, readSettings } from '../../src/content/read.ts';
import { pageOptions } from '../../src/content/settings.ts';
import { readPage, type ContentPage } from '../../src/content/page.ts';
import { href } from '../../src/model/address.ts';
import { changedAnswers, differenceOf, type Difference } from '../../src/model/difference.ts';
import type { Outcome } from '../../src/decisions/graph.ts';
import { branchPoint, git, revision } from '../changed-files.ts';
import type { Question } from '../../src/decisions/graph.ts';
import { oneOf } from '../../src/content/nearest.ts';
import { Refusal } from '../command.ts';

export interface ChangedPage {
  id: string;
  title: string;
  /** On the site: `/job-aids/x/`. */
  path: string;
}

export interface RetiredPage extends ChangedPage {
  /** Whether `content/retired.yaml` says where its address leads; without that the address is dead. */
  listed: boolean;
  /** Id of the page that took its place. */
  to?: string;
}

/** A decision tool whose answers differ. */
export interface ChangedTool extends ChangedPage {
  /** In all; only the first are listed. */
  count: number;
  routes: {
    answers: { question: string; ask: string; answer: string; say: string }[];
    before?: Pick<Outcome, 'id' | 'verdict'>;
    after?: Pick<Outcome, 'id' | 'verdict'>;
  }[];
  /** Whether all answers could be compared. */
  complete: boolean;
  reworded: { id: string; before: string; after: string }[];
}

/** All of it plain data, in the order of the files. */
export interface Changes {
  /** The commit compared with. */
  since: string;
  added: ChangedPage[];
  edited: (ChangedPage & Difference)[];
  retired: RetiredPage[];
  tools: ChangedTool[];
  /** Pages that the check refuses, now or as they were, so that nothing can be said of them. */
  unreadable: { file: string; at: 'since' | 'now' }[];
  /** Other files below `content/`: settings, words, pictures. */
  settings: string[];
  /** Files outside `content/`. */
  outside: string[];
}

/** Routes listed for one tool. */
export const mostRoutes = 50;

/**
 * @param root the project's folder, in a git repository
 * @param since a revision; without it, where the branch began
 * @throws a refusal when git knows no such commit, or the settings have findings
 */
export async function readChanges(root: string, since?: string): Promise<Changes> {
  const base = since === undefined ? await whereToBegin(root) : await named(root, since);
  const files = await differingFiles(root, base);
  const read = await pageReader(root, base);
  const changes: Changes = {
    since: base,
    added: [],
    edited: [],
    retired: [],
    tools: [],
    unreadable: [],
    settings: files.filter((file) => isContent(file) && !isPage(file)),
    outside: files.filter((file) => !isContent(file)),
  };
  for (const file of files.filter(isPage)) sort(await read(file), changes);
  return changes;
}

/** What an edit does to one tool; `count` 0 and nothing reworded where all leads where it led. */
export interface ToolDifference extends ChangedTool {
  file: string;
  /** The commit compared with. */
  since: string;
}

/**
 * Compares one decision tool with what it was.
 * @param file from the project's folder; @param most how many routes to list
 * @throws a refusal when there is no such commit or tool, or one of the two versions has findings
 */
export async function readToolDifference(
  root: string,
  since: string,
  file: string,
  most: number,
): Promise<ToolDifference> {
  const base = await named(root, since);
  if (!/^content\/decision-tools\/[^/]+\.mdx$/.test(file)) {
    throw new Refusal(`${file} is no decision tool: those are files in content/decision-tools/.`);
  }
  const { before, after, describe } = await (await pageReader(root, base))(file);
  if (!after) {
    const tools = (await pageFiles(root)).filter((one) => one.startsWith('content/decision-tools/'));
    const { mend } = oneOf(file, tools);
    throw new Refusal(`There is no ${file}${before ? ' any more' : ''}.${mend && !before ? ` ${mend}` : ''}`);
  }
  if (after === 'refused')
    throw new Refusal(`${file} can’t be read as it is now. npm run check ${file} says why.`);
  if (!before) throw new Refusal(`There was no ${file} at ${since} yet, so all its answers are new.`);
  if (before === 'refused')
    throw new Refusal(`${file} as it was at ${since} can’t be read: today’s check refuses it.`);
  const { id, title, path } = describe(after);
  const change = toolChange(before, after, most) ?? { count: 0, routes: [], complete: true, reworded: [] };
  return { file, since: base, id, title, path, ...change };
}

/** Whether pages and other things change in one branch, which nobody can review in one go. */
export function isMixed({ outside, added, edited, retired, unreadable, settings }: Changes): boolean {
  return (
    outside.length > 0 && [added, edited, retired, unreadable, settings].some(({ length }) => length > 0)
  );
}

interface Versions {
  file: string;
  /** Nothing where there was no file, `refused` where there was one that the check refuses. */
  before?: ContentPage | 'refused';
  after?: ContentPage | 'refused';
  describe(page: ContentPage): RetiredPage;
}

function sort({ file, before, after, describe }: Versions, changes: Changes): void {
  if (before === 'refused' || after === 'refused') {
    if (before === 'refused') changes.unreadable.push({ file, at: 'since' });
    if (after === 'refused') changes.unreadable.push({ file, at: 'now' });
  } else if (!after) {
    if (before) changes.retired.push(describe(before));
    else changes.unreadable.push({ file, at: 'now' });
  } else {
    const { id, title, path } = describe(after);
    if (!before) changes.added.push({ id, title, path });
    else changes.edited.push({ id, title, path, ...differenceOf(before, after) });
    const tool = before && toolChange(before, after, mostRoutes);
    if (tool) changes.tools.push({ id, title, path, ...tool });
  }
}

function toolChange(
  before: ContentPage,
  after: ContentPage,
  most: number,
): Omit<ChangedTool, keyof ChangedPage> | undefined {
  const comparison = changedAnswers(before, after, most);
  if (!comparison) return undefined;
  const told = (outcome?: Outcome) => outcome && { id: outcome.id, verdict: outcome.verdict };
  return {
    count: Number(comparison.count),
    complete: comparison.complete,
    routes: comparison.routes.map((route) => ({
      answers: route.given.map(({ question, answer }) => ({
        question: question.id,
        ask: question.ask,
        answer,
        say: inWords(question, answer),
      })),
      before: told(route.before),
      after: told(route.after),
    })),
    reworded: comparison.reworded.map((outcome) => ({
      id: outcome.after.id,
      before: outcome.before.verdict,
      after: outcome.after.verdict,
    })),
  };
}

/** An answer as the reader gives it: `At a desk, At the door`, `12 hours`. */
function inWords({ type, options, unit }: Question, answer: string): string {
  if (type === 'radio' || type === 'checkbox') {
    const say = (id: string) => options.find((option) => option.id === id)?.say ?? id;
    return answer.split(',').map(say).join(', ');
  }
  return unit ? `${answer} ${unit}` : answer;
}

/** Reads both versions of a page with today's schema: what it asks for anew, an old page may lack. */
async function pageReader(root: string, base: string): Promise<(file: string) => Promise<Versions>> {
  const { settings } = await readSettings(root);
  if (!settings) throw new Refusal('The settings in content/ can’t be read. Run npm run check first.');
  const options = pageOptions(settings);
  const reader = await readerDigest(root);
  // A link is no page to the check, and what it points to may lie anywhere: neither version of it is read.
  const there = new Set(await pageFiles(root));
  const old = new Set(await filesAt(root, base));
  const describe = ({ id, data }: ContentPage): RetiredPage => {
    const entry = settings.retired.find((one) => one.id === id);
    return {
      id,
      title: data.title,
      path: href(settings.site, id),
      listed: entry !== undefined,
      ...(entry?.to && { to: entry.to }),
    };
  };
  return async (file) => ({
    file,
    before: old.has(file)
      ? (readPage(await textAt(root, base, file), file, options).page ?? 'refused')
      : undefined,
    after: there.has(file)
      ? ((await readPageFile(root, file, reader, options)).page ?? 'refused')
      : undefined,
    describe,
  });
}

/** Where this branch left the main one. On the main one itself, with nothing edited, the commit before the last. */
async function whereToBegin(root: string): Promise<string> {
  const head = await revision(root, 'HEAD');
  const point = await branchPoint(root);
  if (point !== head || (await differingFiles(root, head)).length > 0) return point;
  return revision(root, 'HEAD~1').catch(() => head);
}

async function named(root: string, since: string): Promise<string> {
  if (since.startsWith('-')) throw new Refusal(`"${since}" is no revision: none starts with a hyphen.`);
  return revision(root, since);
}

/** Paths from the project's folder of what was added, edited or removed since, staged or not, sorted. */
async function differingFiles(root: string, base: string): Promise<string[]> {
  const differing = await git(root, ['diff', '--name-only', '--no-renames', '--relative', '-z', base, '--']);
  const fresh = await git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return [...new Set(split(`${differing}${fresh}`))].sort();
}

/** Ordinary files only. */
async function filesAt(root: string, base: string): Promise<string[]> {
  const listed = await git(root, ['ls-tree', '-r', '-z', base, '--', './content']);
  return split(listed).flatMap((entry) =>
    entry.startsWith('100') ? entry.slice(entry.indexOf('\t') + 1) : [],
  );
}

function textAt(root: string, base: string, file: string): Promise<string> {
  return git(root, ['show', `${base}:./${file}`]);
}

function split(listed: string): string[] {
  return listed.split('\0').filter(Boolean);
}

function isContent(file: string): boolean {
  return file.startsWith('content/');
}

function isPage(file: string): boolean {
  return isContent(file) && /\.mdx?$/i.test(file);
}
