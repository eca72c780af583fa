/**
 * How many routes lead through a tool. Routes multiply at every question that several answers reach, so a tool of sixty
 * questions can have more of them than could ever be listed: they are counted backwards from each outcome instead, a
 * question once.
 */
import type { Graph } from './graph.ts';
import { mostQuestionsFrom } from './replay.ts';

export interface Routes {
  /** Ways to answer from the first question to an outcome. Two answers that lead to the same place are two ways. */
  all: bigint;
  /** How many of them end at each outcome, by its id, in the order of the file. */
  to: Map<string, bigint>;
  /** Questions on the longest one. */
  longest: number;
}

/** @param graph one whose faults were found empty (see analysis.ts) */
export function routesThrough(graph: Graph): Routes {
  const start = graph.questions[0]!.id;
  const options = new Map(graph.questions.map((question) => [question.id, question.options]));
  const to = new Map(graph.outcomes.map(({ id }) => [id, routesBetween(start, id, options)]));
  return {
    all: [...to.values()].reduce((sum, routes) => sum + routes, 0n),
    to,
    longest: mostQuestionsFrom(graph, start),
  };
}

/** @param known what is counted already */
function routesBetween(
  from: string,
  to: string,
  options: Map<string, { go: string }[]>,
  known = new Map<string, bigint>(),
): bigint {
  if (from === to) return 1n;
  const counted = known.get(from);
  if (counted !== undefined) return counted;
  const routes = (options.get(from) ?? []).reduce(
    (sum, { go }) => sum + routesBetween(go, to, options, known),
    0n,
  );
  known.set(from, routes);
  return routes;
}
