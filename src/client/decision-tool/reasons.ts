/** Why the answers led where they led: the conditions that held, and the sums with their numbers. */
import { holds, namesIn, Trouble, type Expression } from '../../decisions/expression.ts';
import type { Derived, Graph } from '../../decisions/graph.ts';
import type { State } from '../../decisions/replay.ts';
import type { PackedShown, Sum } from '../../decisions/unpack.ts';
import { kindOf, writtenAnswer, writtenValue, type Writing } from '../../decisions/written.ts';

interface Told {
  graph: Graph;
  state: State;
  shown: PackedShown[];
  sums: Record<string, Sum>;
  writing: Writing;
}

/** Fills the list of reasons. @returns them as lines of text */
export function listReasons(box: HTMLElement, told: Told): string[] {
  const { fired, score } = told.state;
  const conditions = fired.flatMap(({ route }) => route.say ?? []);
  const lines = [
    ...(score?.knockedOut === undefined ? [] : [score.knockedOut]),
    ...new Set(conditions),
    ...sumLines(told),
  ];
  box.hidden = lines.length === 0;
  const items = lines.map((line) => {
    const item = document.createElement('li');
    item.textContent = line;
    return item;
  });
  box.querySelector('ul')!.replaceChildren(...items);
  return lines;
}

/** `hours a week = cases × minutes ÷ 60 = 120 × 5 ÷ 60 = 10 hours`, for every value that decided or is shown. */
function sumLines({ graph, state, shown, sums, writing }: Told): string[] {
  const read = [
    ...state.fired.flatMap(({ route }) => (route.if ? [route.if] : [])),
    ...shown.map(({ is }) => is),
  ];
  const needed = new Set<Derived>();
  const need = (expression: Expression): void => {
    for (const name of namesIn(expression)) {
      const value = graph.values.find(({ id }) => id === name);
      if (!value || needed.has(value)) continue;
      if (value.is) need(value.is);
      for (const row of value.table?.rows ?? []) {
        if (row.if) need(row.if);
        need(row.is);
      }
      needed.add(value);
    }
  };
  for (const expression of read) need(expression);
  const written = (id: string) => {
    const given = state.given.find(({ question }) => question.id === id);
    if (given) return writtenAnswer(given.question, given.answer, writing);
    const value = state.scope.valueOf(id);
    const { kind, unit } = kindOf(graph, id);
    return value instanceof Trouble ? undefined : writtenValue(value, kind, unit, writing);
  };
  return [...needed].flatMap((value) => {
    const result = written(value.id);
    if (result === undefined) return [];
    const { names, numbers, rows } = sums[value.id] ?? {};
    if (rows) return `${value.say}: ${result}${rowWords(value, rows, state)}`;
    const ids = [...(numbers ?? '').matchAll(/\{([^{}]+)\}/g)].map(([, id]) => id!);
    const texts = ids.map((id) => [id, written(id)] as const);
    const isWhole = texts.length > 0 && texts.every(([, text]) => text !== undefined);
    const filled = isWhole
      ? fillNames(numbers!, Object.fromEntries(texts) as Record<string, string>)
      : undefined;
    return [value.say, names, filled, result]
      .filter((part, i, parts) => part !== undefined && part !== parts[i - 1])
      .join(' = ');
  });
}

function fillNames(text: string, values: Record<string, string>): string {
  return text.replace(/\{([^{}]+)\}/g, (_, id: string) => values[id]!);
}

/** The condition of the row that gave the value. */
function rowWords({ table }: Derived, rows: string[], state: State): string {
  const index = (table?.rows ?? []).findIndex((row) => row.if && holds(row.if, state.scope) === true);
  return index >= 0 && rows[index] ? ` (${rows[index]})` : '';
}
