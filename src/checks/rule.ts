/** What a rule is, and what it looks at. One file a rule in `rules/`, named after it. */
import type { Finding, Problem } from '../content/finding.ts';
import type { ContentPage, ParsedPage } from '../content/page.ts';
import type { Ref } from '../content/refs.ts';
import type { Settings } from '../content/settings.ts';
import type { PageType } from '../schema/index.ts';
import type { ruleFamilies } from '../schema/words.ts';
import type { Known } from './known.ts';

/** The group in which a rule is listed. */
export type Family = (typeof ruleFamilies)[number];

/** A problem found by a rule, which knows its own name. */
export type RuleProblem = Omit<Problem, 'rule'>;
/** The same where a rule looks at more than one file. */
export type RuleFinding = Omit<Finding, 'rule'>;

export interface Rule {
  /** Stable, never reused; the file's name. */
  id: string;
  family: Family;
  /** What holds when the rule is kept, as one sentence. */
  says: string;
  /** Why the rule is there, in a sentence or two. */
  reason: string;
  /** How to mend it, for somebody who does not program. */
  mend: string;
  examples: { bad: Example[]; ok: Example[] };
  /** Looks at one page that the gate let through. */
  page?(subject: PageSubject): RuleProblem[];
  /** Looks at the text of any file, page or settings, right or wrong. */
  text?(text: string, file: string): RuleProblem[];
  /** Looks at all pages and settings together; reads no disk. */
  project?(project: Project): RuleFinding[];
  /**
   * The file's text without the finding, where a machine can mend it and nothing can be lost. Nothing where it can't.
   * Rules without `page`, `text` and `project` describe what the reader and the gate refuse.
   */
  fix?(text: string, finding: Finding): string | undefined;
}

/** A page with the tree that it was made of; positions in the tree are positions in the text. */
export interface PageSubject extends ParsedPage {
  text: string;
  page: ContentPage;
  language: string;
}

/** A file or folder below `content/`. */
export interface Entry {
  /** From the project's root, with forward slashes. */
  path: string;
  kind: 'file' | 'folder' | 'link' | 'other';
  /** In bytes. */
  size: number;
  /** The first bytes of a file that is no text, at most 64. */
  head: Uint8Array;
}

/** A page file with what it points to. */
export interface Source {
  /** Id of the page. */
  id: string;
  file: string;
  refs: Ref[];
}

export function sourceOf(file: string, refs: Ref[]): Source {
  return { id: file.slice('content/'.length).replace(/\.mdx$/, ''), file, refs };
}

/** What the rules across files look at. */
export interface Project {
  settings: Settings;
  /** The pages to look at: all of them, or one draft. */
  pages: ContentPage[];
  /** What points somewhere: the same pages, and those that were refused for another reason. */
  sources: Source[];
  /** What there is to point to, over all pages. */
  known: Known;
  /** Everything on the disk below `content/`; empty for a draft in the browser. */
  entries: Entry[];
  /** Place of a value in a settings file, such as `content/site.yaml`. */
  placeIn(file: string, path: PropertyKey[]): { line: number; column: number };
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * A change of a valid page that a rule must refuse (exactly one finding of that rule, at the first changed line) or that it must
 * accept. Shown on the rule's page, and run by the tests.
 */
export interface Example {
  /** Type of the page that is changed: a job aid without it. */
  type?: PageType;
  /** Lines of frontmatter: each top-level field replaces the one of the same name or is added. */
  top?: string;
  /** Takes the place of the passage in the body that is there to be replaced. */
  body?: string;
  /** Name of another file that is changed, from the root; where there is none, a copy of the page. */
  file?: string;
  /** The whole file instead, or what becomes of the valid text. */
  whole?: string | ((valid: string) => string | Uint8Array);
  /** Other files of the project, from the root; they replace those of the same name. */
  beside?: Record<string, string | Uint8Array>;
  /** Where the finding is when not at the first line of what was changed: a line within `top` or `body`, or file and line. */
  at?: number | { file: string; line: number };
  /** Names of symbolic links that lie below `content/`. */
  links?: string[];
  /** What `fix` makes of the text. */
  fixed?(text: string): string;
  /** What is told here, where the lines don't show it. */
  note?: string;
}
