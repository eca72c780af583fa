/** The content of a project folder, checked: everything the build refuses or warns about, all in one run. */
import { createHash } from 'node:crypto';
import { lstat, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { decode } from '../content/decode.ts';
import { sortFindings, type Finding } from '../content/finding.ts';
import type { ContentPage } from '../content/page.ts';
import {
  cacheFolder,
  codeDigest,
  inBatches,
  pageFiles,
  readerDigest,
  readSettings,
  writeCached,
} from '../content/read.ts';
import { pageOptions, placeIn, type Settings } from '../content/settings.ts';
import { checkPage, type Reading } from './check-page.ts';
import { checkWithSecondReader } from './second-reader.ts';
import { inspectProject, inspectText } from './inspect.ts';
import { makeKnown } from './known.ts';
import type { Entry, Source } from './rule.ts';

/** A project's content with what was found in it. */
export interface CheckedProject {
  /** Errors and warnings, sorted. */
  findings: Finding[];
  /** There when nothing is wrong with them. */
  settings?: Settings;
  /** The pages that could be read, sorted by file. */
  pages: ContentPage[];
  /** Every file and folder below `content/`, sorted. */
  entries: Entry[];
}

/**
 * Reads and checks `content/`.
 * @param root the project's folder
 * @param today `YYYY-MM-DD`; reviews fall due by it
 */
export async function checkProject(root: string, today: string): Promise<CheckedProject> {
  const entries = await readEntries(root);
  const { settings, findings: inSettings, yamls } = await readSettings(root);
  const { pages, sources, findings: inPages } = await checkPages(root, settings);
  const inTexts = await checkTexts(root, entries);
  const files = entries.filter(({ kind }) => kind === 'file').map((entry) => entry.path);
  const across = settings
    ? inspectProject({
        settings,
        pages,
        sources,
        known: makeKnown(pages, sources, files),
        entries,
        placeIn: (file, at) => placeIn(yamls, file, at),
        today,
      })
    : [];
  return {
    settings,
    pages,
    entries,
    findings: sortFindings([...inSettings, ...inPages, ...inTexts, ...across]),
  };
}

/** Reads every page and lets the rules look at it, or takes what they found when they saw this text before. */
async function checkPages(
  root: string,
  settings?: Settings,
): Promise<{ pages: ContentPage[]; sources: Source[]; findings: Finding[] }> {
  const rules = await codeDigest(root, ['src/checks']);
  const reading: Reading = {
    root,
    options: pageOptions(settings),
    language: settings?.site.language ?? 'en',
    reader: await readerDigest(root),
  };
  const notes = await openNotes(root, `${reading.reader}${rules}${reading.language}`);
  const files = await pageFiles(root);
  if (files.length - notes.count > worthHelp) notes.add(await checkWithSecondReader(files, reading));
  const results = await inBatches(files, (file) => checkPage(file, reading, notes.of));
  await notes.close();
  return {
    pages: results.flatMap(({ page }) => page ?? []),
    sources: results.map(({ source }) => source),
    findings: results.flatMap(({ findings }) => findings),
  };
}

/** From so many pages on that nobody has read yet, starting a second reader costs less than it saves. */
const worthHelp = 200;

/** The settings files, read as text: what holds for every text holds for them. */
async function checkTexts(root: string, entries: Entry[]): Promise<Finding[]> {
  const files = entries
    .filter(({ path: file, kind }) => kind === 'file' && file.endsWith('.yaml'))
    .map((entry) => entry.path);
  const findings = await inBatches(files, async (file) => {
    const { text } = decode(await readFile(path.join(root, file)));
    return text === undefined ? [] : inspectText(text, file);
  });
  return findings.flat();
}

interface Notes {
  /** How many texts are known. */
  count: number;
  /** What the rules found in a page when they saw this digest before, or what `look` finds now. */
  of(this: void, digest: string, look: () => Finding[]): Finding[];
  add(found: Record<string, Finding[]>): void;
  /** Keeps what was found for the next run. */
  close(): Promise<void>;
}

/** What rules found in pages before, while rules and pages were the same. @param rules stands for all that decides what is found */
async function openNotes(root: string, rules: string): Promise<Notes> {
  const file = path.join(root, cacheFolder, 'notes.json');
  const by = createHash('sha256').update(rules).digest('hex');
  const kept = await readKept(file);
  const before = kept.by === by ? (kept.pages ?? {}) : {};
  const now: Record<string, Finding[]> = {};
  return {
    count: Object.keys(before).length,
    of: (digest, look) => (now[digest] = before[digest] ?? look()),
    add: (found) => Object.assign(before, found),
    async close() {
      const digests = Object.keys(now);
      const same = kept.by === by && digests.length === Object.keys(kept.pages ?? {}).length;
      if (!same || digests.some((digest) => !kept.pages?.[digest]))
        await writeCached(file, { by, pages: now });
    },
  };
}

/** A cache that can't be read is no cache. */
async function readKept(file: string): Promise<{ by?: string; pages?: Record<string, Finding[]> }> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { by?: string; pages?: Record<string, Finding[]> };
  } catch {
    return {};
  }
}

/** Every file and folder below `content/`, sorted by path. Links are not followed. */
async function readEntries(root: string): Promise<Entry[]> {
  const found = await readdir(path.join(root, 'content'), { recursive: true, withFileTypes: true });
  const names = found
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  return inBatches(names, async (name): Promise<Entry> => {
    const stats = await lstat(path.join(root, name));
    const kind = stats.isSymbolicLink()
      ? 'link'
      : stats.isDirectory()
        ? 'folder'
        : stats.isFile()
          ? 'file'
          : 'other';
    const text = /\.(mdx|ya?ml)$/.test(name);
    return {
      path: name,
      kind,
      size: stats.size,
      head: kind === 'file' && !text ? await readHead(path.join(root, name)) : new Uint8Array(),
    };
  });
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
