/** Reads and checks the one page that is named, as the check would, and tells in a line what came of it. */
import { readFileSync } from 'node:fs';
import { decode } from '../../src/content/decode.ts';
import { readPage } from '../../src/content/page.ts';
import { inspectPage, inspectText } from '../../src/checks/inspect.ts';

const { text = '' } = decode(readFileSync(process.argv[2]!));
const file = 'content/job-aids/hostile.mdx';
const { page, parsed, findings } = readPage(text, file, {
  base: '/',
  footnotes: { title: 'Footnotes', back: 'Back to' },
});
const more = page ? inspectPage(text, page, 'en', parsed) : [];
const found = [...findings, ...inspectText(text, file), ...more].map(
  ({ rule, line, found: what }) => `${rule} ${line}: ${what.slice(0, 80)}`,
);
console.log(page ? 'a page' : 'no page', found.length, found.slice(0, 3).join(' | '));
