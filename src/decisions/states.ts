/** When two ways to have answered are one, because nothing that follows can tell them apart. */
import type { Graph } from './graph.ts';
import type { Reads } from './reads.ts';
import type { Residuals } from './residual.ts';
import { scopeOf, type Given } from './replay.ts';

export class States {
  readonly #graph: Graph;
  readonly #reads: Reads;
  readonly #residuals: Residuals;
  /** Questions whose answers are worth points. */
  readonly #scored: Set<string>;

  constructor(graph: Graph, reads: Reads, residuals: Residuals) {
    this.#graph = graph;
    this.#reads = reads;
    this.#residuals = residuals;
    this.#scored = new Set((graph.scoring?.criteria ?? []).map(({ of }) => of));
  }

  /** Equal where what is left of every formula ahead is, and the points so far. @param live answers that make a difference at the node */
  keyOf(node: string, live: Given[], today: number): string {
    const scope = scopeOf(this.#graph, live, today);
    const ahead = this.#reads.ahead.get(node)!;
    const left = ahead.expressions.map((expression) => this.#residuals.keyOf(expression, scope));
    const again = live
      .filter(({ question }) => ahead.again.has(question.id))
      .map(({ question, answer }) => `${question.id}=${answer}`);
    const scored = live.filter(({ question }) => this.#scored.has(question.id));
    return [node, ...left, ...again, scored.length > 0 ? this.#pointsOf(scored) : ''].join(' ');
  }

  /** The sum so far; of alternatives how far each is from the first, since the best one wins whatever its points. */
  #pointsOf(scored: Given[]): string {
    const { criteria, alternatives } = this.#graph.scoring!;
    const subjects = alternatives.length > 0 ? alternatives.map(({ id }) => id) : [''];
    const sums = subjects.map((subject) =>
      scored.reduce((sum, { question, answer }) => {
        const points = Number(question.options.find(({ id }) => id === answer)?.points?.[subject] ?? 0);
        const weight = criteria
          .filter(({ of }) => of === question.id)
          .reduce((all, one) => all + one.weight, 0);
        return sum + points * weight;
      }, 0),
    );
    const [first] = alternatives.length > 0 ? sums : [0];
    return `${scored
      .map(({ question }) => question.id)
      .sort()
      .join(',')}:${sums.map((sum) => sum - first!).join(',')}`;
  }
}
