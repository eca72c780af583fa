/** What a job aid has to be done, and how it is cut into screens. */

/** A step, or a check of a checklist. */
export interface Item {
  element: HTMLElement;
  box: HTMLInputElement;
  hash: string;
  /** What is to be done, without marks. */
  text: string;
  isCritical: boolean;
  /** The step's number on the page; a check has none. */
  number?: number;
}

export interface Screen {
  /** What is shown. */
  element: HTMLElement;
  /** Items in it, counted over the page from 0: the step first. */
  items: number[];
  /** The heading above it. */
  under: string;
  /** Whether it is a list of checks, between steps or after them. */
  isList: boolean;
}

export function readItems(list: HTMLElement): Item[] {
  return [...list.querySelectorAll<HTMLElement>('[data-tick]')].map((element) => {
    const isStep = element.matches('.step');
    return {
      element,
      box: element.querySelector('input')!,
      hash: element.dataset.tick ?? '',
      text: textOf(isStep ? actionOf(element) : (element.querySelector('label') ?? element)),
      isCritical: element.matches('.critical'),
      ...(isStep && { number: Number(element.id.replace('step-', '')) }),
    };
  });
}

/**
 * One step a screen, and a list of checks on one screen; without steps every check has its own. What the reader's choice of detail hides
 * is left out.
 */
export function readScreens(list: HTMLElement, items: Item[]): Screen[] {
  const hasSteps = items.some(({ number }) => number !== undefined);
  const screens = new Map<HTMLElement, Screen>();
  for (const [index, { element, number }] of items.entries()) {
    if (!element.checkVisibility()) continue;
    const shown = number === undefined ? placeOfCheck(element, list, hasSteps) : element;
    const screen = screens.get(shown) ?? {
      element: shown,
      items: [],
      under: headingAbove(shown, list),
      isList: hasSteps && !shown.matches('.step'),
    };
    screen.items.push(index);
    screens.set(shown, screen);
  }
  return [...screens.values()];
}

function placeOfCheck(check: HTMLElement, list: HTMLElement, hasSteps: boolean): HTMLElement {
  if (!hasSteps) return check;
  const step = check.closest<HTMLElement>('.step');
  if (step) return step;
  let outermost = check;
  for (let one = check.parentElement; one && one !== list; one = one.parentElement)
    if (one.matches('ul, ol')) outermost = one;
  return outermost;
}

function headingAbove(element: HTMLElement, list: HTMLElement): string {
  const above = [...list.querySelectorAll('h2, h3')].filter(
    (heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return textOf(above.at(-1));
}

/** The bold part of the first line, as in the list of steps; or the first line. */
function actionOf(step: HTMLElement): Element | null {
  const first = step.querySelector('.step-body > p') ?? step.querySelector('.step-body');
  return first?.querySelector(':scope > strong:not(.critical-mark)') ?? first;
}

/** The words that are seen: without what explains a term in place. */
function textOf(element: Element | null | undefined): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('[popover], .critical-mark')) unseen.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
