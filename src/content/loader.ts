/** Astro's door to the content: one loader for a folder of pages, one for the settings. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { PageType } from '../schema/index.ts';
import { describeFindings } from './finding.ts';
import { inBatches, pageFiles, readerDigest, readPageFile, readSettings } from './read.ts';
import { pageOptions, type Settings } from './settings.ts';

/** Loads the pages of one type. A page that the gate refuses ends the build, whether the check ran before or not. */
export function pageLoader(type: PageType): Loader {
  return {
    name: `sidekick-${type}`,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const prefix = `content/${type}/`;
      const load = async () => {
        const options = pageOptions(await settingsOrThrow(root));
        const reader = await readerDigest(root);
        const files = (await pageFiles(root)).filter((file) => file.startsWith(prefix));
        const results = await inBatches(files, (file) => readPageFile(root, file, reader, options));
        const seen = new Set<string>();
        for (const { page, digest } of results) {
          if (!page) continue;
          seen.add(page.id);
          if (context.store.get(page.id)?.digest === digest) continue;
          context.store.set({ id: page.id, data: page as unknown as Record<string, unknown>, filePath: page.file, digest });
        }
        return { seen, findings: results.flatMap(({ findings }) => findings) };
      };

      const { seen, findings } = await load();
      if (findings.length > 0) throw new Error(describeFindings(findings));
      for (const id of context.store.keys()) if (!seen.has(id)) context.store.delete(id);
      watch(context, root, (file) => file.startsWith(prefix) || !/\.mdx?$/.test(file), async () => {
        const again = await load();
        if (again.findings.length > 0) return context.logger.error(`\n${describeFindings(again.findings)}`);
        for (const id of context.store.keys()) if (!again.seen.has(id)) context.store.delete(id);
      });
    },
  };
}

/** Loads everything an owner sets as one entry. */
export function settingsLoader(): Loader {
  return {
    name: 'sidekick-settings',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const load = async () => {
        const settings = await settingsOrThrow(root);
        context.store.set({ id: 'all', data: { ...settings }, digest: context.generateDigest(JSON.stringify(settings)) });
      };
      await load();
      watch(context, root, (file) => file.endsWith('.yaml'), load);
    },
  };
}

async function settingsOrThrow(root: string): Promise<Settings> {
  const { settings, findings } = await readSettings(root);
  if (!settings) throw new Error(describeFindings(findings));
  return settings;
}

/** In dev: calls `reload` when a file that matters changes. A finding is logged and the last good page stays. */
function watch({ watcher, logger }: LoaderContext, root: string, matters: (file: string) => boolean, reload: () => Promise<void>): void {
  if (!watcher) return;
  watcher.add(path.join(root, 'content'));
  watcher.on('all', (event, name) => {
    const file = path.relative(root, name).split(path.sep).join('/');
    if (!file.startsWith('content/') || event.endsWith('Dir') || !matters(file)) return;
    reload().catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
  });
}
