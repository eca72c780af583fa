/** What `--fix` does: mends what a machine can mend without losing anything, and writes the files. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ruleOf } from '../src/checks/rules/index.ts';
import type { Finding } from '../src/content/finding.ts';

/** @returns the files that were mended, sorted */
export async function mendProject(root: string, findings: Finding[]): Promise<string[]> {
  const mended: string[] = [];
  for (const [file, found] of Map.groupBy(findings, (finding) => finding.file)) {
    const target = path.join(root, file);
    const before = await readText(target);
    if (before === undefined) continue;
    const after = mendText(before, found);
    if (after === before) continue;
    const draft = `${target}.${process.pid}.tmp`;
    await writeFile(draft, after);
    await rename(draft, target);
    mended.push(file);
  }
  return mended.sort();
}

/** Nothing where the file is gone or not UTF-8: written back, such a file would lose its bytes. */
async function readText(file: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch {
    return undefined;
  }
}

/** From the end to the beginning, so that the places of the findings before stay true. */
export function mendText(text: string, findings: Finding[]): string {
  const last = findings.toSorted((a, b) => b.line - a.line || b.column - a.column);
  return last.reduce((mended, finding) => ruleOf(finding.rule)?.fix?.(mended, finding) ?? mended, text);
}
