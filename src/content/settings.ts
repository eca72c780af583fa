/** What an owner sets, from YAML files to checked data. */
import type { z } from 'astro/zod';
import { retired, type RetiredPage } from '../schema/retired.ts';
import { site, type Site } from '../schema/site.ts';
import { taxonomyFiles, type Taxonomy } from '../schema/taxonomy.ts';
import { words, type Words } from '../schema/words.ts';
import { hiddenCharacters } from './characters.ts';
import { decode } from './decode.ts';
import { sortFindings, type Finding, type Problem } from './finding.ts';
import { fitSchema, readYaml, type Yaml } from './frontmatter.ts';
import type { PageOptions } from './page.ts';
import { sizeProblems } from './size.ts';

/** Everything an owner sets: what the pages point to and what the interface says. */
export interface Settings {
  site: Site;
  taxonomy: Taxonomy;
  words: Words;
  /** Pages that are gone, and where their addresses lead. */
  retired: RetiredPage[];
}

const retiredFile = 'content/retired.yaml';

/** The files of settings, each with its schema; the words of the interface depend on the language that `site.yaml` names. */
const settingsFiles: Record<string, z.ZodType> = {
  'content/site.yaml': site,
  ...Object.fromEntries(Object.entries(taxonomyFiles).map(([name, schema]) => [taxonomyFile(name), schema])),
  [retiredFile]: retired,
};

function taxonomyFile(name: string): string {
  return `content/taxonomy/${name}.yaml`;
}

function wordsFile(language: string): string {
  return `content/words/${language}.yaml`;
}

/** Settings with the places of their values. */
export interface ReadSettings {
  /** There when nothing is wrong with them. */
  settings?: Settings;
  findings: Finding[];
  /** Settings file → its YAML, for rules that say where something stands. */
  yamls: Map<string, Yaml>;
}

/** Reads all settings. @param bytesOf the bytes of a file such as `content/site.yaml`, or nothing where there is none */
export async function parseSettings(bytesOf: (file: string) => Promise<Uint8Array | undefined>): Promise<ReadSettings> {
  const findings: Finding[] = [];
  const yamls = new Map<string, Yaml>();
  const parse = async (file: string, schema: z.ZodType): Promise<unknown> => {
    const bytes = await bytesOf(file);
    // A knowledge base that never retired a page has no list of them.
    if (!bytes && file === retiredFile) return [];
    const result = bytes ? parseYamlFile(bytes, schema) : { problems: [missingFile(file)] };
    findings.push(...result.problems.map((problem) => ({ file, ...problem })));
    if (result.yaml) yamls.set(file, result.yaml);
    return result.data;
  };
  const data: Record<string, unknown> = {};
  for (const [file, schema] of Object.entries(settingsFiles)) data[file] = await parse(file, schema);
  const siteData = data['content/site.yaml'] as Site | undefined;
  const wordsData = siteData && ((await parse(wordsFile(siteData.language), words)) as Words | undefined);
  if (findings.length > 0 || !siteData || !wordsData) return { findings: sortFindings(findings), yamls };
  const taxonomy = Object.fromEntries(Object.keys(taxonomyFiles).map((name) => [name, data[taxonomyFile(name)]])) as unknown as Taxonomy;
  return { settings: { site: siteData, taxonomy, words: wordsData, retired: data[retiredFile] as RetiredPage[] }, findings, yamls };
}

function parseYamlFile(bytes: Uint8Array, schema: z.ZodType): { data?: unknown; yaml?: Yaml; problems: Problem[] } {
  const { text, problem } = decode(bytes);
  if (text === undefined) return { problems: [problem] };
  const tooMuch = sizeProblems(text);
  const inText = [...(problem ? [problem] : []), ...hiddenCharacters(text), ...tooMuch];
  if (tooMuch.length > 0) return { problems: inText };
  const { yaml, problems } = readYaml(text);
  if (!yaml) return { problems: [...inText, ...problems] };
  const fitted = fitSchema(schema, yaml, 'settings');
  return { data: fitted.data, yaml, problems: [...inText, ...problems, ...fitted.problems] };
}

const missingFile = (file: string): Problem => ({ rule: 'settings', line: 1, column: 1, found: 'no such file', expected: `the file ${file}` });

/** What the page reader needs to know of the settings; where they are broken, enough to find what is wrong in pages. */
export function pageOptions(settings?: Pick<Settings, 'site' | 'words'>): PageOptions {
  return { base: settings?.site.base ?? '/', footnotes: settings?.words.footnotes ?? { title: '', back: '' } };
}

/** Place of a value in a settings file, or of its nearest parent that exists. @param yamls as read with the settings */
export function placeIn(yamls: ReadSettings['yamls'], file: string, path: PropertyKey[]): { line: number; column: number } {
  return yamls.get(file)?.placeOf(path) ?? { line: 1, column: 1 };
}
