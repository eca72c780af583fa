/** Below “You are done when”: what is still open, and after the end the record. */
import says from 'sidekick:words/do';
import type { Run } from '../../model/run.ts';
import { make } from '../make.ts';
import { drawRecord, recordActions } from './record.ts';

export interface Open {
  step: number;
  text: string;
}

export class Ending {
  readonly element = make('div', { class: 'do-end needs-script' });
  readonly #go: (step: number) => void;

  constructor(go: (step: number) => void) {
    this.#go = go;
  }

  showOpen(open: Open[]): void {
    if (open.length === 0) return this.element.replaceChildren();
    const items = open.map(({ step, text }) => {
      const button = make('button', { type: 'button', class: 'link-button' }, text);
      button.addEventListener('click', () => this.#go(step));
      return make('li', {}, [button]);
    });
    this.element.replaceChildren(
      make('h2', { class: 'small' }, says.stillOpen),
      make('ul', { class: 'do-open' }, items),
      make('p', { class: 'do-missing', role: 'alert' }),
    );
  }

  /** Why the run can't end yet. */
  refuse(why: string): void {
    const line = this.element.querySelector('.do-missing');
    if (line) line.textContent = why;
  }

  showRecord(run: Run, isKept: boolean, allRuns: string): void {
    const heading = make('h2', { tabindex: '-1' }, says.record);
    const record = make('div', { class: 'do-record' });
    this.element.replaceChildren(
      heading,
      record,
      make('p', { class: 'quiet' }, [
        isKept ? `${says.kept} ` : says.notKept,
        ...(isKept ? [make('a', { href: allRuns }, says.all)] : []),
      ]),
    );
    this.showAnswer(run);
    heading.focus({ preventScroll: true });
  }

  /** The record again, with what its reader has answered since. */
  showAnswer(run: Run): void {
    this.element.querySelector('.do-record')?.replaceChildren(...drawRecord(run), recordActions([run]));
  }
}
