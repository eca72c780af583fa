import { nearest } from '../../content/nearest.ts';
import { exists } from '../known.ts';
import type { Rule } from '../rule.ts';

const list = (...entries: string[]) => ({
  whole: (valid: string) => valid,
  beside: { 'content/retired.yaml': `${entries.map((entry) => `- { ${entry} }`).join('\n')}\n` },
  note: entries.join('\n'),
});
const inList = (line: number) => ({ at: { file: 'content/retired.yaml', line } });
const old = 'title: Old, on: 2026-11-01, why: Nobody used it.';

export const retiredPage: Rule = {
  id: 'retired-page',
  family: 'upkeep',
  says: 'A retired page is gone, is listed once, and leads to a page that is there.',
  reason: 'Printed cards and bookmarks keep the old address; it has to lead somewhere, in one step.',
  mend: 'Mend the entry in content/retired.yaml, or take it out if the page is back.',
  examples: {
    bad: [
      { ...list(`id: technologies/tally-counters, ${old}`), ...inList(1) },
      { ...list(`id: job-aids/old, ${old}, to: job-aids/count-the-case`), ...inList(1) },
      {
        ...list(`id: job-aids/old, ${old}, instead: [job-aids/count-the-cases, job-aids/older]`),
        ...inList(1),
      },
      {
        ...list(
          `id: job-aids/old, ${old}, to: job-aids/count-the-cases`,
          `id: job-aids/older, ${old}, to: job-aids/old`,
        ),
        ...inList(2),
      },
      { ...list(`id: job-aids/old, ${old}`, `id: job-aids/old, ${old}`), ...inList(2) },
    ],
    ok: [list(`id: job-aids/old, ${old}, to: job-aids/count-the-cases`, `id: job-aids/older, ${old}`)],
  },
  project({ settings: { retired }, known, placeIn }) {
    const file = 'content/retired.yaml';
    const ids = retired.map(({ id }) => id);
    const at = (...path: PropertyKey[]) => ({ file, ...placeIn(file, path) });
    return retired.flatMap(({ id, to, instead }, i) => {
      const own = { ...at(i, 'id'), found: `the retired page "${id}"` };
      const again =
        ids.indexOf(id) < i
          ? [{ ...own, found: `${own.found} a second time`, expected: 'each page once' }]
          : [];
      const back = exists(known, id)
        ? [{ ...own, expected: `no page of that id, but content/${id}.mdx is there` }]
        : [];
      const targets = [
        ...(to ? [{ target: to, path: ['to'] }] : []),
        ...instead.map((target, j) => ({ target, path: ['instead', j] })),
      ];
      const astray = targets.flatMap(({ target, path }) => {
        if (exists(known, target)) return [];
        const close = nearest(target, Object.keys(known.pages));
        const next = retired.find((page) => page.id === target);
        return {
          ...at(i, ...path),
          found: next ? `the page "${target}", which was retired too` : `the page "${target}"`,
          expected: 'the id of a page that exists',
          ...(next?.to ? { mend: `Write ${next.to}.` } : close && { mend: `Did you mean "${close}"?` }),
        };
      });
      return [...again, ...back, ...astray];
    });
  },
};
