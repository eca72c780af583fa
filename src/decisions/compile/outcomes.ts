/** The text of outcomes, as far as answers change it. */
import type { Shown, Tool } from '../compile.ts';
import { placeholders } from '../placeholders.ts';
import { readFormula, type Names } from '../typing.ts';
import type { Path, Reading } from './reading.ts';
import { writtenAs } from './values.ts';

/** Formulas in the text of each outcome, and the conditions of its passages. */
export function readOutcomes(reading: Reading, names: Names): Map<string, Shown[]> {
  return new Map(
    reading.tool.outcomes.map((outcome, i): [string, Shown[]] => {
      const texts: [Path, string][] = [
        [['verdict'], outcome.verdict],
        [['because'], outcome.because],
        ...outcome.passages.map(({ say }, k): [Path, string] => [['passages', k, 'say'], say]),
      ];
      const values = texts.flatMap(([path, text]) =>
        placeholdersIn(reading, text, ['outcomes', i, ...path], names),
      );
      const conditions = outcome.passages.flatMap(({ if: text }, k): Shown[] => {
        const path = ['outcomes', i, 'passages', k, 'if'];
        const expression = reading.condition(text, path, names);
        return expression ? [{ path, expression, kind: 'condition' }] : [];
      });
      return [outcome.id, [...values, ...conditions]];
    }),
  );
}

function placeholdersIn(reading: Reading, text: string, path: Path, names: Names): Shown[] {
  return placeholders(text).flatMap(({ formula, at }): Shown[] => {
    const { typed, faults } = readFormula(formula, names);
    for (const fault of faults) reading.formulaFault({ ...fault, at: fault.at + at }, path);
    if (!typed || faults.length > 0) return [];
    const unit = unitOf(reading.tool, formula);
    return [{ path, expression: typed.expression, ...writtenAs(typed.type, unit) }];
  });
}

/** The unit as its author wrote it, where a formula is one name. */
function unitOf({ questions, values }: Tool, formula: string): string | undefined {
  return [...questions, ...values].find(({ id }) => id === formula)?.unit;
}
