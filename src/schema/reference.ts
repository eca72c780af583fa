import { z } from 'astro/zod';
import { pageFields } from './page.ts';
import { line, prose, slug } from './values.ts';

/** A word that `<Term id>` explains in place and that the glossary lists. */
export const term = z.strictObject({
  id: slug.describe('What `<Term id="…">` names.'),
  term: line.describe('The word as people say it.'),
  means: prose.describe('What it means here, in one or two plain sentences.'),
  also: z.array(line).default([]).describe('Other words for the same thing.'),
});
export type Term = z.infer<typeof term>;

/** A reference answers "what is this, exactly?". */
export const reference = z.strictObject({
  ...pageFields,
  terms: z
    .array(term)
    .default([])
    .describe('For a glossary: its terms. They are listed below the body, A to Z.'),
});
export type Reference = z.infer<typeof reference>;
