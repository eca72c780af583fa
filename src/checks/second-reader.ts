/**
 * Reading many pages on two threads. The other thread leaves each page in the cache that all readers share and answers with
 * what the rules found, so pages never travel between threads.
 */
import { Worker } from 'node:worker_threads';
import type { Finding } from '../content/finding.ts';
import { inBatches } from '../content/read.ts';
import { checkPage, type Reading } from './check-page.ts';

/** Digest of a page → what the rules found in it. */
export type Found = Record<string, Finding[]>;

/** What the other thread is given. */
export interface Share {
  files: string[];
  reading: Reading;
}

/** Reads every second page here and the others on another thread. */
export async function checkWithSecondReader(files: string[], reading: Reading): Promise<Found> {
  const theirs: Share = { files: files.filter((_, i) => i % 2 === 1), reading };
  const worker = new Worker(new URL('second-reader-thread.ts', import.meta.url), { workerData: theirs });
  const answer = new Promise<Found>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The second reader stopped without an answer.')));
  });
  const [ours, found] = await Promise.all([
    checkShare({ files: files.filter((_, i) => i % 2 === 0), reading }),
    answer,
  ]);
  return Object.assign(ours, found);
}

/** What the rules find in some pages. Pages that are refused are left to be read again: they are few. */
export async function checkShare({ files, reading }: Share): Promise<Found> {
  const found: Found = {};
  await inBatches(files, async (file) => {
    await checkPage(file, reading, (digest, look) => (found[digest] = look()));
  });
  return found;
}
