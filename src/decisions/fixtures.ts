/**
 * Six tools of rising difficulty in the manner of public decision services: choices; several choices; ranges of numbers; days;
 * conditions over many answers; sums with dated rates and repeated questions. Their own tests are walked in Node and in the browser.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPage } from '../content/page.ts';
import type { DecisionTool } from '../schema/decision-tool.ts';
import { fragmentFromAnswers } from './replay.ts';
import { answersOfTest } from './tool-tests.ts';

export const fixtureNames = [
  'market-stall',
  'winter-heating',
  'trailer-disc',
  'answer-due',
  'foreign-licence',
  'school-lunch',
] as const;

export interface Fixture {
  /** Path of the page. */
  file: string;
  title: string;
  /** The whole page, as it stands in its file. */
  source: string;
  tool: DecisionTool;
  tests: FixtureTest[];
}

export interface FixtureTest {
  /** In words: `weight=0.1 leads to white`. */
  name: string;
  /** The answers as they stand in the address behind `#`. */
  fragment: string;
  /** The day on which they are given, `YYYY-MM-DD`; nothing where it makes no difference. */
  today?: string;
  /** What stands before the reader: an outcome's id, or the question that refuses its answer. */
  outcome?: string;
  error?: string;
}

const folder = path.join(import.meta.dirname, 'fixtures');

/** @throws where the page has a finding */
export function readFixture(name: (typeof fixtureNames)[number]): Fixture {
  const file = path.join(folder, `${name}.mdx`);
  const source = readFileSync(file, 'utf8');
  const options = { base: '/', footnotes: { title: 'Footnotes', back: 'Back' } };
  const { page, findings } = readPage(source, `content/decision-tools/${name}.mdx`, options);
  if (!page) {
    const told = findings.map(({ line, found, expected }) => `${line}: ${found}; ${expected}`);
    throw new Error(`${name} has faults:\n${told.join('\n')}`);
  }
  const tool = page.data as DecisionTool;
  return { file, title: tool.title, source, tool, tests: tool.tests.map(asWalk) };
}

function asWalk(test: DecisionTool['tests'][number]): FixtureTest {
  const { today, outcome, error, values } = test;
  const answers = fragmentFromAnswers(answersOfTest(test));
  const worth = values.map(({ of, is }) => `${of} ${is}`).join(', ');
  const end = error === undefined ? `leads to ${outcome}` : `is refused at ${error}`;
  return {
    name: `${answers.replaceAll('&', ', ')}${today ? ` on ${today}` : ''} ${end}${worth && ` with ${worth}`}`,
    fragment: answers,
    ...(today && { today }),
    ...(outcome !== undefined && { outcome }),
    ...(error !== undefined && { error }),
  };
}
