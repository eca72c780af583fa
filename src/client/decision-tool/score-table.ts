/** The table of a scoring tool: what each criterion adds, weights that the reader may change, and how near another result is. */
import { toText, type Exact } from '../../decisions/exact.ts';
import type { Graph } from '../../decisions/graph.ts';
import type { State } from '../../decisions/replay.ts';
import { shareOf, weightTurns, type Score, type ScoreRow } from '../../decisions/score.ts';
import type { Writing } from '../../decisions/written.ts';
import { fill } from '../../model/words.ts';
import type { ToolWords } from './words.ts';

export class ScoreTable {
  readonly #box: HTMLElement;
  readonly #graph: Graph;
  readonly #words: ToolWords;
  readonly #writing: Writing;

  constructor(box: HTMLElement, graph: Graph, words: ToolWords, writing: Writing) {
    this.#box = box;
    this.#graph = graph;
    this.#words = words;
    this.#writing = writing;
  }

  /** Calls back with all weights that differ from the tool's own. */
  onWeight(changed: (weights: Record<string, number>) => void): void {
    this.#box.addEventListener('change', () => {
      const own = new Map(this.#graph.scoring!.criteria.map(({ id, weight }) => [id, weight]));
      const weights = this.#selects.map((select) => [select.dataset.weight!, Number(select.value)] as const);
      changed(Object.fromEntries(weights.filter(([id, weight]) => own.get(id) !== weight)));
    });
  }

  hide(): void {
    this.#box.hidden = true;
  }

  /** @param verdictOf the words of an outcome, by its id */
  show({ score }: State, weights: Record<string, number>, verdictOf: (id: string) => string): void {
    this.#box.hidden = !score;
    if (!score) return;
    for (const row of score.rows) this.#showRow(row, score);
    for (const [subject, total] of Object.entries(score.totals)) {
      const cell = this.#box.querySelector(`[data-total="${subject}"]`);
      if (cell)
        cell.textContent = fill(this.#words.score.of, {
          n: this.#number(total),
          of: this.#number(score.most),
          share: this.#number(score.shares[subject]!, 0),
        });
    }
    for (const select of this.#selects) {
      const row = score.rows.find(({ id }) => id === select.dataset.weight);
      if (row) select.value = String(row.weight);
    }
    this.#tellTurn(score, verdictOf);
    // The verdict may be out of sight of whoever changes a weight.
    const isChanged = Object.keys(weights).length > 0;
    const weighed = isChanged ? fill(this.#words.score.weighed, { verdict: verdictOf(score.go) }) : '';
    const told = this.#box.querySelector('.score-weighed')!;
    // The same text written again would be read again.
    if (told.textContent !== weighed) told.textContent = weighed;
  }

  #showRow(row: ScoreRow, score: Score): void {
    const line = this.#box.querySelector(`[data-criterion="${row.id}"]`);
    for (const [subject, points] of Object.entries(row.points)) {
      const cell = line?.querySelector(`[data-points="${subject}"]`);
      if (!cell) continue;
      const share = shareOf(row, subject, score.most);
      cell.querySelector('.points')!.textContent = fill(this.#words.score.points, {
        n: this.#number(points),
        of: this.#number(row.most),
      });
      cell.querySelector('.share')!.textContent = fill(this.#words.score.share, {
        share: this.#text(share, 0),
      });
      cell.querySelector('.bar-fill')?.setAttribute('width', share);
    }
  }

  #tellTurn(score: Score, verdictOf: (id: string) => string): void {
    const says = this.#words.score;
    const [turn] = weightTurns(this.#graph.scoring!, score);
    const tie = score.ahead.length > 1 && this.#graph.scoring!.tie === score.go;
    const nearest =
      turn &&
      fill(says.turn, {
        from: turn.from,
        to: turn.to,
        criterion: score.rows.find(({ id }) => id === turn.criterion)!.say,
        verdict: verdictOf(turn.go),
      });
    const text = score.knockedOut === undefined ? (nearest ?? says.noTurn) : says.knockedOut;
    this.#box.querySelector('.score-turn')!.textContent = tie ? `${says.tie} ${text}` : text;
  }

  #number(number: Exact, places = 1): string {
    return this.#text(toText(number, places), places);
  }

  #text(number: string, places: number): string {
    return new Intl.NumberFormat(this.#writing.language, { maximumFractionDigits: places }).format(
      number as Intl.StringNumericLiteral,
    );
  }

  get #selects(): HTMLSelectElement[] {
    return [...this.#box.querySelectorAll<HTMLSelectElement>('select[data-weight]')];
  }
}
