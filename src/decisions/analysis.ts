/** Proofs about a tool, made before anybody meets its faults: what is wrong in its form, and what answers would run into. */
import type { DecisionTool } from '../schema/decision-tool.ts';
import { dayText } from './calendar.ts';
import { compileTool, type Compiled, type Tool } from './compile.ts';
import { walkThrough, type Found, type Walk } from './explore.ts';
import { evaluate, namesIn, Trouble, type Expression, type Scope } from './expression.ts';
import type { Fault } from './fault.ts';
import { questionOf, type Derived, type Graph } from './graph.ts';
import { expressionsOf, readsOf } from './reads.ts';
import { scopeOf, type Given } from './replay.ts';
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
    ...walk.troubles.map((found) => troubleFault(found, compiled)),
  ];
  // What was not reached may be hidden behind what is broken.
  if (faults.length === 0 && walk.complete) faults.push(...deadParts(tool, compiled, walk, expressions));
  if (faults.length === 0) faults.push(...failedTests(tool, compiled));
  return { compiled, faults: oncePerPlace(faults), walk };
}

/** One slip in a value shows wherever it is read, and one in a group at each repetition. */
function oncePerPlace(faults: Fault[]): Fault[] {
  const slip = ({ rule, path, found }: Fault) => {
    const name = /"([^"]*)"/.exec(found)?.[1] ?? '';
    return JSON.stringify([rule, path, rule === 'tool-unasked' && name.replace(/\.\d+\./, '.')]);
  };
  const first = new Map(faults.toReversed().map((fault) => [slip(fault), fault]));
  return faults.filter((fault) => first.get(slip(fault)) === fault);
}

/** What nobody reaches and what nobody meets, each where it comes from: a way that nobody can take is told by where it would lead. */
function deadParts(tool: Tool, compiled: Compiled, walk: Walk, shown: Map<string, Expression[]>): Fault[] {
  const rows = neverInRows(compiled, walk);
  if (rows.length > 0) return rows;
  return [...unreached(tool, compiled, walk, shown), ...neverTaken(compiled, walk)];
}

/** The answers of an example: ` with people=50.5`. */
function withAnswers(given: Given[]): string {
  const answers = given.map(({ question, answer }) => `${question.id}=${answer}`);
  return answers.length > 0 ? `, with ${answers.join('&')}` : '';
}

function troubleFault({ trouble, at, given, today }: Found, compiled: Compiled): Fault {
  const { graph, places } = compiled;
  const placeOf = (id: string) => places.get(id) ?? [];
  const example = withAnswers(given);
  const value = graph.values.find(({ id }) => id === trouble.of);
  const node = graph.outcomes.some(({ id }) => id === at) ? `the outcome "${at}"` : `"${at}"`;
  const scope = scopeOf(graph, given, today);
  switch (trouble.is) {
    case 'unanswered':
      return {
        rule: 'tool-unasked',
        path: formulaAt(at, scope, trouble, compiled),
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
            path: placeOf(at),
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
            path: placeOf(at),
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
        path: brokenValue(graph, scope, placeOf) ?? formulaAt(at, scope, trouble, compiled),
        found: `${what} at ${node}${example}`,
        expected: 'a condition before it, or limits (`min`, `max`) that rule it out',
      };
    }
  }
}

/** The formula of a question or outcome in which a trouble shows; the place of the node where none does, as with points. */
function formulaAt(
  at: string,
  scope: Scope,
  trouble: Trouble,
  { graph, places, shown }: Compiled,
): Fault['path'] {
  const place = places.get(at) ?? [];
  const question = questionOf(graph, at);
  const formulas: [Fault['path'], Expression | undefined][] = question
    ? [
        [[...place, 'min'], question.min],
        [[...place, 'max'], question.max],
        ...question.rules.map(({ must }, k): [Fault['path'], Expression] => [
          [...place, 'rules', k, 'must'],
          must,
        ]),
        ...question.routes.map((route, k): [Fault['path'], Expression | undefined] => [
          [...place, 'routes', k, 'if'],
          route.if,
        ]),
        ...(graph.scoring?.knockouts ?? []).map((knockout, k): [Fault['path'], Expression] => [
          ['scoring', 'knockouts', k, 'if'],
          knockout.if,
        ]),
      ]
    : (shown.get(at) ?? []).map(({ path, expression }) => [path, expression]);
  const found = formulas.find(([, formula]) => {
    const value = formula && evaluate(formula, scope);
    return value instanceof Trouble && value.is === trouble.is && value.of === trouble.of;
  });
  return found?.[0] ?? place;
}

