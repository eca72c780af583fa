/** `npm run preview`: serves the site as the last build left it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readSettings } from '../src/content/read.ts';
import { endOnSignal, projectRoot, readPort, Refusal, runCommand } from './command.ts';
import { serveSite } from './serve.ts';
import { mendSwap } from './staging.ts';

await runCommand(import.meta, async () => {
  endOnSignal();
  const port = readPort();
  await mendSwap(projectRoot);
  if (!existsSync(path.join(projectRoot, 'dist'))) {
    throw new Refusal(
      'Nothing is built yet: there is no dist/. Run `npm run build` first, or `npm start` for both.',
    );
  }
  const { settings } = await readSettings(projectRoot);
  await serveSite(projectRoot, settings?.site.base ?? '/', port);
});
