/**
 * The source of a new page: every field that its type asks for, and blanks (schema/blank.ts) that say what to write. The words of a
 * blank are the schema's own. As it stands the page fits its schema, so that blanks are all there is to mend.
 */
import { stringify } from 'yaml';
import { fieldAt } from '../content/frontmatter.ts';
import type { Settings } from '../content/settings.ts';
import { blank } from '../schema/blank.ts';
import { pageTypes, type PageType } from '../schema/index.ts';
import { jobAidKinds, type JobAid } from '../schema/job-aid.ts';
import { newBody } from './new-page-body.ts';

export type JobAidKind = (typeof jobAidKinds)[number];

/** What has to be known before a page can be begun. The lists hold ids of the taxonomy, at least one each. */
export interface NewPage {
  title: string;
  roles: string[];
  stages: string[];
  topics: string[];
  moments: string[];
  owner: string;
  /** Of a job aid. */
  kind?: JobAidKind;
  /** The day it is begun, `YYYY-MM-DD`. */
  on: string;
}

/** The settings that a new page draws on. */
export type NewPageSettings = Pick<Settings, 'site' | 'taxonomy'>;

/** @returns the text of `content/<type>/<slug of the title>.mdx` */
export function newPage(type: PageType, answers: NewPage, settings: NewPageSettings): string {
  const kind = answers.kind ?? 'steps';
  const [say, check] = [sayer(type), checker(type)];
  const { before, after } = ownFields[type]({ answers, settings, say, check });
  const isJobAid = type === 'job-aids';
  const frontmatter = [
    `title: ${scalar(answers.title)}`,
    `summary: ${say('summary')}`,
    ...(isJobAid ? [`kind: ${kind}`, `used: ${usedBy[kind]} ${check('used')}`] : []),
    `moments: ${list(answers.moments)}`,
    `roles: ${list(answers.roles)}`,
    `stages: ${list(answers.stages)}`,
    `topics: ${list(answers.topics)}`,
    ...before,
    'asks:',
    `  - ${say('asks')}`,
    `  - ${quoted('Another way in which people ask for it')}`,
    `  - ${quoted('The wrong word that people type for it')}`,
    ...(isJobAid ? after : []),
    'next: [] # ids of the pages that come next, such as job-aids/name-of-a-file',
    `changes: [{ on: ${answers.on}, what: New page }]`,
    `owner: ${answers.owner}`,
    ...(isJobAid ? [] : after),
  ];
  return `---\n${frontmatter.join('\n')}\n---\n\n${newBody(isJobAid ? kind : type, answers.stages)}`;
}

interface Writing {
  answers: NewPage;
  settings: NewPageSettings;
  say: ReturnType<typeof sayer>;
  check: ReturnType<typeof checker>;
}

/** Lines of frontmatter before `asks`, and after it. */
interface OwnFields {
  before: string[];
  after: string[];
}

