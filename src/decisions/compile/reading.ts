/** What every part of a tool is read with: the tool, where faults go, how formulas are read, and which ids a way on may lead to. */
import { nearest } from '../../content/nearest.ts';
import type { Expression } from '../expression.ts';
import type { Fault } from '../fault.ts';
import type { FormulaFault } from '../parse.ts';
import { readCondition, readFormula, type Names, type Typed } from '../typing.ts';
import type { Tool } from '../compile.ts';

export type Path = Fault['path'];

/** Names, and the targets that there are beside those of the whole tool. */
export type Placed = Names & { targets?: string[] };

export class Reading {
  readonly tool: Tool;
  readonly faults: Fault[] = [];
  /** Id of a node or value → where it is written. */
  readonly places = new Map<string, Path>();
  /** Every id that a way on may lead to. */
  readonly #targets: ReadonlySet<string>;

  constructor(tool: Tool) {
    this.tool = tool;
    const { questions, groups, outcomes, scoring } = tool;
    this.#targets = new Set(
      [...questions, ...groups, ...outcomes, ...(scoring ? [scoring] : [])].map(({ id }) => id),
    );
  }

  fault(rule: Fault['rule'], path: Path, found: string, expected: string, at?: number): void {
    this.faults.push({ rule, path, found, expected, ...(at !== undefined && { at }) });
  }

  formula(text: string, path: Path, names: Names, read = readFormula): Typed | undefined {
    const { typed, faults } = read(text, names);
    for (const fault of faults) this.formulaFault(fault, path);
    return faults.length === 0 ? typed : undefined;
  }

  formulaFault({ at, found, expected }: FormulaFault, path: Path): void {
    this.fault('tool-formula', path, found, expected, at);
  }

  condition(text: string | undefined, path: Path, names: Names): Expression | undefined {
    return text === undefined ? undefined : this.formula(text, path, names, readCondition)?.expression;
  }

  /** Inside a group its own questions are targets too, and `next`. */
  target(id: string, path: Path, from: string, { targets: own = [] }: Placed): void {
    if (this.#targets.has(id) || own.includes(id)) return;
    const close = nearest(id, [...this.#targets, ...own]);
    this.fault(
      'tool-target',
      path,
      `"go: ${id}" at "${from}"`,
      `the id of a question or an outcome of this tool${close ? `; did you mean ${close}?` : ''}`,
    );
  }
}
