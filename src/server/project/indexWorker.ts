import { parentPort } from 'node:worker_threads';
import { readPages } from './readPages.js';

/** Pages to read; the answer is the JSON of their summaries: one long text crosses threads fastest. */
export interface IndexTask {
  readonly root: string;
  readonly places: readonly string[];
}

parentPort?.on('message', ({ root, places }: IndexTask) => {
  parentPort?.postMessage(JSON.stringify(readPages(root, places)));
});
