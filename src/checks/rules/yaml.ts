import type { Rule } from '../rule.ts';

const laughs = Array.from({ length: 9 }, (_, i) =>
  i === 0
    ? 'needs: &a0 [ha]'
    : `more${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
);

export const yaml: Rule = {
  id: 'yaml',
  family: 'frontmatter',
  says: 'Frontmatter and settings are plain YAML: fields, texts, numbers and lists.',
  reason:
    'YAML can also point, repeat itself and name programs. A reviewer would have to know all that to know what a page says.',
  mend: 'Write one field a line, `title: Count the cases`, and put a text with signs in it into double quotes.',
  examples: {
    bad: [
      { top: 'title: Counting: which way?' },
      { top: "title: 'Count the cases" },
      { top: 'title: @count' },
      { top: 'title: `count`' },
      { top: 'title: - count' },
      { top: 'title: "C:\\cases"' },
      { top: 'needs:\n\t- a pen', at: 2 },
      { top: 'needs:\n  - a pen\n- a card', at: 3 },
      { top: 'needs: [a pen, a card', at: 2 },
      { top: 'title: One\ntitle: Two', at: 2 },
      { top: 'title: &name Count the cases' },
      { top: 'title: *name' },
      { note: 'Aliases that grow to a billion words', top: laughs.join('\n') },
      { top: 'title: !!js/function "function () {}"' },
      { top: 'title: !secret name' },
      { top: '__proto__: { admin: true }' },
      { top: 'constructor: here' },
      { top: 'changes:\n  - on: 2026-11-02\n    what: New page.\n    prototype: here', at: 4 },
      { top: 'just a line' },
      {
        note: 'A comma that ends a text in { … }',
        top: 'not_when: [{ if: Nobody agrees, or nobody knows, go: references/words-for-counting }]',
      },
      {
        note: 'Two documents in one settings file',
        file: 'content/taxonomy/synonyms.yaml',
        whole: '- [count, tally]\n---\n- [card, sheet]\n',
        at: 2,
      },
      {
        note: 'A settings file that is not closed',
        file: 'content/taxonomy/topics.yaml',
        whole: '- { id: counting, name: Count, about: "How to count. }\n',
      },
    ],
    ok: [
      { top: "title: 'Counting: which way?'" },
      { top: 'title: >-\n  Count the cases\n  of one week' },
      { top: 'needs: ["a pen", \'a card\', a list] # at hand' },
      { top: 'title: !!str Count the cases' },
      {
        note: 'The same text in quotes',
        top: 'not_when: [{ if: "Nobody agrees, or nobody knows", go: references/words-for-counting }]',
      },
    ],
  },
};
