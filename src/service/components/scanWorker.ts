import { parentPort } from 'node:worker_threads';
import { readComponents, type ScanTask } from './readComponent.js';

// The program of the threads that read the files of large projects.
parentPort?.on('message', (task: ScanTask) => {
  parentPort?.postMessage(JSON.stringify(readComponents(task)));
});
