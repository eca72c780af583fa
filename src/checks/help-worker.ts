/** The second thread of `help.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkShare, type Share } from './help.ts';

parentPort?.postMessage(await checkShare(workerData as Share));
