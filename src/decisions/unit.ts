/** Units of numbers, so that a formula that adds weeks to pounds is refused: what is multiplied and divided is counted with them. */

/** Unit → power: `£/week` is `{ GBP: 1, week: -1 }`. A bare number has none and fits anywhere in a sum. */
export type Unit = Record<string, number>;

export const bare: Unit = {};

/** `hours/week`, `GBP per hour`, `people`, `GBP`, `%`. Plurals count as their singular. */
export function readUnit(text: string): Unit {
  const [above = '', ...under] = text.split(/\/|\sper\s/).map((part) => part.trim());
  let unit = power(above, 1);
  for (const part of under) unit = times(unit, power(part, -1));
  return unit;
}

function power(name: string, exponent: number): Unit {
  // A share is a bare number.
  return name === '' || name === '%' || name === '1' ? bare : { [singular(name)]: exponent };
}

function singular(name: string): string {
  if (/^[A-Z]{3}$/.test(name)) return name;
  if (name === 'people') return 'person';
  return name
    .toLowerCase()
    .replace(/(?<![su])s$/, '')
    .replace(/ie$/, 'y')
    .replace(/(ch|sh|x|ss)e$/, '$1');
}

export function times(a: Unit, b: Unit): Unit {
  const unit = { ...a };
  for (const [name, exponent] of Object.entries(b)) unit[name] = (unit[name] ?? 0) + exponent;
  return Object.fromEntries(Object.entries(unit).filter(([, exponent]) => exponent !== 0));
}

export function over(a: Unit, b: Unit): Unit {
  return times(a, Object.fromEntries(Object.entries(b).map(([name, exponent]) => [name, -exponent])));
}

export function isBare(unit: Unit): boolean {
  return Object.keys(unit).length === 0;
}

export function isSameUnit(a: Unit, b: Unit): boolean {
  return unitText(a) === unitText(b);
}

/** `GBP per week`, for messages. */
export function unitText(unit: Unit): string {
  const side = (sign: number) =>
    Object.entries(unit)
      .filter(([, exponent]) => exponent * sign > 0)
      .map(([name, exponent]) => (Math.abs(exponent) === 1 ? name : `${name}^${Math.abs(exponent)}`))
      .sort()
      .join(' × ');
  const [above, below] = [side(1), side(-1)];
  return `${above || (below ? '1' : 'a bare number')}${below && ` per ${below}`}`;
}
