/** Something in a file that the build refuses. Findings are plain data; reporters print them. */
export interface Finding {
  /** Stable id of the rule, such as `no-html`. */
  rule: string;
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** One-based. */
  line: number;
  /** One-based, in characters (code points). */
  column: number;
  /** What stands there. */
  found: string;
  /** What may stand there. */
  expected: string;
  /** How to mend it, where that is more than writing what is expected. */
  mend?: string;
}

/** A finding before it knows its file. */
export type Problem = Omit<Finding, 'file'>;

/** Place of a UTF-16 offset in a text, in lines and characters. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const starts = lineStarts(text);
  let [line, beyond] = [0, starts.length];
  while (beyond - line > 1) {
    const middle = (line + beyond) >> 1;
    if (starts[middle]! <= offset) line = middle;
    else beyond = middle;
  }
  return { line: line + 1, column: [...text.slice(starts[line], offset)].length + 1 };
}

/** A page with thousands of links asks for as many places in one text. */
let latest: { text: string; starts: number[] } = { text: '', starts: [0] };

/** Offset of the beginning of each line. */
function lineStarts(text: string): number[] {
  if (latest.text !== text) {
    const starts = [0];
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    latest = { text, starts };
  }
  return latest.starts;
}

/** UTF-16 offset of a place in a text: what `placeOf` undoes. */
export function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  const start = lineStarts(text)[line - 1] ?? text.length;
  return start + [...text.slice(start, start + 2 * column)].slice(0, column - 1).join('').length;
}

/** Sorts by file, line, column and rule, so that two runs print the same. */
export function sortFindings<F extends Finding>(findings: F[]): F[] {
  return findings.toSorted(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.found, b.found),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Findings as plain lines, for places that have no reporter: `file:line:column found; expected …`. */
export function describeFindings(findings: Finding[]): string {
  return findings
    .map(({ file, line, column, found, expected, mend }) => `${file}:${line}:${column} Found ${found}; expected ${expected}.${mend ? ` ${mend}` : ''}`)
    .join('\n');
}
