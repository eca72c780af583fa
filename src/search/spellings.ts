/**
 * Texts by their runs of three letters: how alike a query is spelt to each of them. Looked up run by run, as comparing a query with
 * thousands of texts one by one takes longer than a pause between two keys.
 */
export class Spellings {
  /** Run → the places of the texts that hold it. */
  readonly #holders = new Map<string, number[]>();
  readonly #sizes: number[] = [];

  /** Takes in a text. @returns its place, from 0 */
  add(text: string): number {
    const place = this.#sizes.length;
    const runs = runsOf(text);
    this.#sizes.push(runs.size);
    for (const run of runs) {
      const holders = this.#holders.get(run);
      if (holders) holders.push(place);
      else this.#holders.set(run, [place]);
    }
    return place;
  }

  /** Dice's coefficient, 0 to 1, for each place. */
  likenessTo(query: string): Float32Array {
    const runs = runsOf(query);
    const alike = new Float32Array(this.#sizes.length);
    for (const run of runs) for (const place of this.#holders.get(run) ?? []) alike[place]!++;
    return alike.map((common, place) => (2 * common) / (runs.size + this.#sizes[place]!));
  }
}

function runsOf(text: string): Set<string> {
  const padded = ` ${text} `;
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) runs.add(padded.slice(at, at + 3));
  return runs;
}
