/** Bytes → text; refuses what is not UTF-8, what is too large, and the bytes that have no business in a text. */
import { placeOf, type Problem } from './finding.ts';

/** In bytes. A page of this size would print on a hundred sheets. */
export const largestFile = 256 * 1024;

/**
 * The text of a file. A file with a problem is refused; where it is readable all the same, its text comes too, good for finding
 * more problems in one run and for nothing else: without the byte-order mark, and with `·` for each byte that is not UTF-8.
 */
export type Decoded = { text: string; problem?: Problem } | { text?: undefined; problem: Problem };

export function decode(bytes: Uint8Array): Decoded {
  const refuse = (offset: number, rule: string, found: string, expected: string, mend: string): Problem => {
    const before = new TextDecoder().decode(bytes.subarray(0, offset));
    return { rule, ...placeOf(before, Infinity), found, expected, mend };
  };
  if (bytes.length > largestFile) {
    const kilobytes = Math.ceil(bytes.length / 1024);
    return { problem: refuse(0, 'size', `${kilobytes} KB of text`, `at most ${largestFile / 1024} KB`, 'Split the page: nobody finds a step in so much text.') };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { problem: refuse(nul, 'encoding', 'a NUL byte', 'text in UTF-8', 'Save the file as “UTF-8”; “UTF-16” and “Unicode” are something else.') };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const problem = refuse(0, 'encoding', 'a byte-order mark', 'UTF-8 without one', 'Save the file as “UTF-8”, not “UTF-8 with BOM”: `npm run check -- --fix` does.');
    return { text: lenient(bytes.subarray(3)), problem };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { text: lenient(bytes), problem: refuse(firstBroken(bytes), 'encoding', 'bytes that are not UTF-8', 'text in UTF-8', 'Save the file as “UTF-8”, not “Windows-1252”, “ANSI” or “Mac Roman”.') };
  }
}

function lenient(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\uFFFD', '·');
}

/** Offset of the first byte that is not UTF-8: where the text decoded and encoded again first differs. */
function firstBroken(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return Math.max(0, bytes.findIndex((byte, i) => byte !== again[i]));
}
