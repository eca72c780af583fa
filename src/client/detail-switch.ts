/**
 * `<detail-switch>`: remembers how much detail a reader wants. A stage belongs to a person at a task, so the choice is kept for
 * the page's topic; for the whole site only when asked. The radio buttons and CSS do the fading by themselves.
 */
import { isRecord, keep, recall } from './storage.ts';

const root = document.documentElement;
const everywhere = '*';

class DetailSwitch extends HTMLElement {
  connectedCallback(): void {
    const chosen = root.dataset.stage ?? '';
    for (const input of this.querySelectorAll('input')) {
      if (input.value === chosen && chosen) input.checked = true;
      input.addEventListener('change', () => this.#choose(input.value));
    }
    // The buttons say it from here on.
    delete root.dataset.stage;
    this.querySelector('button')?.addEventListener('click', () => this.#everywhere());
    this.#showTarget();
    addEventListener('hashchange', () => this.#showTarget());
  }

  /** Nobody is locked out: a link to a part that the choice hides shows everything, and leaves what is remembered as it is. */
  #showTarget(): void {
    // Not `:target`: while the page arrives, browsers have not yet looked for it.
    const target = document.getElementById(decoded(location.hash.slice(1)));
    if (!target?.closest('.stage') || target.checkVisibility()) return;
    this.querySelector<HTMLInputElement>('#detail-all')!.checked = true;
    target.scrollIntoView({ behavior: 'instant' });
  }

  #choose(stage: string): void {
    this.#remember(root.dataset.topic ?? everywhere, stage);
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (status) status.textContent = stage ? (status.dataset.says ?? '') : '';
    this.#offerEverywhere(true);
  }

  #everywhere(): void {
    const stage = this.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
    keep('stages', stage ? { [everywhere]: stage } : undefined);
    this.#offerEverywhere(false);
  }

  #offerEverywhere(offered: boolean): void {
    const button = this.querySelector<HTMLElement>('button');
    if (!button) return;
    if (!offered && document.activeElement === button)
      this.querySelector<HTMLInputElement>('input:checked')?.focus();
    button.hidden = !offered;
  }

  #remember(topic: string, stage: string): void {
    const stages = recall('stages', isRecord) ?? {};
    // An empty choice says “everything”, against what holds elsewhere.
    if (stage || stages[everywhere]) stages[topic] = stage;
    else delete stages[topic];
    keep('stages', stages);
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

customElements.define('detail-switch', DetailSwitch);
