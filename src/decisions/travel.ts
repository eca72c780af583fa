/**
 * A tool as it travels in its page: what the browser needs to walk it, without the words that the page shows anyway. The build packs it,
 * the page's script unpacks it; plain JSON, no code.
 */
import { provingDay } from './explore.ts';
import type { Compiled, Shown } from './compile.ts';
import type { Graph, Option, Question } from './graph.ts';
import { readsOf } from './reads.ts';
import { Representatives } from './representatives.ts';
import { Residuals } from './residual.ts';
import type { Packed, PackedShown } from './unpack.ts';

export function packTool({ graph, shown }: Compiled): Packed {
  return {
    graph: {
      ...graph,
      questions: graph.questions.map(packQuestion),
      outcomes: graph.outcomes.map(({ id }) => ({ id })),
    },
    shown: Object.fromEntries(
      [...shown].flatMap(([id, list]) => (list.length > 0 ? [[id, list.map(packShown)]] : [])),
    ),
    probes: probesOf(graph),
  };
}

/** What is the same for most questions is left out. */
function packQuestion({
  ask: _ask,
  type,
  options,
  routes,
  rules,
  ...rest
}: Question): Packed['graph']['questions'][number] {
  return {
    ...rest,
    ...(type !== 'radio' && { type }),
    ...(options.length > 0 && { options: options.map(packOption) }),
    // Routes that every option has taken over already decide nothing.
    ...(!(type === 'radio' && options.every(({ go }) => go !== undefined)) &&
      routes.length > 0 && { routes }),
    ...(rules.length > 0 && { rules }),
  };
}

function packOption({ say: _say, ...option }: Option): Omit<Option, 'say'> {
  return option;
}

function packShown({ expression, kind, unit }: Shown): PackedShown {
  return { is: expression, kind, ...(unit && { unit }) };
}

/** For each number or day, answers between which an outcome may change: where the search for another outcome begins. */
function probesOf(graph: Graph): Record<string, string[]> {
  const answers = new Representatives(graph, readsOf(graph, new Map()), new Residuals(graph));
  const numbers = graph.questions.filter(({ type }) => !['radio', 'checkbox', 'country'].includes(type));
  return Object.fromEntries(
    numbers.map((question) => [question.id, answers.of(question, [], provingDay(graph))]),
  );
}
