/** What a new page leaves to its author: `FILL IN: what to write here`. The check finds every blank until it is filled. */

export const blank = 'FILL IN';

const anyBlank = new RegExp(`${blank}:[ \\t]*([^"*|<\\r\\n]*)`, 'g');

/** Every blank of a text, in order. `column` is in characters; `about` says what to write there. */
export function findBlanks(text: string): { line: number; column: number; about: string }[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(anyBlank)].map((match) => ({
      line: index + 1,
      column: Array.from(line.slice(0, match.index)).length + 1,
      about: match[1]!.trim().replace(/\.$/, ''),
    })),
  );
}
