/** What a new page leaves to its author: `FILL IN: what to write here`. The check finds every blank until it is filled. */

/** Starts a blank. */
export const blankMarker = 'FILL IN:';

export interface Blank {
  /** One-based. */
  line: number;
  /** One-based, in characters. */
  column: number;
  /** What to write there. */
  about: string;
}

/**
 * The text of a blank.
 * @param about what to write there; not with `"`, `*`, `|` or `<`, which end a blank, because quotes, bold text, table cells and
 *   components stand around it
 */
export function blank(about: string): string {
  return `${blankMarker} ${about.replace(/\.$/, '')}`;
}

/** Every blank of a page's source, in the order of the text. */
export function findBlanks(text: string): Blank[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(anyBlank)].map((match) => ({
      line: index + 1,
      column: Array.from(line.slice(0, match.index)).length + 1,
      about: match[1]!.trim().replace(/\.$/, ''),
    })),
  );
}

/** The source with each blank replaced. @param fill what stands in the place of the blank */
export function fillBlanks(text: string, fill: (about: string) => string): string {
  return text.replace(anyBlank, (_, about: string) => fill(about.trim().replace(/\.$/, '')));
}

const anyBlank = new RegExp(`${blankMarker}[ \\t]*([^"*|<\\r\\n]*)`, 'g');
