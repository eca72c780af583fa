/**
 * Retiring a page, as a plan: which edits to which files, and what a person has to look at. Nothing here touches the disk. A page is
 * merged (its address leads to the page that took its place) or withdrawn (a stop page stands there).
 */
import path from 'node:path/posix';
import { visit } from 'unist-util-visit';
import type { z } from 'astro/zod';
import { offsetOf, placeOf } from '../content/finding.ts';
import { fitSchema, readYaml } from '../content/frontmatter.ts';
import { isMdxElement, parseMarkdown } from '../content/markdown.ts';
import { nearest } from '../content/nearest.ts';
import { readPage, type ContentPage, type PageOptions } from '../content/page.ts';
import type { Settings } from '../content/settings.ts';
import { retired, retiredPage, type RetiredPage } from '../schema/retired.ts';
import { site } from '../schema/site.ts';
import { isOfType } from './library.ts';
import { withRetired } from './retired-list.ts';
import { idsInYaml, withoutItem, type IdInYaml } from './yaml-ids.ts';

/** What is wanted. With `to` the page is merged, without it withdrawn. */
export interface Retirement {
  id: string;
  /** `YYYY-MM-DD` */
  on: string;
  why: string;
  to?: string;
  instead: string[];
}

/** A project without findings. */
export interface RetiringProject {
  pages: ContentPage[];
  settings: Settings;
  /** How its pages are read. */
  options: PageOptions;
  /** File → text of every page, of `content/site.yaml` and of `content/retired.yaml`. */
  sources: Map<string, string>;
}

/** Puts `text` in the place of what stands from `from` to `to`: offsets in the file as it is. */
export interface Edit {
  file: string;
  from: number;
  to: number;
  text: string;
  /** What it does, for the summary. */
  says: string;
}

/** Something that only a person can decide. */
export interface Task {
  file: string;
  line: number;
  column: number;
  says: string;
  /** Whether a reader is led astray until it is done. */
  must: boolean;
}

export interface RetirementPlan {
  page: ContentPage;
  /** Sorted by file and place; they don't overlap. */
  edits: Edit[];
  /** File → text with its edits made. */
  texts: Map<string, string>;
  tasks: Task[];
  /** Pages whose review held and is voided by an edit. */
  voided: ContentPage[];
}

export const retiredFile = 'content/retired.yaml';
export const siteFile = 'content/site.yaml';

/** @returns the plan; or why the page can't be retired so, in plain words */
export function planRetirement(
  project: RetiringProject,
  retirement: Retirement,
): RetirementPlan | { refused: string } {
  const refused = refusalOf(project, retirement);
  if (refused) return { refused };
  const page = project.pages.find(({ id }) => id === retirement.id)!;
  const others = project.pages.filter((other) => other !== page);
  const found = [...others.map((other) => inPage(other, project, retirement)), inSite(project, retirement)];
  const kept = found
    .map((part) => ({ ...part, edits: withoutOverlap(part.edits) }))
    .map((part) => readable(part, project));
  const list = withRetired(project.sources.get(retiredFile)!, entryOf(page, retirement));
  const edits = [
    ...kept.flatMap((part) => part.edits),
    ...list.map((edit) => ({ file: retiredFile, ...edit })),
  ];
  const texts = new Map(
    [...Map.groupBy(edits, ({ file }) => file)].map(([file, own]) => [
      file,
      applyEdits(project.sources.get(file)!, own),
    ]),
  );
  const broken = listProblem(texts);
  if (broken) return { refused: broken };
  const tasks = [
    ...kept.flatMap((part) => part.tasks),
    ...termTasks(page, others),
    ...titleTasks(page, project),
    ...pictureTasks(page, others),
  ];
  return {
    page,
    edits: edits.toSorted((a, b) => compare(a.file, b.file) || a.from - b.from),
    texts,
    tasks: tasks.toSorted(
      (a, b) =>
        Number(b.must) - Number(a.must) || compare(a.file, b.file) || a.line - b.line || a.column - b.column,
    ),
    voided: others.filter((other) => isVoided(other, texts.get(other.file), project.options)),
  };
}

/** The text with its edits made. */
export function applyEdits(text: string, edits: Pick<Edit, 'from' | 'to' | 'text'>[]): string {
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), text);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function refusalOf(
  { pages, settings }: RetiringProject,
  { id, to, instead, why, on }: Retirement,
): string | undefined {
  const ids = pages.map((page) => page.id);
  const problem = (wanted: string): string | undefined => {
    if (ids.includes(wanted)) return undefined;
    const gone = settings.retired.find((entry) => entry.id === wanted);
    if (gone) return `${wanted} was retired on ${gone.on}${gone.to ? ` and leads to ${gone.to}` : ''}.`;
    const close = nearest(wanted, ids);
    return `There is no page "${wanted}".${close ? ` Did you mean "${close}"?` : ''}`;
  };
  const unknown = [id, ...(to ? [to] : []), ...instead].map(problem).find(Boolean);
  if (unknown) return unknown;
  if (to === id || instead.includes(id)) return `${id} can’t lead to itself: it is the page that goes.`;
  return retiredPage.safeParse({ id, title: 'x', on, why }).success
    ? undefined
    : 'Say why in one line, for somebody who still has the old page in hand.';
}

