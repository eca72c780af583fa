/**
 * The reader's progress on this device. Whatever storage does, the page has it in memory: what is read is united with it, and it is
 * united with what is kept at the moment of writing. So two tabs that write at once lose nothing, and a page without storage works
 * until it is left.
 */
import { merge, nothing, type Progress } from '../model/progress.ts';
import { readKept, readRuns, toKept, uniteRuns, type Run } from '../model/progress-file.ts';
import { keep, keepText, recall, recallText } from './storage.ts';

const name = 'abilities';
/** Where what can't be read is put, so that it is not written over. */
const aside = 'abilities-aside';

/** Why nothing, or not everything, is kept. */
export type Trouble = 'notKept' | 'damaged' | 'newer';

export class KeptProgress {
  progress: Progress = nothing;
  trouble: Trouble | undefined;
  #changed: () => void;

  /** @param changed told when another tab has changed it, and after every change here */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.#read();
    // A full or closed storage is told before somebody writes a long note.
    if (!keep('probe', 1) || !keep('probe', undefined)) this.trouble ??= 'notKept';
  }

  follow(): void {
    addEventListener('storage', this.#follow);
  }

  unfollow(): void {
    removeEventListener('storage', this.#follow);
  }

  /** Changes what is there, in this tab and in the others. */
  update(make: (progress: Progress) => Progress): void {
    this.#read();
    this.progress = make(this.progress);
    this.#write();
    this.#changed();
  }

  get runs(): Run[] {
    return readRuns(recall('runs', (value): value is unknown => value !== undefined));
  }

  /** @returns whether they are kept */
  addRuns(runs: Run[]): void {
    if (runs.length > 0 && !keep('runs', uniteRuns(this.runs, runs))) this.trouble ??= 'notKept';
  }

  #follow = ({ key }: StorageEvent) => {
    if (key === null || key === `sidekick:${name}`) this.#unite();
    else if (key !== 'sidekick:runs') return;
    this.#changed();
  };

  #unite(): void {
    const text = recallText(name);
    // Where somebody has emptied the storage, what they wanted gone stays gone.
    if (text === null && this.trouble !== 'notKept') {
      this.progress = nothing;
      return;
    }
    this.#read();
    // The other tab may not have seen what was said here.
    if (toKept(this.progress) !== toKept(readKept(text ?? null).progress)) this.#write();
  }

  #read(): void {
    const { progress, is } = readKept(recallText(name) ?? null);
    this.progress = merge(progress, this.progress);
    if (is === 'newer') this.trouble = 'newer';
    if (is === 'damaged') this.#putAside();
  }

  #putAside(): void {
    const isAside = keepText(aside, recallText(name) ?? '') && keepText(name, toKept(this.progress));
    this.trouble ??= isAside ? 'damaged' : 'notKept';
  }

  #write(): void {
    if (this.trouble === 'newer') return;
    if (keepText(name, toKept(this.progress))) {
      if (this.trouble === 'notKept') this.trouble = undefined;
    } else this.trouble = 'notKept';
  }
}

/** A key that no other device makes. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => (byte % 36).toString(36)).join('');
}
