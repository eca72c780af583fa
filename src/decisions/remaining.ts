import type { Graph } from './graph.ts';
import { readsOf } from './reads.ts';

/**
 * For each question how many a reader still answers at most, that one included. Counted along every way on, whatever its condition, so
 * a reader may be asked fewer and never more.
 */
export function remainingQuestions(graph: Graph): Map<string, number> {
  const { next } = readsOf(graph, new Map());
  const counted = new Map<string, number>();
  const count = (id: string): number => {
    const targets = next.get(id);
    if (!targets) return 0;
    const known = counted.get(id);
    if (known !== undefined) return known;
    // A loop that no answers can walk counts once.
    counted.set(id, 0);
    const most = 1 + Math.max(0, ...targets.map(count));
    counted.set(id, most);
    return most;
  };
  for (const { id } of graph.questions) count(id);
  return counted;
}
