/** The buttons below a step, where a thumb reaches them. They stay the same elements, so that the focus stays on them. */
import { make } from '../make.ts';

/** What the buttons offer; an empty text hides the button. */
export interface Offer {
  main: string;
  back: string;
  skip: string;
  ahead: string;
}

export class Foot {
  readonly element: HTMLElement;
  readonly #buttons: Record<keyof Offer, HTMLButtonElement>;

  constructor(act: Record<keyof Offer, () => void>) {
    const button = (name: keyof Offer, look: string) => {
      const element = make('button', { type: 'button', class: look });
      element.addEventListener('click', () => act[name]());
      return element;
    };
    this.#buttons = {
      main: button('main', 'button'),
      back: button('back', 'link-button'),
      skip: button('skip', 'link-button'),
      ahead: button('ahead', 'link-button'),
    };
    const { main, back, skip, ahead } = this.#buttons;
    this.element = make('div', { class: 'do-foot needs-script' }, [
      main,
      make('div', { class: 'do-ways' }, [back, skip, ahead]),
    ]);
  }

  show(offer: Offer): void {
    for (const [name, text] of Object.entries(offer) as [keyof Offer, string][]) {
      const button = this.#buttons[name];
      const hadFocus = button === document.activeElement;
      button.textContent = text;
      button.hidden = text === '';
      if (hadFocus && button.hidden) this.focus();
    }
  }

  focus(): void {
    this.#buttons.main.focus({ preventScroll: true });
  }
}
