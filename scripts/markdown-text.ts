/** Text from pages and file names, for reports that a host shows as Markdown. */

/**
 * Text that stays text: one line, and no sign in it is taken for markup. Whoever opens a pull request chooses the titles and
 * file names in a report about it.
 */
export function asMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .replaceAll(/[\\`*[\]<>#|~&]|(?<!\w)_|_(?!\w)/g, '\\$&');
}

/** `1 page`, `2 pages`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
