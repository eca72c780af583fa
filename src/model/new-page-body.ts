/** The body of a new page: what its kind needs, in the order in which a reader needs it, as blanks. */
import { blank } from '../schema/blank.ts';
import type { PageType } from '../schema/index.ts';
import type { JobAidKind } from './new-page.ts';

type Part = string | undefined;
type ForStage = (stage: string, ...parts: string[]) => Part;

/** @param stages ids; what only other stages need is left out */
export function newBody(kind: JobAidKind | Exclude<PageType, 'job-aids'>, stages: string[]): string {
  const forStage: ForStage = (stage, ...parts) =>
    stages.includes(stage) ? [`<Stage for="${stage}">`, ...parts, '</Stage>'].join('\n\n') : undefined;
  return `${bodies[kind](forStage).filter(Boolean).join('\n\n')}\n`;
}

const bodies: Record<JobAidKind | Exclude<PageType, 'job-aids'>, (forStage: ForStage) => Part[]> = {
  steps: (forStage) => [
    '## Do it',
    step(
      1,
      'The first action, starting with a verb',
      'What you see when it worked',
      trap('What usually goes wrong here'),
    ),
    step(2, 'The next action, one a step', 'What you see when it worked'),
    step(3, 'The last action', 'What you see when it worked'),
    why(forStage),
    ...example,
    limits(forStage),
  ],
  checklist: (forStage) => [
    '## Check',
    checks(
      'Something that can be seen, said as it is when all is well',
      'The next thing to look at',
      'What is forgotten most often',
    ),
    trap('What people tick without looking, and how to notice'),
    why(forStage),
    ...example,
    limits(forStage),
  ],
  'quick-reference': (forStage) => [
    '## Look it up',
    table(
      ['You have', 'Take'],
      [
        ['What the reader has in front of them', 'What to take or to do'],
        ['The next case', 'What to take or to do'],
      ],
    ),
    trap('The two rows that people mix up, and how to tell them apart'),
    why(forStage),
    ...example,
    limits(forStage),
  ],
  template: (forStage) => [
    '## Copy this',
    [
      `<Template name="${blank('What the thing is called once it is filled in')}">`,
      blank('The text to copy, with [what to put in] in square brackets'),
      '</Template>',
    ].join('\n\n'),
    '## Fill it in this order',
    step(
      1,
      'What to fill in first, starting with a verb',
      'What shows that it is good enough',
      trap('What people usually write there instead'),
    ),
    step(2, 'What to fill in next', 'What shows that it is good enough'),
    why(forStage),
    '## Filled in',
    [
      '<Example>',
      blank('The same text, filled in for one real case, with roles instead of names'),
      '</Example>',
    ].join('\n\n'),
    limits(forStage),
  ],
  troubleshooting: (forStage) => [
    '## What you see',
    table(
      ['You see', 'Likely cause', 'Do this'],
      [
        ['What somebody sees or hears, in their words', 'The likeliest cause', 'One thing to do'],
        ['The next thing that is seen', 'The likeliest cause', 'One thing to do'],
      ],
    ),
    '## If nothing fits',
    step(
      1,
      'The first place to look, starting with a verb',
      'What you know then',
      trap('What everybody tries first, and why it doesn’t help'),
    ),
    step(2, 'What to do so that nothing gets worse, and whom to ask', 'What you have in hand then'),
    why(forStage),
    ...example,
    limits(forStage),
  ],
  conversation: (forStage) => [
    '## Say this, in this order',
    move(1, 'What you do first, starting with a verb', trap('The words that close the other person’s ears')),
    move(2, 'What you do next'),
    move(3, 'How you end, with who does what by when'),
    '## What you hear, and what to do',
    table(
      ['You hear', 'Do this'],
      [
        ['An answer that you expect', 'What to say or do then'],
        ['An answer that you fear', 'What to say or do then'],
      ],
    ),
    why(forStage),
    ...example,
    limits(forStage),
  ],
  references: (forStage) => [
    blank('The answer in one or two sentences, before anything else'),
    '## The facts',
    table(
      ['What', 'Means'],
      [
        ['One thing', 'What it is, exactly'],
        ['The next thing', 'What it is, exactly'],
      ],
    ),
    '## Where this comes from',
    bullets('Author, year, title, and what it says about this; a source that you have seen'),
    forStage(
      'expert',
      '## What is disputed',
      bullets('A point on which people who know it disagree, and why'),
    ),
  ],
  'decision-tools': (forStage) => [
    '## Where the questions come from',
    blank('Why these questions decide, and whose experience or which source stands behind them'),
    forStage(
      'expert',
      '## Where this tool stops',
      bullets('A case in which its answer is wrong, and what to do then'),
    ),
  ],
  pathways: (forStage) => [
    '## How to use this',
    blank('Where to begin, on which real work, and with whom'),
    forStage('expert', '## Where this path stops', bullets('What it leaves out, and where that is learnt')),
  ],
  technologies: (forStage) => [
    blank('What it is, in one or two sentences without its makers’ words'),
    '## Where it fits',
    table(
      ['Situation', 'Why'],
      [
        ['A situation in which it helps', 'Why it helps there'],
        ['A situation in which it does harm', 'Why, and what is better'],
      ],
    ),
    '## Questions to ask',
    ['1. ', '2. ']
      .map((number) => number + blank('A question to ask before anybody buys it, and the answer to hope for'))
      .join('\n'),
    forStage('expert', '## Where this verdict stops', bullets('A case to which it does not apply')),
  ],
  experiments: (forStage) => [
    '## Before you start',
    bullets('What has to be true or allowed before the first day'),
    '## Run it, step by step',
    ['1. ', '2. ', '3. ']
      .map((number) => number + blank('What to do, who does it, and on which day'))
      .join('\n'),
    forStage(
      'expert',
      '## What this trial can’t tell',
      bullets('What the result will not show, however it comes out'),
    ),
  ],
};

const example = [
  '## A worked example',
  blank('One real case from start to end, with roles instead of names'),
];

function why(forStage: ForStage): Part {
  return forStage(
    'novice',
    `**A safe first try:** ${blank('Where to try it for the first time without harm, and with whom')}`,
    `**Why like this?** ${blank('The reason for the way it is done, in two sentences')}`,
  );
}

function limits(forStage: ForStage): Part {
  return forStage(
    'expert',
    '## Where this method stops',
    bullets('A case in which this is wrong, and what to do then'),
  );
}

function step(number: number, action: string, seen: string, trapNote?: string): string {
  return inItem(number, `**${blank(action)}.**`, blank(seen), trapNote);
}

function move(number: number, action: string, trapNote?: string): string {
  return inItem(
    number,
    `**${blank(action)}.**`,
    `> ${blank('The words to say')}`,
    blank('What you hear or see when it worked'),
    trapNote,
  );
}

/** Paragraphs of one item of a numbered list. */
function inItem(number: number, ...paragraphs: Part[]): string {
  return `${number}. ${paragraphs.filter(Boolean).join('\n\n   ')}`;
}

function trap(about: string): string {
  return `<Note kind="trap">${blank(about)}</Note>`;
}

function checks(...abouts: string[]): string {
  return abouts.map((about) => `- [ ] ${blank(about)}`).join('\n');
}

function bullets(...abouts: string[]): string {
  return abouts.map((about) => `- ${blank(about)}`).join('\n');
}

function table(heads: string[], rows: string[][]): string {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [row(heads), row(heads.map(() => '---')), ...rows.map((cells) => row(cells.map(blank)))].join('\n');
}
