/**
 * A timer that somebody starts at a step. It is kept as moments of the clock, never as ticks, so that a tab that slept, or a page that
 * was reloaded, still knows how much is left.
 */
export interface Timer {
  /** How long it runs in all, in milliseconds. */
  for: number;
  /** How much was left when it last began to run, or when it was stopped. */
  left: number;
  /** Since when it runs, in milliseconds since 1970; a stopped timer has none. */
  since?: number;
}

const units: Record<string, number> = { S: 1000, M: 60_000, H: 3_600_000 };

/** `PT5M` → 300000. Nothing for what `<Timer>` never writes. */
export function durationOf(datetime: string): number | undefined {
  const match = /^PT(\d{1,6})([SMH])$/.exec(datetime);
  return match ? Number(match[1]) * units[match[2]!]! : undefined;
}

export function newTimer(duration: number): Timer {
  return { for: duration, left: duration };
}

/**
 * Milliseconds that are left at a moment, never less than 0. Summer time does not count: moments have no hours. A clock that was set
 * back makes nothing longer than it was.
 */
export function leftAt({ left, since }: Timer, now: number): number {
  if (since === undefined) return left;
  return Math.max(0, left - Math.max(0, now - since));
}

export function isRunning(timer: Timer, now: number): boolean {
  return timer.since !== undefined && leftAt(timer, now) > 0;
}

export function isOver(timer: Timer, now: number): boolean {
  return leftAt(timer, now) === 0;
}

/** One that is over begins anew. */
export function started(timer: Timer, now: number): Timer {
  const left = leftAt(timer, now) || timer.for;
  return { for: timer.for, left, since: now };
}

export function stopped(timer: Timer, now: number): Timer {
  return { for: timer.for, left: leftAt(timer, now) };
}

/** `4:59`, or `1:04:59`. What is begun counts whole: five minutes show as 5:00 and not as 4:59. */
export function clockFace(left: number): string {
  const seconds = Math.ceil(left / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

const longest = 999_999 * 3_600_000;

export function isTimer(value: unknown): value is Timer {
  if (typeof value !== 'object' || value === null) return false;
  const { for: whole, left, since } = value as Record<string, unknown>;
  const isSpan = (span: unknown) => typeof span === 'number' && span >= 0 && span <= longest;
  return isSpan(whole) && isSpan(left) && (since === undefined || Number.isFinite(since));
}
