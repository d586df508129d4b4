import { setImmediate as nextTurn } from 'node:timers/promises';
import { readInThreads } from '../../workspace/readerThreads.js';
import { readComponents, unpackRead, type ReadComponent, type ScanTask } from './readComponent.js';

/** So many files go to a thread at a time. */
const batch = 250;
/** Below this a thread costs more to start than it saves. */
const worthThreads = 400;
/** So many files are read in this thread before it lets others in. */
const turn = 20;

/**
 * Reads the files of a task and tells of each batch. `worker`: the program that the threads run; without one all is
 * read in this thread, in short turns.
 * @throws when a thread dies.
 */
export async function readAllComponents(
  { files, ...how }: ScanTask,
  worker: string | null,
  onRead: (read: readonly ReadComponent[]) => void,
): Promise<void> {
  const isThreaded = worker !== null && files.length >= worthThreads;
  const size = isThreaded ? batch : turn;
  const tasks: ScanTask[] = [];
  for (let at = 0; at < files.length; at += size)
    tasks.push({ ...how, files: files.slice(at, at + size) });
  if (isThreaded) {
    return readInThreads(worker, tasks, (answer) =>
      // A batch may have no file that is Quantum's.
      onRead(answer === '' ? [] : answer.split('\n').map(unpackRead)),
    );
  }
  for (const task of tasks) {
    onRead(readComponents(task));
    await nextTurn();
  }
}
