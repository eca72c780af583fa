/** What leads where in a decision tool, in words: the nodes and edges of its flowchart, and the rows of the table that says the same. */
import { fillPlaceholders } from '../decisions/placeholders.ts';
import type { Graph, Junction, Question, Route, Scoring } from '../decisions/graph.ts';
import { nodeIdOf } from '../decisions/route-taken.ts';
import { groupName, spoken, withoutRepetition } from '../decisions/spoken.ts';
import type { Words } from '../schema/words.ts';
import { fill } from './words.ts';

export interface ChartNode {
  /** Id of the question, outcome, group or scoring. Of a group's questions there are those of its first repetition. */
  id: string;
  /** `group` stands before what is asked for each, `again` behind it, `score` adds up points. */
  is: 'question' | 'outcome' | 'group' | 'again' | 'score';
  text: string;
  /** The group in whose box it stands. */
  group?: string;
}

export interface ChartEdge {
  from: string;
  to: string;
  /** Each of which leads there. None where there is nothing to decide. */
  labels: string[];
}

export interface Chart {
  nodes: ChartNode[];
  /** One for each pair of nodes. */
  edges: ChartEdge[];
}

export interface ChartWords {
  chart: Words['tool']['chart'];
  spoken: Words['tool']['spoken'];
}

/** @param language a language tag, for numbers and days in labels */
export function chartOf(graph: Graph, words: ChartWords, language: string): Chart {
  return new Charter(graph, words, language).chart();
}

/** Anchor in the page: `q-people`, `o-wait`. Groups and points are no place of their own. */
export function anchorOf({ id, is }: Pick<ChartNode, 'id' | 'is'>): string | undefined {
  if (is !== 'question' && is !== 'outcome') return undefined;
  return `${is[0]}-${id.replaceAll('.', '-')}`;
}

/** Where a repeated group begins, and what is asked after it. */
interface Entry {
  junction: Junction;
  first: Question;
  /** The node behind its last question. */
  again: string;
  after: string;
  /** Whether there may be none of it. */
  mayBeNone: boolean;
}

class Charter {
  readonly #graph: Graph;
  readonly #words: ChartWords;
  readonly #language: string;
  readonly #edges = new Map<string, ChartEdge>();

  constructor(graph: Graph, words: ChartWords, language: string) {
    this.#graph = graph;
    this.#words = words;
    this.#language = language;
  }