function entryOf({ id, data }: ContentPage, { on, why, to, instead }: Retirement): RetiredPage {
  return { id, title: data.title, on, why, ...(to && { to }), instead, aliases: data.aliases };
}

/** What is found in one file. */
interface Found {
  file: string;
  edits: Edit[];
  tasks: Task[];
}

function inPage(page: ContentPage, project: RetiringProject, retirement: Retirement): Found {
  const found: Found = { file: page.file, edits: [], tasks: [] };
  const text = project.sources.get(page.file)!;
  if (!text.includes(retirement.id)) return found;
  const from = text.indexOf('\n') + 1;
  const end = /^---[ \t]*\r?$/m.exec(text.slice(from))!.index + from;
  meetIds(idsInYaml(text, from, end, retirement.id), text, retirement, found, page.id);
  const whole = { project, retirement, self: page.id };
  meetLinksInFields(page, text, whole, found);
  meetLinks(text, whole, found);
  return found;
}

function inSite({ sources }: RetiringProject, retirement: Retirement): Found {
  const text = sources.get(siteFile)!;
  const found: Found = { file: siteFile, edits: [], tasks: [] };
  meetIds(idsInYaml(text, 0, text.length, retirement.id), text, retirement, found);
  return found;
}

function taskAt(found: Found, text: string, offset: number, says: string, must = true): void {
  found.tasks.push({ file: found.file, ...placeOf(text, offset), says, must });
}

/** @param self the page that the text is of: it does not lead to itself */
function meetIds(ids: IdInYaml[], text: string, { id, to }: Retirement, found: Found, self?: string): void {
  const lists = new Map<object, Set<unknown>>();
  for (const one of ids) {
    if (!to) {
      taskAt(found, text, one.from, `${one.field}: leads to the withdrawn page`);
      continue;
    }
    const beside = one.list ? (lists.get(one.list.node) ?? new Set(one.list.values)) : new Set();
    if (one.list) lists.set(one.list.node, beside);
    const isDouble = beside.has(to);
    if (isDouble || self === to) {
      const removal = withoutItem(text, one);
      const reason = isDouble ? `${to} stands there already` : 'a page does not lead to itself';
      if (removal)
        found.edits.push({ file: found.file, ...removal, says: `${one.field}: ${id} taken out; ${reason}` });
      else taskAt(found, text, one.from, `${one.field}: take ${id} out; ${reason}`);
    } else if (one.from === one.to) {
      taskAt(found, text, one.node, `${one.field}: write ${to} instead of ${id}`);
    } else {
      found.edits.push({
        file: found.file,
        from: one.from,
        to: one.to,
        text: to,
        says: `${one.field}: ${id} → ${to}`,
      });
      beside.add(to);
    }
  }
}

/** Links, definitions and tools in a body. */
function meetLinks(text: string, whole: Whole, found: Found): void {
  const { tree } = parseMarkdown(text);
  visit(tree!, (node) => {
    const isTool = isMdxElement(node) && node.name === 'Tool';
    if (!isTool && node.type !== 'link' && node.type !== 'definition') return;
    const start = node.position!.start.offset!;
    const afterWords = 'children' in node ? (node.children.at(-1)?.position?.end.offset ?? start) : start;
    const searched = node.type === 'definition' ? text.indexOf(']:', start) : afterWords;
    const at = addressIn(text, searched, node.position!.end.offset!, whole.retirement.id);
    const url = 'url' in node ? node.url : undefined;
    const { id } = whole.retirement;
    if (url === undefined ? at === undefined : url !== id && !url.startsWith(`${id}#`)) return;
    meetLink({ start, at, url }, text, whole, found);
  });
}

/** Links in Markdown of the frontmatter, such as the reasons of an outcome. */
function meetLinksInFields(page: ContentPage, text: string, whole: Whole, found: Found): void {
  const { id } = whole.retirement;
  const bodyFrom = /^---[ \t]*\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)![0].length;
  for (const { kind, to, ...place } of page.refs) {
    const start = offsetOf(text, place);
    const isLink = (kind === 'page' || kind === 'anchor') && start < bodyFrom && text[start] === '[';
    if (!isLink || (to !== id && !to.startsWith(`${id}#`))) continue;
    const behindWords = /\](?:\(|:)/.exec(text.slice(start))?.index ?? 0;
    const at = addressIn(text, start + behindWords, bodyFrom, id);
    meetLink({ start, at, url: to }, text, whole, found);
  }
}

/** What a link belongs to: the project, what happens in it, and the page on which it stands. */
interface Whole {
  project: RetiringProject;
  retirement: Retirement;
  self: string;
}

