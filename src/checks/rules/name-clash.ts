import { tinyPng } from '../pictures.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Names that Windows keeps for devices, with whatever ending. */
const ofDevices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** In characters, from the project's root. Windows takes 260 with the folders above it. */
const longestPath = 180;

const named = (name: string, path = 'content/job-aids/') => ({
  body: `![A card](./${name})`,
  beside: { [`${path}${name}`]: tinyPng },
  at: { file: `${path}${name}`, line: 1 },
});

export const nameClash: Rule = {
  id: 'name-clash',
  family: 'files',
  says: 'Every file can be stored on every system, beside all others.',
  reason:
    'Windows and macOS hold Card.png and card.png for one file, and Windows knows no file called con. A project with such names can’t be fetched there, or loses one of the two.',
  mend: 'Rename the file in lower-case words joined by hyphens.',
  examples: {
    bad: [
      {
        note: 'Two pictures whose names differ by a capital',
        body: '![A card](./card.png)\n\n![Another card](./Card.png)',
        beside: { 'content/job-aids/card.png': tinyPng, 'content/job-aids/Card.png': tinyPng },
        at: { file: 'content/job-aids/card.png', line: 1 },
      },
      { note: 'A picture called con.png', ...named('con.png') },
      { note: 'A picture called COM1.png', ...named('COM1.png') },
      {
        note: 'A page called nul.mdx',
        type: 'references',
        file: 'content/references/nul.mdx',
        whole: (valid) =>
          valid
            .replace(/terms:\n(  .*\n)*/, 'contexts: [till/close]\n')
            .replace(/asks:\n(  .*\n)*/, 'asks: [what is a nul, nul or not, who is nul]\n'),
        at: 1,
      },
      { note: 'A path of more than 180 characters', ...named(`${'card-'.repeat(40)}a.png`) },
    ],
    ok: [
      {
        note: 'Names of more than a device',
        body: '![A card](./console.png)',
        beside: { 'content/job-aids/console.png': tinyPng },
      },
    ],
  },
  project({ entries }) {
    const seen = new Map<string, string>();
    return entries.flatMap(({ path: file }): RuleFinding[] => {
      const name = file.slice(file.lastIndexOf('/') + 1);
      const plain = file.normalize('NFKC').toLowerCase();
      const other = seen.get(plain);
      seen.set(plain, file);
      const place = { file, line: 1, column: 1 };
      if (other !== undefined) {
        return [
          {
            ...place,
            found: `a name like that of ${other}`,
            expected: 'names that differ by more than capitals or accents',
          },
        ];
      }
      if (ofDevices.test(name))
        return [
          {
            ...place,
            found: `the name "${name}", which Windows keeps for a device`,
            expected: 'another name',
          },
        ];
      if (/[. ]$/.test(name))
        return [
          {
            ...place,
            found: 'a name that ends with a dot or a space',
            expected: 'a name that ends with letters',
          },
        ];
      if (/[<>:"\\|?*]/.test(name))
        return [
          {
            ...place,
            found: `the name "${name}" with a sign that Windows does not store`,
            expected: 'letters, digits and hyphens',
          },
        ];
      if (file.length > longestPath)
        return [
          { ...place, found: `a path of ${file.length} characters`, expected: `at most ${longestPath}` },
        ];
      return [];
    });
  },
};
