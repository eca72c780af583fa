/**
 * Pages made to keep a parser busy, as large as a file may be. Where a limit refuses a shape before it is parsed there is a
 * second one that stays just below it: what passes the limits is what costs.
 */

const largest = 250_000;
const passage = 'This passage is there to be replaced.';

/** Makes a page of a valid one. */
type Shape = (valid: string) => string;

const body =
  (text: string): Shape =>
  (valid) =>
    valid.replace(passage, () => text);
const field =
  (text: string): Shape =>
  (valid) =>
    valid.replace(/\n---\n/, () => `\n${text}\n---\n`);
const asks =
  (text: string): Shape =>
  (valid) =>
    valid.replace(/asks:\n(  - .*\n)*/, () => text);

const times = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** A unit again and again, with nothing that could stop a parser. */
const solid = (unit: string, size = largest) => unit.repeat(Math.floor(size / unit.length));

/** The same below the limits: lines of `width` characters, an empty line after `most` units, the rest of the page plain words. */
function limited(unit: string, most: number, width = 4_900): string {
  const whole = Math.min(
    largest - 2_000,
    Math.floor(14_900 / (unit.match(/[[*_~]/g)?.length ?? 0)) * unit.length,
  );
  const perLine = Math.max(1, Math.floor(width / unit.length));
  const passages: string[] = [];
  const units = Math.max(1, Math.min(most, Math.floor(19_500 / (unit.length + 1 / perLine))));
  const one = Array.from({ length: Math.ceil(units / perLine) }, (_, i) =>
    unit.repeat(Math.min(perLine, units - i * perLine)),
  ).join('\n');
  for (let size = 0; size + one.length < whole; size += one.length + 2) passages.push(one);
  const rest = Math.max(0, largest - 2_000 - passages.length * (one.length + 2));
  return `${passages.join('\n\n')}\n\n${times(Math.floor(rest / 100), () => `${'word '.repeat(19)}\n`)}`;
}

export const hostileShapes: Record<string, Shape> = {
  brackets: body(solid('[')),
  'brackets, limited': body(limited('[', 990)),
  'brackets on lines': body(limited('[', 990, 1)),
  'bracket pairs': body(limited('[a](', 990)),
  'bracket pairs closed': body(limited('[a](b) ', 990)),
  'picture brackets': body(limited('![', 990)),
  'footnote brackets': body(limited('[^a]', 990)),
  'emphasis open': body(solid('*a_ ')),
  'emphasis open, limited': body(limited('*a_ ', 495)),
  'emphasis runs': body(limited('***a** b_c_ ', 140)),
  stars: body(limited('*', 990)),
  strikes: body(limited('~a~~b ', 330)),
  'quotations on one line': body(solid('> ')),
  quotations: body(limited(`${'> '.repeat(11)}a`, 850, 23)),
  'lists on one line': body(solid('- ')),
  lists: body(limited(`${'- '.repeat(11)}a`, 850, 23)),
  'nested lists': body(times(480, (i) => `${'  '.repeat(i)}- a`)),
  'nested lists, limited': body(times(200, () => times(39, (i) => `${'  '.repeat(i)}- a`))),
  'list items': body(limited('- a', 4_800, 3)),
  'list items, limited': body(`${times(4_900, () => '- a')}\n`),
  steps: body(times(4_900, () => `1. ${'word '.repeat(9)}\n`)),
  headings: body(times(4_900, () => `# ${'word '.repeat(9)}\n`)),
  paragraphs: body(times(60_000, () => 'a\n')),
  'paragraphs, limited': body(times(7_900, () => `${'word '.repeat(6)}\n`)),
  links: body(times(20_000, () => '[a](#b)\n')),
  expressions: body(times(40_000, () => '{1}\n')),
  'stages open': body(solid('<Stage for="novice">')),
  'stages open on lines': body(times(1_990, () => '<Stage for="novice">\n')),
  'stages in stages': body(
    `${times(990, () => '<Stage for="novice">\n')}\n${times(990, () => '</Stage>\n')}`,
  ),
  stages: body(times(990, () => `<Stage for="novice">\n\n${'word '.repeat(36)}\n\n</Stage>\n`)),
  'broken tags': body(limited('<', 19_000)),
  'tag with props': body(`<Stage ${times(38_000, (i) => `a${i % 10}=""`)} />`),
  'tag with props, limited': body(`<Stage ${times(3_000, () => 'a=""')} />`),
  'tables of bars': body(limited('|', 19_000)),
  'table rows': body(`|a|b|\n|-|-|\n${times(9_000, () => '|')}`),
  'wide tables': body(
    times(
      20,
      () => `|${'a|'.repeat(1_200)}\n|${'-|'.repeat(1_200)}\n|${'b|'.repeat(1_200)}\n${'|\n'.repeat(5_000)}`,
    ),
  ),
  braces: body(solid('{')),
  'braces on lines': body(limited('{', 19_000, 1)),
  'one long line': body(solid('word ')),
  'long passages': body(limited('word ', 19_000, 80)),
  entities: body(limited('&amp;', 19_000)),
  'signs of entities': body(limited('&', 19_000)),
  definitions: body(times(10_000, (i) => `[d${i}]: #a${i}`)),
  'definitions, limited': body(
    `${limited('[d1] ', 990).slice(0, 200_000)}\n\n${times(990, (i) => `[d${i}]: #a${i}\n`)}`,
  ),
  'footnotes, limited': body(`${times(990, (i) => `[^${i}]: a[^${i + 1}]\n`)}\n[^0]`),
  backticks: body(times(130, (i) => `${'`'.repeat(i + 1)} a\n`)),
  'backtick runs': body(limited('`a``b', 4_000)),
  backslashes: body(limited('\\', 19_000)),
  autolinks: body(limited('https://a.b/c ', 1_390)),
  'mail addresses': body(limited('a@b.c ', 3_200)),
  'mail without a sign': body(limited('a.b-', 4_800)),
  'open parentheses': body(times(50, () => `[a](${'('.repeat(4_800)}\n`)),
  'empty lines': body(solid('\n')),
  spaces: body(times(50, () => `a${' '.repeat(4_800)}b\n`)),
  'code in colours': body(`\`\`\`js\n${limited('a(/`', 4_000)}\n\`\`\``),
  'hidden characters': body(solid('\u200B', largest / 3)),
  'tag characters': body(solid('\u{E0041}', largest / 2)),
  'marks of direction': body(solid('a\u200F', largest / 2)),
  'look-alikes': body(limited('c\u043eunt ', 3_000)),
  'flow lists': field(`needs: ${solid('[')}`),
  'flow lists closed': field(`needs: ${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  'flow lists on lines': field(`needs:\n${times(80_000, () => ' [')}`),
  'lists in YAML on one line': field(`needs:\n  ${solid('- ')}`),
  'maps in YAML': field(times(650, (i) => `${' '.repeat(i)}k:`)),
  'keys in a group': field(`needs: {\n${times(50, () => '  k: a,'.repeat(600))}\n  }`),
  'keys twice, limited': field(times(4_900, () => 'k: a')),
  keys: field(times(20_000, (i) => `k${i}: a`)),
  'keys twice': field(times(40_000, () => 'k: a')),
  anchors: field(times(8_000, (i) => `k${i}: &a${i} [*a${i - 1}]`)),
  'errors in YAML': field(times(30_000, () => 'a: b: c')),
  '100,000 asks': asks(`asks: [\n${times(50, () => `  ${'a,'.repeat(2_000)}`)}\n  ]\n`),
  'lists of dashes': asks(`asks:\n${times(40_000, (i) => `  - a${i % 9}`)}\n`),
};
