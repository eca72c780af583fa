/**
 * `<tick-list>`: keeps the ticks of steps and checks on this device. The page's state is the sequence of its step hashes, so
 * that after an edit the other ticks stay and the changed step says that it changed (DESIGN, decision 8).
 */
import { alignSteps, splitSequence } from '../model/steps.ts';
import { forget, rememberPage } from './recent-pages.ts';
import { isRecord, keep, recall } from './storage.ts';

interface Ticks {
  /** Hashes of all steps and checks when the ticks were set, four characters each. */
  of: string;
  /** Which of them are ticked. */
  on: number[];
}

function isTicks(value: unknown): value is Ticks {
  return (
    isRecord(value) &&
    typeof value.of === 'string' &&
    Array.isArray(value.on) &&
    value.on.every((n) => Number.isInteger(n))
  );
}

export class TickList extends HTMLElement {
  #items: HTMLElement[] = [];

  connectedCallback(): void {
    this.#items = [...this.querySelectorAll<HTMLElement>('[data-tick]')];
    if (this.#items.length === 0) return;
    // On a slow line somebody ticks before this script arrives.
    const early = this.#items.filter((item) => boxOf(item).checked);
    this.#restore();
    for (const item of early) {
      boxOf(item).checked = true;
      this.#save(item);
    }
    this.addEventListener('change', (event) => {
      const item = (event.target as Element).closest<HTMLElement>('[data-tick]');
      if (item && event.target === boxOf(item)) this.#save(item);
    });
    this.querySelector('.tick-foot button')?.addEventListener('click', () => {
      this.startAgain();
      boxOf(this.#items[0]!).focus();
    });
    // Another tab may tick the same page.
    addEventListener('storage', (event) => {
      if (event.key === `sidekick:${this.#name}` || event.key === null) this.#restore();
    });
  }

  get #name(): string {
    return `ticks:${this.dataset.page}`;
  }

  #restore(): void {
    const ticks = recall(this.#name, isTicks);
    const before = splitSequence(ticks?.of ?? '');
    const ticked = new Set(ticks?.on);
    const fates = alignSteps(
      before,
      this.#items.map((item) => item.dataset.tick ?? ''),
    );
    for (const [index, item] of this.#items.entries()) {
      const fate = fates[index]!;
      const wasTicked = fate.is !== 'new' && ticked.has(fate.was);
      boxOf(item).checked = wasTicked && fate.is === 'same';
      this.#sayChanged(item, wasTicked && fate.is === 'changed');
    }
    this.#showFoot();
  }

  #sayChanged(item: HTMLElement, changed: boolean): void {
    item.querySelector('.step-changed')?.remove();
    if (!changed) return;
    const note = document.createElement('p');
    note.className = 'step-changed';
    note.textContent = this.dataset.changed ?? '';
    (item.querySelector('.step-body') ?? item).append(note);
  }

  #save(item: HTMLElement): void {
    this.#sayChanged(item, false);
    const on = this.#items.flatMap((one, index) => (boxOf(one).checked ? [index] : []));
    const ticks: Ticks = { of: this.#items.map((one) => one.dataset.tick).join(''), on };
    const kept = keep(this.#name, on.length > 0 ? ticks : undefined);
    if (on.length > 0 && on.length < this.#items.length)
      rememberPage(this.dataset.page ?? '', document.querySelector('h1')?.textContent ?? '');
    else forget(this.dataset.page ?? '');
    this.#showFoot(kept);
  }

  /** Takes every tick away, and with them the run that they belong to. */
  startAgain(): void {
    for (const item of this.#items) {
      boxOf(item).checked = false;
      this.#sayChanged(item, false);
    }
    keep(this.#name, undefined);
    keep(`run:${this.dataset.page}`, undefined);
    forget(this.dataset.page ?? '');
    this.#showFoot();
  }

  #showFoot(kept = true): void {
    const foot = this.querySelector<HTMLElement>('.tick-foot');
    if (!foot) return;
    foot.hidden = !this.#items.some((item) => boxOf(item).checked);
    const says = foot.querySelector('span');
    if (says) says.textContent = (kept ? this.dataset.kept : this.dataset.notKept) ?? '';
  }
}

function boxOf(item: HTMLElement): HTMLInputElement {
  return item.querySelector('input')!;
}

customElements.define('tick-list', TickList);
