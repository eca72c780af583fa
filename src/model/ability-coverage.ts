/** Which roles have a pathway, how many abilities it names for each stage, and whether each of them has a page to be done with. */
import { pagesOfType, type Library } from './library.ts';
import { abilitiesOf } from './pathway.ts';

export interface RoleAbilities {
  role: string;
  /** Ids of its pathways, sorted. None is a hole. */
  pathways: string[];
  /** One for each stage of the taxonomy, in its order. */
  stages: StageAbilities[];
}

export interface StageAbilities {
  stage: string;
  abilities: number;
  /** How many pages serve them, each counted once. */
  pages: number;
}

/** An ability of which no page is left: each one that it names has been withdrawn. */
export interface BareAbility {
  pathway: string;
  ability: string;
}

/** A row for each role, in the order of the taxonomy. */
export function abilityCoverage(library: Library): RoleAbilities[] {
  const pathways = pagesOfType(library, 'pathways').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return library.taxonomy.roles.map(({ id: role }) => {
    const own = pathways.filter(({ data }) => data.role === role);
    const placed = own.flatMap(({ data }) => abilitiesOf(data));
    const stages = library.taxonomy.stages.map(({ id: stage }) => {
      const abilities = placed.filter((one) => one.stage === stage).map(({ ability }) => ability);
      const pages = new Set(
        abilities.flatMap((ability) => ability.pages).filter((id) => isThere(library, id)),
      );
      return { stage, abilities: abilities.length, pages: pages.size };
    });
    return { role, pathways: own.map(({ id }) => id), stages };
  });
}

/** Sorted by pathway, then in the order of its list. */
export function bareAbilities(library: Library): BareAbility[] {
  return pagesOfType(library, 'pathways')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id: pathway, data }) =>
      abilitiesOf(data)
        .filter(({ ability }) => !ability.pages.some((id) => isThere(library, id)))
        .map(({ ability }) => ({ pathway, ability: ability.id })),
    );
}

/** A page that was merged is there under another address. */
function isThere({ byId, retired }: Library, id: string): boolean {
  return byId.has(id) || byId.has(retired.find((page) => page.id === id)?.to ?? '');
}
