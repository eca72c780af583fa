/**
 * Where a tool keeps what was answered. Most keep it in the address's fragment, so that Back, reload and a link that was sent restore
 * it and no server sees it. A sensitive one keeps it in memory and nowhere else: the history knows only how many steps were taken.
 */
import type { Answers } from '../../decisions/graph.ts';

/** Answers, and weights that the reader has changed. */
export interface Held {
  answers: Answers;
  weights: Record<string, number>;
}

export interface Place {
  read(): Held;
  /** Makes a link lead to a state. */
  link(anchor: HTMLAnchorElement, held: Held): void;
  go(held: Held): void;
  /** An address that brings the state back; nothing where none may hold it. */
  address(held: Held): string | undefined;
  /** Calls back when the reader has moved, until `leave`. */
  follow(moved: () => void): void;
  leave(): void;
}

const weightMark = 'weight.';
/** `question=answer`, `child.2.age=7`, `weight.need=4`. */
const nameForm = /^[a-z0-9-]+(\.\d{1,2}\.[a-z0-9-]+)?$/;
const weightForm = /^weight\.[a-z0-9-]+$/;
const answerForm = /^[\w.,-]{1,400}$/;

/** @param prefix `''`, or the name of a tool that shares its page's fragment with others: `which-format:` */
export class FragmentPlace implements Place {
  readonly #prefix: string;
  #moved: (() => void) | undefined;
  /** The last fragment that held answers, or none at all. A plain anchor of the page, such as `main`, takes no answer away. */
  #last = '';

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  read(): Held {
    const held = nothing();
    for (const [name, value] of this.#own()) {
      if (weightForm.test(name) && /^\d$/.test(value))
        held.weights[name.slice(weightMark.length)] = Number(value);
      else if (nameForm.test(name) && answerForm.test(value)) held.answers[name] = value;
    }
    return held;
  }

  link(anchor: HTMLAnchorElement, held: Held): void {
    anchor.href = this.#fragment(held);
  }

  go(held: Held): void {
    location.hash = this.#fragment(held);
  }

  address(held: Held): string {
    return new URL(this.#fragment(held), location.href).href;
  }

  follow(moved: () => void): void {
    this.#moved = moved;
    addEventListener('hashchange', moved);
  }

  leave(): void {
    if (this.#moved) removeEventListener('hashchange', this.#moved);
  }

  get #all(): string {
    const fragment = location.hash.slice(1);
    if (fragment === '' || fragment.includes('=')) this.#last = fragment;
    return this.#last;
  }

  *#own(): Generator<[name: string, value: string]> {
    for (const [name, value] of new URLSearchParams(this.#all)) {
      if (name.startsWith(this.#prefix)) yield [name.slice(this.#prefix.length), value];
    }
  }

  /** What other tools of the page have in the fragment stays. */
  #fragment({ answers, weights }: Held): string {
    const others = this.#prefix ? this.#all.split('&').filter(this.#isOthers) : [];
    const own = [
      ...Object.entries(answers).map(([name, value]) => `${this.#prefix}${name}=${value}`),
      ...Object.entries(weights).map(([name, value]) => `${this.#prefix}${weightMark}${name}=${value}`),
    ];
    return `#${[...others, ...own].join('&')}`;
  }

  /** A colon may have become `%3A` on the way. */
  readonly #isOthers = (pair: string) => {
    const [[name] = ['']] = new URLSearchParams(pair);
    return name !== '' && !name.startsWith(this.#prefix);
  };
}

export class MemoryPlace implements Place {
  readonly #states: Held[] = [nothing()];
  readonly #links = new WeakMap<HTMLAnchorElement, Held>();
  readonly #own = `tool-${Math.random()}`;
  #at = 0;
  #moved: (() => void) | undefined;

  read(): Held {
    return this.#states[this.#at] ?? nothing();
  }

  link(anchor: HTMLAnchorElement, held: Held): void {
    anchor.href = '#';
    if (!this.#links.has(anchor)) {
      anchor.addEventListener('click', (event) => {
        event.preventDefault();
        this.go(this.#links.get(anchor)!);
      });
    }
    this.#links.set(anchor, held);
  }

  go(held: Held): void {
    this.#states.splice(++this.#at);
    this.#states.push(held);
    // Answers of other tools stay in the address; an anchor would be followed again.
    const { pathname, search, hash } = location;
    history.pushState(this.#entry, '', hash.includes('=') ? hash : pathname + search);
    this.#moved?.();
  }

  address(): undefined {
    return undefined;
  }

  follow(moved: () => void): void {
    this.#moved = moved;
    history.replaceState(this.#entry, '');
    addEventListener('popstate', this.#back);
    addEventListener('hashchange', this.#stay);
    addEventListener('pageshow', this.#return);
  }

  leave(): void {
    removeEventListener('popstate', this.#back);
    removeEventListener('hashchange', this.#stay);
    removeEventListener('pageshow', this.#return);
  }

  /** What the history knows: at which step this tool stands, and the others of the page. */
  get #entry(): Record<string, unknown> {
    return { ...(history.state as Record<string, unknown> | null), [this.#own]: this.#at };
  }

  readonly #back = ({ state }: PopStateEvent) => {
    const step = (state as Record<string, unknown> | null)?.[this.#own];
    if (typeof step === 'number') this.#at = step;
    this.#moved?.();
  };

  /** An entry that another part of the page has made, such as an anchor, belongs to the step at which the tool stands. */
  readonly #stay = () => {
    if (this.#entry[this.#own] !== (history.state as Record<string, unknown> | null)?.[this.#own])
      history.replaceState(this.#entry, '');
  };

  /** Browsers keep a page as it was for a while after it was left. The answers are to be gone. */
  readonly #return = ({ persisted }: PageTransitionEvent) => {
    if (persisted) location.reload();
  };
}

function nothing(): Held {
  return { answers: Object.create(null) as Answers, weights: Object.create(null) as Record<string, number> };
}
