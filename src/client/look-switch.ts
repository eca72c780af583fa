/** `<look-switch>`: light, dark, or as the device says. The head script applies the choice before the first paint. */
class LookSwitch extends HTMLElement {
  connectedCallback(): void {
    const chosen = document.documentElement.dataset.theme ?? '';
    for (const input of this.querySelectorAll('input')) {
      input.checked = input.value === chosen;
      input.addEventListener('change', () => this.#apply(input.value));
    }
  }

  #apply(look: string): void {
    if (look) document.documentElement.dataset.theme = look;
    else delete document.documentElement.dataset.theme;
    try {
      // Plain text, not JSON: the head script reads it too.
      if (look) localStorage.setItem('sidekick:theme', look);
      else localStorage.removeItem('sidekick:theme');
    } catch {
      // The choice lasts for this page.
    }
  }
}

customElements.define('look-switch', LookSwitch);
