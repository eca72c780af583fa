/** Bytes → text; refuses what is not UTF-8, what is too large, and the bytes that have no business in a text. */
import { placeOf, type Problem } from './finding.ts';

/** In bytes. A page of this size would print on a hundred sheets. */
export const largestFile = 256 * 1024;

export function decode(bytes: Uint8Array): { text: string } | { problem: Problem } {
  const refuse = (offset: number, rule: string, found: string, expected: string, mend: string) => {
    const before = new TextDecoder().decode(bytes.subarray(0, offset));
    return { problem: { rule, ...placeOf(before, Infinity), found, expected, mend } };
  };
  if (bytes.length > largestFile) {
    return refuse(0, 'size', `${Math.round(bytes.length / 1024)} KB of text`, `at most ${largestFile / 1024} KB`, 'Split the page.');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return refuse(0, 'encoding', 'a byte-order mark', 'UTF-8 without one', 'Save the file as “UTF-8”, not “UTF-8 with BOM”.');
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return refuse(nul, 'encoding', 'a NUL byte', 'text in UTF-8', 'Save the file as UTF-8.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return refuse(firstBroken(bytes), 'encoding', 'bytes that are not UTF-8', 'text in UTF-8', 'Save the file as UTF-8.');
  }
}

/** Offset of the first byte that is not UTF-8: where the text decoded and encoded again first differs. */
function firstBroken(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return Math.max(0, bytes.findIndex((byte, i) => byte !== again[i]));
}
