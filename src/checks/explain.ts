/** A rule told at a terminal: why it is there, what it refuses, what it accepts. */
import { withVisible } from '../content/characters.ts';
import type { Example } from './rule.ts';
import { ruleOf } from './rules/index.ts';
import { severityOf } from './severity.ts';

/** @returns nothing where there is no such rule */
export function explainRule(id: string): string | undefined {
  const rule = ruleOf(id);
  if (!rule) return undefined;
  const { says, reason, mend, examples, fix } = rule;
  return [
    `${id} (${severityOf(id)})`,
    says,
    `Why: ${reason}`,
    `To mend it: ${mend}`,
    ...(fix ? ['`npm run check -- --fix` mends it.'] : []),
    'Refused:',
    ...examples.bad.map(showExample),
    'Accepted:',
    ...examples.ok.map(showExample),
  ].join('\n\n');
}

/** The lines that an example changes, or its note where lines don't show it. What nobody could see is written as its code. */
export function exampleText({ note, top, body, file }: Example): string {
  const lines = top ?? body ?? file;
  return [note, lines === undefined || lines === note ? undefined : withVisible(shortened(lines))]
    .filter(Boolean)
    .join('\n');
}

/** In lines, and in characters of a line: some examples are about too much of something. */
const [mostLines, longestLine] = [18, 110];

function shortened(text: string): string {
  const lines = text.split('\n');
  const shown = lines
    .slice(0, mostLines)
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)} …` : line));
  return [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n');
}

function showExample(example: Example): string {
  return exampleText(example).replaceAll(/^/gm, '    ');
}
