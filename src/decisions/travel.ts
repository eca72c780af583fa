/**
 * A tool as it travels in its page: what the browser needs to walk it, without the words that the page shows anyway. The build packs it,
 * the page's script unpacks it; plain JSON, no code.
 */
import { provingDay } from './explore.ts';
import type { Compiled, Shown } from './compile.ts';
import { namesIn } from './expression.ts';
import type { Derived, Graph, Option, Question, Route } from './graph.ts';
import { readsOf } from './reads.ts';
import { Representatives } from './representatives.ts';
import { Residuals } from './residual.ts';
import { spoken, type Speech } from './spoken.ts';
import type { Packed, PackedShown, Sum } from './unpack.ts';

/** @param speech in which words conditions and sums are told */
export function packTool({ graph, shown }: Compiled, speech: Omit<Speech, 'graph' | 'about'>): Packed {
  return {
    graph: {
      ...graph,
      questions: graph.questions.map((question) => packQuestion(question, { ...speech, graph })),
      outcomes: graph.outcomes.map(({ id }) => ({ id })),
    },
    shown: Object.fromEntries(
      [...shown].flatMap(([id, list]) => (list.length > 0 ? [[id, list.map(packShown)]] : [])),
    ),
    probes: probesOf(graph),
    sums: Object.fromEntries(graph.values.map((value) => [value.id, sumOf(value, { ...speech, graph })])),
  };
}

/** What is the same for most questions is left out. */
function packQuestion(
  { ask: _ask, type, options, routes, rules, ...rest }: Question,
  speech: Speech,
): Packed['graph']['questions'][number] {
  return {
    ...rest,
    ...(type !== 'radio' && { type }),
    ...(options.length > 0 && { options: options.map(packOption) }),
    // Routes that every option has taken over already decide nothing.
    ...(!(type === 'radio' && options.every(({ go }) => go !== undefined)) &&
      routes.length > 0 && { routes: routes.map((route) => spokenRoute(route, speech)) }),
    ...(rules.length > 0 && { rules }),
  };
}

/** A condition that its author gave no words gets them here. */
function spokenRoute(route: Route, speech: Speech): Route {
  return route.if && !route.say ? { ...route, say: sentence(spoken(route.if, speech)) } : route;
}

function sentence(words: string): string {
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}

/** Marks of a name in the words of a sum, where its value goes. */
const [open, close] = ['{', '}'];

/** How a value is worked out, in names, and with places for the numbers. */
function sumOf({ is, table }: Derived, speech: Speech): Sum {
  if (table) return { rows: table.rows.map((row) => (row.if ? sentence(spoken(row.if, speech)) : '')) };
  if (!is) return {};
  const names = spoken(is, speech);
  const { graph } = speech;
  const marked: Speech = {
    ...speech,
    words: { ...speech.words, quoted: '{a}' },
    graph: {
      ...graph,
      questions: graph.questions.map((question) => ({ ...question, ask: `${open}${question.id}${close}` })),
      values: graph.values.map((value) => ({ ...value, say: `${open}${value.id}${close}` })),
    },
  };
  // For each of a group there are as many numbers as there are repetitions: the words alone say it better.
  const isRepeated = [...namesIn(is)].some((name) => name.includes('.'));
  return isRepeated ? { names } : { names, numbers: spoken(is, marked) };
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
