import { on } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A thread has its next task before it is done with one: it never waits for who takes the answers. */
const ahead = 2;

/** Two threads read; more would wait for the same disk and hold more memory. */
const threads = 2;

/**
 * Hands `tasks` to threads that run `script`, and tells of each answer as it comes. A thread
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
    const answers = on(thread, 'message');
    let open = 0;
    const hand = (): void => {
      const task = left.shift();
      if (task === undefined) return;
      thread.postMessage(task);
      open += 1;
    };
    for (let at = 0; at < ahead; at += 1) hand();
    for (; open > 0; open -= 1) {
      const { value } = (await answers.next()) as { value: [string] };
      hand();
      onAnswer(value[0]);
    }
  } finally {
    await thread.terminate();
  }
}
