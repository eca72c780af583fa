/** `npm run format`: lays the code out. What people wrote in `content/` is never touched by a machine. */
import { runCommand } from './command.ts';
import { formatted, runTool } from './tools.ts';

await runCommand(import.meta, async () => {
  const mode = process.argv.includes('--check') ? '--check' : '--write';
  process.exitCode = await runTool('prettier', [mode, ...formatted], { show: true }).then(({ code }) => code);
});
