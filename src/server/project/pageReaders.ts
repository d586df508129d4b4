import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { IndexTask } from './indexWorker.js';
import { readPages } from './readPages.js';

/** Two threads read; more would wait for the same disk and hold more memory. */
const threads = 2;
/** So many pages go to a thread at a time. */
const batch = 250;
/** Below this a thread costs more to start than it saves. */
const worthThreads = 400;

/**
 * Reads pages and tells of each batch. `worker`: the program that the threads run; without one all is read
 * in this thread, in short turns.
 * @throws when a thread dies.
 */
export async function readAllPages(
  root: string,
  places: readonly string[],
  worker: string | null,
  onPages: (lines: readonly string[]) => void,
): Promise<void> {
  const batches: string[][] = [];
  const isThreaded = worker !== null && places.length >= worthThreads;
  const size = isThreaded ? batch : 20;
  for (let at = 0; at < places.length; at += size) batches.push(places.slice(at, at + size));
  if (isThreaded) {
    await Promise.all(
      Array.from({ length: threads }, () => readInThread(worker, root, batches, onPages)),
    );
    return;
  }
  for (const some of batches) {
    onPages(readPages(root, some));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function readInThread(
  script: string,
  root: string,
  batches: string[][],
  onPages: (lines: readonly string[]) => void,
): Promise<void> {
  const isSource = script.endsWith('.ts');
  const thread = new Worker(script, {
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
    ...(isSource ? { execArgv: ['--import', 'tsx'] } : {}),
  });
  try {
    for (let places = batches.shift(); places; places = batches.shift()) {
      const task: IndexTask = { root, places };
      thread.postMessage(task);
      const [answer] = (await once(thread, 'message')) as [string];
      onPages(answer.split('\n'));
    }
  } finally {
    await thread.terminate();
  }
}
