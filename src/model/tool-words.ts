/** What the script of a decision tool says: the part of the interface's words that this one tool can need. */
import type { ToolWords } from '../client/decision-tool/words.ts';
import type { Graph } from '../decisions/graph.ts';
import type { Words } from '../schema/words.ts';

export function toolWords({ tool }: Words, graph: Graph): Partial<ToolWords> {
  const {
    answerGone,
    dropped,
    trouble,
    turn,
    turnUp,
    turnDown,
    turnFrom,
    turnUntil,
    errorTitle,
    errors,
    yes,
    no,
    score,
  } = tool;
  const isTyped = graph.questions.some(({ type }) => type !== 'radio');
  return {
    answerGone,
    dropped,
    turn,
    yes,
    no,
    ...(isTyped && { trouble, turnUp, turnDown, turnFrom, turnUntil, errorTitle, errors }),
    ...(graph.scoring && { score }),
  };
}

/** `GBP` → `£` */
export function currencySign(currency: string | undefined, language: string): string {
  const parts = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: currency ?? 'XXX',
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? '';
}
