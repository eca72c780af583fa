/**
 * `<pathway-progress>`: how far the reader is with each ability, kept on this device, and which ability comes next. It is the
 * first that the reader has not yet done alone. A scale of what happened to the work, never of what was read.
 */
import { isRecord, keep, recall } from './storage.ts';

/** What is kept for an ability: a step of the scale, and the day it was chosen (`YYYY-MM-DD`). */
interface Progress {
  state: string;
  on: string;
}

const store = 'abilities';
const notYet = 'notYet';
const alone = 'alone';

/** As in pathway.css: the stages stand side by side, and their abilities below. */
const wide = matchMedia('(min-width: 1000px)');

class Ability {
  readonly #row: HTMLElement;
  readonly #select: HTMLSelectElement;
  readonly name: string;
  readonly details: HTMLDetailsElement;

  constructor(row: HTMLElement) {
    this.#row = row;
    this.#select = row.querySelector('select')!;
    this.name = row.dataset.ability!;
    this.details = row.querySelector('details')!;
  }

  get state(): string {
    return this.#select.value;
  }

  /** The scale is in the order of growing. */
  get isAlone(): boolean {
    const states = [...this.#select.options].map(({ value }) => value);
    return states.indexOf(this.state) >= states.indexOf(alone);
  }

  show(state: string): void {
    this.#select.value = state;
    if (this.#select.selectedIndex < 0) this.#select.value = notYet;
    const says = this.#select.selectedOptions[0]?.text ?? '';
    this.#row.querySelector('.ability-state')!.textContent = this.state === notYet ? '' : says;
    this.#row.toggleAttribute('data-alone', this.isAlone);
  }

  showNext(isNext: boolean): void {
    this.#row.querySelector<HTMLElement>('.next-label')!.hidden = !isNext;
  }

  isOf(element: Node): boolean {
    return this.#row.contains(element);
  }
}

class PathwayProgress extends HTMLElement {
  #abilities: Ability[] = [];
  #follow = () => this.#openTarget();
  #refresh = ({ key }: StorageEvent) => {
    if (key === `sidekick:${store}` || key === null) this.#restore();
  };

  connectedCallback(): void {
    this.#abilities = [...this.querySelectorAll<HTMLElement>('[data-ability]')].map(
      (row) => new Ability(row),
    );
    this.#restore();
    if (!this.#openTarget()) this.#unfold();
    for (const band of this.#bands())
      band.firstElementChild?.addEventListener('click', (event) => lead(event, band));
    this.addEventListener('change', (event) => this.#save(event.target as HTMLElement));
    addEventListener('hashchange', this.#follow);
    // Another tab may hold the same pathway.
    addEventListener('storage', this.#refresh);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#follow);
    removeEventListener('storage', this.#refresh);
  }

  get #next(): Ability | undefined {
    return this.#abilities.find((ability) => !ability.isAlone);
  }

  #restore(): void {
    const kept = recall(store, isRecord) ?? {};
    for (const ability of this.#abilities) ability.show(stateOf(kept[ability.name]));
    this.#showPlace();
  }

  /** The next ability lies open. To have it in sight, stages that are done fold; on a narrow screen every other stage. */
  #unfold(): void {
    const next = this.#next?.details;
    for (const { details } of this.#abilities) details.open = details === next;
    for (const band of this.#bands()) {
      const isDone = band.parentElement!.hasAttribute('data-alone');
      band.open = wide.matches ? !isDone : next !== undefined && band.contains(next);
    }
  }

  #showPlace(): void {
    const next = this.#next;
    for (const ability of this.#abilities) ability.showNext(ability === next);
    for (const band of this.#bands()) {
      const isAlone = this.#abilities
        .filter(({ details }) => band.contains(details))
        .every((ability) => ability.isAlone);
      band.parentElement!.toggleAttribute('data-alone', isAlone);
      band.querySelector<HTMLElement>('.band-alone')!.hidden = !isAlone;
    }
  }

  /** Reads what is kept anew, so that what another tab has kept meanwhile stays. */
  #save(control: HTMLElement): void {
    const ability = this.#abilities.find((one) => one.isOf(control));
    if (!ability) return;
    ability.show(ability.state);
    const { [ability.name]: _before, ...others } = recall(store, isRecord) ?? {};
    // Swedish days are written YYYY-MM-DD; this one is the day where the reader is.
    const progress: Progress = { state: ability.state, on: new Date().toLocaleDateString('sv') };
    const isKept = keep(store, ability.state === notYet ? others : { ...others, [ability.name]: progress });
    if (!isKept) this.#sayNotKept();
    this.#showPlace();
  }

  #sayNotKept(): void {
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (status) status.textContent = status.dataset.notKept ?? '';
  }

  /** A link to an ability opens it, and leaves the rest as it is. @returns whether the address is such a link */
  #openTarget(): boolean {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest('.bands') || !this.contains(target)) return false;
    const details = target.querySelector('details')!;
    for (const one of [details, details.parentElement!.closest('details')]) if (one) one.open = true;
    target.scrollIntoView({ behavior: 'instant' });
    return true;
  }

  #bands(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>('.band > details')];
  }
}

/** Where a stage's abilities lie far below its title, the title leads to them instead of folding them away unseen. */
function lead(event: Event, band: HTMLDetailsElement): void {
  if (!wide.matches || !band.open) return;
  event.preventDefault();
  band.querySelector('.band-label')?.scrollIntoView();
}

function stateOf(kept: unknown): string {
  return isRecord(kept) && typeof kept.state === 'string' ? kept.state : notYet;
}

customElements.define('pathway-progress', PathwayProgress);
