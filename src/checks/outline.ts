/** A page's tree, walked once for all the rules that look at it. */
import type { Nodes, Parents, Root, Table } from 'mdast';
import { placeOf } from '../content/finding.ts';
import { isMdxElement, literalProp, type MdxElement } from '../content/markdown.ts';

/** A node with what stands around it, the root first. */
export interface Placed<N = Nodes> {
  node: N;
  above: Parents[];
}

type NodeOf<T extends Nodes['type']> = Extract<Nodes, { type: T }>;

export interface Outline {
  /** Every node of these types, in the order of the text. */
  all<T extends Nodes['type']>(...types: T[]): Placed<NodeOf<T>>[];
  /** Every component of this name, block or inline. */
  components(name: string): Placed<MdxElement>[];
  /** What stands in the body one below the other, components opened. */
  flow: Placed[];
}

/** Rules come one after the other to the same tree; it is walked for the first of them. */
const outlines = new WeakMap<Root, Outline>();

export function outlineOf(tree: Root): Outline {
  const known = outlines.get(tree);
  if (known) return known;
  const outline = makeOutline(tree);
  outlines.set(tree, outline);
  return outline;
}

function makeOutline(tree: Root): Outline {
  const byType = new Map<string, Placed[]>();
  const byName = new Map<string, Placed<MdxElement>[]>();
  const flow: Placed[] = [];
  const walk = (parent: Parents, above: Parents[]) => {
    const inFlow = above.every(isOpened);
    for (const node of parent.children) {
      const placed: Placed = { node, above };
      push(byType, node.type, placed);
      if (isMdxElement(node)) push(byName, node.name ?? '', { node, above });
      if (inFlow && !(node.type === 'mdxJsxFlowElement' && node.children.length > 0)) flow.push(placed);
      if ('children' in node) walk(node, [...above, node]);
    }
  };
  walk(tree, [tree]);
  return {
    flow,
    all: (...types) => {
      const found = types.flatMap((type) => byType.get(type) ?? []);
      if (types.length > 1) found.sort((a, b) => offsetOf(a.node) - offsetOf(b.node));
      return found as never[];
    },
    components: (name) => byName.get(name) ?? [],
  };
}

function isOpened(node: Parents): boolean {
  return node.type === 'root' || node.type === 'mdxJsxFlowElement';
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** Line and column of a node in the file. */
export function placeOfNode(text: string, node: Nodes): { line: number; column: number } {
  return placeOf(text, offsetOf(node));
}

/** Whether it stands in a component of this name. */
export function isIn({ above }: Placed<unknown>, name: string): boolean {
  return above.some((node) => isMdxElement(node) && node.name === name);
}

/** The stages for which something is shown: those of the `<Stage>` around it, or nothing where all see it. */
export function stagesOf({ above }: Placed<unknown>): string | undefined {
  const stage = above.findLast((node) => isMdxElement(node) && node.name === 'Stage');
  return stage && literalProp(stage as MdxElement, 'for');
}

/** The tables that readers read. Those in a template are forms, to be filled in. */
export function tablesOf(tree: Root): Table[] {
  return outlineOf(tree)
    .all('table')
    .filter((table) => !isIn(table, 'Template'))
    .map(({ node }) => node);
}
