/** Marks what is shown and what it stands in; the sheet hides the rest. */
export function markWay(list: HTMLElement, shown: HTMLElement | undefined): void {
  for (const one of list.querySelectorAll<HTMLElement>('[data-way], [data-here]')) {
    delete one.dataset.way;
    delete one.dataset.here;
  }
  if (!shown) return;
  shown.dataset.here = '';
  for (let one = shown.parentElement; one && one !== list; one = one.parentElement) one.dataset.way = '';
}
