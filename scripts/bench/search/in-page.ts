/** What is done and seen in the page itself, where no message to another process blurs the time. Each function stands alone. */
import type { Box } from './boxes.ts';

/** Moments of a first search, in milliseconds since the page began to load. */
export interface FirstSearch {
  opened: number;
  /** The query is in the field, which took it as soon as it could. */
  asked: number;
  /** The first result is painted. */
  answered: number;
}

/** Opens the search, asks as soon as the field takes a query, and waits for the first result that leads to a page. */
export function searchFirst({ box, query }: { box: Box; query: string }): Promise<FirstSearch> {
  const seen = <Kind extends HTMLElement>(selector: string) =>
    [...document.querySelectorAll<Kind>(selector)].find(
      (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0,
    );
  const opened = performance.now();
  let asked = 0;
  return new Promise((resolve) => {
    const look = () => {
      const field = seen<HTMLInputElement>(box.field);
      if (!field) document.querySelector<HTMLElement>(box.opener)?.click();
      else if (asked === 0) {
        field.focus();
        document.execCommand('insertText', false, query);
        asked = performance.now();
      } else if (seen(box.result)) {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve({ opened, asked, answered: performance.now() }));
        port1.start();
        // It comes when this frame is painted.
        port2.postMessage('');
        return;
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

/** A key and what came of it. */
export interface Key {
  /** What stands in the field with it. */
  text: string;
  /** Milliseconds until what is found for it, or for a longer text, was painted. */
  took?: number;
}

/** Writes down from now on what comes of every key; to be read with `readKeys`. */
export function watchKeys({ box }: { box: Box }): void {
  const keys: (Key & { at: number; isIn: boolean })[] = [];
  Object.assign(globalThis, { benchKeys: keys });
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key.length === 1) keys.push({ at: timeStamp, text: '', isIn: false });
    },
    true,
  );
  addEventListener(
    'input',
    ({ target }) => {
      const last = keys.at(-1);
      if (last) Object.assign(last, { isIn: true, text: (target as HTMLInputElement).value });
    },
    true,
  );
  const isThere = (selector: string) => document.querySelector(selector)?.checkVisibility() ?? false;
  const isAnswer = () => {
    if (box.looking !== undefined && document.querySelector(box.list)?.textContent.includes(box.looking))
      return false;
    return isThere(box.result) || isThere(box.nothing);
  };
  const { port1, port2 } = new MessageChannel();
  let changed: typeof keys = [];
  let painted: typeof keys = [];
  port1.addEventListener('message', () => {
    for (const key of painted) key.took ??= performance.now() - key.at;
  });
  port1.start();
  new MutationObserver((changes) => {
    const list = document.querySelector(box.list);
    if (!changes.some(({ target }) => list?.contains(target))) return;
    if (changed.length === 0)
      requestAnimationFrame(() => {
        if (isAnswer()) painted = changed;
        changed = [];
        // It comes when this frame is painted.
        port2.postMessage('');
      });
    changed = keys.filter(({ isIn, took }) => isIn && took === undefined);
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden'],
  });
}

/** The keys since the last reading. */
export function readKeys(): Key[] {
  const { benchKeys } = globalThis as unknown as { benchKeys: Key[] };
  return benchKeys.splice(0);
}

/** Milliseconds until the page had painted text. */
export function firstPaint(): number {
  return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
}
