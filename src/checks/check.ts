/** The content of a project folder, checked: everything the build refuses, all in one run. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { sortFindings, type Finding } from '../content/finding.ts';
import type { ContentPage } from '../content/page.ts';
import { pageOptions, readPages, readSettings, type Settings } from '../content/read.ts';
import { knownAnchors } from './rules/known-anchor.ts';
import { knownIds } from './rules/known-id.ts';
import { knownPages } from './rules/known-page.ts';
import { knownPictures } from './rules/known-picture.ts';
import { oneTermEach } from './rules/one-term-each.ts';
import { uniqueAliases } from './rules/unique-alias.ts';

/** What the rules across files look at. */
export interface Project {
  settings: Settings;
  pages: ContentPage[];
  /** Every file below `content/`, from the root, with forward slashes. */
  files: Set<string>;
}

/** A rule across files: a finished model in, findings out; it never reads the disk. */
export interface Rule {
  /** Stable, never reused; the file's name. */
  id: string;
  /** Why the rule is there, in one sentence. */
  reason: string;
  check(project: Project): Omit<Finding, 'rule'>[];
}

const rules: Rule[] = [knownPages, knownAnchors, knownIds, knownPictures, oneTermEach, uniqueAliases];

/**
 * Reads and checks `content/`.
 * @param root the project's folder
 * @returns sorted findings; without any, the settings and all pages
 */
export async function checkProject(
  root: string,
): Promise<{ findings: Finding[]; settings?: Settings; pages: ContentPage[] }> {
  const { settings, findings: inSettings } = await readSettings(root);
  if (!settings) return { findings: inSettings, pages: [] };
  const { pages, findings: inPages } = await readPages(root, pageOptions(settings));
  const project = { settings, pages, files: await contentFiles(root) };
  const across = rules.flatMap((rule) =>
    rule.check(project).map((finding) => ({ rule: rule.id, ...finding })),
  );
  return { settings, pages, findings: sortFindings([...inPages, ...across]) };
}

async function contentFiles(root: string): Promise<Set<string>> {
  const entries = await readdir(path.join(root, 'content'), { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
  );
}
