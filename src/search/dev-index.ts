/** The same search while pages are being written: Astro's dev server answers from an index in memory. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as pagefind from 'pagefind';
import { answersOf } from './write-answers.ts';
import { isServed, makeIndex, readLibrary } from './write-index.ts';

type Files = Map<string, Uint8Array>;

/** After the last of several changes: an editor that saves all files starts one rebuild. */
const rest = 300;

export function devSearch(): AstroIntegration {
  let root = '';
  let base = '/';
  return {
    name: 'sidekick:dev-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base;
      },
      'astro:server:setup': ({ server, logger }) => {
        const index = new LiveIndex(root, logger);
        const content = path.join(root, 'content') + path.sep;
        server.watcher.on('all', (_, file) => {
          if (path.resolve(file).startsWith(content)) index.rebuildSoon();
        });
        server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
          const file = fileOf(request.url ?? '', base);
          if (file === undefined) return next();
          void index.answer(file, response);
        });
      },
      'astro:server:done': async () => {
        await pagefind.close();
      },
    },
  };
}

/** The server takes the base path off before some handlers and not before others. */
function fileOf(url: string, base: string): string | undefined {
  const { pathname } = new URL(url, 'http://localhost');
  const below = base.replace(/\/$/, '');
  const file =
    below && pathname.startsWith(`${below}/`) ? pathname.slice(below.length + 1) : pathname.slice(1);
  return /^(pagefind|answers)\//.test(file) ? file : undefined;
}

class LiveIndex {
  readonly #root: string;
  readonly #logger: AstroIntegrationLogger;
  /** What is answered; made on the first request. */
  #files: Promise<Files> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(root: string, logger: AstroIntegrationLogger) {
    this.#root = root;
    this.#logger = logger;
  }

  rebuildSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#files) this.#rebuild(this.#files);
    }, rest);
  }

  /** A page that can't be read leaves the others searchable; a content folder that can't be read leaves the last index. */
  #rebuild(last: Promise<Files>): void {
    this.#files = this.#make().catch((error: unknown) => {
      this.#logger.warn(`The search still answers from before: ${String(error)}`);
      return last;
    });
  }

  async #make(): Promise<Files> {
    const { library, refused } = await readLibrary(this.#root);
    if (!library) throw new Error('the settings or the words can’t be read');
    if (refused > 0)
      this.#logger.warn(`The search leaves out the pages that the check refuses (${refused} findings).`);
    const index = await makeIndex(library);
    const { files, errors } = await index.getFiles();
    await index.deleteIndex();
    if (errors.length > 0) throw new Error(errors.join('; '));
    const entry = Buffer.from(
      files.find(({ path: name }) => name === 'pagefind-entry.json')!.content,
    ).toString('utf8');
    const answers = [...answersOf(library)].map(
      ([file, text]) => [file, new TextEncoder().encode(text)] as const,
    );
    return new Map([
      ...answers,
      ...files
        .filter((file) => isServed(file.path, entry))
        .map((file) => [`pagefind/${file.path}`, file.content] as const),
    ]);
  }

  async answer(name: string, response: ServerResponse): Promise<void> {
    this.#files ??= this.#make();
    const files = await this.#files.catch((error: unknown) => {
      this.#logger.error(`No search: ${String(error)}`);
      this.#files = undefined;
    });
    const content = files?.get(name);
    response.statusCode = content ? 200 : 404;
    response.setHeader('Content-Type', contentType(name));
    response.setHeader('Cache-Control', 'no-store');
    response.end(content);
  }
}

function contentType(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream';
}
