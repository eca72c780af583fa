/** All rules, in the order in which they are listed. */
import type { Rule } from '../rule.ts';
import { address } from './address.ts';
import { characters } from './characters.ts';
import { component } from './component.ts';
import { encoding } from './encoding.ts';
import { fileName } from './file-name.ts';
import { frontmatter } from './frontmatter.ts';
import { heading } from './heading.ts';
import { knownAnchor } from './known-anchor.ts';
import { knownFile } from './known-file.ts';
import { knownId } from './known-id.ts';
import { knownPage } from './known-page.ts';
import { knownPicture } from './known-picture.ts';
import { lightPicture } from './light-picture.ts';
import { lineEnds } from './line-ends.ts';
import { lookAlike } from './look-alike.ts';
import { mdx } from './mdx.ts';
import { nameClash } from './name-clash.ts';
import { noCode } from './no-code.ts';
import { noHtml } from './no-html.ts';
import { oneTermEach } from './one-term-each.ts';
import { pictureKind } from './picture-kind.ts';
import { pictureSize } from './picture-size.ts';
import { settings } from './settings.ts';
import { size } from './size.ts';
import { symbolicLink } from './symbolic-link.ts';
import { uniqueAlias } from './unique-alias.ts';
import { uniqueId } from './unique-id.ts';
import { unusedPicture } from './unused-picture.ts';
import { yaml } from './yaml.ts';

export const rules: Rule[] = [
  // files
  encoding,
  size,
  characters,
  lineEnds,
  fileName,
  nameClash,
  knownFile,
  symbolicLink,
  // frontmatter
  yaml,
  frontmatter,
  settings,
  uniqueId,
  // content
  mdx,
  noCode,
  noHtml,
  component,
  address,
  heading,
  lookAlike,
  // links
  knownPage,
  knownAnchor,
  knownId,
  uniqueAlias,
  oneTermEach,
  // pictures
  knownPicture,
  pictureKind,
  pictureSize,
  lightPicture,
  unusedPicture,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
