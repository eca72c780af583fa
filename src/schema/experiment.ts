import { z } from 'astro/zod';
import { pageFields } from './page.ts';
import { line, period, prose } from './values.ts';

/** An experiment page answers "how do we find out?". */
export const experiment = z
  .strictObject({
    ...pageFields,
    question: line.describe('What you want to know.'),
    hypothesis: prose.describe('What you expect, with a number, so that it can turn out wrong.'),
    who: prose.describe('Who takes part, how many, chosen how.'),
    lasts: period.describe('How long it runs.'),
    measure: z.array(line).min(1).describe('What is counted, by whom, how.'),
    stop: z.array(line).min(1).describe('When to stop before the end.'),
    decide: z
      .array(
        z.strictObject({
          if: line.describe('One result, with its number.'),
          then: line.describe('What you will do then.'),
        }),
      )
      .min(2)
      .describe('What you will do for each result, written down before it starts.'),
    status: z.enum(['proposed', 'running', 'done']).describe('Where it stands.'),
    result: prose.optional().describe('What happened. Only once it has been run.'),
    decision: prose.optional().describe('What was decided. Only once it has been run.'),
  })
  .refine((page) => page.status === 'done' || (!page.result && !page.decision), {
    path: ['result'],
    message: 'a result only where `status` is `done`',
  });
export type Experiment = z.infer<typeof experiment>;
