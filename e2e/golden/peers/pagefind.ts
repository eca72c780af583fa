/** Raw Pagefind: our documents, its own ranking, one search a query. Its engine is made for browsers and runs here as well. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Library } from '../../../src/model/library.ts';
import { writeIndex } from '../../../src/search/write-index.ts';
import type { Engine } from '../engine.ts';

/** What it takes to start `pagefind.js`. */
interface Starts {
  options(options: object): Promise<void>;
  init(): Promise<void>;
}

/** What is used of it. */
interface Pagefind extends Starts {
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

const most = 10;

export async function makePagefind(library: Library): Promise<Engine> {
  const { pagefind, close } = await startPagefind<Pagefind>(library);
  return {
    name: 'Pagefind',
    async find(query) {
      const { results } = await pagefind.search(query);
      const pages = await Promise.all(results.slice(0, most).map((result) => result.data()));
      return pages.map(({ url }) => url.replace(/^.*?([\w-]+\/[\w-]+)\/$/, '$1'));
    },
    close,
  };
}

/** Writes the index of a library and starts Pagefind over it. */
export async function startPagefind<Module extends Starts>(
  library: Library,
): Promise<{ pagefind: Module; close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sidekick-pagefind-'));
  await writeIndex({ library, folder });
  // It fetches the parts of its index; Node fetches no files.
  const server = await serve(folder);
  const { port } = server.address() as AddressInfo;
  const pagefind = (await import(pathToFileURL(path.join(folder, 'pagefind.js')).href)) as Module & {
    destroy(): Promise<void>;
  };
  await pagefind.options({ basePath: `http://127.0.0.1:${port}/` });
  await pagefind.init();
  return {
    pagefind,
    async close() {
      await pagefind.destroy();
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    readFile(path.join(folder, pathname)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  // A connection that is closed just as it is used again would look like a lost network.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
