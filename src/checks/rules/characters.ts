import { withoutHidden } from '../../content/characters.ts';
import { offsetOf } from '../../content/finding.ts';
import type { Rule } from '../rule.ts';

export const characters: Rule = {
  id: 'characters',
  family: 'files',
  says: 'Every character of a file is one that a reader can see.',
  reason:
    'Characters without a shape hide words from a reviewer, turn text round or break search: what is approved is not what is published. They come along when text is copied from elsewhere.',
  mend: '`npm run check -- --fix` deletes most of them. Otherwise type the passage again.',
  examples: {
    bad: [
      { note: 'A space without width', body: 'Zero\u200Bwidth', fixed: (text) => text.replace('\u200B', '') },
      {
        note: 'A joiner between letters',
        body: 'Zero\u200Dwidth',
        fixed: (text) => text.replace('\u200D', ''),
      },
      {
        note: 'A word joiner in a title',
        top: 'title: Count\u2060 the cases',
        fixed: (text) => text.replace('\u2060', ''),
      },
      {
        note: 'A sign that turns text round',
        body: 'Send it \u202Enow',
        fixed: (text) => text.replace('\u202E', ''),
      },
      {
        note: 'A sign that isolates a direction',
        body: 'Send it \u2067now',
        fixed: (text) => text.replace('\u2067', ''),
      },
      {
        note: 'A mark of direction in Latin text',
        body: 'Send it\u200F now',
        fixed: (text) => text.replace('\u200F', ''),
      },
      { note: 'A tag character', body: 'Plain\u{E0041}text', fixed: (text) => text.replace('\u{E0041}', '') },
      {
        note: 'A control character',
        body: 'Plain\u001B[31mtext',
        fixed: (text) => text.replace('\u001B', ''),
      },
      { note: 'A line separator', body: 'One\u2028two', fixed: (text) => text.replace('\u2028', ' ') },
      {
        note: 'A filler that looks like a space',
        body: 'One\u3164two',
        fixed: (text) => text.replace('\u3164', ''),
      },
      { note: 'A private-use character', body: 'Press \uE0A0 now' },
      { note: 'A mark for a lost character', body: 'Caf\uFFFD' },
      {
        note: 'Line ends of the old Macintosh',
        whole: (valid) => valid.replaceAll('\n', '\r'),
        fixed: (text) => text.replaceAll('\r', '\n'),
      },
      { body: 'Send it &#x202E;now.' },
      { body: 'Send it &#8203;now.' },
      { body: 'See [the site](https://example.org/ "A&#x202E;title").' },
      { body: 'See [the site](https://example.org/&#x2066;a).' },
      { body: '<Template name="A&#x200B;card">\n\nText\n\n</Template>' },
      { top: 'title: "Count \\u202E the cases"' },
      { top: 'needs:\n  - a pen\n  - "a card\\u200B"', at: 3 },
      {
        note: 'A hidden character in a settings file',
        file: 'content/taxonomy/synonyms.yaml',
        whole: '- [count, tally]\n- [card, sh\u200Beet]\n',
        at: 2,
      },
    ],
    ok: [
      { note: 'Emoji that are joined, and flags', body: 'A family 👨‍👩‍👧 and a flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿.' },
      { note: 'A mark of direction in Hebrew', body: 'שלום\u200F, 12.' },
      { note: 'A joiner in Persian', body: 'می\u200Cخواهم' },
      { body: '`&#x202E;` in code stays what it is.' },
      { note: 'A space that does not break', body: '5\u00A0minutes' },
    ],
  },
  fix(text, finding) {
    const mended = withoutHidden(text, offsetOf(text, finding));
    return mended === text ? undefined : mended;
  },
};
