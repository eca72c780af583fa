import type { Rule } from '../rule.ts';

export const mdx: Rule = {
  id: 'mdx',
  family: 'content',
  says: 'Every tag that is opened is closed, and < and { in text are written so that they stay text.',
  reason:
    'In these files < begins a component and { begins code; one that was meant as text would swallow what follows.',
  mend: 'Write &lt; for < and \\{ for {. Close a component with its own name: </Stage>.',
  examples: {
    bad: [
      { body: '<Example>\n\nA card with marks.' },
      { body: '</Example>' },
      { body: '<Example>\n\nA card.\n\n</Exampel>', at: 5 },
      { body: '<Example\n\nA card.' },
      { body: '<Stage for=novice>\n\nText\n\n</Stage>' },
      { body: '<Stage for=“novice”>\n\nText\n\n</Stage>' },
      { body: '<Stage for="novice>\n\nText\n\n</Stage>' },
      { body: 'Wait <Timer for="5 minutes"> here.' },
      { body: '1. One\n\n   <Note kind="trap">\n\n   Careful.\n\n2. Two', at: 3 },
      { body: '<Note kind="tip">\n\n- One\n- Two</Note>', at: 4 },
      { body: 'Fewer <5 cases' },
      { body: 'Fill in {name' },
      { body: 'a\n\n{\n\nb', at: 3 },
      { body: '<!-- Ask the desk. -->' },
      { body: 'Write to <desk@example.org>.' },
      { body: 'See <https://example.org/>.' },
      { body: '## Count again {#again}' },
    ],
    ok: [
      { body: 'Fewer than 5 < 6 cases, and 7 > 3.' },
      { body: 'Fill in \\{name}.' },
      { body: '`<Stage` and `{name` in code.' },
      { body: '```\n<Stage> {name}\n```' },
      { body: 'a &lt; b' },
    ],
  },
};
