/** The candidate that a misspelt word most likely meant, or nothing when none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 2.5)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance: insertions, deletions and substitutions that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, substituted));
    }
    row = next;
  }
  return row[b.length]!;
}

/** `expected` text for a word from a closed list: the nearest one first, then all when they are few. */
export function oneOf(word: string, candidates: string[]): { expected: string; mend?: string } {
  const close = nearest(word, candidates);
  const expected =
    candidates.length === 0
      ? 'nothing: none is defined yet'
      : candidates.length <= 12
        ? `one of ${candidates.join(', ')}`
        : `one of ${candidates.length} known ids`;
  return close ? { expected, mend: `Did you mean "${close}"?` } : { expected };
}
