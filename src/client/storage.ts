/**
 * What the reader keeps on this device: one entry a name, as JSON. Storage can be full, switched off or hold something
 * else; then the page works on without it and `kept` turns false.
 */
const prefix = 'sidekick:';

/** Whether the last attempt to keep something worked. */
export let kept = true;

/** @param isValid tells whether what was read has the shape that is expected; anything else counts as nothing */
export function recall<T>(name: string, isValid: (value: unknown) => value is T): T | undefined {
  try {
    const text = localStorage.getItem(prefix + name);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return isValid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value, or forgets it when there is none. @returns whether it is kept */
export function keep(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
    kept = true;
  } catch {
    kept = false;
  }
  return kept;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is kept as it stands: null where nothing is, undefined where storage is closed. */
export function recallText(name: string): string | null | undefined {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return undefined;
  }
}

/** @returns whether it is kept */
export function keepText(name: string, text: string): boolean {
  try {
    localStorage.setItem(prefix + name, text);
    kept = true;
  } catch {
    kept = false;
  }
  return kept;
}
