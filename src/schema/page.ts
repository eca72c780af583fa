/** What every page says about itself, whatever its type. */
import { z } from 'astro/zod';
import { day, line, pageId, period, prose, slug } from './values.ts';

export const review = z.strictObject({
  by: slug.describe('Who reviewed the page: an id from people.yaml.'),
  on: day.describe('The day of the review.'),
  every: period.describe('How long a review holds before the page is due again.'),
  of: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'the sixteen characters that `npm run review` writes; never typed by hand')
    .describe(
      'Fingerprint of all that the reader sees. `npm run review` writes it; editing the page voids it.',
    ),
});

/** Fields that every page type has. Each description speaks to the author. */
export const pageFields = {
  title: line.max(80).describe('The task, question or thing in the reader’s words. At most 80 characters.'),
  summary: line
    .max(180)
    .describe('One sentence that says what the page gives. Shown in search results. At most 180 characters.'),
  roles: z.array(slug).min(1).describe('Who needs it: ids from taxonomy/roles.yaml.'),
  stages: z.array(slug).min(1).describe('For whom at this task: novice, practitioner, expert.'),
  topics: z
    .array(slug)
    .min(1)
    .describe('What it is about: ids from taxonomy/topics.yaml, the main one first.'),
  moments: z.array(slug).min(1).describe('When it is needed: ids from taxonomy/moments.yaml.'),
  asks: z
    .array(line)
    .min(3)
    .describe(
      'How people ask for it, in the words they type, slang and wrong words included. At least three.',
    ),
  next: z.array(pageId).default([]).describe('Pages that come next, the likeliest first.'),
  owner: slug.describe('Who answers for the page: an id from taxonomy/people.yaml.'),
  review: review.optional().describe('The last review. Written by `npm run review`.'),
  changes: z
    .array(
      z.strictObject({
        on: day.describe('The day of the change.'),
        what: prose.describe('What is different for the reader.'),
      }),
    )
    .default([])
    .describe('What changed for the reader, the newest first.'),
  credit: z
    .array(line.max(60))
    .default([])
    .describe('People who helped and agreed to be named on the page, as they want to be named.'),
  aliases: z.array(slug).default([]).describe('Short addresses: `gap` makes /go/gap/. They never die.'),
  contexts: z
    .array(line)
    .default([])
    .describe('Places in other tools where this page is the right help: ids from taxonomy/contexts.yaml.'),
};
