import { z } from 'astro/zod';
import { line, prose } from './values.ts';

const https = z.url({ protocol: /^https$/, error: 'an address that starts with https://' });

/** One way to a person. `none` shows the text ready to copy. */
const channel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mail'), to: z.email() }),
  z.strictObject({
    kind: z.literal('form'),
    address: https,
    field: line.describe('Name of the form field that takes the text.'),
  }),
  z.strictObject({ kind: z.literal('chat'), address: https }),
  z.strictObject({ kind: z.literal('issue') }),
  z.strictObject({ kind: z.literal('none') }),
]);
export type Channel = z.infer<typeof channel>;

/** `content/site.yaml`: the name, the address, the repository, the channels. All an owner has to change. */
export const site = z.strictObject({
  name: line.max(30).describe('The name, shown on every page.'),
  tagline: line.max(120).describe('One line for results of other search engines; not shown on pages.'),
  address: https.describe('Where the site will stand: https://help.example.org'),
  base: z
    .string()
    .regex(/^\/([a-z0-9-]+\/)*$/, 'a path that starts and ends with a slash, such as "/" or "/kb/"')
    .default('/')
    .describe('The path below the address, “/” or “/kb/”.'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('en')
    .describe('Language of pages and words: the name of a file in content/words/.'),
  repository: z
    .strictObject({
      host: z.enum(['github', 'gitlab', 'forgejo']),
      address: https.describe('The repository’s page.'),
      branch: line.default('main'),
    })
    .optional()
    .describe('Where the pages are edited. Without it pages offer the channel instead.'),
  channels: z.strictObject({
    report: channel.describe('Where reports, requests and drafts go.'),
  }),
  promise: z.strictObject({
    days: z.int().min(1).max(60).describe('Within how many working days somebody answers.'),
    who: line.describe('Who answers.'),
  }),
  examples: z
    .array(line.max(48))
    .length(3)
    .describe('Three searches, in workers’ words, offered on the home page.'),
  home: z.strictObject({
    tasks: z
      .array(
        z.strictObject({
          topic: line,
          pages: z.array(line).max(3).describe('The three pages most needed in this group.'),
        }),
      )
      .max(12)
      .describe('The groups of tasks on the home page.'),
  }),
  licence: z
    .strictObject({ name: line, address: https, text: prose })
    .describe('The licence of the content.'),
});
export type Site = z.infer<typeof site>;
