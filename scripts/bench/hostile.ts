/** What the worst pages cost that fit into the largest file: each checked by itself, in a process of its own. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hostileShapes } from './hostile-pages.ts';
import type { Line, Measurement, Wish } from './measurement.ts';
import { costOf } from './program.ts';

export const hostileMeasurement: Measurement = {
  name: 'hostile',
  about:
    'one page of 250 KB made to keep the check busy, a process a shape; work of the processor and most memory held at once',
  measure,
};

/** In seconds, and in megabytes. */
const budgets = { seconds: 10, megabytes: 1000 };

async function measure(wish: Wish): Promise<Line[]> {
  const folder = path.join(wish.scratch, 'hostile');
  await mkdir(folder, { recursive: true });
  const valid = await readFile(
    path.join(wish.root, 'src/checks/fixtures/project/content/job-aids/count-the-cases.mdx'),
    'utf8',
  );
  const lines: Line[] = [];
  for (const [name, make] of Object.entries(hostileShapes)) {
    const file = path.join(folder, `${name.replaceAll(' ', '-')}.mdx`);
    await writeFile(file, make(valid));
    const { seconds, usage } = await costOf([['scripts/bench/read-page.ts', file]], wish.root);
    // Others may be at work on the machine; where the system does not tell, the clock has to do.
    const spent = usage?.processor ?? seconds;
    wish.say(`  ${name}: ${spent.toFixed(2)} s${usage ? `, ${Math.round(usage.megabytes)} MB` : ''}`);
    lines.push({
      what: name,
      pages: 1,
      unit: 's',
      ours: spent,
      budget: { of: 'ours', most: budgets.seconds },
    });
    if (usage)
      lines.push({
        what: name,
        pages: 1,
        unit: 'MB',
        ours: usage.megabytes,
        budget: { of: 'ours', most: budgets.megabytes },
      });
  }
  return lines;
}
