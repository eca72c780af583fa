/** All rules, in the order in which they are listed. */
import type { Rule } from '../rule.ts';
import { knownAnchor } from './known-anchor.ts';
import { knownId } from './known-id.ts';
import { knownPage } from './known-page.ts';
import { knownPicture } from './known-picture.ts';
import { oneTermEach } from './one-term-each.ts';
import { uniqueAlias } from './unique-alias.ts';

export const rules: Rule[] = [knownPage, knownAnchor, knownId, uniqueAlias, oneTermEach, knownPicture];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
