/**
 * Characters that a reader can't see or that make a text read otherwise than it is stored: a reviewer would approve what is
 * not there. The gate refuses them in every file, frontmatter and code included.
 */
import { placeOf, type Problem } from './finding.ts';

interface Hidden {
  pattern: RegExp;
  found: string;
  mend: string;
}

const remove = 'Delete it: `npm run check -- --fix` does.';

const hidden: Hidden[] = [
  {
    // Kept where a line is written from right to left.
    pattern: /[\u202A-\u202E\u2066-\u2069]|^(?=[^\p{Script=Arabic}\p{Script=Hebrew}\n]*$).*?[\u061C\u200E\u200F]/gmu,
    found: 'a character that changes the direction of the text',
    mend: remove,
  },
  {
    pattern: /[\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/gu,
    found: 'a character that nobody can see',
    mend: remove,
  },
  {
    // Joiners belong into emoji and into some scripts, never beside ASCII letters.
    pattern: /(?<=[\0-\u024F]|^)[\u200C\u200D]|[\u200C\u200D](?=[\0-\u024F]|$)/gmu,
    found: 'a joiner that nobody can see',
    mend: remove,
  },
  {
    pattern: /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/gu,
    found: 'a tag character that nobody can see',
    mend: remove,
  },
  {
    pattern: /[\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/gu,
    found: 'a control character',
    mend: remove,
  },
  {
    pattern: /\r(?!\n)/gu,
    found: 'a line end of the old Macintosh kind',
    mend: 'Save the file with the line ends of Linux or Windows: `npm run check -- --fix` does.',
  },
  {
    pattern: /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/gu,
    found: 'a private-use character, which looks different on every device',
    mend: 'Type the passage again.',
  },
  {
    pattern: /[\uFFFD\uFDD0-\uFDEF\uFFFE\uFFFF]/gu,
    found: 'a mark for a character that was lost',
    mend: 'Type the passage again: its original character is gone.',
  },
];

/** More of them in one file say nothing new. */
const mostTold = 20;

/** Every hidden character of a file, in order. */
export function hiddenCharacters(text: string): Problem[] {
  const places = hidden.flatMap(({ pattern, found, mend }) =>
    [...text.matchAll(pattern)].map((match) => {
      const offset = match.index + match[0].length - lengthOfLast(match[0]);
      return { offset, found: `${found} (${codePoint(text, offset)})`, mend };
    }),
  );
  return places
    .sort((a, b) => a.offset - b.offset)
    .slice(0, mostTold)
    .map(({ offset, found, mend }) => ({ rule: 'characters', ...placeOf(text, offset), found, expected: 'characters that a reader can see', mend }));
}

/** The hidden characters that an escape brings in: `&#x202E;` in Markdown, `\\u202E` in YAML. @param value what the escape became */
export function hiddenByEscape(value: string): string | undefined {
  return hidden.find(({ pattern }) => value.search(pattern) >= 0)?.found;
}

function lengthOfLast(text: string): number {
  return [...text].at(-1)?.length ?? 0;
}

function codePoint(text: string, offset: number): string {
  return `U+${text.codePointAt(offset)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
