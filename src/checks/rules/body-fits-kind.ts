import type { JobAid } from '../../schema/job-aid.ts';
import { isIn, outlineOf, type Outline } from '../outline.ts';
import type { PageSubject, Rule } from '../rule.ts';
import { stepsOf } from '../steps.ts';

/** What a body of each kind can’t do without, in words and as a test. */
const needs: Record<JobAid['kind'], { what: string; has(parts: Parts): boolean }> = {
  steps: { what: 'numbered steps: lines that begin with 1. at the margin', has: ({ steps }) => steps },
  checklist: {
    what: 'lines to tick (- [ ]) or numbered steps (1.)',
    has: ({ steps, checks }) => steps || checks,
  },
  'quick-reference': { what: 'a table to look things up in', has: ({ tables }) => tables },
  template: {
    what: 'a <Template name="…"> with the text to copy',
    has: ({ outline }) => outline.components('Template').length > 0,
  },
  troubleshooting: {
    what: 'a table from what people see to what to do, or numbered steps',
    has: ({ tables, steps }) => tables || steps,
  },
  conversation: {
    what: 'words to say: a quotation (>), a table of answers, or numbered moves',
    has: ({ outline, tables, steps }) => tables || steps || outline.all('blockquote').length > 0,
  },
};

interface Parts {
  outline: Outline;
  steps: boolean;
  checks: boolean;
  tables: boolean;
}

export const bodyFitsKind: Rule = {
  id: 'body-fits-kind',
  family: 'structure',
  says: 'A job aid holds what its `kind` promises.',
  reason:
    'The kind is shown in results, and readers choose by it: a checklist without a line to tick helps nobody.',
  mend: 'Write what is missing, or choose the kind that the page is: steps, checklist, quick-reference, template, troubleshooting or conversation.',
  examples: {
    bad: [
      { top: 'kind: template' },
      { top: 'kind: quick-reference' },
      {
        whole: (valid) => valid.replace(/^\d\. (<Critical \/> )?/gm, '- '),
        at: 4,
        note: 'kind: steps, and the steps begin with a dash',
      },
      {
        whole: (valid) =>
          valid.replace('kind: steps', 'kind: checklist').replace(/^\d\. (<Critical \/> )?/gm, '- '),
        at: 4,
        note: 'kind: checklist, and nothing to tick',
      },
      {
        whole: (valid) =>
          valid.replace('kind: steps', 'kind: troubleshooting').replace(/^\d\. (<Critical \/> )?/gm, '- '),
        at: 4,
        note: 'kind: troubleshooting, and neither table nor steps',
      },
      {
        whole: (valid) =>
          valid.replace('kind: steps', 'kind: conversation').replace(/^\d\. (<Critical \/> )?/gm, '- '),
        at: 4,
        note: 'kind: conversation, and nothing to say',
      },
    ],
    ok: [
      { top: 'kind: checklist', note: 'kind: checklist, with numbered steps that are ticked' },
      { top: 'kind: troubleshooting' },
      { top: 'kind: conversation' },
    ],
  },
  page(subject) {
    const { data, yaml } = subject;
    if (subject.page.type !== 'job-aids' || !('kind' in data)) return [];
    const { what, has } = needs[data.kind];
    if (has(partsOf(subject))) return [];
    return [
      {
        ...yaml.placeOf(['kind']),
        found: `a body that doesn’t hold what “kind: ${data.kind}” promises`,
        expected: what,
      },
    ];
  },
};

function partsOf(subject: PageSubject): Parts {
  const outline = outlineOf(subject.tree);
  const outside = (placed: Parameters<typeof isIn>[0]) => !isIn(placed, 'Template');
  return {
    outline,
    steps: stepsOf(subject).length > 0,
    checks: outline.all('listItem').some((item) => typeof item.node.checked === 'boolean' && outside(item)),
    tables: outline.all('table').some(outside),
  };
}
