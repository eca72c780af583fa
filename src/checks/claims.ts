/** What only one page may claim: an alias, an ask, a term. */
import type { Ref } from '../content/refs.ts';
import type { Project } from './rule.ts';

/** A claim that comes second. */
export interface SecondClaim {
  file: string;
  line: number;
  column: number;
  /** What is claimed, as it stands there. */
  to: string;
  /** Id of the page that claimed it first. */
  first: string;
}

/**
 * @param kind of the claim; @param owners claim, in its plain form → id of the page that claimed it first
 * @param plain how claims are compared
 */
export function secondClaims(
  pages: Project['pages'],
  kind: Ref['kind'],
  owners: Record<string, string>,
  plain = (claim: string) => claim,
): SecondClaim[] {
  return pages.flatMap(({ id, file, refs }) => {
    const own = new Set<string>();
    return refs
      .filter((ref) => ref.kind === kind)
      .flatMap(({ to, line, column }) => {
        const claim = plain(to);
        const first = own.has(claim) ? id : owners[claim];
        const again = own.has(claim) || (first !== undefined && first !== id);
        own.add(claim);
        return again && first ? { file, line, column, to, first } : [];
      });
  });
}
