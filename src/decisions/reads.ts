/** Which answers a place in the graph depends on, now and later. */
import { namesIn, type Expression } from './expression.ts';
import type { Derived, Graph, Question, Route } from './graph.ts';

export interface Reads {
  /** Where an answer to a question can lead at once: ids of questions and outcomes, through junctions and scores. */
  next: Map<string, string[]>;
  /** Formulas and conditions that are looked at when a question is asked and answered, or an outcome is shown. */
  at: Map<string, Expression[]>;
  /** Answers that are needed at a node or after it, and so make a difference there. */
  live: Map<string, Set<string>>;
  /** What is looked at from a node on: every formula once, and questions that could be asked again. */
  ahead: Map<string, { expressions: Expression[]; again: Set<string> }>;
  /** Questions on which an expression depends, through derived values. */
  questionsOf(expression: Expression): Set<string>;
  /** Derived values that an expression reads, through other values. */
  valuesOf(expression: Expression): Set<Derived>;
}

/** @param shown what the text of an outcome holds, by its id */
export function readsOf(graph: Graph, shown: Map<string, Expression[]>): Reads {
  const values = new Map(graph.values.map((value) => [value.id, value]));
  const questionsKnown = new Map<Expression, Set<string>>();
  const valuesKnown = new Map<Expression, Set<Derived>>();
  const valuesOf = (expression: Expression): Set<Derived> => {
    const known = valuesKnown.get(expression) ?? collectValues(expression, new Set());
    valuesKnown.set(expression, known);
    return known;
  };
  const collectValues = (expression: Expression, found: Set<Derived>): Set<Derived> => {
    for (const name of namesIn(expression)) {
      const value = values.get(name);
      if (!value || found.has(value)) continue;
      found.add(value);
      for (const inner of expressionsOf(value)) collectValues(inner, found);
    }
    return found;
  };
  const questionsOf = (expression: Expression): Set<string> => {
    const known = questionsKnown.get(expression);
    if (known) return known;
    const all = [expression, ...[...valuesOf(expression)].flatMap(expressionsOf)];
    const questions = new Set(all.flatMap((one) => [...namesIn(one)]).filter((name) => !values.has(name)));
    questionsKnown.set(expression, questions);
    return questions;
  };
  const next = new Map<string, string[]>();
  const at = new Map<string, Expression[]>();
  for (const question of graph.questions) {
    const { targets, conditions } = leadsOf(graph, question);
    next.set(question.id, targets);
    const limits = [question.min, question.max].filter((limit) => limit !== undefined);
    at.set(question.id, [...limits, ...question.rules.map(({ must }) => must), ...conditions]);
  }
  for (const { id } of graph.outcomes) at.set(id, shown.get(id) ?? []);
  const scored = graph.scoring ? graph.scoring.criteria.map(({ of }) => of) : [];
  const own = new Map<string, Set<string>>();
  for (const [id, expressions] of at)
    own.set(id, new Set(expressions.flatMap((one) => [...questionsOf(one)])));
  if (graph.scoring) {
    for (const question of graph.questions) {
      if (leadsOf(graph, question).scores) for (const id of scored) own.get(question.id)!.add(id);
    }
  }
  return { next, at, live: liveFrom(next, own), ahead: aheadOf(next, at), questionsOf, valuesOf };
}

export function expressionsOf({ is, table }: Derived): Expression[] {
  if (is) return [is];
  return (table?.rows ?? []).flatMap((row) => (row.if ? [row.if, row.is] : [row.is]));
}

interface Leads {
  targets: string[];
  conditions: Expression[];
  scores: boolean;
}

/** Everything that can follow an answer, through whatever asks nothing. */
function leadsOf(graph: Graph, question: Question): Leads {
  const leads: Leads = { targets: [], conditions: [], scores: false };
  const seen = new Set<string>();
  const lead = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const junction = graph.junctions.find((one) => one.id === id);
    if (junction) return along(junction.routes);
    const { scoring } = graph;
    if (id !== scoring?.id) return void leads.targets.push(id);
    leads.scores = true;
    leads.conditions.push(...scoring.knockouts.map((knockout) => knockout.if));
    for (const { go } of [...scoring.knockouts, ...scoring.bands, ...scoring.alternatives]) lead(go);
    if (scoring.tie) lead(scoring.tie);
  };
  const along = (routes: Route[]): void => {
    for (const route of routes) {
      if (route.if) leads.conditions.push(route.if);
      lead(route.go);
    }
  };
  for (const { go } of question.options) if (go !== undefined) lead(go);
  if (question.type !== 'radio' || question.options.some(({ go }) => go === undefined))
    along(question.routes);
  return leads;
}

function aheadOf(next: Map<string, string[]>, at: Map<string, Expression[]>): Reads['ahead'] {
  return new Map(
    [...at.keys()].map((id) => {
      const nodes = new Set([id]);
      for (const node of nodes) for (const target of next.get(node) ?? []) nodes.add(target);
      const again = new Set([...nodes].filter((node) => reaches(next, node, node)));
      return [id, { expressions: [...new Set([...nodes].flatMap((node) => at.get(node) ?? []))], again }];
    }),
  );
}

/** What is needed at a node is live there and, unless it is asked in between, wherever one can come from. */
function liveFrom(next: Map<string, string[]>, own: Map<string, Set<string>>): Map<string, Set<string>> {
  const live = new Map([...own].map(([id, needed]) => [id, new Set(needed)]));
  // A question that can be asked again must be remembered, or a circle would not be seen.
  const circles = [...next.keys()].filter((id) => reaches(next, id, id));
  for (const id of circles)
    for (const other of circles) if (reaches(next, id, other)) live.get(id)!.add(other);
  for (let grows = true; grows;) {
    grows = false;
    for (const [id, targets] of next) {
      const here = live.get(id)!;
      const before = here.size;
      for (const target of targets) for (const name of live.get(target) ?? []) here.add(name);
      if (here.size > before) grows = true;
    }
  }
  return live;
}

function reaches(next: Map<string, string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const queue = [...(next.get(from) ?? [])];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(next.get(id) ?? []));
  }
  return false;
}
