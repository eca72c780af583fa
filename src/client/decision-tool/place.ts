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

  *#own(): Generator<[name: string, value: string]> {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      if (name.startsWith(this.#prefix)) yield [name.slice(this.#prefix.length), value];
    }
  }

  /** What other tools of the page have in the fragment stays. */
  #fragment({ answers, weights }: Held): string {
    const others = this.#prefix
      ? location.hash
          .slice(1)
          .split('&')
          .filter((pair) => pair && !pair.startsWith(this.#prefix))
      : [];
    const own = [
      ...Object.entries(answers).map(([name, value]) => `${this.#prefix}${name}=${value}`),
      ...Object.entries(weights).map(([name, value]) => `${this.#prefix}${weightMark}${name}=${value}`),
    ];
    return `#${[...others, ...own].join('&')}`;
  }
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
    history.pushState({ [this.#own]: this.#at }, '');
    this.#moved?.();
  }

  address(): undefined {
    return undefined;
  }

  follow(moved: () => void): void {
    this.#moved = moved;
    addEventListener('popstate', this.#back);
  }

  leave(): void {
    removeEventListener('popstate', this.#back);
  }

  readonly #back = ({ state }: PopStateEvent) => {
    const step: unknown = (state as Record<string, unknown> | null)?.[this.#own];
    this.#at = typeof step === 'number' ? step : 0;
    this.#moved?.();
  };
}

function nothing(): Held {
  return { answers: Object.create(null) as Answers, weights: Object.create(null) as Record<string, number> };
}
