/** Which lines of a tool's flowchart a reader has gone along. */

/** A question of any repetition of a group → the one that stands for all of them in the chart. */
export function nodeIdOf(id: string): string {
  return id.replace(/\.\d+\./, '.1.');
}

/** Nodes and lines of a chart; a line is written `from to`. */
export interface RouteTaken {
  nodes: Set<string>;
  edges: Set<string>;
}

/**
 * @param edges all lines of the chart
 * @param stops the questions that were answered and where they led, in their order
 * @param isStop whether a node asks or tells; a route goes through others without stopping
 */
export function routeTaken(edges: string[], stops: string[], isStop: (node: string) => boolean): RouteTaken {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const [from, to] = edge.split(' ') as [string, string];
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const nodes = stops.map(nodeIdOf);
  const taken: RouteTaken = { nodes: new Set(nodes), edges: new Set() };
  for (const [i, from] of nodes.entries()) {
    const to = nodes[i + 1];
    if (to === undefined) break;
    // The way back to the next repetition is not drawn; the route ends behind the last question of this one.
    const repeat = stops[i + 1]!.match(/^[^.]+\.(?!1\.)/) ? to.replace(/[^.]*$/, 'next') : to;
    const way = wayBetween(next, from, to, isStop) ?? wayBetween(next, from, repeat, isStop) ?? [];
    for (const [k, node] of way.entries()) {
      taken.nodes.add(node);
      if (k > 0) taken.edges.add(`${way[k - 1]} ${node}`);
    }
  }
  return taken;
}

/** The shortest way between two nodes that does not stop on the way, both included. */
function wayBetween(
  next: Map<string, string[]>,
  from: string,
  to: string,
  isStop: (node: string) => boolean,
): string[] | undefined {
  const ways = [[from]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const node of next.get(way.at(-1)!) ?? []) {
      if (node === to) return [...way, node];
      if (seen.has(node) || isStop(node)) continue;
      seen.add(node);
      ways.push([...way, node]);
    }
  }
  return undefined;
}
