/**
 * Exact numbers: fractions of whole numbers, so that 0.1 + 0.2 is 0.3, a third of a pound times three is a pound, and money is
 * rounded where the tool says so and nowhere else. Days are such numbers too (see calendar.ts).
 */
export interface Exact {
  /** Numerator. */
  n: bigint;
  /** Denominator, above 0; the two share no factor. */
  d: bigint;
}

export const zero: Exact = { n: 0n, d: 1n };

export function whole(n: number | bigint): Exact {
  return { n: BigInt(n), d: 1n };
}

/** `-1200.50` → an exact number. Nothing for any other text: no exponent, no separators of thousands. At most forty digits. */
export function readExact(text: string): Exact | undefined {
  const parts = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, digits, places = ''] = parts;
  return reduced(BigInt(`${sign}${digits}${places}`), 10n ** BigInt(places.length));
}

export function add(a: Exact, b: Exact): Exact {
  return reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Exact, b: Exact): Exact {
  return reduced(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Exact, b: Exact): Exact {
  return reduced(a.n * b.n, a.d * b.d);
}

/** @returns nothing where `b` is 0 */
export function divide(a: Exact, b: Exact): Exact | undefined {
  if (b.n === 0n) return undefined;
  return b.n < 0n ? reduced(-a.n * b.d, a.d * -b.n) : reduced(a.n * b.d, a.d * b.n);
}

/** Below 0 where `a` is less, above 0 where it is more. */
export function compare(a: Exact, b: Exact): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isWhole({ d }: Exact): boolean {
  return d === 1n;
}

/** The next whole number at or below. */
export function floor({ n, d }: Exact): bigint {
  const q = n / d;
  return n < 0n && q * d !== n ? q - 1n : q;
}

export type Rounding = 'near' | 'up' | 'down';

/** To so many decimal places. `near` takes a half away from zero, as tills do; `up` and `down` go towards larger and smaller. */
export function round(a: Exact, places: number, to: Rounding = 'near'): Exact {
  const scale = 10n ** BigInt(places);
  const scaled = reduced(a.n * scale, a.d);
  return reduced(roundWhole(scaled, to), scale);
}

function roundWhole(a: Exact, to: Rounding): bigint {
  if (to === 'down') return floor(a);
  if (to === 'up') return -floor({ n: -a.n, d: a.d });
  const size = { n: 2n * (a.n < 0n ? -a.n : a.n) + a.d, d: 2n * a.d };
  return a.n < 0n ? -floor(size) : floor(size);
}

/** As decimal text, to at most so many places, without zeros at the end: `1200.5`. */
export function toText(a: Exact, mostPlaces = 12): string {
  const { n, d } = round(a, mostPlaces);
  const size = n < 0n ? -n : n;
  let rest = size % d;
  let places = '';
  while (rest > 0n) {
    rest *= 10n;
    places += rest / d;
    rest %= d;
  }
  return `${n < 0n ? '-' : ''}${size / d}${places && `.${places}`}`;
}

/** Longer ones come from sums that multiply with themselves; nobody can read them, and they would take all memory. */
export function isTooLong({ n, d }: Exact): boolean {
  return n > longest || n < -longest || d > longest;
}
const longest = 10n ** 60n;

function reduced(n: bigint, d: bigint): Exact {
  if (d === 1n) return { n, d };
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  return { n: n / a, d: d / a };
}
