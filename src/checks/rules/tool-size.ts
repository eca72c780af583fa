import { proveTool } from '../../decisions/analysis.ts';
import type { Rule } from '../rule.ts';
import { lines } from '../tool-example.ts';

/** Questions with twenty answers each, which are compared two by two. */
function desks(count: number): string {
  const ids = Array.from({ length: count }, (_, i) => `desk-${i + 1}`);
  const options = Array.from({ length: 20 }, (_, i) => `{ say: "${i}" }`).join(', ');
  const pairs = ids.flatMap((id, i) => ids.slice(i + 1).map((other) => `if(${id} = ${other}, 1, 0)`));
  return lines(
    'questions:',
    ...ids.map((id, i) => {
      const way = ids[i + 1] ? `go: ${ids[i + 1]}` : 'routes: [{ if: same > 0, go: list }], go: card';
      return `  - { id: ${id}, ask: Which number has desk ${i + 1}?, ${way}, options: [${options}] }`;
    }),
    `values: [{ id: same, is: "${pairs.join(' + ')}" }]`,
  );
}

export const toolSize: Rule = {
  id: 'tool-size',
  family: 'decisions',
  says: 'A tool is small enough to be walked through with all answers.',
  reason:
    'What was not walked is not proven: a gap or a dead end may be left in it. So many answers that matter together are too many for a reader, too.',
  mend: 'Cut it into two tools, of which an outcome of the first leads to the second; or ask for fewer numbers that are compared with each other.',
  examples: {
    bad: [
      {
        type: 'decision-tools',
        top: desks(4),
        note: 'Four answers of twenty that are all compared with each other',
      },
    ],
    ok: [{ type: 'decision-tools', top: desks(2), note: 'Two of them' }],
  },
  page({ data, yaml }) {
    if (!('questions' in data) || proveTool(data).walk?.complete !== false) return [];
    return [
      {
        ...yaml.placeOfKey(['questions']),
        found: 'more combinations of answers than can be walked through',
        expected: 'fewer answers that matter together',
      },
    ];
  },
};
