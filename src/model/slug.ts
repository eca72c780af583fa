/** Names that texts make. */

/** Longer addresses break in mails and are no better to read. In characters. */
const longestSlug = 60;

/**
 * The file name that a title makes, without its ending: lower-case words joined by hyphens. Empty where the title holds neither Latin letters nor
 * digits.
 */
export function slugOfTitle(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\p{Mark}'’]/gu, '')
    .toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  let slug = '';
  for (const word of words) {
    if (slug && slug.length + word.length >= longestSlug) break;
    slug = slug ? `${slug}-${word}` : word.slice(0, longestSlug);
  }
  return slug;
}
