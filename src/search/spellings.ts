/**
 * Texts by their runs of three letters: how alike a query is spelt to each of them. Looked up run by run, as comparing a query with
 * thousands of texts one by one takes longer than a pause between two keys.
 */
export class Spellings {
  /** Run, as a number → the places of the texts that hold it, in their order. */
  readonly #holders = new Map<number, number[]>();
  /** How many different runs each text has. */
  readonly #sizes: number[] = [];

  /** Takes in a text. @returns its place, from 0 */
  add(text: string): number {
    const place = this.#sizes.length;
    let size = 0;
    for (const run of runsOf(text)) {
      const holders = this.#holders.get(run);
      if (holders?.at(-1) === place) continue;
      size++;
      if (holders) holders.push(place);
      else this.#holders.set(run, [place]);
    }
    this.#sizes.push(size);
    return place;
  }

  /** Dice's coefficient, 0 to 1, for each place. */
  likenessTo(query: string): Float32Array {
    const runs = new Set(runsOf(query));
    const alike = new Float32Array(this.#sizes.length);
    for (const run of runs) for (const place of this.#holders.get(run) ?? []) alike[place]!++;
    for (const [place, size] of this.#sizes.entries())
      alike[place] = (2 * alike[place]!) / (runs.size + size);
    return alike;
  }
}

/** Three letters as one number; texts in other than Latin letters may share a few, and look a little more alike. */
function runsOf(text: string): number[] {
  const padded = ` ${text} `;
  const runs: number[] = [];
  let run = 0;
  for (let at = 0; at < padded.length; at++) {
    run = ((run << 10) | (padded.charCodeAt(at) & 1023)) & 0x3fffffff;
    if (at >= 2) runs.push(run);
  }
  return runs;
}
