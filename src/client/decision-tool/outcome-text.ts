/** Values and conditional passages in the text of an outcome. */
import { evaluate, holds, Trouble } from '../../decisions/expression.ts';
import type { ValueKind } from '../../decisions/graph.ts';
import type { State } from '../../decisions/replay.ts';
import type { PackedShown } from '../../decisions/unpack.ts';
import { writtenAnswer, writtenValue, type Writing } from '../../decisions/written.ts';

/** @param section holds the values in the order of `shown`, its conditions last */
export function fillOutcome(
  section: HTMLElement,
  shown: PackedShown[],
  state: State,
  writing: Writing,
): void {
  const values = shown.filter(({ kind }) => kind !== 'condition');
  const conditions = shown.filter(({ kind }) => kind === 'condition');
  for (const [i, place] of [...section.querySelectorAll('.value')].entries()) {
    const value = values[i];
    if (value) place.textContent = written(value, state, writing);
  }
  for (const [i, passage] of [...section.querySelectorAll<HTMLElement>('[data-if]')].entries()) {
    const condition = conditions[i];
    if (condition) passage.hidden = holds(condition.is, state.scope) !== true;
  }
}

function written({ is, kind, unit }: PackedShown, state: State, writing: Writing): string {
  const given = state.given.find(({ question }) => is[0] === 'ref' && question.id === is[1]);
  if (given) return writtenAnswer(given.question, given.answer, writing);
  const value = evaluate(is, state.scope);
  return value instanceof Trouble ? '…' : writtenValue(value, kind as ValueKind, unit, writing);
}