const ownFields: Record<PageType, (writing: Writing) => OwnFields> = {
  'job-aids': ({ say, check }) => ({
    before: [`minutes: 10 ${check('minutes')}`],
    after: [
      `use_when: ${say('use_when')}`,
      'not_when:',
      `  - if: ${say('not_when.0.if')}`,
      `    instead: ${say('not_when.0.instead')}`,
      'needs:',
      `  - ${say('needs')}`,
      `done_when: ${say('done_when')}`,
    ],
  }),
  references: () => ({ before: [], after: [] }),
  'decision-tools': ({ say, check, ...writing }) => ({
    before: [`minutes: 3 ${check('minutes')}`],
    after: [
      'questions:',
      '  - id: first-question',
      `    ask: ${say('questions.0.ask')}`,
      '    options:',
      `      - say: ${say('questions.0.options.0.say')}`,
      '        go: first-outcome',
      `      - say: ${quoted('Another answer, which leads to a second question')}`,
      '        go: second-question',
      '  - id: second-question',
      `    ask: ${say('questions.0.ask')}`,
      '    options:',
      `      - say: ${say('questions.0.options.0.say')}`,
      '        go: first-outcome',
      `      - say: ${quoted('Another answer, which leads to the other outcome')}`,
      '        go: second-outcome',
      'outcomes:',
      ...['first-outcome', 'second-outcome'].flatMap((id) => [
        `  - id: ${id}`,
        `    verdict: ${say('outcomes.0.verdict')}`,
        `    because: ${say('outcomes.0.because')}`,
        `    next: ${list(shownPage(writing))} ${check('outcomes.0.next')}`,
      ]),
    ],
  }),
  pathways: ({ say, check, answers, ...writing }) => ({
    before: [],
    after: [
      `role: ${answers.roles[0]}`,
      'path:',
      ...answers.stages.flatMap((stage) => [
        `  - stage: ${stage}`,
        `    can: ${say('path.0.can')}`,
        '    abilities:',
        `      - id: first-as-${stage} ${check('path.0.abilities.0.id')}`,
        `        can: ${say('path.0.abilities.0.can')}`,
        `        pages: ${list(shownPage({ answers, ...writing }))} ${check('path.0.abilities.0.pages')}`,
        `        try: ${say('path.0.abilities.0.try')}`,
        `        with: ${say('path.0.abilities.0.with')}`,
        `        evidence: ${say('path.0.abilities.0.evidence')}`,
      ]),
    ],
  }),
  technologies: ({ say, check, answers }) => ({
    before: [],
    after: [
      'affords:',
      `  - ${say('affords')}`,
      `  - ${quoted('Another thing that it lets people do')}`,
      'replaces:',
      `  - ${say('replaces')}`,
      'evidence:',
      ...(['for', 'against'] as const).flatMap((side) => [
        `  ${side}:`,
        `    - says: ${say(`evidence.${side}.0.says`)}`,
        `      source: ${say(`evidence.${side}.0.source`)}`,
      ]),
      'verdict:',
      `  call: assess ${check('verdict.call')}`,
      `  on: ${answers.on}`,
      `  why: ${say('verdict.why')}`,
      `  until: ${say('verdict.until')}`,
    ],
  }),
  experiments: ({ say, check }) => ({
    before: [],
    after: [
      `question: ${say('question')}`,
      `hypothesis: ${say('hypothesis')}`,
      `who: ${say('who')}`,
      `lasts: 4 weeks ${check('lasts')}`,
      'measure:',
      `  - ${say('measure')}`,
      'stop:',
      `  - ${say('stop')}`,
      'decide:',
      `  - if: ${say('decide.0.if')}`,
      `    then: ${say('decide.0.then')}`,
      `  - if: ${quoted('Another result, down to no difference at all')}`,
      `    then: ${say('decide.0.then')}`,
      'status: proposed',
    ],
  }),
};

/** When a kind is usually in the hand. */
const usedBy: Record<JobAidKind, JobAid['used']> = {
  steps: 'during',
  checklist: 'during',
  'quick-reference': 'during',
  template: 'before',
  troubleshooting: 'after',
  conversation: 'before',
};

/** Gives the blank of a field, in the words that the schema has for it: `not_when.0.if`. */
function sayer(type: PageType) {
  return (path: string) => quoted(describe(type, path));
}

/** The same for a field that can't hold words: a value stands there already, and a comment asks to look at it. */
function checker(type: PageType) {
  return (path: string) =>
    `# ${blank(`${describe(type, path).replace(/\.$/, '')}. Correct it, then delete this note`)}`;
}

function describe(type: PageType, path: string): string {
  const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const about = fieldAt(pageTypes[type], keys)?.description;
  if (!about) throw new Error(`The schema of ${type} says nothing about "${path}".`);
  return about;
}

function quoted(about: string): string {
  return `"${blank(about)}"`;
}

function list(ids: string[]): string {
  return `[${ids.join(', ')}]`;
}

/** A text as YAML, in quotes only where it needs them. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

/**
 * A page that stands in for the right one where a field insists on a page: one that the home page shows, of the same topic if there is
 * one.
 */
function shownPage({ answers, settings }: Pick<Writing, 'answers' | 'settings'>): string[] {
  const { tasks } = settings.site.home;
  const near = tasks.filter(({ topic }) => answers.topics.includes(topic));
  return [...near, ...tasks].flatMap(({ pages }) => pages).slice(0, 1);
}
