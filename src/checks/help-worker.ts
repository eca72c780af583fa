/** The second thread of `help.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkShare, type Share } from './help.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await checkShare(workerData as Share));
