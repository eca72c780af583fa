/**
 * `<pathway-progress>`: what the reader says of each ability, kept on this device; which ability comes next; and the picture of it
 * all. A scale of what happened to the work, never of what was read.
 */
import words from 'sidekick:words/pathway';
import { alternativesOf, whatComesNext, type Next, type Standing } from '../model/pathway.ts';
import { answersTo, logOf, standingOf } from '../model/progress.ts';
import { count } from '../model/words.ts';
import { AbilityRow } from './ability-row.ts';
import { KeptProgress } from './kept-progress.ts';
import { keep } from './storage.ts';
import { today } from './today.ts';

/** As in pathway.css: the stages stand side by side, and their abilities below. */
const wide = matchMedia('(min-width: 1000px)');

class PathwayProgress extends HTMLElement {
  #kept = new KeptProgress(() => this.#show());
  #rows: AbilityRow[] = [];
  #follow = () => this.#openTarget();

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll<HTMLElement>('.ability')].map(
      (row) => new AbilityRow(row, this.#kept),
    );
    this.#show();
    if (!this.#openTarget()) this.#unfold();
    for (const band of this.#bands())
      band.firstElementChild?.addEventListener('click', (event) => lead(event, band));
    this.addEventListener('click', (event) => this.#move(event.target as Element));
    this.addEventListener('change', () => this.#keepRole());
    addEventListener('hashchange', this.#follow);
    this.#kept.follow();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#follow);
    this.#kept.unfollow();
  }

  get #next(): Next {
    const nodes = this.#rows.map(({ node }) => node);
    const first = this.#stage?.querySelector('.ability')?.id;
    return whatComesNext(nodes, (id) => this.#standing(id), first);
  }

  /** The stage with which the reader begins: a link may say it, as `?stage=practitioner` or as `#practitioner`. */
  get #stage(): HTMLElement | undefined {
    const named = [location.hash.slice(1), new URLSearchParams(location.search).get('stage')];
    return this.#bands()
      .map((band) => band.parentElement!)
      .find(({ id }) => named.includes(id));
  }

  #standing(id: string): Standing {
    return standingOf(this.#row(id)?.current);
  }

  #row(id: string | undefined): AbilityRow | undefined {
    return this.#rows.find(({ element }) => element.id === id);
  }

  #show(): void {
    const day = today();
    for (const row of this.#rows) {
      row.show(logOf(this.#kept.progress, row.name, day));
      row.showAnswers(answersTo(this.#kept.progress, row.name));
    }
    const { next, also } = this.#next;
    for (const row of this.#rows) {
      const { id } = row.element;
      const place = id === next ? 'next' : also.includes(id) ? 'also' : undefined;
      row.showPlace(place, place === 'next' ? words.yourNext : words.also);
    }
    this.#showUsed();
    this.#showBands();
    this.#draw(next);
    this.#tell();
  }

  #showUsed(): void {
    const { runs } = this.#kept;
    for (const row of this.#rows) {
      const times = runs.filter(({ page }) => row.isServedBy(page)).length;
      row.showUsed(times > 0 ? count(words.used, times, document.documentElement.lang) : '');
    }
  }

  #showBands(): void {
    const nodes = this.#rows.map(({ node }) => node);
    const isDone = (id: string) =>
      [id, ...alternativesOf(nodes, id)].some((one) => this.#standing(one) === 'done');
    for (const band of this.#bands()) {
      const isAlone = this.#rows
        .filter(({ details }) => band.contains(details))
        .every(({ element }) => isDone(element.id));
      band.parentElement!.toggleAttribute('data-alone', isAlone);
      band.querySelector<HTMLElement>('.band-alone')!.hidden = !isAlone;
    }
  }

  #draw(next: string | undefined): void {
    for (const spot of this.querySelectorAll<SVGElement>('[data-spot]')) {
      const { spot: id = '' } = spot.dataset;
      spot.dataset.says = this.#row(id)?.current?.says ?? 'notYet';
      spot.toggleAttribute('data-next', id === next);
    }
  }

  /** Says once that nothing is kept, or what else is wrong with what is kept. */
  #tell(): void {
    const { trouble } = this.#kept;
    const line = this.querySelector<HTMLElement>('.trouble')!;
    const text = trouble ? words[trouble] : '';
    if (line.textContent?.trim() !== text) line.textContent = text;
  }

  /** The next ability lies open. To have it in sight, stages that are done fold; on a narrow screen every other stage. */
  #unfold(): void {
    const next = this.#row(this.#next.next)?.details;
    for (const { details } of this.#rows) details.open = details === next;
    for (const band of this.#bands()) {
      const isDone = band.parentElement!.hasAttribute('data-alone');
      const holdsNext = next !== undefined && band.contains(next);
      band.open = wide.matches ? holdsNext || !isDone : holdsNext;
    }
    if (this.#stage) scrollToBand(this.#stage);
  }

  /** A link to an ability opens it, and leaves the rest as it is. @returns whether the address is such a link */
  #openTarget(): boolean {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest('.bands') || !this.contains(target)) return false;
    if (target === this.#stage) {
      this.#show();
      this.#unfold();
      return true;
    }
    this.#row(target.id)?.open();
    target.scrollIntoView({ behavior: 'instant' });
    return true;
  }

  /** “I can already do this” says so, and goes on to what comes next. */
  #move(pressed: Element): void {
    const row =
      pressed.closest('[data-already]') && this.#rows.find(({ element }) => element.contains(pressed));
    if (!row) return;
    row.say('alone');
    this.#keepRole();
    const next = this.#row(this.#next.next);
    if (!next) return;
    row.details.open = false;
    next.open();
    next.details.querySelector('summary')!.focus();
  }

  /** Whoever records work on a role's path is in it: in the search it settles ties from now on. */
  #keepRole(): void {
    const { role } = this.dataset;
    if (role) keep('role', role);
  }

  #bands(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>('.band > details')];
  }
}

function scrollToBand(band: HTMLElement): void {
  const place = wide.matches ? band.querySelector('.band-label') : band;
  place?.scrollIntoView({ behavior: 'instant' });
}

/** Where a stage's abilities lie far below its title, the title leads to them instead of folding them away unseen. */
function lead(event: Event, band: HTMLDetailsElement): void {
  if (!wide.matches || !band.open) return;
  event.preventDefault();
  band.querySelector('.band-label')?.scrollIntoView();
}

customElements.define('pathway-progress', PathwayProgress);
