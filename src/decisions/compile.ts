/**
 * A tool as its author wrote it → a graph that can be walked, with what is wrong in its form. Formulas become trees, repeated groups
 * become questions of their own. What answers do in the graph is looked at afterwards (analysis.ts).
 */
import type { DecisionTool } from '../schema/decision-tool.ts';
import { readDay } from './calendar.ts';
import { readGroup } from './compile/groups.ts';
import { collectIds } from './compile/names.ts';
import { readOutcomes } from './compile/outcomes.ts';
import { readQuestion } from './compile/questions.ts';
import { Reading } from './compile/reading.ts';
import { readScoring } from './compile/scoring.ts';
import { readTable } from './compile/tables.ts';
import { Values } from './compile/values.ts';
import type { Expression } from './expression.ts';
import type { Fault } from './fault.ts';
import type { Graph, ValueKind } from './graph.ts';

/** The parts of a page that make a tool; the rest says what it is about. */
export type Tool = Pick<
  DecisionTool,
  'questions' | 'groups' | 'values' | 'tables' | 'scoring' | 'outcomes' | 'tests'
>;

export interface Compiled {
  graph: Graph;
  /** Text of outcomes with formulas in it: outcome → the formulas in the order of `textsOf`. */
  shown: Map<string, Shown[]>;
  faults: Fault[];
  /** Id of a node or value → where it is written. */
  places: Map<string, Fault['path']>;
  /** Whether the day on which it is used matters. */
  readsToday: boolean;
}

/** A formula in the text of an outcome, or the condition of a passage. */
export interface Shown {
  path: Fault['path'];
  expression: Expression;
  kind: ValueKind | 'condition';
  unit?: string;
}

export function compileTool(tool: Tool): Compiled {
  const { questions, groups, values, tables, scoring, outcomes } = tool;
  const reading = new Reading(tool);
  collectIds(reading);
  const derived = new Values(reading);
  const { names } = derived;
  const once = questions.map((question, i) => readQuestion(reading, question, ['questions', i], names));
  const repeated = groups.map((group, g) => readGroup(reading, group, ['groups', g], names));
  const asked = [...once, ...repeated.flatMap((group) => group.questions)];
  const graph: Graph = {
    questions: asked,
    outcomes: outcomes.map(({ id, verdict }) => ({ id, verdict })),
    junctions: repeated.flatMap(({ junctions }) => junctions),
    values: values.flatMap(({ id }) => derived.of(id)?.derived ?? []),
    tables: tables.flatMap((table, i) => readTable(reading, table, ['tables', i])),
    holidays: Object.fromEntries(
      tables
        .filter(({ days }) => days.length > 0)
        .map(({ id, days }) => [id, days.map((day) => readDay(day)!)]),
    ),
    ...(scoring && { scoring: readScoring(reading, scoring, asked, names) }),
  };
  const shown = readOutcomes(reading, names);
  const { faults, places } = reading;
  return { graph, shown, faults, places, readsToday: readsToday(graph, shown) };
}

function readsToday(graph: Graph, shown: Map<string, Shown[]>): boolean {
  const all = JSON.stringify([graph, [...shown.values()]]);
  return all.includes('["today"]');
}
