import { parentPort } from 'node:worker_threads';
import { readPages } from './readPages.js';

/** Pages to read; the answer is their lines as one text, which crosses threads fastest. */
export interface IndexTask {
  readonly root: string;
  readonly places: readonly string[];
}

parentPort?.on('message', ({ root, places }: IndexTask) => {
  parentPort?.postMessage(readPages(root, places).join('\n'));
});
