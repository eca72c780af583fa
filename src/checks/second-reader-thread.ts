/** The second thread of `second-reader.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkShare, type Share } from './second-reader.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await checkShare(workerData as Share));
