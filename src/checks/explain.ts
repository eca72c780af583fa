/** A rule told at a terminal: why it is there, what it refuses, what it accepts. */
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

/** The lines that an example changes, or its note where lines don't show it. */
export function exampleText({ note, top, body, file }: Example): string {
  return [note, top ?? body ?? file].filter(Boolean).join('\n');
}

function showExample(example: Example): string {
  return exampleText(example).replaceAll(/^/gm, '    ');
}
