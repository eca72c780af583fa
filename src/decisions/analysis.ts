/** Proofs about a tool, made before anybody meets its faults: what is wrong in its form, and what answers would run into. */
import type { DecisionTool } from '../schema/decision-tool.ts';
import { dayText } from './calendar.ts';
import { compileTool, type Compiled, type Tool } from './compile.ts';
import { walkThrough, type Walk } from './explore.ts';
import type { Expression, Trouble } from './expression.ts';
import type { Fault } from './fault.ts';
import type { Graph } from './graph.ts';
import { readsOf } from './reads.ts';
import type { Given } from './replay.ts';
import { failedTests } from './tool-tests.ts';

export type { Fault };

/** What is proven of a tool. */
export interface Proof {
  compiled: Compiled;
  /** In the order of the file. */
  faults: Fault[];
  /** What walking every answer has shown; nothing where faults of form made walking useless. */
  walk?: Walk;
}

const proofs = new WeakMap<object, Proof>();

/** Proves a tool; once for each tool object, because pages, reports and the check all ask. */
export function proveTool(tool: Tool): Proof {
  const known = proofs.get(tool);
  if (known) return known;
  const compiled = compileTool(tool);
  const proof =
    compiled.faults.length > 0 ? { compiled, faults: compiled.faults } : proveWalk(tool, compiled);
  proof.faults.sort((a, b) => orderIn(tool, a) - orderIn(tool, b));
  proofs.set(tool, proof);
  return proof;
}

/** Every fault of a tool, in the order of the file. */
export function findFaults(tool: DecisionTool): Fault[] {
  return proveTool(tool).faults;
}

function proveWalk(tool: Tool, compiled: Compiled): Proof {
  const { graph, shown, places } = compiled;
  const expressions = new Map(
    [...shown].map(([id, list]): [string, Expression[]] => [id, list.map(({ expression }) => expression)]),
  );
  const walk = walkThrough(graph, expressions, compiled.readsToday);
  const placeOf = (id: string) => places.get(id) ?? [];
  const faults: Fault[] = [
    ...walk.loops.map(({ at, given, circle }): Fault => ({
      rule: 'tool-loop',
      path: leadPath(tool, placeOf(at), circle.at(-1)!),
      found: `a loop: ${circle.join(' → ')}${withAnswers(given)}`,
      expected: 'answers that lead on to an outcome',
    })),
    ...walk.closed.map(({ at, given }): Fault => ({
      rule: 'tool-question',
      path: placeOf(at),
      found: `the question "${at}", which no answer fits${withAnswers(given)}`,
      expected: 'limits and rules that some answer can keep',
    })),
    ...walk.troubles.map(({ trouble, at, given }) =>
      troubleFault(trouble, { at, given, tool, graph, placeOf }),
    ),
  ];
  // What was not reached may be hidden behind what is broken.
  if (faults.length === 0 && walk.complete)
    faults.push(...unreached(tool, compiled, walk, expressions), ...neverTaken(compiled, walk));
  if (faults.length === 0) faults.push(...failedTests(tool, compiled));
  return { compiled, faults, walk };
}

interface Circumstance {
  at: string;
  given: Given[];
  tool: Tool;
  graph: Graph;
  placeOf: (id: string) => Fault['path'];
}

/** The answers of an example: ` with people=50.5`. */
function withAnswers(given: Given[]): string {
  const answers = given.map(({ question, answer }) => `${question.id}=${answer}`);
  return answers.length > 0 ? `, with ${answers.join('&')}` : '';
}

function troubleFault(trouble: Trouble, { at, given, graph, placeOf }: Circumstance): Fault {
  const example = withAnswers(given);
  const place = placeOf(at);
  const value = graph.values.find(({ id }) => id === trouble.of);
  const node = graph.outcomes.some(({ id }) => id === at) ? `the outcome "${at}"` : `"${at}"`;
  switch (trouble.is) {
    case 'unanswered':
      return {
        rule: 'tool-unasked',
        path: place,
        found: `"${trouble.of}" needed at ${node} on a route that never asked it${example}`,
        expected: 'a route that asks first, or asked(…) before it is used',
      };
    case 'none-fits':
      return value
        ? {
            rule: 'tool-gap',
            path: placeOf(trouble.of),
            found: `no row of "${trouble.of}" that fits${example}`,
            expected: 'a row for it, or a last row without `if`',
          }
        : {
            rule: 'tool-gap',
            path: place,
            found: `no way on from "${at}"${example}`,
            expected: 'a route for it, or a last route without `if`',
          };
    case 'several-fit':
      return value
        ? {
            rule: 'tool-overlap',
            path: placeOf(trouble.of),
            found: `several rows of "${trouble.of}" that fit${example}`,
            expected: 'conditions that exclude each other, or `hit: first`',
          }
        : {
            rule: 'tool-overlap',
            path: place,
            found: `several ways on from "${at}"${example}`,
            expected: 'conditions that exclude each other, or `hit: first`',
          };
    case 'no-row': {
      const rows = graph.tables.find(({ id }) => id === trouble.of)?.rows ?? [];
      const [first, last] = [rows[0], rows.at(-1)];
      const known = first
        ? ` from ${dayText(first.from)}${last?.to === undefined ? '' : ` to ${dayText(last.to)}`}`
        : '';
      return {
        rule: 'tool-gap',
        path: placeOf(trouble.of),
        found: `no row of the table "${trouble.of}" for a day that is needed at ${node}${example}`,
        expected: `rows for all days that answers can lead to, or limits (\`min\`, \`max\`) that keep days${known}`,
      };
    }
    default: {
      const what = {
        division: 'a division by 0',
        'too-long': 'a number too long to write',
        calendar: 'a day outside the calendar',
        shape: 'a sum that gives nothing',
      }[trouble.is];
      return {
        rule: 'tool-trouble',
        path: place,
        found: `${what} at ${node}${example}`,
        expected: 'a condition before it, or limits (`min`, `max`) that rule it out',
      };
    }
  }
}

