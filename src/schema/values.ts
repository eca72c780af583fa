/** The small values that several page types share: a slug, an id, a date, a length of time. */
import { z } from 'astro/zod';
import { isDay } from './day.ts';

export { isDay };

/** Lower-case words joined by hyphens: the name of a file, an alias, a role, a term. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'lower-case letters, digits and single hyphens, such as "state-the-problem"',
  );

/** A page's id: its path below `content/` without the ending, such as `job-aids/state-the-problem`. */
export const pageId = z
  .string()
  .regex(
    /^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/,
    'the id of a page: its folder and file name without the ending, such as "job-aids/state-the-problem"',
  );

/** One line of plain text: no line break, nothing at the edges, not empty. */
export const line = z
  .string()
  .regex(/^\S(.*\S)?$/, 'one line of text that is not empty and has no spaces at its ends');

/** A few sentences of plain text. */
export const prose = z.string().trim().min(1, 'some text');

/**
 * A calendar day as text, `YYYY-MM-DD`. The text itself is tested, because a YAML parser that turns
 * text into dates reads 2026-02-30 as the second of March.
 */
export const day = z
  .string({ error: 'a day written as YYYY-MM-DD' })
  .refine(isDay, 'a day that exists, written as YYYY-MM-DD, such as 2026-11-20');

/** How long something lasts or how often it comes back: `6 months`, `2 weeks`, `1 year`. */
export const period = z
  .string()
  .regex(/^[1-9]\d* (days?|weeks?|months?|years?)$/, 'a number and a unit, such as "6 months"');

/** A condition or a sum over answers and values; `src/decisions/parse.ts` reads it. */
export const formula = z.string().regex(/^\S(.*\S)?$/, 'a formula on one line, such as people > 50');

/** A number, a day or a formula, as text. */
export const amount = z
  .union([z.number(), z.boolean(), z.string().regex(/^\S(.*\S)?$/)], {
    error: 'a number, a day, or a formula on one line',
  })
  .transform(String);
