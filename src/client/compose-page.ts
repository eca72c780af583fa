/**
 * `<compose-page>`: where somebody writes a page, or mends one (`?page=job-aids/x`). The parser and the check that it needs
 * are large, so they come at idle or with the first touch, and on this page only.
 */
class ComposePage extends HTMLElement {
  #opened: Promise<void> | undefined;

  connectedCallback(): void {
    const open = () => void this.#open();
    const id = new URLSearchParams(location.search).get('page') ?? undefined;
    if (id !== undefined) return open();
    this.addEventListener('focusin', open, { once: true });
    this.addEventListener('pointerdown', open, { once: true });
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(open);
    else setTimeout(open, 500);
  }

  #open(): Promise<void> {
    this.#opened ??= this.#load();
    return this.#opened;
  }

  async #load(): Promise<void> {
    const status = this.querySelector<HTMLElement>('.compose-greeting')!;
    status.textContent = this.dataset.loading ?? '';
    try {
      const { compose } = await import('./compose/composer.ts');
      await compose(this, new URLSearchParams(location.search).get('page') ?? undefined);
    } catch (error) {
      console.warn(error);
      status.textContent = this.dataset.failed ?? '';
    }
  }
}

customElements.define('compose-page', ComposePage);
