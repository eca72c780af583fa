/**
 * The run on the page that is open: where it stands, what was skipped, its timers. What is done is told by the page's own ticks. Every
 * change is kept at once, on top of what another tab may have kept.
 */
import says from 'sidekick:words/do';
import {
  beginRun,
  finishRun,
  isOpenRun,
  takeUp,
  type OpenRun,
  type PageChange,
  type Run,
  type RunStep,
} from '../../model/run.ts';
import type { Timer } from '../../model/timer.ts';
import { fill, readableDay, readableList } from '../../model/words.ts';
import { forget } from '../recent-pages.ts';
import { keepRuns, runsOf } from '../runs.ts';
import { keep, recall } from '../storage.ts';
import type { TickList } from '../tick-list.ts';
import { readItems, type Item } from './screens.ts';
import type { TimerStore } from './step-timers.ts';
import { dayOf, today } from '../today.ts';

export type Fate = RunStep['is'];

export class CurrentRun implements TimerStore {
  readonly items: Item[];
  readonly #list: TickList;
  readonly #page: { id: string; title: string; version: string };
  #run: OpenRun;

  constructor(list: TickList) {
    this.#list = list;
    this.items = readItems(list);
    this.#page = {
      id: list.dataset.page!,
      title: document.querySelector('h1')?.textContent?.trim() ?? '',
      version: list.dataset.version!,
    };
    this.#run = this.#begun();
  }

  /** The step that was shown last; as many as there are, at the end. */
  get at(): number {
    return this.#run.at;
  }

  /** Steps that are new or different since the run began. */
  readonly changed = new Set<number>();

  /**
   * Takes up the run that is under way, or begins one.
   * @param shown steps that the reader's choice of detail shows
   * @returns whether one was under way, and what the reader should know, in lines
   */
  open(shown: number[]): { isUnderWay: boolean; notice: string[] } {
    const before = this.#recall();
    const notice: string[] = [];
    this.changed.clear();
    if (before) {
      const { run, change } = takeUp(before, this.#state);
      this.#run = run;
      for (const step of change?.steps ?? []) this.changed.add(step);
      notice.push(...(change ? this.#sayChange(change) : this.#sayAge()));
    } else {
      // What the last record holds need not stay ticked.
      if (this.#isAsRecorded(shown)) this.#list.startAgain();
      this.#run = this.#begun();
      if (this.items.some(({ box }) => box.checked)) notice.push(says.tickedBefore);
    }
    if (!this.#keep()) notice.push(says.nothingKept);
    return { isUnderWay: before !== undefined, notice };
  }

  fate(step: number): Fate {
    if (this.items[step]!.box.checked) return 'done';
    return this.reason(step) === undefined ? 'open' : 'skipped';
  }

  /** Why a step was skipped, if it was. */
  reason(step: number): string | undefined {
    return this.#run.skipped.find(([one]) => one === step)?.[1];
  }

  goTo(step: number): void {
    this.#change({ at: step });
  }

  /** Through the page's own box, so that the page keeps it. */
  tick(step: number): void {
    const { box } = this.items[step]!;
    if (!box.checked) box.click();
  }

  skip(step: number, why: string): void {
    this.#change({ skipped: [...this.#without(step), [step, why]] });
  }

  /** Forgets that a step was skipped. */
  takeBack(step: number): void {
    if (this.reason(step) !== undefined) this.#change({ skipped: this.#without(step) });
  }

  startAgain(): void {
    this.#list.startAgain();
    this.#run = this.#begun();
    this.changed.clear();
    this.#keep();
  }

  /** Makes the record. @param shown the steps that were on the way */
  finish(shown: number[]): { run: Run; isKept: boolean } {
    const steps = shown.map((step): RunStep => {
      const { text, isCritical } = this.items[step]!;
      const why = this.reason(step);
      const is = this.fate(step);
      return { text, is, ...(isCritical && { critical: true }), ...(is === 'skipped' && { why: why! }) };
    });
    const run = finishRun(this.#run, this.#page, steps, new Date());
    const isKept = keepRuns([run]);
    keep(this.#name, undefined);
    forget(this.#page.id);
    return { run, isKept };
  }

  timerOf(step: number, nth: number): Timer | undefined {
    return this.#run.timers.find(([one, other]) => one === step && other === nth)?.[2];
  }

  keepTimer(step: number, nth: number, timer: Timer): void {
    const others = this.#latest.timers.filter(([one, other]) => one !== step || other !== nth);
    this.#change({ timers: [...others, [step, nth, timer]] });
  }

  /** Another tab has kept something. @returns whether it concerns this run */
  hear(key: string | null): boolean {
    if (key !== null && key !== `sidekick:${this.#name}` && key !== `sidekick:ticks:${this.#page.id}`)
      return false;
    this.#run = { ...this.#latest, at: this.#run.at };
    return true;
  }

  get #name(): string {
    return `run:${this.#page.id}`;
  }

  get #state(): { version: string; hashes: string[] } {
    return { version: this.#page.version, hashes: this.items.map(({ hash }) => hash) };
  }

  /** This run as it is kept; another tab may have gone on with it. */
  get #latest(): OpenRun {
    const kept = this.#recall();
    const isThis = kept?.begun === this.#run.begun && kept.of === this.#run.of;
    return isThis ? kept : this.#run;
  }

  #begun(): OpenRun {
    return beginRun(this.#state, new Date());
  }

  #recall(): OpenRun | undefined {
    return recall(this.#name, isOpenRun);
  }

  #without(step: number): OpenRun['skipped'] {
    return this.#latest.skipped.filter(([one]) => one !== step);
  }

  #change(part: Partial<OpenRun>): void {
    this.#run = { ...this.#latest, at: this.#run.at, ...part };
    this.#keep();
  }

  #keep(): boolean {
    return keep(this.#name, this.#run);
  }

  #isAsRecorded(shown: number[]): boolean {
    const last = runsOf(this.#page.id)[0];
    return (
      last !== undefined &&
      last.of === this.#state.hashes.join('') &&
      last.steps.length === shown.length &&
      shown.every((step, place) => this.items[step]!.box.checked === (last.steps[place]!.is === 'done'))
    );
  }

  #sayChange({ steps }: PageChange): string[] {
    const names = steps.map((step) => {
      const { number, text } = this.items[step]!;
      return number === undefined ? `“${text}”` : fill(says.stepName, { n: number });
    });
    return [
      fill(says.changed, { on: this.#dayBegun }),
      names.length > 0
        ? fill(says.changedSteps, { steps: readableList(names, document.documentElement.lang) })
        : says.changedElsewhere,
    ];
  }

  #sayAge(): string[] {
    const isToday = dayOf(new Date(this.#run.begun)) === today();
    return isToday ? [] : [fill(says.begunOn, { on: this.#dayBegun })];
  }

  get #dayBegun(): string {
    return readableDay(dayOf(new Date(this.#run.begun)), document.documentElement.lang);
  }
}
