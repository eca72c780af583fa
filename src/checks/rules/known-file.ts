import { nearest } from '../../content/nearest.ts';
import { isPageType } from '../../schema/index.ts';
import { taxonomyFiles } from '../../schema/taxonomy.ts';
import { promisedKind, tinyPng } from '../pictures.ts';
import type { Entry, Rule } from '../rule.ts';

const settingsFiles = [
  'content/site.yaml',
  'content/retired.yaml',
  ...Object.keys(taxonomyFiles).map((name) => `content/taxonomy/${name}.yaml`),
];

/** What editors and systems leave behind. */
const leftBehind =
  /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|.*~|#.*#|\.#.*|.*\.(swp|swo|bak|orig|rej|tmp|log))$/i;

/** Ending → why there is no such file. */
const refusals: Record<string, string> = {
  svg: 'An SVG is a program as well as a picture: save it as PNG or WebP.',
  html: 'Pages are written in Markdown and end with .mdx.',
  htm: 'Pages are written in Markdown and end with .mdx.',
  js: 'Content holds no code.',
  ts: 'Content holds no code.',
  mjs: 'Content holds no code.',
  css: 'Content has no styles of its own.',
  json: 'Settings are YAML and end with .yaml.',
  yml: 'Rename it: settings end with .yaml.',
  pdf: 'Write the page itself: it prints, and a PDF can’t be searched or read on a telephone.',
  docx: 'Write the page itself; a template to copy goes into <Template>.',
  bmp: 'Save it as PNG or WebP.',
  heic: 'Save it as JPEG or WebP.',
};

const stray = (file: string, content: string | Uint8Array = 'x') => ({
  note: file,
  beside: { [file]: content },
  at: { file, line: 1 },
});

export const knownFile: Rule = {
  id: 'known-file',
  family: 'files',
  says: 'Below content/ lie pages, their pictures and the settings, and nothing else.',
  reason:
    'A file that the site does not know is not published, and nobody notices; or it is, and nobody checked it.',
  mend: 'Delete the file, or move it out of content/.',
  examples: {
    bad: [
      stray('content/job-aids/card.svg', '<svg xmlns="http://www.w3.org/2000/svg" />'),
      stray('content/job-aids/card.html', '<script>alert(1)</script>'),
      stray('content/job-aids/card.js'),
      stray('content/job-aids/form.pdf'),
      stray('content/job-aids/notes.txt'),
      stray('content/job-aids/count'),
      stray('content/.DS_Store'),
      stray('content/job-aids/count.mdx~'),
      stray('content/references/Thumbs.db'),
      stray('content/taxonomy/topic.yaml', '- x\n'),
      stray('content/taxonomy/roles.yml', '- x\n'),
      stray('content/words/english.yaml', 'x: y\n'),
      stray('content/sites.yaml', 'x: y\n'),
      stray('content/card.png', tinyPng),
      stray('content/taxonomy/card.png', tinyPng),
    ],
    ok: [
      { body: '![A card](./cards/day.png)', beside: { 'content/job-aids/cards/day.png': tinyPng } },
      { note: 'Words of another language', beside: { 'content/words/de.yaml': 'x: y\n' } },
      { note: 'A file that keeps an empty folder in git', beside: { 'content/experiments/.gitkeep': '' } },
    ],
  },
  project({ entries }) {
    const hidden = entries
      .filter(({ kind, path }) => kind === 'folder' && nameOf(path).startsWith('.'))
      .map(({ path }) => `${path}/`);
    return entries
      .filter((entry) => !hidden.some((folder) => entry.path.startsWith(folder)))
      .flatMap((entry) => {
        const problem = problemOf(entry);
        return problem ? { file: entry.path, line: 1, column: 1, ...problem } : [];
      });
  },
};

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function problemOf({
  path: file,
  kind,
}: Entry): { found: string; expected: string; mend?: string } | undefined {
  const name = nameOf(file);
  const expected =
    'pages (.mdx), pictures beside them (.png, .jpg, .webp, .avif, .gif) and the files of settings';
  if (kind === 'link') return undefined;
  if (kind === 'other') return { found: `"${name}", which is neither a file nor a folder`, expected };
  if (kind === 'folder') {
    if (/\.mdx?$/i.test(name)) return { found: `a folder called ${name}`, expected: 'a file of that name' };
    return name.startsWith('.')
      ? {
          found: `the folder ${name} of an editor or a system`,
          expected,
          mend: 'Delete it, and name it in .gitignore.',
        }
      : undefined;
  }
  if (leftBehind.test(name))
    return {
      found: `${name}, which an editor or a system left behind`,
      expected,
      mend: 'Delete it, and name it in .gitignore.',
    };
  if (isKnown(file)) return undefined;
  const ending = /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const close = ending === 'yaml' ? nearest(file, settingsFiles) : undefined;
  const mend = close
    ? `Did you mean ${close}?`
    : Object.hasOwn(refusals, ending)
      ? refusals[ending]
      : undefined;
  return { found: `the file ${name}`, expected, ...(mend && { mend }) };
}

/** Pages by any name are told by the rule on file names. */
function isKnown(file: string): boolean {
  if (/\.mdx?$/i.test(file) || file.endsWith('/.gitkeep')) return true;
  if (settingsFiles.includes(file) || /^content\/words\/[a-z]{2}\.yaml$/.test(file)) return true;
  const folder = /^content\/([^/]+)\/./.exec(file)?.[1] ?? '';
  return isPageType(folder) && promisedKind(file) !== undefined;
}
