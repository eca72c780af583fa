/** Pixels that a finger has to travel, so that a tap or a scroll that slants turns no page. */
const shortest = 60;

/** Left and right with one finger. A table that scrolls, a text field and a zoomed page keep the gesture for themselves. */
export function onSwipe(area: HTMLElement, turn: (by: 1 | -1) => void, until: AbortSignal): void {
  let from: { x: number; y: number } | undefined;
  const begin = ({ touches, target }: TouchEvent) => {
    const isElsewhere = (target as Element).closest('.table, pre, input, textarea, select');
    const isZoomed = (visualViewport?.scale ?? 1) > 1.01;
    from =
      touches.length === 1 && !isElsewhere && !isZoomed
        ? { x: touches[0]!.clientX, y: touches[0]!.clientY }
        : undefined;
  };
  const end = ({ changedTouches }: TouchEvent) => {
    const last = changedTouches[0];
    if (!from || !last) return;
    const [x, y] = [last.clientX - from.x, last.clientY - from.y];
    from = undefined;
    if (Math.abs(x) >= shortest && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1);
  };
  area.addEventListener('touchstart', begin, { signal: until, passive: true });
  area.addEventListener('touchend', end, { signal: until, passive: true });
}
