/** Left and right turn the page, Escape leaves. What lies open above the page, and fields, have these keys for themselves. */
export function onKeys(act: { turn(by: 1 | -1): void; escape(): void }, until: AbortSignal): void {
  const press = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, target, isComposing } = event;
    if (altKey || ctrlKey || metaKey || shiftKey || isComposing || event.defaultPrevented) return;
    if (document.querySelector('dialog[open], :popover-open')) return;
    if (key === 'Escape') return act.escape();
    const isField = (target as Element).closest('textarea, select, input:not([type="checkbox"]), .table');
    if (isField || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return;
    event.preventDefault();
    act.turn(key === 'ArrowRight' ? 1 : -1);
  };
  document.addEventListener('keydown', press, { signal: until });
}
