/** The timers of a page's steps: they show what is left, go on while another step is shown, and say when the time is up. */
import says from 'sidekick:words/do';
import {
  clockFace,
  durationOf,
  isOver,
  isRunning,
  leftAt,
  newTimer,
  started,
  stopped,
  type Timer,
} from '../../model/timer.ts';
import { fill } from '../../model/words.ts';
import { make } from '../make.ts';
import type { Item } from './screens.ts';

/** Where timers are kept: by step, counted from 0, and by which timer of the step. */
export interface TimerStore {
  timerOf(step: number, nth: number): Timer | undefined;
  keepTimer(step: number, nth: number, timer: Timer): void;
}

interface Place {
  step: number;
  nth: number;
  duration: number;
  /** How the page says the time: “5 minutes”. */
  text: string;
  number: number;
}

interface Row {
  place: Place;
  face: HTMLElement;
  start: HTMLButtonElement;
  again: HTMLButtonElement;
}

export class StepTimers {
  readonly #store: TimerStore;
  readonly #places: Place[];
  #rows: Row[] = [];
  /** Those that run, as of the last look: one of them that is over then has run out just now. */
  #ran = new Set<Place>();

  constructor(items: Item[], store: TimerStore) {
    this.#store = store;
    this.#places = items.flatMap((item, step) => placesIn(item, step));
  }

  get isEmpty(): boolean {
    return this.#places.length === 0;
  }

  /** A row for each timer of the steps that are shown. */
  draw(steps: number[]): HTMLElement[] {
    this.#rows = [];
    return this.#places
      .filter(({ step }) => steps.includes(step))
      .map((place) => {
        const face = make('span', { class: 'do-clock', role: 'timer' });
        const start = make('button', { type: 'button', class: 'quiet-button' });
        const again = make('button', { type: 'button', class: 'link-button' }, says.timerAgain);
        start.addEventListener('click', () => this.#press(place));
        again.addEventListener('click', () => {
          this.#keep(place, newTimer(place.duration));
          start.focus();
        });
        this.#rows.push({ place, face, start, again });
        const name = fill(says.timerName, { n: place.number });
        return make('div', { class: 'do-timer', role: 'group', 'aria-label': name }, [face, start, again]);
      });
  }

  /**
   * Brings what is shown up to the moment.
   * @returns what has run out since the last look, in words; and what runs or has run out at steps that are not shown
   */
  look(now: number, shown: number[]): { ranOut: string[]; elsewhere: { step: number; text: string }[] } {
    for (const row of this.#rows) this.#show(row, now);
    const ranOut = this.#places.filter((place) => this.#ran.has(place) && isOver(this.#at(place), now));
    this.#ran = new Set(this.#places.filter((place) => isRunning(this.#at(place), now)));
    const elsewhere = this.#places
      .filter(({ step }) => !shown.includes(step))
      .filter((place) => isRunning(this.#at(place), now) || isOver(this.#at(place), now))
      .map((place) => ({ step: place.step, text: this.#briefly(place, now) }));
    return { ranOut: ranOut.map(({ number }) => fill(says.timerOverAt, { n: number })), elsewhere };
  }

  #at({ step, nth, duration }: Place): Timer {
    return this.#store.timerOf(step, nth) ?? newTimer(duration);
  }

  #press(place: Place): void {
    const now = Date.now();
    const timer = this.#at(place);
    this.#keep(place, isRunning(timer, now) ? stopped(timer, now) : started(timer, now));
  }

  #keep(place: Place, timer: Timer): void {
    this.#store.keepTimer(place.step, place.nth, timer);
    const now = Date.now();
    for (const row of this.#rows) this.#show(row, now);
    if (isRunning(timer, now)) this.#ran.add(place);
    else this.#ran.delete(place);
  }

  #show({ place, face, start, again }: Row, now: number): void {
    const timer = this.#at(place);
    const isNew = timer.since === undefined && timer.left === timer.for;
    const over = isOver(timer, now);
    face.textContent = over ? says.timerOver : isNew ? place.text : clockFace(leftAt(timer, now));
    face.toggleAttribute('data-over', over);
    start.textContent = isRunning(timer, now)
      ? says.timerPause
      : isNew || over
        ? says.timerStart
        : says.timerOn;
    start.hidden = over;
    again.hidden = isNew || isRunning(timer, now);
  }

  #briefly(place: Place, now: number): string {
    const left = leftAt(this.#at(place), now);
    return left === 0
      ? fill(says.timerOverAt, { n: place.number })
      : fill(says.timerLeftAt, { n: place.number, time: clockFace(left) });
  }
}

function placesIn({ element, number = 0 }: Item, step: number): Place[] {
  return [...element.querySelectorAll('time.timer')]
    .filter((time) => time.closest('[data-tick]') === element)
    .flatMap((time, nth) => {
      const duration = durationOf(time.getAttribute('datetime') ?? '');
      return duration ? [{ step, nth, duration, text: (time.textContent ?? '').trim(), number }] : [];
    });
}
