/** A body alone, before the fields above it are complete: what the preview of a draft shows. */
import { makeBlocks, type Body } from './blocks.ts';
import { hiddenCharacters } from './characters.ts';
import { inspectBody } from './gate.ts';
import { parseMarkdown } from './markdown.ts';
import type { PageOptions } from './page.ts';

/** @returns nothing where the gate refuses the body */
export function readBody(text: string, options: PageOptions & { steps: boolean }): Body | undefined {
  if (hiddenCharacters(text).length > 0) return undefined;
  // A rule at the very start would be read as the beginning of the fields.
  const { tree, problems } = parseMarkdown(`\n${text}`);
  if (!tree || problems.length > 0 || inspectBody(tree, `\n${text}`).length > 0) return undefined;
  return makeBlocks(tree, options);
}
