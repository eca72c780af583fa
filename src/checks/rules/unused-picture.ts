import { isPageType } from '../../schema/index.ts';
import { promisedKind, tinyPng } from '../pictures.ts';
import type { Rule } from '../rule.ts';

export const unusedPicture: Rule = {
  id: 'unused-picture',
  family: 'pictures',
  says: 'Every picture is shown on a page.',
  reason:
    'A picture that no page shows is kept up by nobody, and the next editor takes it for the right one.',
  mend: 'Show it with <Figure src="./card.png" alt="…" />, or delete the file.',
  examples: {
    bad: [
      {
        note: 'A picture that no page shows',
        beside: { 'content/job-aids/card.png': tinyPng },
        at: { file: 'content/job-aids/card.png', line: 1 },
      },
      {
        note: 'A picture in the folder of another type',
        body: '![A card](./card.png)',
        beside: { 'content/job-aids/card.png': tinyPng, 'content/references/card.png': tinyPng },
        at: { file: 'content/references/card.png', line: 1 },
      },
    ],
    ok: [
      { body: '<Figure src="card.png" alt="A card" />', beside: { 'content/job-aids/card.png': tinyPng } },
    ],
  },
  project({ entries, pages, known }) {
    const shown = new Set(
      pages.flatMap(({ file, refs }) => {
        const folder = folderOf(file);
        return refs
          .filter(({ kind }) => kind === 'picture')
          .map(({ to }) => `${folder}/${to.replace(/^\.\//, '')}`);
      }),
    );
    // A page that was refused may show it: nobody can tell.
    const unread = known.files.filter((file) => file.endsWith('.mdx')).map(folderOf);
    return entries
      .filter(
        ({ path, kind }) => kind === 'file' && promisedKind(path) && isPageType(path.split('/')[1] ?? ''),
      )
      .filter(({ path }) => !shown.has(path) && !unread.some((folder) => path.startsWith(`${folder}/`)))
      .map(({ path: file }) => ({
        file,
        line: 1,
        column: 1,
        found: 'a picture that no page shows',
        expected: 'a page beside it that shows it',
      }));
  },
};

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}
