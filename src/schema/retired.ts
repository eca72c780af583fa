import { z } from 'astro/zod';
import { day, line, pageId, slug } from './values.ts';

/**
 * A page that is gone. Its address stays: with `to` it leads on (the page was merged or moved), without it a stop page says
 * why nobody should do what the page said.
 */
export const retiredPage = z.strictObject({
  id: pageId.describe('The id that the page had.'),
  title: line.describe('The title that it had.'),
  on: day.describe('The day it was retired.'),
  why: line.describe('Why, as one sentence for somebody who still has the old page in hand.'),
  to: pageId.optional().describe('The page that took its place: the old address leads there.'),
  instead: z.array(pageId).default([]).describe('For a withdrawn page: pages that help with the same task.'),
  aliases: z.array(slug).default([]).describe('The short addresses it had; they never die either.'),
});
export type RetiredPage = z.infer<typeof retiredPage>;

/** `content/retired.yaml`, written by `npm run retire`. */
export const retired = z.array(retiredPage);
