import { z } from 'astro/zod';
import { findFaults } from '../decisions/analysis.ts';
import { optionId } from '../decisions/graph.ts';
import { pageFields } from './page.ts';
import { line, pageId, prose, slug } from './values.ts';

const option = z
  .strictObject({
    id: slug.optional().describe('Names the answer in the address. Without it, its first four words do.'),
    say: line.describe('The answer, in the reader’s words.'),
    help: line.optional().describe('One line that explains the answer.'),
    go: slug.describe('The id of the question or outcome that follows.'),
  })
  .transform((answer) => ({ ...answer, id: answer.id ?? optionId(answer.say) }));

const question = z.strictObject({
  id: slug.describe('Names the question in the address; keep it when you reword the question.'),
  ask: line.describe('One short question.'),
  help: prose.optional().describe('How to tell, where the question alone does not say it.'),
  options: z.array(option).min(2).describe('The answers, at least two.'),
});

const outcome = z.strictObject({
  id: slug.describe('Names the outcome; a question’s option leads here with `go`.'),
  verdict: line.describe('What to do, as one sentence: “Write a checklist. Don’t build a course.”'),
  because: prose.describe('Why this follows from the answers, in a few sentences.'),
  next: z.array(pageId).min(1).describe('The pages to do it with; the first one becomes the button.'),
  stage: slug
    .optional()
    .describe('The stage that this outcome tells: pathways that start with this tool are opened there.'),
});

const fields = z.strictObject({
  ...pageFields,
  minutes: z.int().min(1).max(60).describe('How long it takes to answer, in minutes.'),
  questions: z.array(question).min(1).describe('The questions, the first one first.'),
  outcomes: z.array(outcome).min(2).describe('Where the answers can lead.'),
});

/** A decision tool answers "which one should I pick?". The first question is the first one listed. */
export const decisionTool = fields.superRefine((tool, context) => {
  for (const { path, found, expected } of findFaults(tool)) {
    context.addIssue({ code: 'custom', path, message: expected, params: { found } });
  }
});
export type DecisionTool = z.infer<typeof decisionTool>;
export type Question = z.infer<typeof question>;
export type Outcome = z.infer<typeof outcome>;
