/**
 * What no page needs and what would cost a minute to parse: refused before anybody parses it. The parsers' work grows with the
 * square of these figures, and some call themselves for each level. The limits lie far above any page that was written to be read.
 */
import { placeOf, type Problem } from './finding.ts';

/** Each with the most that is accepted, and what is said of more. */
const limits = {
  line: { most: 5_000, found: 'characters in one line', mend: 'Break the line, or leave out what was pasted by mistake.' },
  indent: { most: 120, found: 'spaces at the beginning of one line', mend: 'Write the inner list as a section of its own.' },
  nesting: { most: 12, found: 'signs of lists or quotations at the beginning of one line', mend: 'Write the inner list as a section of its own.' },
  passage: { most: 20_000, found: 'characters without an empty line', mend: 'Write an empty line between paragraphs, or split the table or list under headings.' },
  brackets: { most: 1_000, found: 'opening brackets [ without an empty line', mend: 'Write \\[ for a bracket in text, and an empty line between paragraphs.' },
  marks: { most: 1_000, found: 'signs of emphasis (* _ ~) without an empty line', mend: 'Write \\* for a star in text, and an empty line between paragraphs.' },
  signs: { most: 15_000, found: 'brackets [ and signs of emphasis (* _ ~) in one page', mend: 'Split the page.' },
  tags: { most: 2_000, found: 'tags in one page', mend: 'Split the page.' },
  definitions: { most: 1_000, found: 'addresses or footnotes below the text', mend: 'Split the page.' },
  parts: { most: 8_000, found: 'paragraphs, list items and headings in one page', mend: 'Split the page.' },
  fields: { most: 5_000, found: 'fields in one file', mend: 'Split the page.' },
  groups: { most: 20, found: 'brackets [ or { in each other in the frontmatter', mend: 'Put a text that holds brackets into quotes.' },
};
type Limit = keyof typeof limits;

/**
 * The first passage beyond each limit.
 * @param text a page or a settings file; @param bodyFrom offset at which its Markdown begins, none where it is YAML alone
 */
export function sizeProblems(text: string, bodyFrom: number = text.length): Problem[] {
  const beyond = new Map<Limit, number>();
  const hold = (limit: Limit, count: number, offset: number) => {
    if (count > limits[limit].most && !beyond.has(limit)) beyond.set(limit, offset);
  };
  const inPassage = { passage: 0, brackets: 0, marks: 0 };
  const inPage = { signs: 0, tags: 0, definitions: 0, parts: 0 };
  let fields = 0;
  let groups = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    hold('line', line.length, start);
    hold('indent', indentOf(line), start);
    hold('nesting', signsBefore(line), start);
    if (start < bodyFrom) {
      fields += countOf(line, /:(?=\s|$)/g);
      hold('fields', fields, start);
      // A field at the margin closes whatever was open.
      if (/^\S/.test(line)) groups = 0;
      groups = deepestGroup(line, groups, (depth) => hold('groups', depth, start));
    } else {
      if (line.trim() === '') {
        inPage.parts += inPassage.passage > 0 ? 1 : 0;
        Object.assign(inPassage, { passage: 0, brackets: 0, marks: 0 });
      } else inPassage.passage += line.length + 1;
      inPassage.brackets += countOf(line, /\[/g);
      inPassage.marks += countOf(line, /[*_~]/g);
      inPage.signs += countOf(line, /[[*_~]/g);
      inPage.tags += countOf(line, /<[A-Za-z/]/g);
      if (/^[ \t>]*(?:[-+*]|\d{1,9}[.)]|#{1,6})(?:[ \t]|$)/.test(line)) inPage.parts += 1;
      inPage.definitions += countOf(line, /^[ \t>]*\[[^\]]*\]:/g);
      for (const [limit, count] of Object.entries({ ...inPassage, ...inPage })) hold(limit as Limit, count, start);
    }
    start += line.length + 1;
  }
  return [...beyond].map(([limit, offset]) => ({
    rule: 'size',
    ...placeOf(text, offset),
    found: `more than ${limits[limit].most} ${limits[limit].found}`,
    expected: `at most ${limits[limit].most}`,
    mend: limits[limit].mend,
  }));
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)![0].replaceAll('\t', '    ').length;
}

/** How many signs of quotations and lists, in Markdown or YAML, stand before the first word. */
function signsBefore(line: string): number {
  const signs = /^(?:[ \t]*(?:>|[-+*?](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line)![0];
  // `* * *` draws a line, however long.
  return /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line) ? 0 : countOf(signs, />|[-+*?]|\d+[.)]/g);
}

/** @returns how many brackets are open at the end of the line. @param look is told the depth at each */
function deepestGroup(line: string, open: number, look: (depth: number) => void): number {
  let depth = open;
  for (const [bracket] of line.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    look(depth);
  }
  return depth;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
