/** One page of every kind of the built site, for tests that must hold on each. */
import { globSync, statSync } from 'node:fs';
import path from 'node:path';

const dist = path.resolve(import.meta.dirname, '../dist');
const sizeOf = (file: string) => statSync(path.join(dist, file)).size;

/** Folder of `dist` → its longest page, without slashes at the ends: `job-aids` → `job-aids/find-the-cause-of-a-gap`. */
export const kinds = new Map(
  globSync(['*/index.html', '*/*/index.html'], { cwd: dist, exclude: ['go/**'] })
    .sort((a, b) => sizeOf(a) - sizeOf(b))
    .map((file) => [file.replace(/\/[^/]+\/index\.html$/, ''), path.dirname(file)]),
);
