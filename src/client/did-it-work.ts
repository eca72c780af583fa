/**
 * `<did-it-work>`: keeps the answer on this device, and with the record of the run that it is about. Do mode, while it shows the
 * record, takes the answer itself and prevents the rest (`answered`, with the answer as its detail).
 */
import { keep, recall } from './storage.ts';

const isAnswer = (value: unknown): value is 'yes' | 'no' => value === 'yes' || value === 'no';

export class DidItWork extends HTMLElement {
  connectedCallback(): void {
    const answer = recall(this.#name, isAnswer);
    for (const input of this.#inputs) {
      if (input.value === answer) input.checked = true;
      input.addEventListener('change', () => this.#answer(input.value as 'yes' | 'no'));
    }
  }

  /** Asks anew: another run is over. */
  ask(): void {
    keep(this.#name, undefined);
    for (const input of this.#inputs) input.checked = false;
  }

  get #name(): string {
    return `worked:${this.dataset.page}`;
  }

  get #inputs(): NodeListOf<HTMLInputElement> {
    return this.querySelectorAll<HTMLInputElement>('input[name="worked"]');
  }

  #answer(worked: 'yes' | 'no'): void {
    keep(this.#name, worked);
    if (this.dispatchEvent(new CustomEvent('answered', { detail: worked, cancelable: true })))
      import('./runs.ts')
        .then(({ answerLatest }) => answerLatest(this.dataset.page!, worked))
        // Without the script the answer is kept beside the page all the same.
        .catch(() => undefined);
  }
}

customElements.define('did-it-work', DidItWork);
