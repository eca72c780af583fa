/**
 * The one fixture of the browser tests. It serves the built site, and fails every test in which a page writes an error,
 * breaks the policy, or asks another host for anything.
 */
import path from 'node:path';
import { test as playwright, type BrowserContext, type ConsoleMessage, type Request } from 'playwright/test';
import { projectRoot } from '../scripts/command.ts';
import { serveFolder, type ServedFolder } from '../scripts/serve.ts';
import { readSettings } from '../src/content/read.ts';
import { build, scratchSite, type ScratchSite } from './built/scratch-site.ts';

export { expect } from 'playwright/test';

/** What a worker shares. */
interface Site {
  /**
   * Where the site stands. Without it `dist` is served as it was built; `test.use({ base: '/kb/' })` at the top of a spec
   * builds the project once more, below that path.
   */
  base: string | undefined;
  /** Pages beside the shipped ones: path from the root → text. The project is built once more with them. */
  beside: Record<string, string> | undefined;
  /** The folder of the project whose `dist` is served. */
  project: string;
  server: ServedFolder;
}

/** What each test gets without asking. */
interface Guard {
  /** What went wrong on the pages so far. A test that provokes an error on purpose empties it. */
  troubles: string[];
}

/** Playwright's `test` on the built site: `page.goto('./')` is its home, wherever the base path puts it. */
export const test = playwright.extend<Guard, Site>({
  base: [undefined, { option: true, scope: 'worker' }],
  beside: [undefined, { option: true, scope: 'worker' }],
  project: [
    async ({ base, beside }, use) => {
      if (base === undefined && !beside) return use(projectRoot);
      const other = await otherProject(base, beside ?? {});
      await use(other.root);
      await other.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  server: [
    async ({ project }, use) => {
      const { settings } = await readSettings(project);
      const server = await serveFolder({ folder: path.join(project, 'dist'), base: settings?.site.base });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.address),
  troubles: [
    async ({ context, server }, use) => {
      const troubles = await collectTroubles(context, new URL(server.address).origin);
      await use(troubles);
      playwright.expect(troubles, 'errors, policy violations and foreign requests').toEqual([]);
    },
    { auto: true },
  ],
});

/** The same pages built below a path, as an owner would do it: with one line of `content/site.yaml`; or with others beside them. */
async function otherProject(base: string | undefined, beside: Record<string, string>): Promise<ScratchSite> {
  const scratch = await scratchSite();
  if (base !== undefined) await scratch.edit('content/site.yaml', /^base: .*$/m, `base: ${base}`);
  for (const [file, text] of Object.entries(beside)) await scratch.write(file, text);
  await build(scratch.root);
  return scratch;
}

async function collectTroubles(context: BrowserContext, origin: string): Promise<string[]> {
  const troubles: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`Policy violation: ${effectiveDirective} ${blockedURI}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !isMissingPage(message))
      troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => troubles.push(`script: ${error.error().message}`));
  context.on('request', (request) => {
    if (isForeign(request, origin)) troubles.push(`foreign request: ${request.url()}`);
  });
  return troubles;
}

/** Chromium writes an error for a page that is not there; showing the site's 404 page is no trouble. */
function isMissingPage(message: ConsoleMessage): boolean {
  return (
    message.text().startsWith('Failed to load resource') && message.location().url === message.page()?.url()
  );
}

function isForeign(request: Request, origin: string): boolean {
  return /^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== origin;
}
