import type { Rule } from '../rule.ts';

/** The bytes of a text, with others in place of the passage that examples replace. */
const withBytes =
  (...bytes: number[]) =>
  (valid: string): Uint8Array => {
    const [before = '', after = ''] = valid.split('This passage');
    const encoder = new TextEncoder();
    return Uint8Array.from([...encoder.encode(before), ...bytes, ...encoder.encode(after)]);
  };

export const encoding: Rule = {
  id: 'encoding',
  family: 'files',
  says: 'Files are saved as UTF-8, without a byte-order mark.',
  reason:
    'In any other encoding letters such as é or “ turn into other signs, on the page, in search and on paper.',
  mend: 'In your editor choose “Save with encoding” and then “UTF-8”, not “UTF-8 with BOM”, “UTF-16” or “Windows-1252”.',
  examples: {
    bad: [
      { note: 'é saved as Windows-1252', whole: withBytes(0xe9), at: 46 },
      { note: 'A letter of UTF-8 cut in two', whole: withBytes(0xe2, 0x80), at: 46 },
      { note: 'A letter written with more bytes than it needs', whole: withBytes(0xc0, 0xaf), at: 46 },
      { note: 'A NUL byte', whole: withBytes(0), at: 46 },
      {
        note: 'A file saved as UTF-16',
        whole: (valid) =>
          Uint8Array.from([0xff, 0xfe, ...[...valid].flatMap((sign) => [sign.charCodeAt(0), 0])]),
        at: 1,
      },
      {
        note: 'A byte-order mark at the beginning',
        whole: (valid) => `\uFEFF${valid}`,
        fixed: (text) => text.slice(1),
      },
    ],
    ok: [{ body: 'Café, “quotes”, 5 µm, 日本語 and 🙂 are UTF-8.' }],
  },
  fix(text) {
    return text.startsWith('\uFEFF') ? text.slice(1) : undefined;
  },
};
