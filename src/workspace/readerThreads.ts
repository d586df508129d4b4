import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Two threads read; more would wait for the same disk and hold more memory. */
const threads = 2;

/**
 * Hands `tasks` to threads that run `script`, one at a time each, and tells of each answer as it comes. A thread
 * answers each message with one text, which crosses threads fastest.
 * @throws when a thread dies.
 */
export async function readInThreads(
  script: string,
  tasks: readonly unknown[],
  onAnswer: (answer: string) => void,
): Promise<void> {
  const left = [...tasks];
  const started = Array.from({ length: Math.min(threads, tasks.length) }, () =>
    work(script, left, onAnswer),
  );
  await Promise.all(started);
}

async function work(
  script: string,
  left: unknown[],
  onAnswer: (answer: string) => void,
): Promise<void> {
  const thread = new Worker(script, {
    resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 },
  });
  try {
    for (let task = left.shift(); task !== undefined; task = left.shift()) {
      thread.postMessage(task);
      const [answer] = (await once(thread, 'message')) as [string];
      onAnswer(answer);
    }
  } finally {
    await thread.terminate();
  }
}
