/** One file → one page, or the reasons why not. */
import type { Root } from 'mdast';
import type { Frontmatter, FrontmatterOf, PageType } from '../schema/index.ts';
import { isPageType, pageTypeNames, pageTypes } from '../schema/index.ts';
import { canonical, makeBlocks, type BlockOptions, type Body } from './blocks.ts';
import { hiddenCharacters } from './characters.ts';
import { sortFindings, type Finding, type Problem } from './finding.ts';
import { findFence, fitSchema, readYaml, type Fence, type Yaml } from './frontmatter.ts';
import { inspectBody } from './gate.ts';
import { fingerprint } from './hash.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePassages, passageRefs, readPassages } from './passages.ts';
import { bodyRefs, frontmatterRefs, isWellFormed, type Ref } from './refs.ts';
import { sizeProblems } from './size.ts';

/** A page as plain data: it can be stored, sent and compared. */
export interface ContentPage<T extends PageType = PageType> extends Body {
  /** `job-aids/state-the-problem`: its path below `content/` without the ending, and its address on the site. */
  id: string;
  type: T;
  /** Path from the project's root. */
  file: string;
  data: FrontmatterOf<T>;
  refs: Ref[];
  /** Markdown of the frontmatter as HTML, by the path of its field: `outcomes.0.because`. */
  texts: Record<string, string>;
  /** Fingerprint of all that a reader sees; a review is bound to it. Sixteen characters. */
  version: string;
}

export type PageOptions = Omit<BlockOptions, 'steps'>;

/** Frontmatter that changes nothing in the help that a reader gets, so that it leaves reviews and ticks alone. */
const unseen = new Set(['review', 'aliases', 'contexts', 'owner', 'credit']);

/** A file that the gate let through, before anything is made of it. */
export interface ParsedPage {
  tree: Root;
  yaml: Yaml;
  data: Frontmatter;
}

/**
 * @param source the file's text; @param file its path from the root, such as `content/job-aids/x.mdx`
 * @returns with problems, the references that could be read all the same: they can be wrong too
 */
export function parsePage(source: string, file: string): { parsed?: ParsedPage; problems: Problem[]; refs?: Ref[] } {
  // Old-Mac line ends are refused below; read as ends, they leave all other places true.
  const text = source.replace(/\r(?!\n)/g, '\n');
  const fence = findFence(text);
  const tooMuch = sizeProblems(text, fence.bodyFrom);
  const problems = [...fileNameProblems(file), ...hiddenCharacters(source), ...(fence.problem ? [fence.problem] : []), ...tooMuch];
  if (tooMuch.length > 0) return { problems };
  const frontmatter = readFrontmatter(text, fence, typeFolder(file));
  const { tree, problems: syntax } = parseBody(text, fence);
  problems.push(...frontmatter.problems, ...syntax);
  if (tree) problems.push(...inspectBody(tree, text));
  const { yaml, data } = frontmatter;
  if (problems.length > 0 || !tree || !yaml || !data) {
    const passages = yaml ? parsePassages(yaml.value, yaml) : [];
    problems.push(...passages.flatMap((passage) => passage.problems));
    const refs = [...(yaml ? frontmatterRefs(yaml.value, yaml) : []), ...passages.flatMap(passageRefs), ...(tree ? bodyRefs(tree, text) : [])];
    return { problems, refs: refs.filter(isWellFormed) };
  }
  tree.children = tree.children.filter((node) => node.type !== 'yaml');
  return { parsed: { tree, yaml, data }, problems };
}

/** Parses what can be told to be the body. */
function parseBody(text: string, { bodyFrom, problem }: Fence): ReturnType<typeof parseMarkdown> {
  if (bodyFrom === undefined) return { problems: [] };
  // Frontmatter that the Markdown parser would not take for such must not be read as text.
  return parseMarkdown(problem ? text.slice(0, bodyFrom).replace(/[^\r\n]/g, ' ') + text.slice(bodyFrom) : text);
}

/** @returns the page (and what it was parsed to), or every problem found in it, sorted; and what the file points to in any case */
export function readPage(
  text: string,
  file: string,
  options: PageOptions,
): { page?: ContentPage; parsed?: ParsedPage; findings: Finding[]; refs: Ref[] } {
  const { parsed, problems, refs: refusedRefs = [] } = parsePage(text, file);
  const type = typeFolder(file);
  if (!parsed || !isPageType(type)) {
    return { findings: sortFindings(problems.map((problem) => ({ file, ...problem }))), refs: refusedRefs };
  }
  const { tree, yaml, data } = parsed;
  const id = file.slice('content/'.length, -'.mdx'.length);
  const version = fingerprint(canonical(tree) + JSON.stringify(Object.entries(data).filter(([key]) => !unseen.has(key))));
  const passages = readPassages(data, yaml, options);
  const refs = [...frontmatterRefs(data, yaml), ...passages.refs, ...bodyRefs(tree, text)];
  if (passages.problems.length > 0) return { findings: sortFindings(passages.problems.map((problem) => ({ file, ...problem }))), refs };
  const body = makeBlocks(tree, { ...options, steps: type === 'job-aids' });
  return { page: { id, type, file, data, refs, texts: passages.texts, version, ...body }, parsed, findings: [], refs };
}

function typeFolder(file: string): string {
  return /^content\/([^/]+)\/.+\.mdx$/.exec(file)?.[1] ?? '';
}

function fileNameProblems(file: string): Problem[] {
  const folder = folderOf(file).split('/')[1] ?? '';
  const name = file.slice(file.lastIndexOf('/') + 1);
  const problem = (found: string, expected: string): Problem => ({ rule: 'file-name', line: 1, column: 1, found, expected });
  const problems: Problem[] = [];
  if (!isPageType(folder) || folderOf(file) !== `content/${folder}`) {
    problems.push(problem(`the folder "${folderOf(file)}"`, `the folder of its type: content/ and then one of ${pageTypeNames.join(', ')}`));
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/.test(name)) {
    problems.push(problem(`the file name "${name}"`, 'lower-case letters, digits and single hyphens, then .mdx'));
  }
  return problems;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function readFrontmatter(text: string, fence: Fence, folder: string): { yaml?: Yaml; data?: Frontmatter; problems: Problem[] } {
  if (fence.from === undefined) return { problems: [] };
  const { yaml, problems } = readYaml(text, fence.from, fence.to);
  if (!yaml || !isPageType(folder)) return { problems };
  const fitted = fitSchema(pageTypes[folder], yaml);
  return { yaml, data: fitted.data as Frontmatter | undefined, problems: [...problems, ...fitted.problems] };
}
