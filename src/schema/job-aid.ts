import { z } from 'astro/zod';
import { pageFields } from './page.ts';
import { line, pageId } from './values.ts';

export const jobAidKinds = [
  'steps',
  'checklist',
  'quick-reference',
  'template',
  'troubleshooting',
  'conversation',
] as const;

/** A job aid answers "how do I do this, now?". */
export const jobAid = z.strictObject({
  ...pageFields,
  kind: z
    .enum(jobAidKinds)
    .describe(
      'What the body is: steps to follow, a checklist, a card to look things up on, a template to copy, help when it went wrong, words for a conversation.',
    ),
  used: z
    .enum(['before', 'during', 'after'])
    .describe('When it is in the hand: before the task (a planner), during it (a sidekick) or after it.'),
  minutes: z.int().min(1).max(480).describe('How long the task takes with this page, in minutes.'),
  use_when: line.max(160).describe('The situation in which this page is right, as one sentence.'),
  not_when: z
    .array(
      z
        .strictObject({
          if: line.max(120).describe('The situation in which this page is wrong.'),
          go: pageId.optional().describe('The page to use instead.'),
          instead: line.max(160).optional().describe('What to do instead, where no page serves.'),
        })
        .refine(
          (reason) => reason.go || reason.instead,
          'with `if`, the page to use instead (`go`) or what to do (`instead`)',
        ),
    )
    .min(1)
    .describe('When not to use it, and what to use instead.'),
  needs: z.array(line).default([]).describe('What to have at hand before starting.'),
  done_when: line.max(240).describe('Something that can be seen: “You can name one cause and …”.'),
});
export type JobAid = z.infer<typeof jobAid>;
