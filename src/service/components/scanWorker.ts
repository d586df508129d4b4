import { parentPort } from 'node:worker_threads';
import { packRead, readComponents, type ScanTask } from './readComponent.js';

// The program of the threads that read the files of large projects.
parentPort?.on('message', (task: ScanTask) => {
  parentPort?.postMessage(readComponents(task).map(packRead).join('\n'));
});
