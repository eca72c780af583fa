/**
 * A fast 64-bit fingerprint of a text: two lanes of MurmurHash3's 32-bit mixing (Austin Appleby, public domain),
 * cross-mixed at the end. It recognises edits; it does not resist somebody who wants a collision.
 * Plain arithmetic, because the same fingerprint is made in the build, on the command line and in the browser.
 */
function lanes(text: string): [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x85ebca6b);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ code, 0xc2b2ae35);
    b = (b << 15) | (b >>> 17);
  }
  a = Math.imul(a ^ (a >>> 16) ^ b, 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 15) ^ a, 0xc2b2ae35);
  a ^= b >>> 13;
  b ^= a >>> 16;
  return [a >>> 0, b >>> 0];
}

/** Sixteen hexadecimal characters. */
export function fingerprint(text: string): string {
  return lanes(text)
    .map((lane) => lane.toString(16).padStart(8, '0'))
    .join('');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `length` characters that may stand in an address, six bits each; at most five. */
export function shortHash(text: string, length: number): string {
  let [lane] = lanes(text);
  let out = '';
  for (let i = 0; i < length; i++) {
    out += letters[lane & 63];
    lane >>>= 6;
  }
  return out;
}