/** The formula of a value that can't be worked out although all that it reads can. */
function brokenValue(
  graph: Graph,
  scope: Scope,
  placeOf: (id: string) => Fault['path'],
): Fault['path'] | undefined {
  const fails = (id: string) => {
    const value = graph.values.some((one) => one.id === id) && scope.valueOf(id);
    return value instanceof Trouble && value.of === '';
  };
  const value = graph.values.find(
    (one) => fails(one.id) && !expressionsOf(one).some((formula) => [...namesIn(formula)].some(fails)),
  );
  return value && [...placeOf(value.id), ...(value.is ? ['is'] : [])];
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
  const linked = linkedFrom([...walk.reached], next);
  const groups = tool.groups.map(({ id }) => id);
  const isOnce = (id: string) => !/\.\d+\./.test(id) || id.includes('.1.');
  const dead = [...graph.questions, ...graph.outcomes]
    .map(({ id }) => id)
    .filter((id) => !walk.reached.has(id) && isOnce(id));
  return rootsOf(dead, next, walk.reached).map((id): Fault => {
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

/** Of places that nobody reaches, those from which the others would be: the rest is mended with them. */
function rootsOf(dead: string[], next: Map<string, string[]>, reached: Set<string>): string[] {
  const leadsTo = (from: Iterable<string>, id: string) =>
    [...from].some((one) => next.get(one)?.includes(id));
  const first = dead.filter((id) => leadsTo(reached, id) || !leadsTo(dead, id));
  const behind = linkedFrom(first, next);
  for (const id of dead) {
    if (behind.has(id)) continue;
    // Places that lead only to each other have no first one; any will do.
    first.push(id);
    for (const one of linkedFrom([id], next)) behind.add(one);
  }
  return dead.filter((id) => first.includes(id));
}

function linkedFrom(start: string[], next: Map<string, string[]>): Set<string> {
  const linked = new Set(start);
  for (const id of linked) for (const target of next.get(id) ?? []) linked.add(target);
  return linked;
}

function never(path: Fault['path'], what: string): Fault {
  return {
    rule: 'tool-never',
    path,
    found: `a condition that no answers meet, at ${what}`,
    expected: 'a condition that some answers meet, and no earlier one takes',
  };
}

/** Rows of decision tables that no answers meet, or that an earlier one always comes before. */
function neverInRows({ graph, places }: Compiled, walk: Walk): Fault[] {
  return graph.values.flatMap(({ id, table }) => {
    const rows = table?.rows ?? [];
    if (!rows.some((row) => walk.taken.has(row))) return [];
    return rows.flatMap((row, k) =>
      row.if && !walk.taken.has(row) ? never([...(places.get(id) ?? []), 'rows', k, 'if'], `"${id}"`) : [],
    );
  });
}

/**
 * `year(due) < year(today)`: a day on which it holds may lie far from those on which the tool is proved, so nobody can say that there is
 * none.
 */
function turnsWithTheYear(graph: Graph, expression: Expression): boolean {
  const text = JSON.stringify([expression, ...[...valuesIn(graph, expression)].flatMap(expressionsOf)]);
  return text.includes('["today"]') && /\["(year|month|day|weekday|working-day|in)",/.test(text);
}

function valuesIn(graph: Graph, expression: Expression, found = new Set<Derived>()): Set<Derived> {
  for (const name of namesIn(expression)) {
    const value = graph.values.find(({ id }) => id === name);
    if (!value || found.has(value)) continue;
    found.add(value);
    for (const inner of expressionsOf(value)) valuesIn(graph, inner, found);
  }
  return found;
}

/** The same for ways on that lead to places which others reach, and for passages. */
function neverTaken({ graph, shown, places }: Compiled, walk: Walk): Fault[] {
  const faults: Fault[] = [];
  for (const { id, routes, group } of graph.questions) {
    if (!walk.reached.has(id) || (group && group.n > 1)) continue;
    for (const [k, route] of routes.entries()) {
      const isTaken = walk.taken.has(route) || repeats(graph, id, k).some((one) => walk.taken.has(one));
      if (route.if && !isTaken && !isDead(graph, route.go, walk) && !turnsWithTheYear(graph, route.if))
        faults.push(never([...(places.get(id) ?? []), 'routes', k, 'if'], `"${id}"`));
    }
  }
  for (const [k, knockout] of (graph.scoring?.knockouts ?? []).entries()) {
    if (!walk.taken.has(knockout) && !isDead(graph, knockout.go, walk))
      faults.push(never(['scoring', 'knockouts', k, 'if'], 'the scoring'));
  }
  for (const [id, list] of shown) {
    for (const { kind, expression, path } of list) {
      if (
        kind === 'condition' &&
        walk.reached.has(id) &&
        !walk.taken.has(expression) &&
        !turnsWithTheYear(graph, expression)
      )
        faults.push(never(path, `the outcome "${id}"`));
    }
  }
  return faults;
}

/** Whether a way would lead to a question or outcome that nobody reaches, so that the fault is told there. */
function isDead(graph: Graph, id: string, walk: Walk): boolean {
  const { questions, outcomes, junctions, scoring } = graph;
  const between = junctions.find((junction) => junction.id === id)?.routes;
  const scored = id === scoring?.id ? [...scoring.bands, ...scoring.alternatives] : [];
  if ([...(between ?? []), ...scored].some(({ go }) => isDead(graph, go, walk))) return true;
  return [...questions, ...outcomes].some((one) => one.id === id) && !walk.reached.has(id);
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
