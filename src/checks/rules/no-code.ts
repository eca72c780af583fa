import type { Rule } from '../rule.ts';

export const noCode: Rule = {
  id: 'no-code',
  family: 'content',
  says: 'A page holds no code that runs: no import, no export, nothing in braces.',
  reason:
    'Whoever may write a page must not thereby be able to run a program on the machines of those who build and read it.',
  mend: 'Write the text itself. Components need no import; \\{ is a brace in text.',
  examples: {
    bad: [
      { body: "import fs from 'node:fs'" },
      { body: "import {\n  readFile\n} from 'node:fs'" },
      { body: "import 'node:fs'" },
      { body: 'export const rate = 1' },
      { body: 'export default function Page() {}' },
      { body: "export * from 'node:fs'" },
      { body: "{import('node:fs')}" },
      { body: '{1 + 1}' },
      { body: 'The sum is {1 + 1}.' },
      { body: '## The sum is {1 + 1}' },
      { body: '| sum |\n| - |\n| {1 + 1} |', at: 3 },
      { body: '- The sum is {1 + 1}.' },
      { body: '> {1 + 1}' },
      { body: 'See [the {1 + 1} words](references/words-for-counting).' },
      { body: '**{process.env.HOME}**' },
      { body: '<Example>{1 + 1}</Example>' },
      { body: '{/* Ask the desk. */}' },
      { body: 'Ask {/* the desk */} first.' },
      { body: "<Stage for={'novice'}>\n\nText\n\n</Stage>" },
      { body: '<Stage for={`novice`}>\n\nText\n\n</Stage>' },
      { body: '<Stage\n  for={stage}\n>\n\nText\n\n</Stage>', at: 2 },
      { body: '<Stage {...props}>\n\nText\n\n</Stage>' },
      { body: '<Example {...{}}>\n\nText\n\n</Example>' },
    ],
    ok: [
      { body: 'Goods for import and export.' },
      { body: 'We import counts on Friday, and export them on Monday.' },
      { body: '`{1 + 1}` and \\{1 + 1}.' },
      { body: "```js\nimport fs from 'node:fs'\n```" },
    ],
  },
};
