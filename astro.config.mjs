import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { devComposing } from './src/checks/dev-compose.ts';
import { devSearch } from './src/search/dev-index.ts';

// Name, address and base path are the owner's: they stand in content/site.yaml and nowhere else.
const site = parse(readFileSync(new URL('./content/site.yaml', import.meta.url), 'utf8'));

/** Code samples are highlighted in the build only. */
const plainCodeInBrowser = {
  name: 'sidekick:plain-code-in-browser',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: (id) =>
    id === 'lowlight'
      ? fileURLToPath(new URL('./src/client/compose/plain-code.ts', import.meta.url))
      : undefined,
};

/** `sidekick:words/do` is that group of the interface's words: what a script needs later comes with the script, and no page carries it. */
const wordsInBrowser = {
  name: 'sidekick:words-in-browser',
  resolveId: (id) => (id.startsWith('sidekick:words/') ? `\0${id}` : undefined),
  load(id) {
    const group = /^\0sidekick:words\/(\w+)$/.exec(id)?.[1];
    if (!group) return undefined;
    const file = fileURLToPath(new URL(`./content/words/${site.language}.yaml`, import.meta.url));
    this.addWatchFile(file);
    return `export default ${JSON.stringify(parse(readFileSync(file, 'utf8'))[group])}`;
  },
};

export default defineConfig({
  site: site.address,
  base: site.base,
  trailingSlash: 'always',
  // The policy allows no inline style and no inline script, so nothing is inlined.
  build: { inlineStylesheets: 'never', assets: 'assets' },
  vite: {
    build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
    plugins: [plainCodeInBrowser, wordsInBrowser],
  },
  devToolbar: { enabled: false },
  experimental: { incrementalBuild: true },
  integrations: [mdx(), devSearch(), devComposing()],
});
