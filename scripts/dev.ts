/** `npm run dev`: serves the pages from their sources; an edited page shows at once. */
import { endOnSignal, projectRoot, readPort, runCommand } from './command.ts';

await runCommand(import.meta, async () => {
  endOnSignal();
  const port = readPort();
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
  // Astro may put itself in the background when it believes that an agent runs it.
  process.env.ASTRO_DEV_BACKGROUND = '0';
  const { dev } = await import('astro');
  const server = await dev({ root: projectRoot, logLevel: 'warn', server: { host: '127.0.0.1', port } });
  if (server.address.port !== port) console.log(`Port ${port} is taken; the next free one is used.`);
  const [address] = server.resolvedUrls.local;
  console.log(`Sidekick is at ${address?.replace('127.0.0.1', 'localhost')}\nCtrl-C ends it.`);
});
