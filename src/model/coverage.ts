/** For whom there are pages, at which stage and for which moment; and where there are none. */
import type { Library } from './library.ts';

/** One role at one stage in one moment. */
export interface Cell {
  role: string;
  stage: string;
  moment: string;
  /** Ids of the pages that name all three, sorted. None is a hole. */
  pages: string[];
  /** Ids of the pages for everyone that serve this stage and moment without naming the role, sorted. They fill no hole. */
  forEveryone: string[];
}

/**
 * The role whose pages are for all the others too. A page for everyone counts in its own row alone: it helps a manager, but a
 * manager’s hole is still one, because nobody wrote a page for that work.
 */
export const everyone = 'everyone';

/** A cell for each role × stage × moment, in the order of the taxonomy. */
export function coverageOf({ pages, taxonomy }: Library): Cell[] {
  const { roles, stages, moments } = taxonomy;
  const cells = new Map<string, Cell>();
  for (const { id: role } of roles) {
    for (const { id: stage } of stages) {
      for (const { id: moment } of moments)
        cells.set(key(role, stage, moment), { role, stage, moment, pages: [], forEveryone: [] });
    }
  }
  for (const { id, data } of pages.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const isForEveryone = data.roles.includes(everyone);
    for (const { id: role } of roles) {
      const isNamed = data.roles.includes(role);
      if (!isNamed && !isForEveryone) continue;
      for (const stage of new Set(data.stages)) {
        for (const moment of new Set(data.moments))
          cells.get(key(role, stage, moment))?.[isNamed ? 'pages' : 'forEveryone'].push(id);
      }
    }
  }
  return [...cells.values()];
}

/** Whether nobody wrote a page for it. */
export function isHole({ pages }: Cell): boolean {
  return pages.length === 0;
}

function key(role: string, stage: string, moment: string): string {
  return `${role} ${stage} ${moment}`;
}
