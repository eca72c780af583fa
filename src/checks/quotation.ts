/** What a text says in its own words, and what it only quotes. */

/** Takes the place of each letter that is not the page's own; a word of them is no word. */
export const hush = '\uFFFC';

const quoted = /“[^”]*”?|"[^"]*"/g;

/** The text with its quotations hushed, as long as before, so that places stay. Their marks stay, and what ends a sentence before the last one. */
export function withoutQuotations(text: string): string {
  if (!/[“"]/.test(text)) return text;
  return text.replace(quoted, (whole) => {
    const end = /[.?!…]*[”"]?$/.exec(whole.slice(1))![0];
    return whole[0]! + hushed(whole.slice(1, whole.length - end.length)) + end;
  });
}

/** As long as before, spaces kept. */
export function hushed(text: string): string {
  return text.replace(/\S/g, hush);
}
