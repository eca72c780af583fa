/** `<route-taken>`: marks in a tool's chart and table the route that the answers in the address take. */
import { readDay } from '../decisions/calendar.ts';
import type { Graph } from '../decisions/graph.ts';
import { replay } from '../decisions/replay.ts';
import { nodeIdOf, routeTaken } from '../decisions/route-taken.ts';
import { FragmentPlace } from './decision-tool/place.ts';
import { today } from './today.ts';

class RouteTaken extends HTMLElement {
  readonly #place = new FragmentPlace('');
  readonly #show = () => this.#mark();

  connectedCallback(): void {
    this.#place.follow(this.#show);
    const start = this.querySelector('.chart-node');
    this.#mark();
    if (!this.querySelector('[data-taken]')) this.#bringIntoView(start);
  }

  disconnectedCallback(): void {
    this.#place.leave();
  }

  #mark(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    const { answers, weights } = this.#place.read();
    // An anchor of the page leaves the route marked.
    if (!json || Object.keys(answers).length === 0) return;
    const graph = JSON.parse(json) as Graph;
    const day = readDay(today()) ?? 0;
    const { given, at } = replay(graph, answers, { today: day, weights });
    const stops = [
      ...given.map(({ question }) => question.id),
      'outcome' in at ? at.outcome.id : at.question.id,
    ];
    const asksOrTells = new Set([...graph.questions, ...graph.outcomes].map(({ id }) => nodeIdOf(id)));
    const edges = [...this.querySelectorAll<SVGElement>('[data-edge]')];
    const taken = routeTaken(
      edges.map(({ dataset }) => dataset.edge!),
      stops,
      (id) => asksOrTells.has(id),
    );
    const isTaken = given.length > 0;
    for (const edge of edges) {
      const own = isTaken && taken.edges.has(edge.dataset.edge!);
      edge.toggleAttribute('data-taken', own);
      // Over the lines that it crosses.
      if (own) edge.parentNode!.insertBefore(edge, this.querySelector('.chart-node'));
    }
    for (const node of this.querySelectorAll<HTMLElement | SVGElement>('[data-node]'))
      node.toggleAttribute('data-taken', isTaken && taken.nodes.has(node.dataset.node!));
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-tool]'))
      link.hash = location.hash;
    const status = this.querySelector<HTMLElement>('.chart-yours')!;
    status.textContent = isTaken ? (status.dataset.says ?? '') : '';
    this.#bringIntoView(this.querySelector(`.chart-node[data-node="${nodeIdOf(stops[0]!)}"]`));
  }

  /** Sideways within the chart; the page stays where it is. */
  #bringIntoView(node: Element | null): void {
    const region = this.querySelector('.chart-scroll');
    if (!node || !region) return;
    const [{ left, width }, outer] = [node.getBoundingClientRect(), region.getBoundingClientRect()];
    region.scrollLeft += left + width / 2 - (outer.left + outer.width / 2);
  }
}

customElements.define('route-taken', RouteTaken);
