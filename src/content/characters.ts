/**
 * Characters that a reader can't see or that make a text read otherwise than it is stored: a reviewer would approve what is
 * not there. The gate refuses them in every file, frontmatter and code included.
 */
import { placeOf, type Problem } from './finding.ts';

interface Hidden {
  pattern: RegExp;
  found: string;
  mend: string;
  /** Takes its place where a machine can mend it without loss. */
  instead?: string;
  /** Told once a file: there would be one in each line. */
  once?: boolean;
}

const remove = 'Delete it: `npm run check -- --fix` does.';

const hidden: Hidden[] = [
  {
    // Kept where a line is written from right to left.
    pattern: /[\u202A-\u202E\u2066-\u2069]|^(?=[^\p{Script=Arabic}\p{Script=Hebrew}\n]*$).*?[\u061C\u200E\u200F]/gmu,
    found: 'a character that changes the direction of the text',
    mend: remove,
    instead: '',
  },
  {
    pattern: /[\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/gu,
    found: 'a character that nobody can see',
    mend: remove,
    instead: '',
  },
  {
    // Joiners belong into emoji and into some scripts, never beside ASCII letters.
    pattern: /(?<=[\0-\u024F]|^)[\u200C\u200D]|[\u200C\u200D](?=[\0-\u024F]|$)/gmu,
    found: 'a joiner that nobody can see',
    mend: remove,
    instead: '',
  },
  {
    // A flag of a part of a country (a black flag and some tags) is none; a bound keeps a file of tags from taking minutes.
    pattern: /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,16})[\u{E0000}-\u{E007F}]/gu,
    found: 'a tag character that nobody can see',
    mend: remove,
    instead: '',
  },
  {
    // Those among them that end a line in some programs stand for a space.
    pattern: /[\u000B\u000C\u0085\u2028\u2029]/gu,
    found: 'a control character',
    mend: 'Write a space instead: `npm run check -- --fix` does.',
    instead: ' ',
  },
  {
    pattern: /[\0-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/gu,
    found: 'a control character',
    mend: remove,
    instead: '',
  },
  {
    pattern: /\r(?!\n)/gu,
    found: 'a line end of the old Macintosh kind',
    mend: 'Save the file with the line ends of Linux or Windows: `npm run check -- --fix` does.',
    instead: '\n',
    once: true,
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

interface Place extends Hidden {
  /** Of the character, in UTF-16 units. */
  offset: number;
}

function placesIn(text: string): Place[] {
  return hidden
    .flatMap((kind) => [...text.matchAll(kind.pattern)].map((match) => ({ ...kind, offset: match.index + match[0].length - lengthOfLast(match[0]) })))
    .sort((a, b) => a.offset - b.offset);
}

/** Every hidden character of a file, in order. */
export function hiddenCharacters(text: string): Problem[] {
  const told = new Set<string>();
  return placesIn(text)
    .filter(({ found, once }) => !once || (!told.has(found) && told.add(found)))
    .slice(0, mostTold)
    .map(({ offset, found, mend }) => ({
      rule: 'characters',
      ...placeOf(text, offset),
      found: `${found} (${codePoint(text, offset)})`,
      expected: 'characters that a reader can see',
      mend,
    }));
}

/** The text without the hidden characters from an offset on, those left in place that only a person can mend. */
export function withoutHidden(text: string, from: number): string {
  const places = placesIn(text).filter(({ offset, instead }) => offset >= from && instead !== undefined);
  let mended = '';
  let done = 0;
  for (const { offset, instead } of places) {
    mended += text.slice(done, offset) + instead!;
    done = offset + lengthOfFirst(text, offset);
  }
  return mended + text.slice(done);
}

/** The text with `⟦U+200B⟧` in place of each hidden character, to be shown. */
export function withVisible(text: string): string {
  let shown = '';
  let done = 0;
  for (const { offset } of placesIn(text)) {
    shown += `${text.slice(done, offset)}⟦${codePoint(text, offset)}⟧`;
    done = offset + lengthOfFirst(text, offset);
  }
  return shown + text.slice(done);
}

function lengthOfFirst(text: string, offset: number): number {
  return String.fromCodePoint(text.codePointAt(offset)!).length;
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
