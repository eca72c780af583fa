/**
 * Which step of an edited page is which step of the page that somebody ticked (DESIGN, decision 8). A page's state is the
 * sequence of its step hashes, four characters each: the first two stand for the action, the last two for the rest.
 */

/** What became of a step of the page as it is now, seen from an earlier state. */
export type StepFate = { is: 'same' | 'changed'; was: number } | { is: 'new' };

export const hashLength = 4;

/** `ABCDEFGH` → `['ABCD', 'EFGH']`. Anything that is no sequence gives an empty list. */
export function splitSequence(sequence: string): string[] {
  if (!/^([\w-]{4})*$/.test(sequence)) return [];
  return sequence.match(/.{4}/g) ?? [];
}

/**
 * Aligns two sequences: equal hashes match by their longest common subsequence. Between two matched neighbours an
 * unmatched step is *changed* when it shares its action or its rest with an unmatched one of then, or when as many
 * steps stand there as before; else it is new.
 * @param before, now hashes of the steps, in order
 * @returns one fate for each step of `now`
 */
export function alignSteps(before: string[], now: string[]): StepFate[] {
  const fates: StepFate[] = now.map(() => ({ is: 'new' }));
  const matches = commonSubsequence(before, now);
  for (const [was, is] of matches) fates[is] = { is: 'same', was };
  let [fromWas, fromIs] = [0, 0];
  for (const [was, is] of [...matches, [before.length, now.length] as const]) {
    matchGap(before, now, range(fromWas, was), range(fromIs, is), fates);
    [fromWas, fromIs] = [was + 1, is + 1];
  }
  return fates;
}

function matchGap(before: string[], now: string[], then: number[], here: number[], fates: StepFate[]): void {
  if (then.length === here.length) {
    for (const [i, is] of here.entries()) fates[is] = { is: 'changed', was: then[i]! };
    return;
  }
  const left = new Set(then);
  for (const is of here) {
    const was = [...left].find((candidate) => isSameHalf(before[candidate]!, now[is]!));
    if (was === undefined) continue;
    fates[is] = { is: 'changed', was };
    left.delete(was);
  }
}

function isSameHalf(a: string, b: string): boolean {
  return a.slice(0, 2) === b.slice(0, 2) || a.slice(2) === b.slice(2);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** Pairs of indices of a longest common subsequence, in order. */
function commonSubsequence(a: string[], b: string[]): [number, number][] {
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i]![j] =
        a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}
