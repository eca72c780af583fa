/**
 * `<do-opener>`: opens do mode, one step a screen, when its button is pressed or the address asks for it (`#do=3`, `#do=end`). A
 * heading can't have such an id, so no link of a page is mistaken. The mode itself is fetched only now.
 */
import type { DoMode } from './do/do-mode.ts';

const address = /^#do=(\d{1,3}|end)$/;

class DoOpener extends HTMLElement {
  #mode: Promise<DoMode> | undefined;

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => void this.#with((mode) => mode.begin()));
    // Back and forward, and an address that is changed by hand.
    addEventListener('popstate', () => this.#follow());
    if (address.test(location.hash)) this.#follow();
  }

  #follow(): void {
    const place = address.exec(location.hash)?.[1];
    if (place) void this.#with((mode) => mode.follow(place === 'end' ? Infinity : Number(place) - 1));
    else void this.#mode?.then((mode) => mode.leave());
  }

  async #with(act: (mode: DoMode) => void): Promise<void> {
    const status = this.querySelector('[role="status"]')!;
    status.textContent = '';
    try {
      this.#mode ??= import('./do/do-mode.ts').then(({ loadDoMode }) => loadDoMode(this));
      act(await this.#mode);
    } catch (error) {
      console.warn(error);
      this.#mode = undefined;
      // The head script holds the page back while the mode is on its way.
      delete document.documentElement.dataset.do;
      status.textContent = this.dataset.failed ?? '';
    }
  }
}

customElements.define('do-opener', DoOpener);
