/** Writing a review into a page's frontmatter without touching anything else in the file. */
import { isMap, isScalar, parseDocument } from 'yaml';

export interface Review {
  by: string;
  /** `YYYY-MM-DD` */
  on: string;
  /** Such as `6 months`. */
  every: string;
  /** The page's version: a fingerprint of all that the reader sees. */
  of: string;
}

/**
 * The file with this review as the last line of its frontmatter, in place of the one that it had.
 * @param text a page that has been read without findings
 */
export function withReview(text: string, { by, on, every, of }: Review): string {
  const from = text.indexOf('\n') + 1;
  const to = /^---[ \t]*\r?$/m.exec(text.slice(from))!.index + from;
  const lineEnd = text.slice(0, from).endsWith('\r\n') ? '\r\n' : '\n';
  const kept = withoutField(text.slice(from, to), 'review');
  return `${text.slice(0, from)}${kept}review: { by: ${by}, on: ${on}, every: ${every}, of: '${of}' }${lineEnd}${text.slice(to)}`;
}

/** What renews a review, as somebody types it. @param file the page's path from the root */
export function reviewCommand(file: string, { by, every }: Pick<Review, 'by' | 'every'>): string {
  return `npm run review -- ${file} --by ${by} --every "${every}"`;
}

/** Removes a top-level field with its lines. */
function withoutField(yaml: string, field: string): string {
  const { contents } = parseDocument(yaml, { keepSourceTokens: true });
  if (!isMap(contents)) return yaml;
  const index = contents.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === field);
  const start = offsetOfKey(contents.items[index]?.key);
  if (start === undefined) return yaml;
  const end = offsetOfKey(contents.items[index + 1]?.key) ?? yaml.length;
  return yaml.slice(0, start) + yaml.slice(end);
}

function offsetOfKey(key: unknown): number | undefined {
  return isScalar(key) ? key.range?.[0] : undefined;
}
