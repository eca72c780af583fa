/** The same addresses while pages are being written: Astro's dev server answers from the files as they are now. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readPages, readSettings } from '../content/read.ts';
import { pageOptions } from '../content/settings.ts';
import { makeLibrary, type Library } from '../model/library.ts';
import { pathwayFacts } from '../model/pathway-facts.ts';
import { contentFiles, draftContext } from './write-compose.ts';

export function devComposing(): AstroIntegration {
  let root = '';
  return {
    name: 'sidekick:dev-composing',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
          const { pathname } = new URL(request.url ?? '', 'http://localhost');
          const source = /\/source\/([a-z-]+\/[a-z0-9-]+\.mdx)$/.exec(pathname)?.[1];
          if (source) void answer(response, readFile(path.join(root, 'content', source), 'utf8'));
          else if (pathname.endsWith('/api/check.json')) void answer(response, currentContext(root));
          else if (pathname.endsWith('/api/pathways.json')) void answer(response, currentPathways(root));
          else next();
        });
      },
    },
  };
}

async function currentContext(root: string): Promise<string> {
  return JSON.stringify(draftContext(await currentLibrary(root), await contentFiles(root)));
}

async function currentPathways(root: string): Promise<string> {
  return JSON.stringify(pathwayFacts(await currentLibrary(root)));
}

/** Pages that are refused are left out, as they are left out of the site. */
async function currentLibrary(root: string): Promise<Library> {
  const { settings } = await readSettings(root);
  if (!settings) throw new Error('the settings or the words can’t be read');
  const { pages } = await readPages(root, pageOptions(settings));
  return makeLibrary(pages, settings);
}

async function answer(response: ServerResponse, text: Promise<string>): Promise<void> {
  const body = await text.catch(() => undefined);
  response.statusCode = body === undefined ? 404 : 200;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(body);
}
