import { z } from 'astro/zod';
import { pageFields } from './page.ts';
import { line, pageId, prose, slug } from './values.ts';

const ability = z.strictObject({
  id: slug.describe('Names the ability; keep it when you reword it, the reader’s progress hangs on it.'),
  can: line.describe(
    'What somebody can be seen doing, after “you can”: “turn a request into a sentence with a number”.',
  ),
  pages: z.array(pageId).min(1).describe('The pages to do it with, on real work.'),
  try: prose.describe('A safe first try.'),
  with: line.describe('Who to do it with, by role.'),
  evidence: prose.describe('What proves it: a thing that exists afterwards.'),
  opens: z
    .array(slug)
    .default([])
    .describe(
      'Abilities of this pathway that this one opens. Several make a branch. What several open is suggested after any one of them; nothing is ever locked. Without it, the next one in the list follows.',
    ),
  or: z
    .array(slug)
    .default([])
    .describe(
      'Abilities of this pathway that serve as well: whoever does one of them alone is not sent to this one.',
    ),
});
export type Ability = z.infer<typeof ability>;

/** A pathway answers "what should I be able to do next?" for one role. */
export const pathway = z.strictObject({
  ...pageFields,
  role: slug.describe('The role it is for.'),
  start: pageId
    .regex(/^decision-tools\//, 'the id of a decision tool, such as "decision-tools/which-stage"')
    .optional()
    .describe('A decision tool that asks what the reader has done, and tells the stage to begin with.'),
  path: z
    .array(
      z.strictObject({
        stage: slug.describe('novice, practitioner or expert.'),
        can: line.describe('The stage in one sentence, after “you can”.'),
        abilities: z.array(ability).min(1).describe('What can be seen at this stage.'),
      }),
    )
    .min(1)
    .describe('The stages, in order.'),
});
export type Pathway = z.infer<typeof pathway>;