/** @param link where it begins, where its address stands if that can be told, and the address; none is a `<Tool>` */
function meetLink(
  { start, at, url }: { start: number; at?: number; url?: string },
  text: string,
  { project, retirement: { id, to }, self }: Whole,
  found: Found,
): void {
  const target = project.pages.find((page) => page.id === to);
  const anchor = url?.split('#')[1];
  if (!to) taskAt(found, text, start, 'leads to the withdrawn page');
  else if (self === to) taskAt(found, text, start, 'would lead to the page that it stands on');
  else if (url === undefined && !to.startsWith('decision-tools/'))
    taskAt(found, text, start, `a <Tool> leads to a decision tool, and ${to} is none: make it a link`);
  else if (anchor && !target!.headings.some((heading) => heading.id === anchor)) {
    const what = /^step-\d+$/.test(anchor) ? 'leads to a step of the old page' : `leads to #${anchor}`;
    taskAt(found, text, start, `${what}: find the place in ${to}`);
  } else if (at === undefined) taskAt(found, text, start, `write ${to} instead of ${id}`);
  else
    found.edits.push({
      file: found.file,
      from: at,
      to: at + id.length,
      text: to,
      says: `link: ${id} → ${to}`,
    });
}

/** Where an id stands as a whole address between two offsets. */
function addressIn(text: string, from: number, to: number, id: string): number | undefined {
  const match = new RegExp(`(?<![\\w/-])${RegExp.escape(id)}(?![\\w/-])`).exec(text.slice(from, to));
  return match ? from + match.index : undefined;
}

/** Edits that overlap come from lists that hold an id twice; the first one is made, and the check finds the rest. */
function withoutOverlap(edits: Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.from - b.from);
  return sorted.filter((edit, index) => index === 0 || edit.from >= sorted[index - 1]!.to);
}

/** A file that the edits would break stays as it is, and becomes work for a person. */
function readable(found: Found, { sources, options }: RetiringProject): Found {
  if (found.edits.length === 0) return found;
  const text = sources.get(found.file)!;
  const edited = applyEdits(text, found.edits);
  const isGood =
    found.file === siteFile
      ? fits(edited, site)
      : readPage(edited, found.file, options).findings.length === 0;
  if (isGood) return found;
  const tasks = found.edits.map(({ file, from, says }) => ({
    file,
    ...placeOf(text, from),
    says,
    must: true,
  }));
  return { ...found, edits: [], tasks: [...found.tasks, ...tasks] };
}

function fits(text: string, schema: z.ZodType): boolean {
  const { yaml } = readYaml(text);
  return yaml !== undefined && fitSchema(schema, yaml).problems.length === 0;
}

function listProblem(texts: Map<string, string>): string | undefined {
  return fits(texts.get(retiredFile)!, retired)
    ? undefined
    : `${retiredFile} is laid out in a way that can’t be added to by itself. Write it as a list, an entry with "- id:" each.`;
}

/** Words that only the glossary of the retired page explains. */
function termTasks(page: ContentPage, others: ContentPage[]): Task[] {
  const termsOf = (one: ContentPage) =>
    isOfType(one, 'references') ? one.data.terms.map(({ id }) => id) : [];
  const elsewhere = new Set(others.flatMap(termsOf));
  const lost = new Set(termsOf(page).filter((id) => !elsewhere.has(id)));
  return others.flatMap(({ file, refs }) =>
    refs
      .filter(({ kind, to }) => kind === 'term' && lost.has(to))
      .map(({ to, line, column }) => ({
        file,
        line,
        column,
        says: `only the retired page explains the term "${to}"`,
        must: true,
      })),
  );
}

/** Sentences that name the old title. A title of one word is looked for as it is written, because it may be an everyday word. */
function titleTasks(page: ContentPage, { pages, sources }: RetiringProject): Task[] {
  const { title } = page.data;
  const pattern = RegExp.escape(title)
    .replace(/(\\x20|\s)+/g, '\\s+')
    .replace(/\\x27|’/g, "['’]");
  const named = new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, /\s/.test(title) ? 'giu' : 'gu');
  return pages
    .filter((other) => other !== page)
    .flatMap(({ file }) => {
      const text = sources.get(file)!;
      return [...text.matchAll(named)].map((match) => ({
        file,
        ...placeOf(text, match.index),
        says: `names the old title “${title}”`,
        must: false,
      }));
    });
}

/** Pictures that nobody shows any more. */
function pictureTasks(page: ContentPage, others: ContentPage[]): Task[] {
  const picturesOf = ({ file, refs }: ContentPage) =>
    refs.filter(({ kind }) => kind === 'picture').map(({ to }) => path.join(path.dirname(file), to));
  const shown = new Set(others.flatMap(picturesOf));
  const left = new Set(picturesOf(page).filter((file) => !shown.has(file)));
  return [...left].map((file) => ({
    file,
    line: 1,
    column: 1,
    says: 'only the retired page showed this picture',
    must: false,
  }));
}

function isVoided(page: ContentPage, text: string | undefined, options: PageOptions): boolean {
  if (text === undefined || page.data.review?.of !== page.version) return false;
  return readPage(text, page.file, options).page?.version !== page.version;
}
