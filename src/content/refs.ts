/** What a page points to (other pages, headings, terms, roles, …) and what it claims for itself (aliases, asks, terms, days), each with its place. */
import { visit } from 'unist-util-visit';
import type { Root } from 'mdast';
import { isPageType } from '../schema/index.ts';
import { authorComponents } from './components.ts';
import { placeOf } from './finding.ts';
import type { Yaml } from './frontmatter.ts';
import { isMdxElement, literalProp } from './markdown.ts';

export interface Ref {
  kind: 'page' | 'anchor' | 'term' | 'picture' | 'role' | 'stage' | 'topic' | 'moment' | 'person' | 'context' | 'alias' | 'ask' | 'own-term' | 'reviewed' | 'changed' | 'judged' | 'table-end';
  /** An id; for an anchor `#heading` or `page/id#heading`; for an ask its text; for the last ones a day, `YYYY-MM-DD`, behind the table’s id where a table ends. */
  to: string;
  line: number;
  column: number;
}

/** Field of the frontmatter → kind of the ids in it; `[]` walks a list. */
export const idFields: [path: string, kind: Ref['kind']][] = [
  ['roles[]', 'role'],
  ['stages[]', 'stage'],
  ['topics[]', 'topic'],
  ['moments[]', 'moment'],
  ['contexts[]', 'context'],
  ['owner', 'person'],
  ['review.by', 'person'],
  ['next[]', 'page'],
  ['not_when[].go', 'page'],
  ['outcomes[].next[]', 'page'],
  ['outcomes[].stage', 'stage'],
  ['role', 'role'],
  ['start', 'page'],
  ['path[].stage', 'stage'],
  ['path[].abilities[].pages[]', 'page'],
  ['aliases[]', 'alias'],
  ['asks[]', 'ask'],
  ['terms[].id', 'own-term'],
  ['review.on', 'reviewed'],
  ['changes[].on', 'changed'],
  ['verdict.on', 'judged'],
];

/** @param data frontmatter, whether it fits its schema or not */
export function frontmatterRefs(data: unknown, yaml: Yaml): Ref[] {
  const named = idFields.flatMap(([path, kind]) =>
    [...valuesAt(data, path)].map(({ value, at }) => ({ kind, to: value, ...yaml.placeOf(at) })),
  );
  return [...named, ...tableEnds(data, yaml)];
}

/** The last day of each dated table of a tool, as far as it is known. */
function tableEnds(data: unknown, yaml: Yaml): Ref[] {
  return [...valuesAt(data, 'tables[].id')].flatMap(({ value: table, at: [, i] }) => {
    const own = (field: string) => [...valuesAt(data, `tables[].${field}`)].filter(({ at }) => at[1] === i);
    const last = own('until')[0] ?? own('rows[].from').at(-1);
    const to = last?.at.includes('rows') ? own('rows[].to').find(({ at }) => at[3] === last.at[3]) : last;
    return to ? [{ kind: 'table-end' as const, to: `${table} ${to.value}`, ...yaml.placeOf(to.at) }] : [];
  });
}

/** The texts of a field with their paths. @param field names and dots, `[]` for each entry of a list */
export function valuesAt(data: unknown, field: string): Generator<{ value: string; at: PropertyKey[] }> {
  return walk(data, field.replaceAll('[]', '.[]').split('.'));
}

function* walk(value: unknown, path: string[], at: PropertyKey[] = []): Generator<{ value: string; at: PropertyKey[] }> {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (typeof value === 'string') yield { value, at };
  } else if (key === '[]') {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walk(item, rest, [...at, index]);
  } else if (value && typeof value === 'object' && Object.hasOwn(value, key)) {
    yield* walk((value as Record<string, unknown>)[key], rest, [...at, key]);
  }
}

/** Whether a reference has the form of its kind, so that only what it names can be wrong. In a page that was refused it may not. */
export function isWellFormed({ kind, to }: Ref): boolean {
  if (kind === 'page') return isPageType(to.split('/')[0]!) && /^[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(to);
  if (kind === 'anchor') return /^([a-z]+(-[a-z]+)*\/[a-z0-9-]+)?#\S+$/.test(to);
  if (kind === 'picture') return authorComponents.Figure!.props.src!.fits(to);
  return kind === 'context' ? /^\S(.*\S)?$/.test(to) : /^[a-z0-9]+(-[a-z0-9]+)*$/.test(to);
}

export function bodyRefs(tree: Root, text: string): Ref[] {
  const refs: Ref[] = [];
  visit(tree, (node) => {
    const place = () => placeOf(text, node.position?.start.offset ?? 0);
    if (node.type === 'link' || node.type === 'definition') {
      if (node.url.includes('#') && !/^[a-z]+:/.test(node.url)) refs.push({ kind: 'anchor', to: node.url, ...place() });
      else if (!/^[a-z]+:/.test(node.url)) refs.push({ kind: 'page', to: node.url, ...place() });
    } else if (node.type === 'image') {
      refs.push({ kind: 'picture', to: node.url, ...place() });
    } else if (isMdxElement(node)) {
      const of = (kind: Ref['kind'], prop: string) => {
        const to = literalProp(node, prop);
        if (to) refs.push({ kind, to, ...place() });
      };
      if (node.name === 'Term') of('term', 'id');
      if (node.name === 'Tool') of('page', 'id');
      if (node.name === 'Figure') of('picture', 'src');
    }
  });
  return refs;
}