  chart(): Chart {
    const { questions, outcomes, scoring, junctions } = this.#graph;
    const nodes: ChartNode[] = [];
    const entries = new Map(
      junctions.flatMap((junction) => {
        const entry = this.#entryOf(junction);
        return entry ? [[junction.id, entry] as const] : [];
      }),
    );
    for (const question of questions) {
      const { id, ask, group } = question;
      if (!group) nodes.push({ id, is: 'question', text: ask });
      if (group?.n !== 1) {
        if (!group) this.#leadOn(question);
        continue;
      }
      const entry = entries.get(group.id);
      if (entry?.first === question) nodes.push(this.#enter(group.id, entry));
      nodes.push({ id, is: 'question', text: withoutRepetition(ask), group: group.id });
      this.#leadOn(question);
      const isLast = !questions.some(
        (other, i) => other.group?.id === group.id && other.group.n === 1 && i > questions.indexOf(question),
      );
      if (isLast && entry) nodes.push(this.#leave(group.id, entry));
    }
    if (scoring) {
      const criteria = scoring.criteria.map(({ say, weight }) => `${say} × ${weight}`);
      const text = fill(this.#words.chart.score, { criteria: criteria.join(', ') });
      nodes.push({ id: scoring.id, is: 'score', text });
      this.#weigh(scoring);
    }
    // A verdict's values are known at its end only.
    const verdict = (text: string) => fillPlaceholders(text, () => '…').replaceAll('….', '…');
    for (const { id, verdict: text } of outcomes) nodes.push({ id, is: 'outcome', text: verdict(text) });
    const isDrawn = (id: string) => nodes.some((node) => node.id === id);
    const edges = [...this.#edges.values()].filter(({ from, to }) => isDrawn(from) && isDrawn(to));
    return {
      nodes: [...entries.keys()].reduce((list, group) => followingOn(list, edges, group), nodes),
      edges,
    };
  }

  #entryOf({ id, routes }: Junction): Entry | undefined {
    const [first, after] = routes;
    const question = this.#graph.questions.find((one) => one.id === first?.go);
    if (!question?.group || question.group.id !== id || !after || !first?.if) return undefined;
    const times = this.#graph.questions.find((one) => one.id === (first.if![1] as readonly string[])[1]);
    const least = times?.min?.[0] === 'number' ? Number(times.min[1]) : 0;
    return {
      junction: { id, routes },
      first: question,
      again: `${id}.1.next`,
      after: after.go,
      mayBeNone: least < 1,
    };
  }

  #enter(id: string, { first, after, mayBeNone }: Entry): ChartNode {
    const { forEach, some, none } = this.#words.chart;
    this.#lead(id, first.id, mayBeNone ? some : undefined);
    if (mayBeNone) this.#lead(id, after, none);
    return { id, is: 'group', text: fill(forEach, { a: groupName(first) }), group: id };
  }

  #leave(group: string, { first, again, after }: Entry): ChartNode {
    this.#lead(again, after);
    return { id: again, is: 'again', text: fill(this.#words.chart.again, { a: groupName(first) }), group };
  }

  #lead(from: string, to: string, label?: string): void {
    const target = nodeIdOf(to);
    const edge = this.#edges.get(`${from} ${target}`) ?? { from, to: target, labels: [] };
    this.#edges.set(`${from} ${target}`, edge);
    if (label !== undefined && !edge.labels.includes(label)) edge.labels.push(label);
  }

  #leadOn({ id, options, routes, type }: Question): void {
    const own = type === 'radio' ? options.filter(({ go }) => go !== undefined) : [];
    const rest = options.filter((option) => !own.includes(option));
    const isSame = type === 'radio' && rest.length === 0 && new Set(own.map(({ go }) => go)).size === 1;
    if (isSame) return this.#lead(id, own[0]!.go!);
    for (const { say, go } of own) this.#lead(id, go!, say);
    if (type === 'radio' && rest.length === 0) return;
    for (const route of routes) {
      if (routes.length === 1 && !route.if) {
        if (own.length === 0) this.#lead(id, route.go);
        else for (const { say } of rest) this.#lead(id, route.go, say);
      } else this.#lead(id, route.go, this.#label(route, id));
    }
  }

  #label({ if: condition, say }: Route, about: string): string {
    if (say) return say;
    if (!condition) return this.#words.chart.otherwise;
    const words = spoken(condition, {
      graph: this.#graph,
      words: this.#words.spoken,
      language: this.#language,
      about,
    });
    return words.charAt(0).toLocaleUpperCase(this.#language) + words.slice(1);
  }

  #weigh({ id, knockouts, bands, alternatives, tie }: Scoring): void {
    const { from, below, ahead, tie: tied } = this.#words.chart;
    for (const { go, say } of knockouts) this.#lead(id, go, say);
    for (const [i, band] of bands.entries()) {
      const label =
        band.from > 0 ? fill(from, { n: band.from }) : fill(below, { n: bands[i - 1]?.from ?? 0 });
      this.#lead(id, band.go, i > 0 || band.from > 0 ? label : undefined);
    }
    for (const { say, go } of alternatives) this.#lead(id, go, fill(ahead, { a: say }));
    if (tie) this.#lead(id, tie, tied);
  }
}

/** A file lists groups behind all other questions; here each stands behind the question that leads to it. */
function followingOn(nodes: ChartNode[], edges: ChartEdge[], group: string): ChartNode[] {
  const own = nodes.filter((node) => node.group === group);
  const others = nodes.filter((node) => node.group !== group);
  const at = others.findIndex(({ id }) => edges.some(({ from, to }) => from === id && to === group));
  return at < 0 ? nodes : [...others.slice(0, at + 1), ...own, ...others.slice(at + 1)];
}
