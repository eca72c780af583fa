/** Values in the text of an outcome: `You need {weeks} weeks.` What stands in the brackets is a formula, most often one name. */

export interface Placeholder {
  formula: string;
  /** Where the formula begins, in characters of the text. */
  at: number;
  /** Where its brackets begin, and the character behind them. */
  from: number;
  to: number;
}

const pattern = /\{([^{}]*)\}/g;

export function placeholders(text: string): Placeholder[] {
  return [...text.matchAll(pattern)].map((match) => {
    const formula = match[1]!.trim();
    const { index: from } = match;
    return { formula, at: from + match[0].indexOf(formula, 1), from, to: from + match[0].length };
  });
}

/** Puts something in the place of each, in their order. */
export function fillPlaceholders(text: string, put: (index: number, formula: string) => string): string {
  let index = 0;
  return text.replace(pattern, (_, formula: string) => put(index++, formula.trim()));
}

/** Whether a unit has the form of a currency's three letters (ISO 4217). */
export function isoCurrency(unit: string | undefined): unit is string {
  return unit !== undefined && /^[A-Z]{3}$/.test(unit);
}

/** The currency of an amount of money, and what it is for, as its author wrote it: `GBP`, `GBP per hour`, `GBP/lunch`. */
export function moneyOf(unit: string | undefined): { currency: string; each: string } | undefined {
  const match = /^([A-Z]{3})((?:\/| per )\S.*)?$/.exec(unit ?? '');
  return match ? { currency: match[1]!, each: match[2] ?? '' } : undefined;
}

/** What stands for a value until it is known: its name, as the author gave it. A formula has none. */
export function valueName(formula: string, values: { id: string; say?: string }[]): string {
  return (
    values.find(({ id }) => id === formula)?.say ??
    (/^[a-z0-9-]+$/.test(formula) ? formula.replaceAll('-', ' ') : '…')
  );
}
