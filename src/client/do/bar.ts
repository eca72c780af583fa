/** What stands above a step: which one it is, the way back to the page, and what the reader should know before going on. */
import says from 'sidekick:words/do';
import { make } from '../make.ts';

export class Bar {
  readonly element: HTMLElement;
  readonly #place = make('p', { class: 'do-place' });
  readonly #notice = make('div', { class: 'do-notice', hidden: true });
  readonly #elsewhere = make('p', { class: 'do-elsewhere', hidden: true });
  readonly #status = make('p', { role: 'status', class: 'visually-hidden' });
  readonly #again = make('button', { type: 'button', class: 'link-button' }, says.startAgain);
  #said = '';

  constructor(act: { leave(): void; startAgain(): void; go(step: number): void }) {
    const leave = make('button', { type: 'button', class: 'link-button' }, says.leave);
    leave.addEventListener('click', () => act.leave());
    this.#again.addEventListener('click', () => act.startAgain());
    this.#elsewhere.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) act.go(Number(target.value));
    });
    this.element = make('div', { class: 'do-bar needs-script' }, [
      make('div', { class: 'do-top' }, [this.#place, leave]),
      this.#notice,
      this.#elsewhere,
      this.#status,
    ]);
  }

  /** @param under the heading that the step stands under on the page */
  showPlace(place: string, under: string): void {
    this.#place.replaceChildren(
      make('strong', {}, place),
      make('span', { class: 'do-under-heading' }, under && ` · ${under}`),
    );
  }

  /** Lines that stay until the run begins again; none hides them. */
  showNotice(lines: string[]): void {
    this.#notice.hidden = lines.length === 0;
    this.#notice.replaceChildren(...lines.map((line) => make('p', {}, line)), this.#again);
  }

  /** Timers of other steps, each a way there. */
  showElsewhere(timers: { step: number; text: string }[]): void {
    const said = timers.map(({ text }) => text).join();
    if (said === this.#said) return;
    this.#said = said;
    this.#elsewhere.hidden = timers.length === 0;
    const buttons = [...this.#elsewhere.querySelectorAll('button')];
    // The same buttons, so that one that has the focus keeps it while the seconds pass.
    for (const [index, { step, text }] of timers.entries()) {
      const button = buttons[index] ?? make('button', { type: 'button', class: 'link-button' });
      button.textContent = text;
      button.value = String(step);
      if (!buttons[index]) this.#elsewhere.append(button);
    }
    for (const button of buttons.slice(timers.length)) button.remove();
  }

  /** Politely: whoever is reading finishes first. */
  announce(text: string): void {
    this.#status.textContent = text;
  }
}
