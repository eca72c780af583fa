import { z } from 'astro/zod';
import { pageFields } from './page.ts';
import { day, line, prose } from './values.ts';

const finding = z.strictObject({
  says: prose.describe('What was found, with its numbers and its limits.'),
  source: line.describe('Author, year, title; or where it can be seen.'),
  address: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe('Where to read it, starting with https://.'),
});

export const verdicts = ['adopt', 'trial', 'assess', 'hold'] as const;

/** A technology page answers "is this real or hype?". */
export const technology = z.strictObject({
  ...pageFields,
  affords: z.array(line).min(2).describe('What it lets people do that they could not do before.'),
  replaces: z.array(line).min(1).describe('What it replaces or makes cheaper.'),
  evidence: z
    .strictObject({
      for: z.array(finding).min(1).describe('What speaks for it.'),
      against: z.array(finding).min(1).describe('What speaks against it, or is not known.'),
    })
    .describe('What is known about it, with sources.'),
  verdict: z
    .strictObject({
      call: z
        .enum(verdicts)
        .describe('adopt: use it; trial: try it on real work; assess: watch it; hold: don’t.'),
      on: day.describe('The day of the verdict.'),
      why: prose.describe('The reasons in two or three sentences.'),
      until: prose.describe('What would change the verdict.'),
    })
    .describe('What to do about it now.'),
});
export type Technology = z.infer<typeof technology>;
