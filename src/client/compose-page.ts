/**
 * `<compose-page>`: where somebody writes a page, or mends one (`?page=job-aids/x`). The parser and the check that it needs
 * are large, so they come at idle or with the first touch, and on this page only.
 */
class ComposePage extends HTMLElement {
  #opened: Promise<void> | undefined;

  connectedCallback(): void {
    const open = () => {
      // Said to whoever waits. At idle nobody does, and a line more would move the page.
      this.#status.textContent = this.dataset.loading ?? '';
      void this.#open();
    };
    const id = new URLSearchParams(location.search).get('page') ?? undefined;
    if (id !== undefined) return open();
    this.addEventListener('focusin', open, { once: true });
    this.addEventListener('pointerdown', open, { once: true });
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => void this.#open());
    else setTimeout(() => void this.#open(), 500);
  }

  get #status(): HTMLElement {
    return this.querySelector<HTMLElement>('.compose-greeting')!;
  }

  #open(): Promise<void> {
    this.#opened ??= this.#load();
    return this.#opened;
  }

  async #load(): Promise<void> {
    try {
      const { compose } = await import('./compose/composer.ts');
      await compose(this, new URLSearchParams(location.search).get('page') ?? undefined);
    } catch (error) {
      console.warn(error);
      this.#status.textContent = this.dataset.failed ?? '';
    }
  }
}

customElements.define('compose-page', ComposePage);
