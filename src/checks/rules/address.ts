import { offsetOf } from '../../content/finding.ts';
import { idInPath } from '../../content/gate.ts';
import type { Rule } from '../rule.ts';

export const address: Rule = {
  id: 'address',
  family: 'content',
  says: 'Links lead to pages by their id, to https addresses, to mail or to a telephone; pictures lie beside their page.',
  reason:
    'Other addresses act instead of leading somewhere, break when a page moves, or lead only where the writer sits.',
  mend: 'Write the folder and the file name of the page without the ending, job-aids/count-the-cases, or an address that starts with https://.',
  examples: {
    bad: [
      { body: '[Count](javascript:alert(1))' },
      { body: '[Count](JaVaScRiPt:alert(1))' },
      { body: '[Count](&#106;avascript:alert(1))' },
      { body: '[Count](&#x6A;avascript:alert(1))' },
      { body: '[Count](java&Tab;script:alert(1))' },
      { body: '[Count](java&NewLine;script:alert(1))' },
      { body: '[Count](javascript&colon;alert(1))' },
      { body: '[Count](<java\tscript:alert(1)>)' },
      { body: '[Count](%6aavascript:alert(1))' },
      { body: '[Count](  javascript:alert(1))' },
      { body: '[Count](<  javascript:alert(1)>)' },
      { body: '[Count][js].\n\n[js]: javascript:alert(1)', at: 3 },
      { body: '![Count](javascript:alert(1))' },
      { body: '![Count](data:image/svg+xml,a)' },
      { body: '![Count](https://example.org/card.png)' },
      { body: '![Count](../card.png)' },
      { body: '[Count](data:text/html,a)' },
      { body: '[Count](vbscript:a)' },
      { body: '[Count](file:///home/count.txt)' },
      { body: '[Count](blob:https://example.org/1)' },
      { body: '[Count](ftp://example.org/count.txt)' },
      { body: '[Count](//example.org/count)' },
      { body: '[Count](http://example.org/count)' },
      { body: 'Count at www.example.org today.' },
      { body: '[Count](example.org/count)' },
      { body: '[Count](https:\\\\\\\\example.org)' },
      { body: '[Count](https://example.org\\\\@example.com)' },
      { body: '[Count](https://name:word@example.org/count)' },
      { body: '[Count](https://name@example.org/count)' },
      { body: '[Count](../../count)' },
      { body: '[Count](/count)' },
      { body: '[Count]()' },
      { body: '[Count](#)' },
      { body: '[Count](jobaids/count-the-cases)' },
      {
        body: 'See [words](../references/words-for-counting.mdx#how-the-words-are-used).',
        fixed: (text) =>
          text.replace('../references/words-for-counting.mdx', 'references/words-for-counting'),
      },
      {
        body: 'See [../references/words-for-counting.mdx](../references/words-for-counting.mdx).',
        fixed: (text) =>
          text.replace('](../references/words-for-counting.mdx', '](references/words-for-counting'),
      },
      {
        body: 'See [words][words].\n\n[words]: /references/words-for-counting/',
        at: 3,
        fixed: (text) => text.replace('/references/words-for-counting/', 'references/words-for-counting'),
      },
    ],
    ok: [
      { body: '[Count](https://example.org/count?a=1&b=2#c)' },
      { body: '[Write](mailto:desk@example.org) or [call](tel:+441632960000).' },
      { body: 'Count on [the counting page](https://example.org/count) today.' },
      { body: '`[Count](javascript:alert(1))`' },
      { body: 'The word javascript: as text.' },
    ],
  },
  fix(text, finding) {
    const path = /^the address "(.*)"$/s.exec(finding.found)?.[1] ?? '';
    const id = idInPath(path);
    if (!id) return undefined;
    const from = offsetOf(text, finding);
    // The words of a link may be its address too.
    const written = ['](', '](<', ']: ', ']: <'].map((before) => before + path);
    const at = written
      .map((one) => [text.indexOf(one, from), one] as const)
      .filter(([offset]) => offset >= 0);
    const [offset, one] = at.sort((a, b) => a[0] - b[0])[0] ?? [];
    if (offset === undefined || one === undefined) return undefined;
    return text.slice(0, offset) + one.slice(0, -path.length) + id + text.slice(offset + one.length);
  },
};
