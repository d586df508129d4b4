import { readInThreads } from '../../workspace/readerThreads.js';
import type { IndexTask } from './indexWorker.js';
import { readPages } from './readPages.js';

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
  const tasks: IndexTask[] = [];
  const isThreaded = worker !== null && places.length >= worthThreads;
  const size = isThreaded ? batch : 20;
  for (let at = 0; at < places.length; at += size)
    tasks.push({ root, places: places.slice(at, at + size) });
  if (isThreaded) return readInThreads(worker, tasks, (answer) => onPages(answer.split('\n')));
  for (const { places: some } of tasks) {
    onPages(readPages(root, some));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
