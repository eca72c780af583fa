/** `npm start`: checks the content, builds the site and serves it. */
import { buildSite } from './build.ts';
import { endOnSignal, projectRoot, readPort, runCommand } from './command.ts';
import { serveSite } from './serve.ts';

await runCommand(import.meta, async () => {
  endOnSignal();
  const port = readPort();
  const { base } = await buildSite({ root: projectRoot });
  await serveSite(projectRoot, base, port);
});
