/**
 * `<copy-text>`: a button (`data-copy-button`) that copies its `data-text`, or what stands in the `data-copy` part, with its
 * formatting for mail and documents. What happened is said in the `role=status` part.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-copy-button]');
    button?.addEventListener('click', () => void this.#copy(button));
    this.querySelector('[data-print]')?.addEventListener('click', () => print());
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    const part = this.querySelector<HTMLElement>('[data-copy]');
    const text = button.dataset.text ?? part?.innerText ?? '';
    const done = await this.#write(text, button.dataset.text ? undefined : part?.innerHTML);
    const status = this.querySelector('[role="status"]');
    if (status && done) status.textContent = this.dataset.copied ?? '';
    if (!done && part) selectAll(part);
  }

  async #write(text: string, html?: string): Promise<boolean> {
    try {
      if (html && 'ClipboardItem' in window) {
        const of = (type: string, content: string) => new Blob([content], { type });
        await navigator.clipboard.write([
          new ClipboardItem({ 'text/plain': of('text/plain', text), 'text/html': of('text/html', html) }),
        ]);
      } else await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }
}

/** Where copying is not allowed, the text is at least selected. */
function selectAll(part: HTMLElement): void {
  getSelection()?.selectAllChildren(part);
}

customElements.define('copy-text', CopyText);

export {};
