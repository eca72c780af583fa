/** The shapes of the files in `content/taxonomy/`: the facts that pages point to by id. */
import { z } from 'astro/zod';
import { line, slug } from './values.ts';

export const role = z.strictObject({
  id: slug,
  name: line.describe('“Team manager”.'),
  does: line.describe('What somebody in this role does, as one clause without a full stop.'),
});
export const stage = z.strictObject({
  id: z.enum(['novice', 'practitioner', 'expert']),
  name: line.describe('“Novice”.'),
  can: line.describe('What somebody at this stage can do at a task.'),
  needs: line.describe('What such a person needs from a page.'),
  switch: line.describe('What the switch on a page says: “Every step”.'),
});
export const topic = z.strictObject({
  id: slug,
  name: line.describe('A plain group of tasks: “Find out what is needed”.'),
  about: line.describe('One sentence on what belongs here.'),
});
export const moment = z.strictObject({
  id: slug,
  says: line.describe('The moment as a sentence: “It went wrong”.'),
  about: line.describe('One sentence on what helps then.'),
  home: z.boolean().default(true).describe('Whether the home page offers it on its first screen.'),
});
export const person = z.strictObject({
  id: slug,
  name: line.describe('A person, a group or a desk: “Performance practice group”.'),
  knows: line.describe('What to ask them about, as one clause without a full stop.'),
  ask: z
    .string()
    .regex(/^(mailto:|https:\/\/)\S+$/, 'an address that starts with mailto: or https://')
    .optional()
    .describe('Where to reach them. Without it the site’s own channel is used.'),
});
export const synonyms = z
  .array(z.array(line).min(2))
  .describe('Groups of words that mean the same to a searcher.');
export const context = z.strictObject({
  id: line.describe('A place in another tool: “hr-system/appraisal”.'),
  name: line.describe('What people call that place.'),
});

/** File name in `content/taxonomy/` (without `.yaml`) → shape of the file. */
export const taxonomyFiles = {
  roles: z.array(role).min(1),
  stages: z.array(stage).length(3),
  topics: z.array(topic).min(1),
  moments: z.array(moment).min(1),
  people: z.array(person).min(1),
  synonyms,
  contexts: z.array(context),
};
export type Taxonomy = { [File in keyof typeof taxonomyFiles]: z.infer<(typeof taxonomyFiles)[File]> };
export type Role = z.infer<typeof role>;
export type Stage = z.infer<typeof stage>;
export type Topic = z.infer<typeof topic>;
export type Moment = z.infer<typeof moment>;
export type Person = z.infer<typeof person>;
