/** Long lists in parts, so that no page grows with the number of pages. */
export interface Part<T> {
  /** One-based. */
  number: number;
  of: number;
  items: T[];
}

/** How many pages a list shows at once; with a summary each, that is well within the first-paint budget. */
export const longestList = 60;
/** How many of a group a list of groups shows before it leads on to the group's own page. */
export const longestGroup = 12;
/** How many findings of a kind the health page shows; all of them stand in `/api/health.json`. */
export const longestFindings = 50;
/** How many titles a letter of the index shows at once. */
export const longestLetter = 200;

/** Cuts a list into parts of at most `size`; an empty list is one empty part. */
export function partsOf<T>(items: T[], size: number): Part<T>[] {
  const of = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    items: items.slice(index * size, (index + 1) * size),
  }));
}

/** Address of a part below the list's own: the first is the list itself. */
export function partPath(list: string, number: number): string {
  return number === 1 ? list : `${list}/${number}`;
}
