/** `<did-it-work>`: keeps the answer on this device. */
import { keep, recall } from './storage.ts';

const isAnswer = (value: unknown): value is string => value === 'yes' || value === 'no';

class DidItWork extends HTMLElement {
  connectedCallback(): void {
    const name = `worked:${this.dataset.page}`;
    const answer = recall(name, isAnswer);
    for (const input of this.querySelectorAll<HTMLInputElement>('input[name="worked"]')) {
      if (input.value === answer) input.checked = true;
      input.addEventListener('change', () => keep(name, input.value));
    }
  }
}

customElements.define('did-it-work', DidItWork);
