/** Does something once the browser is idle; never for somebody who saves data, nor without a network. */
export function whenIdle(work: () => void): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const start = () => {
    if (navigator.onLine) work();
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(start);
  else setTimeout(start, 1000);
}
