/** A Starlight site as its starter makes one, with its own search, and with a sidebar of one link. */
import path from 'node:path';
import { stringify } from 'yaml';
import { generatedTerms, type GeneratedPage } from '../corpus.ts';
import { paragraphs, writeBody, writeFacts, writeTerms, type Marks } from '../markup.ts';
import { peerProgram, peerTsconfig } from './peers.ts';
import type { Site } from './site.ts';

/**
 * @param peers the folder that the peers are installed in
 * @param ending of the pages' files: Starlight keeps what it made of `.md`, and compiles every `.mdx` anew
 */
export function starlightSite(peers: string, ending: 'mdx' | 'md'): Site {
  return {
    name: `Starlight .${ending}`,
    folder: path.join(peers, `starlight-${ending}`),
    pagesFolder: 'src/content/docs/job-aids',
    pageFile: ({ slug }) => `${slug}.${ending}`,
    pageText: writePage,
    otherFiles: () => files,
    leftovers: ['dist', '.astro', 'node_modules'],
    build: [[peerProgram(peers, 'astro'), 'build']],
    output: 'dist',
    builtPage: ({ slug }) => `job-aids/${slug}/index.html`,
  };
}

const marks: Marks = {
  trap: (text) => `:::caution\n${text}\n:::`,
  novice: (text) => `**First time:** ${text}`,
  expert: (text) => text,
  example: (text) => `:::note[Example]\n${text}\n:::`,
  term: ({ term }) => `[${term.toLowerCase()}](/references/words/)`,
  critical: '**Don’t skip.**',
  href: (slug) => `/job-aids/${slug}/`,
};

function writePage(page: GeneratedPage): string {
  const frontmatter = stringify({ title: page.title, description: page.summary });
  return paragraphs([
    `---\n${frontmatter}---`,
    page.summary,
    writeFacts(page),
    writeBody(page, marks),
    `**Done when:** ${page.doneWhen}\n`,
  ]);
}

const files = new Map([
  ['tsconfig.json', peerTsconfig],
  [
    'astro.config.mjs',
    `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://bench.example.org',
  integrations: [starlight({ title: 'Bench', sidebar: [{ label: 'Words', link: '/references/words/' }] })],
});
`,
  ],
  [
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  ],
  ['src/content/docs/index.mdx', '---\ntitle: All pages\n---\n\nSearch for what you need.\n'],
  [
    'src/content/docs/references/words.mdx',
    `---\ntitle: Words\ndescription: The words that the pages use.\n---\n\n${writeTerms(generatedTerms)}\n`,
  ],
]);
