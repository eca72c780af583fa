/** All that a reader keeps of their work, over all pathways: for the page, for paper and as Markdown. */
import type { Words } from '../schema/words.ts';
import { whatComesNext } from './pathway.ts';
import type { AbilityFacts, PathwayFacts } from './pathway-facts.ts';
import {
  abilitiesSpokenOf,
  answersTo,
  currentOf,
  logOf,
  standingOf,
  type Answer,
  type Entry,
  type Progress,
} from './progress.ts';
import type { Run } from './progress-file.ts';
import { count, fill, readableDay } from './words.ts';

/** An ability of which something was said. */
export interface Proof {
  /** As it is kept: `pathways/team-manager/coach-a-first-task`. */
  name: string;
  can: string;
  /** What would prove it. Nothing where the pathway has it no more. */
  evidence?: string;
  href?: string;
  stage?: string;
  current?: Entry;
  earlier: Entry[];
  answers: Answer[];
  /** Finished runs of its pages. */
  used: number;
}

export interface RoleWork {
  title: string;
  href?: string;
  /** The ability to do next. */
  next?: { can: string; href: string };
  proofs: Proof[];
}

export interface Portfolio {
  /** Pathways of which something was said, in the order of their titles; last what no pathway holds any more. */
  roles: RoleWork[];
  /** Pages that were used at work, the latest first. */
  used: { page: string; title: string; href?: string; times: number; last: string }[];
}

/** @param today `YYYY-MM-DD` @param gone heading of what no pathway holds any more */
export function portfolioOf(
  pathways: PathwayFacts[],
  progress: Progress,
  runs: Run[],
  today: string,
  gone: string,
): Portfolio {
  const left = new Set(abilitiesSpokenOf(progress));
  const proofOf = (name: string, ability?: AbilityFacts, href?: string): Proof => {
    left.delete(name);
    const [current, ...earlier] = logOf(progress, name, today);
    const used = runs.filter(({ page }) => ability?.pages.some(({ id }) => id === page)).length;
    const { can = wordsOf(name), evidence, stage } = ability ?? {};
    const answers = answersTo(progress, name);
    return {
      name,
      can,
      ...(evidence && { evidence }),
      ...(stage && { stage }),
      ...(href && { href }),
      ...(current && { current }),
      earlier,
      answers,
      used,
    };
  };
  const roles = pathways.flatMap((pathway): RoleWork[] => {
    const spoken = pathway.abilities.filter(({ id }) => left.has(`${pathway.id}/${id}`));
    if (spoken.length === 0) return [];
    const standing = (id: string) => standingOf(currentOf(progress, `${pathway.id}/${id}`, today));
    const { next } = whatComesNext(pathway.abilities, standing);
    const ability = pathway.abilities.find(({ id }) => id === next);
    const link = (id: string) => `${pathway.href}#${id}`;
    return [
      {
        title: pathway.role,
        href: pathway.href,
        ...(ability && { next: { can: ability.can, href: link(ability.id) } }),
        proofs: spoken.map((one) => proofOf(`${pathway.id}/${one.id}`, one, link(one.id))),
      },
    ];
  });
  const lost = [...left].map((name) => proofOf(name));
  return {
    roles: lost.length > 0 ? [...roles, { title: gone, proofs: lost }] : roles,
    used: usedPages(pathways, runs),
  };
}

function usedPages(pathways: PathwayFacts[], runs: Run[]): Portfolio['used'] {
  const known = new Map(
    pathways.flatMap(({ abilities }) =>
      abilities.flatMap(({ pages }) => pages.map((page) => [page.id, page])),
    ),
  );
  return [...Map.groupBy(runs, ({ page }) => page)].map(([page, of]) => {
    const { title, href } = known.get(page) ?? {};
    const told = typeof of[0]!.title === 'string' ? of[0]!.title : wordsOf(page);
    return {
      page,
      title: title ?? told,
      ...(href && { href }),
      times: of.length,
      last: of[0]!.ended.slice(0, 10),
    };
  });
}

/** `pathways/team-manager/coach-a-first-task` → “coach a first task”: better than nothing where the page is gone. */
function wordsOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replaceAll('-', ' ');
}

/** What the texts are made of. */
export interface PortfolioWords {
  work: Words['work'];
  states: Record<Entry['says'], string>;
  used: Words['pathway']['used'];
}

/** “Did it alone, 12 March 2026. Seen by Somebody.” */
export function entryLine(
  { says, on, who }: Entry,
  { work, states }: PortfolioWords,
  language: string,
): string {
  const first = `${states[says]}, ${readableDay(on, language)}.`;
  return who ? `${first} ${fill(work.seenBy, { who })}` : first;
}

/** What stands below the line; of what was skipped, why. */
export function noteOf({ says, note }: Entry, { work }: PortfolioWords): string | undefined {
  return note && says === 'skipped' ? fill(work.because, { why: note }) : note;
}

/** “Confirmed by Somebody, 12 March 2026.” */
export function answerLine(
  { is, by, on }: Answer,
  { work }: Pick<PortfolioWords, 'work'>,
  language: string,
): string {
  const text = by ? fill(is === 'confirmed' ? work.confirmedBy : work.missingBy, { who: by }) : work[is];
  return `${text}, ${readableDay(on, language)}.`;
}

/** “3 times, last on 12 March 2026” */
export function usedLine(
  { times, last }: { times: number; last: string },
  { work }: PortfolioWords,
  language: string,
): string {
  return fill(count(work.times, times, language), { on: readableDay(last, language) });
}

/** A heading a role and an ability, then what was said and answered. */
export function portfolioToMarkdown(
  { roles, used }: Portfolio,
  words: PortfolioWords,
  language: string,
  today: string,
  name: string,
): string {
  const { work } = words;
  const head = [
    `# ${work.portfolio}`,
    [name, readableDay(today, language)].filter(Boolean).map(plain).join(', '),
  ];
  const body = roles.flatMap(({ title, proofs }) => [
    `## ${plain(title)}`,
    ...proofs.flatMap(({ can, evidence, current, earlier, answers, used: times }) => [
      `### ${plain(can)}`,
      [
        ...[current, ...earlier].flatMap((entry) =>
          entry ? item(entryLine(entry, words, language), noteOf(entry, words)) : [],
        ),
        ...answers.flatMap((answer) => item(answerLine(answer, words, language), answer.missing)),
        ...answers.flatMap(({ task }) => (task ? item(`${work.task}:`, task) : [])),
        ...(evidence ? item(`${work.evidence}:`, evidence) : []),
        ...(times > 0 ? item(count(words.used, times, language)) : []),
      ].join('\n'),
    ]),
  ]);
  const uses = used.map(({ title, times, last }) =>
    item(`${title}:`, usedLine({ times, last }, words, language)),
  );
  const foot = uses.length > 0 ? [`## ${work.used}`, uses.flat().join('\n')] : [];
  return `${[...head, ...body, ...foot].join('\n\n')}\n`;
}

function item(...texts: (string | undefined)[]): string[] {
  return [`- ${plain(texts.filter(Boolean).join(' '))}`];
}

/** One line in which nothing is a mark: notes are typed by readers, and answers come out of links. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~!]/g, String.raw`\$&`);
}
