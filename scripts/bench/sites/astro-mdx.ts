/** A plain Astro site with `@astrojs/mdx`, as its guide builds one: a collection, a layout, a list; Pagefind after it. */
import path from 'node:path';
import { stringify } from 'yaml';
import { generatedTerms, type GeneratedPage } from '../corpus.ts';
import { paragraphs, writeBody, writeFacts, writeTerms, type Marks } from '../markup.ts';
import { peerProgram, peerTsconfig } from './peers.ts';
import type { Site } from './site.ts';

/** @param peers the folder that the peers are installed in */
export function astroMdxSite(peers: string): Site {
  const folder = path.join(peers, 'astro-mdx');
  return {
    name: 'Astro + MDX',
    folder,
    pagesFolder: 'src/content/pages/job-aids',
    pageFile: ({ slug }) => `${slug}.mdx`,
    pageText: writePage,
    otherFiles: () => files,
    leftovers: ['dist', '.astro', 'node_modules'],
    build: [
      [peerProgram(peers, 'astro'), 'build'],
      [peerProgram(peers, 'pagefind'), '--site', 'dist'],
    ],
    output: 'dist',
    builtPage: ({ slug }) => `job-aids/${slug}/index.html`,
  };
}

const marks: Marks = {
  trap: (text) => `> **Trap:** ${text}`,
  novice: (text) => `**First time:** ${text}`,
  expert: (text) => text,
  example: (text) => `> ${text}`,
  term: ({ term }) => `[${term.toLowerCase()}](/references/words/)`,
  critical: '**Don’t skip.**',
  href: (slug) => `/job-aids/${slug}/`,
};

function writePage(page: GeneratedPage): string {
  const { title, summary } = page;
  return paragraphs([
    `---\n${stringify({ title, summary })}---`,
    writeFacts(page),
    writeBody(page, marks),
    `**Done when:** ${page.doneWhen}\n`,
  ]);
}

const files = new Map([
  ['tsconfig.json', peerTsconfig],
  [
    'astro.config.mjs',
    `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://bench.example.org', integrations: [mdx()] });
`,
  ],
  [
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const pages = defineCollection({
  loader: glob({ base: './src/content/pages', pattern: '**/*.mdx' }),
  schema: z.object({ title: z.string(), summary: z.string() }),
});
export const collections = { pages };
`,
  ],
  [
    'src/layouts/Base.astro',
    `---
const { title, summary } = Astro.props;
---
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
    <meta name="description" content={summary} />
  </head>
  <body>
    <header><a href="/">All pages</a></header>
    <main data-pagefind-body>
      <h1>{title}</h1>
      <p>{summary}</p>
      <slot />
    </main>
  </body>
</html>
<style is:global>
  body { max-width: 44rem; margin: auto; font: 1.1rem/1.5 system-ui; }
  td, th { border-bottom: 1px solid; padding: 0.25rem 0.5rem; }
</style>
`,
  ],
  [
    'src/pages/[...slug].astro',
    `---
import { getCollection, render } from 'astro:content';
import Base from '../layouts/Base.astro';

export async function getStaticPaths() {
  const pages = await getCollection('pages');
  return pages.map((page) => ({ params: { slug: page.id }, props: { page } }));
}
const { page } = Astro.props;
const { Content } = await render(page);
---
<Base {...page.data}><Content /></Base>
`,
  ],
  [
    'src/pages/index.astro',
    `---
import { getCollection } from 'astro:content';
import Base from '../layouts/Base.astro';

const pages = await getCollection('pages');
---
<Base title="All pages" summary="Every page there is.">
  <ul>{pages.map(({ id, data }) => <li><a href={\`/\${id}/\`}>{data.title}</a></li>)}</ul>
</Base>
`,
  ],
  [
    'src/content/pages/references/words.mdx',
    `---\ntitle: Words\nsummary: The words that the pages use.\n---\n\n${writeTerms(generatedTerms)}\n`,
  ],
]);
