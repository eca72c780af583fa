/** Generated pages: short job aids as people write them, the same in every run, without the marks of any one site. */
import {
  acts,
  checks,
  findings,
  hows,
  moves,
  needs,
  reasons,
  remedies,
  signs,
  situations,
  syllables,
  terms,
  things,
  traps,
  unusual,
} from './phrases.ts';
import { diceFor, type Dice } from './random.ts';

/** A step; only some have a trap or a word for novices. */
export interface GeneratedStep {
  action: string;
  how: string;
  sign: string;
  critical: boolean;
  trap?: string;
  novice?: string;
}

/** One job aid of about 300 words. */
export interface GeneratedPage {
  slug: string;
  title: string;
  summary: string;
  asks: string[];
  minutes: number;
  useWhen: string;
  notWhen: string;
  needs: string[];
  doneWhen: string;
  /** Why the task matters; holds the name of a term. */
  reason: string;
  term: GeneratedTerm;
  steps: GeneratedStep[];
  checks: string[];
  table: { found: string; remedy: string }[];
  example: string;
  unusual: string[];
  /** Another page, which the text links to. */
  related: { slug: string; title: string };
  /** Draws the facts that only some sites have: topic, role, moment. */
  facts: number[];
}

/** A word that the glossary explains. */
export interface GeneratedTerm {
  id: string;
  term: string;
  means: string;
}

/** The glossary's terms; every page uses one. */
export const generatedTerms: readonly GeneratedTerm[] = terms;

/** @param count at most as many as there are titles (24,960) */
export function generatePages(count: number): GeneratedPage[] {
  if (count > titleCount) throw new RangeError(`There are titles for ${titleCount} pages, not for ${count}.`);
  return Array.from({ length: count }, (_, index) => generatePage(index, count));
}

/** The page as it is after somebody has mended it. @param version a different one for every edit */
export function editPage(page: GeneratedPage, version: number): GeneratedPage {
  return { ...page, reason: `${page.reason} ${editMark(version)}` };
}

/** The sentence that an edit adds, to be found again in what was built. */
export function editMark(version: number): string {
  return `Last read through in week ${version}.`;
}

function generatePage(index: number, count: number): GeneratedPage {
  const dice = diceFor(`page ${index}`);
  const name = coinName(dice);
  const related = neighbourOf(index, count, dice);
  const thing = thingOf(index);
  return {
    slug: slugOf(index),
    title: titleOf(index),
    summary: `How to get ${thing} done in four steps, with what to look at and whom to ask about ${name}.`,
    asks: [
      `${actOf(index).toLowerCase()} ${thing} ${name}`,
      `problem with ${thing}`,
      `who does ${thing} ${situationOf(index)}`,
    ],
    minutes: dice.number(2, 45),
    useWhen: `Somebody waits for ${thing} and you are the one at the desk.`,
    notWhen: `The case belongs to ${name}`,
    needs: dice.some(needs, 3),
    doneWhen: `${sentence(thing)} is closed, and ${name} can see who did it.`,
    reason: dice.pick(reasons),
    term: dice.pick(generatedTerms),
    steps: generateSteps(dice, name),
    checks: dice.some(checks, 3),
    table: dice.some(findings, 3).map((found) => ({ found, remedy: dice.pick(remedies) })),
    example: `${sentence(name)} rang about ${thing} at ${dice.number(7, 18)}:${dice.number(10, 59)}. The paper said ${dice.number(100, 9999)}, the screen said ${dice.number(100, 9999)}. The second number was from last year; it was corrected before the branch opened.`,
    unusual: dice.some(unusual, 1),
    related: { slug: slugOf(related), title: titleOf(related) },
    facts: Array.from({ length: 4 }, () => dice.number(0, 9999)),
  };
}

function generateSteps(dice: Dice, name: string): GeneratedStep[] {
  const critical = dice.number(1, 3);
  return dice.some(moves, 4).map((move, index) => ({
    action: `${move}.`,
    how: dice.pick(hows),
    sign: index === 0 ? `${sentence(name)} is number ${dice.number(1000, 99999)}.` : dice.pick(signs),
    critical: index === critical,
    ...(index === 0 && { trap: dice.pick(traps) }),
    ...(index === 1 && { novice: `${dice.pick(reasons)} Ask somebody to watch the first time.` }),
  }));
}

/** Pages link within their ten, so that a page is the same in a small and in a large site. One alone links to itself. */
function neighbourOf(index: number, count: number, dice: Dice): number {
  const first = index - (index % 10);
  const others = Math.min(10, count - first) - 1;
  if (others === 0) return index;
  return first + ((index - first + 1 + (dice.number(1, 9) % others)) % (others + 1));
}

/** A stride without a common divisor spreads neighbouring pages over all titles. */
const titleCount = acts.length * things.length * situations.length;
const stride = 7919;
const placeOf = (index: number) => (index * stride) % titleCount;
const actOf = (index: number) => acts[placeOf(index) % acts.length]!;
const thingOf = (index: number) => things[Math.floor(placeOf(index) / acts.length) % things.length]!;
const situationOf = (index: number) => situations[Math.floor(placeOf(index) / acts.length / things.length)]!;

function titleOf(index: number): string {
  return `${actOf(index)} ${thingOf(index)} ${situationOf(index)}`;
}

function slugOf(index: number): string {
  return titleOf(index).toLowerCase().replaceAll(' ', '-');
}

function coinName(dice: Dice): string {
  const coined = Array.from({ length: 3 }, () => dice.pick(syllables)).join('');
  return `${sentence(coined)} ${dice.number(10, 99)}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
