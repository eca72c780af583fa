/** Pictures as bytes: what they are, whatever their names say. */
import type { Entry, RuleFinding } from './rule.ts';

/** Ending → kind of picture. */
export const pictureKinds: Record<string, string> = {
  png: 'PNG',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  webp: 'WebP',
  avif: 'AVIF',
  gif: 'GIF',
};

/** The kind that a file's name promises; nothing where it promises none. */
export function promisedKind(file: string): string | undefined {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(pictureKinds, ending) ? pictureKinds[ending] : undefined;
}

/** How files of a kind begin, as Latin-1 text. */
const beginnings: [pattern: RegExp, kind: string][] = [
  [/^\x89PNG\r\n\x1A\n/, 'PNG'],
  [/^\xFF\xD8\xFF/, 'JPEG'],
  [/^RIFF[^]{4}WEBP/, 'WebP'],
  [/^[^]{4}ftypavi[fs]/, 'AVIF'],
  [/^GIF8[79]a/, 'GIF'],
  [/^(\xEF\xBB\xBF)?\s*(<\?xml[^]*)?<svg\b/i, 'SVG'],
  [/^(\xEF\xBB\xBF)?\s*<\?xml/i, 'XML'],
  [/^(\xEF\xBB\xBF)?\s*<(!doctype|html|head|body|script|iframe|!--)/i, 'HTML'],
  [/^#!/, 'a script'],
  [/^%PDF-/, 'PDF'],
  [/^PK\x03\x04/, 'ZIP'],
  [/^BM[^]{4}\0{4}/, 'BMP'],
  [/^(II\*\0|MM\0\*)/, 'TIFF'],
  [/^[^]{4}ftyphei[cx]/, 'HEIC'],
];

/** What a file is, by its first bytes; nothing where nobody can tell. */
export function kindOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, 64));
  return beginnings.find(([pattern]) => pattern.test(text))?.[1];
}

/** Sizes of picture files from which a rule speaks, in bytes. */
export const heavy = 300 * 1024;
export const heaviest = 2 * 1024 * 1024;

/** What is told of the pictures whose size lies above `over` and not above `upTo`, both in bytes. */
export function tellOfPictures(entries: Entry[], over: number, upTo = Infinity): RuleFinding[] {
  const kilobytes = (size: number) => `${Math.round(size / 1024).toLocaleString('en')} KB`;
  return entries
    .filter(({ path, kind, size }) => kind === 'file' && promisedKind(path) && size > over && size <= upTo)
    .map(({ path: file, size }) => ({
      file,
      line: 1,
      column: 1,
      found: `a picture of ${kilobytes(size)}`,
      expected: `at most ${kilobytes(over)}`,
    }));
}

/** One grey dot, for examples. */
export const tinyPng: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCBV5GVZAAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

/** The same, made larger by what no program reads. @param kilobytes of the whole */
export function paddedPng(kilobytes: number): Uint8Array {
  const bytes = new Uint8Array(kilobytes * 1024);
  bytes.set(tinyPng);
  return bytes;
}