/** The option or route of a question that leads to a node. */
function leadPath(tool: Tool, place: Fault['path'], to: string): Fault['path'] {
  const question = place.reduce<unknown>(
    (at, key) => (at as Record<string | number, unknown>)[key],
    tool,
  ) as Tool['questions'][number];
  const option = question.options.findIndex(({ go }) => go === to);
  if (option >= 0) return [...place, 'options', option, 'go'];
  const route = question.routes.findIndex(({ go }) => go === to);
  return route >= 0 ? [...place, 'routes', route, 'go'] : question.go === to ? [...place, 'go'] : place;
}

function unreached(
  tool: Tool,
  { graph, places }: Compiled,
  walk: Walk,
  shown: Map<string, Expression[]>,
): Fault[] {
  const { next } = readsOf(graph, shown);
  const linked = linkedFrom(graph.questions[0]!.id, next);
  const groups = tool.groups.map(({ id }) => id);
  const isOnce = (id: string) => !/\.\d+\./.test(id) || id.includes('.1.');
  const faults = [...graph.questions, ...graph.outcomes].filter(
    ({ id }) => !walk.reached.has(id) && isOnce(id),
  );
  return faults.map(({ id }): Fault => {
    const isOutcome = graph.outcomes.some((outcome) => outcome.id === id);
    const name = id.replace(/^.*\./, '');
    const path = [...(places.get(id) ?? []), 'id'];
    const what = `the ${isOutcome ? 'outcome' : 'question'} "${name}"`;
    return linked.has(id)
      ? {
          rule: 'tool-unreachable',
          path,
          found: `${what}, to which a way leads that no answers can take`,
          expected: 'conditions that some answers meet',
        }
      : {
          rule: 'tool-unreachable',
          path,
          found: `${what}, which no answer leads to`,
          expected: `an answer with "go: ${groups.find((group) => id.startsWith(`${group}.`)) ?? id}"`,
        };
  });
}

function linkedFrom(start: string, next: Map<string, string[]>): Set<string> {
  const linked = new Set([start]);
  for (const id of linked) for (const target of next.get(id) ?? []) linked.add(target);
  return linked;
}

/** Conditions that no answers meet, or that an earlier one always comes before. */
function neverTaken({ graph, shown, places }: Compiled, walk: Walk): Fault[] {
  const faults: Fault[] = [];
  const never = (path: Fault['path'], what: string) =>
    faults.push({
      rule: 'tool-never',
      path,
      found: `a condition that no answers meet, at ${what}`,
      expected: 'a condition that some answers meet, and no earlier one takes',
    });
  for (const { id, routes, group } of graph.questions) {
    if (!walk.reached.has(id) || (group && group.n > 1)) continue;
    for (const [k, route] of routes.entries()) {
      const isTaken = walk.taken.has(route) || repeats(graph, id, k).some((one) => walk.taken.has(one));
      if (route.if && !isTaken) never([...(places.get(id) ?? []), 'routes', k, 'if'], `"${id}"`);
    }
  }
  for (const { id, table } of graph.values) {
    const isRead = (table?.rows ?? []).some((row) => walk.taken.has(row));
    for (const [k, row] of (table?.rows ?? []).entries()) {
      if (isRead && row.if && !walk.taken.has(row))
        never([...(places.get(id) ?? []), 'rows', k, 'if'], `"${id}"`);
    }
  }
  for (const [k, knockout] of (graph.scoring?.knockouts ?? []).entries()) {
    if (!walk.taken.has(knockout)) never(['scoring', 'knockouts', k, 'if'], 'the scoring');
  }
  for (const [id, list] of shown) {
    for (const { kind, expression, path } of list) {
      if (kind === 'condition' && walk.reached.has(id) && !walk.taken.has(expression))
        never(path, `the outcome "${id}"`);
    }
  }
  return faults;
}

/** The same route in the other repetitions of a group. */
function repeats(graph: Graph, id: string, k: number): object[] {
  const question = graph.questions.find((one) => one.id === id);
  if (!question?.group) return [];
  const own = id.replace(/^.*\.\d+\./, '');
  return graph.questions
    .filter((one) => one.group?.id === question.group?.id && one.id.endsWith(`.${own}`))
    .flatMap((one) => one.routes[k] ?? []);
}

/** Where in the file a fault stands, for sorting. */
function orderIn(tool: Tool, { path }: Fault): number {
  const fields = Object.keys(tool);
  return path.slice(0, 6).reduce<number>((order, key, depth) => {
    const place = typeof key === 'number' ? key : depth === 0 ? fields.indexOf(key) : 0;
    return order + place / 100 ** depth;
  }, 0);
}
