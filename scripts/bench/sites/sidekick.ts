/** This project as it stands, with generated pages in the place of its own. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { generatedTerms, type GeneratedPage } from '../corpus.ts';
import { writeBody, type Marks } from '../markup.ts';
import { copyFolder, type Files, type Site } from './site.ts';

/** What a checkout holds besides the pages. */
const folders = ['src', 'public', 'scripts', 'content/taxonomy', 'content/words'];
const singleFiles = ['package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'];

/** The ids of a taxonomy that pages may name. */
interface Facts {
  roles: string[];
  topics: string[];
  moments: string[];
  people: string[];
}

/** Copies the project, so that its own caches and its `dist` stay as they are. */
export async function copySidekick(root: string, scratch: string): Promise<Site> {
  const folder = path.join(scratch, 'sidekick');
  await mkdir(folder, { recursive: true });
  for (const name of folders) await copyFolder(path.join(root, name), path.join(folder, name));
  for (const name of singleFiles) await copyFile(path.join(root, name), path.join(folder, name));
  await linkPackages(root, folder);
  return sidekickSite(root, folder);
}

/** @param root the project's folder; @param folder the copy's */
export function sidekickSite(root: string, folder: string): Site {
  const facts = readFacts(root);
  return {
    name: 'Sidekick',
    folder,
    pagesFolder: 'content/job-aids',
    pageFile: ({ slug }) => `${slug}.mdx`,
    pageText: (page) => writePage(page, facts),
    otherFiles: (pages) => otherFiles(root, pages, facts),
    leftovers: [
      'dist',
      '.build',
      '.astro',
      'node_modules/.cache',
      'node_modules/.astro',
      'node_modules/.vite',
    ],
    build: [['scripts/build.ts']],
    output: 'dist',
    builtPage: ({ slug }) => `job-aids/${slug}/index.html`,
  };
}

const marks: Marks = {
  trap: (text) => `<Note kind="trap">${text}</Note>`,
  novice: (text) => `<Stage for="novice">${text}</Stage>`,
  expert: (text) => `<Stage for="expert">\n\n${text}\n\n</Stage>`,
  example: (text) => `<Example>\n\n${text}\n\n</Example>`,
  term: ({ id, term }) => `<Term id="${id}">${term.toLowerCase()}</Term>`,
  critical: '<Critical />',
  href: (slug) => `job-aids/${slug}`,
};

function writePage(page: GeneratedPage, facts: Facts): string {
  const [topic, role, moment, owner] = page.facts as [number, number, number, number];
  const one = (ids: string[], draw: number) => ids[draw % ids.length]!;
  const frontmatter = {
    title: page.title,
    summary: page.summary,
    kind: 'steps',
    used: 'during',
    roles: [one(facts.roles, role)],
    stages: ['novice', 'practitioner', 'expert'],
    topics: [one(facts.topics, topic)],
    moments: [one(facts.moments, moment)],
    minutes: page.minutes,
    asks: page.asks,
    use_when: page.useWhen,
    not_when: [{ if: page.notWhen, go: `job-aids/${page.related.slug}` }],
    needs: page.needs,
    done_when: page.doneWhen,
    next: [`job-aids/${page.related.slug}`],
    owner: one(facts.people, owner),
  };
  return `---\n${stringify(frontmatter)}---\n\n${writeBody(page, marks)}\n`;
}

function otherFiles(root: string, pages: GeneratedPage[], facts: Facts): Files {
  const site = parse(readFileSync(path.join(root, 'content/site.yaml'), 'utf8')) as Record<string, unknown>;
  const home = {
    tasks: facts.topics.slice(0, 8).map((topic, group) => ({ topic, pages: homePages(pages, group) })),
  };
  return new Map([
    ['content/site.yaml', stringify({ ...site, base: '/', home })],
    ['content/references/words.mdx', writeGlossary(facts)],
  ]);
}

function homePages(pages: GeneratedPage[], group: number): string[] {
  return pages.slice(group * 3, group * 3 + 3).map(({ slug }) => `job-aids/${slug}`);
}

function writeGlossary(facts: Facts): string {
  const frontmatter = {
    title: 'Words',
    summary: 'The words that the pages use.',
    roles: facts.roles,
    stages: ['novice', 'practitioner', 'expert'],
    topics: facts.topics.slice(0, 1),
    moments: facts.moments.slice(0, 1),
    asks: ['what does this word mean', 'glossary', 'list of words'],
    owner: facts.people[0],
    terms: generatedTerms,
  };
  return `---\n${stringify(frontmatter)}---\n\nThe words below have one meaning on every page.\n`;
}

function readFacts(root: string): Facts {
  const ids = (name: string) => {
    const entries = parse(readFileSync(path.join(root, 'content/taxonomy', `${name}.yaml`), 'utf8')) as {
      id: string;
    }[];
    return entries.map(({ id }) => id);
  };
  return { roles: ids('roles'), topics: ids('topics'), moments: ids('moments'), people: ids('people') };
}

/**
 * Gives the copy packages of its own without copying half a gigabyte: hard links, as Astro and our parser keep their caches
 * in `node_modules` and the project's must stay out of the measurement.
 */
async function linkPackages(root: string, folder: string): Promise<void> {
  const [from, to] = [root, folder].map((place) => path.join(place, 'node_modules')) as [string, string];
  const stamp = path.join(to, '.linked');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(from, '.package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await rm(to, { recursive: true, force: true });
  await linkFolder(from, to, (name) => name === '.bin' || !name.startsWith('.'));
  await writeFile(stamp, wanted);
}

async function linkFolder(
  from: string,
  to: string,
  wanted: (name: string) => boolean = () => true,
): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (!wanted(entry.name)) continue;
    if (entry.isDirectory()) await linkFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}
