/** Keeps the screen on. Browsers drop the lock whenever the tab is hidden, so it is taken again when the tab returns. */
export function keepAwake(until: AbortSignal): void {
  let lock: WakeLockSentinel | undefined;
  const take = async () => {
    if (document.visibilityState !== 'visible' || until.aborted) return;
    try {
      lock = await navigator.wakeLock?.request('screen');
      if (until.aborted) await lock?.release();
    } catch {
      // A low battery or the browser says no: the screen goes dark as it always does.
    }
  };
  document.addEventListener('visibilitychange', () => void take(), { signal: until });
  until.addEventListener('abort', () => void lock?.release().catch(() => {}));
  void take();
}
