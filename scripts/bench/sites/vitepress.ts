/** A VitePress site with its default theme and its local search, which is MiniSearch. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { generatedTerms, type GeneratedPage } from '../corpus.ts';
import { paragraphs, writeBody, writeFacts, writeTerms, type Marks } from '../markup.ts';
import type { Site } from './site.ts';

/** @param peers the folder that the peers are installed in */
export function vitepressSite(peers: string): Site {
  return {
    name: 'VitePress',
    folder: path.join(peers, 'vitepress'),
    pagesFolder: 'job-aids',
    pageFile: ({ slug }) => `${slug}.md`,
    pageText: writePage,
    otherFiles: () => files,
    leftovers: ['.vitepress/dist', '.vitepress/cache', 'node_modules'],
    build: [[path.join(peers, 'node_modules/vitepress/bin/vitepress.js'), 'build']],
    output: '.vitepress/dist',
    builtPage: ({ slug }) => `job-aids/${slug}.html`,
    indexedPages,
  };
}

const marks: Marks = {
  trap: (text) => `::: warning\n${text}\n:::`,
  novice: (text) => `**First time:** ${text}`,
  expert: (text) => text,
  example: (text) => `::: info Example\n${text}\n:::`,
  term: ({ term }) => `[${term.toLowerCase()}](/references/words)`,
  critical: '**Don’t skip.**',
  href: (slug) => `/job-aids/${slug}`,
};

function writePage(page: GeneratedPage): string {
  const { title, summary: description } = page;
  return paragraphs([
    `---\n${stringify({ title, description })}---`,
    `# ${title}`,
    description,
    writeFacts(page),
    writeBody(page, marks),
    `**Done when:** ${page.doneWhen}\n`,
  ]);
}

/** The index is a script that holds the address of every section: `/job-aids/x.html#do-it`. */
async function indexedPages(output: string): Promise<number> {
  const chunks = path.join(output, 'assets', 'chunks');
  const name = (await readdir(chunks)).find((file) => file.startsWith('@localSearchIndexroot'));
  const text = name ? await readFile(path.join(chunks, name), 'utf8') : '';
  return new Set([...text.matchAll(/"\/(job-aids\/[^"#\\]+)/g)].map(([, address]) => address)).size;
}

const files = new Map([
  [
    '.vitepress/config.mjs',
    `import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Bench',
  themeConfig: {
    search: { provider: 'local' },
    sidebar: [{ text: 'Words', link: '/references/words' }],
  },
});
`,
  ],
  ['index.md', '---\ntitle: All pages\n---\n\n# All pages\n\nSearch for what you need.\n'],
  [
    'references/words.md',
    `---\ntitle: Words\ndescription: The words that the pages use.\n---\n\n# Words\n\n${writeTerms(generatedTerms)}\n`,
  ],
]);
