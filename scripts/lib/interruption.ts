import { constants } from 'node:os';

type Cleanup = () => Promise<void>;

const cleanups = new Set<Cleanup>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let ending = false;

/**
 * Has `cleanup` run when this process is interrupted (Ctrl+C, a test's time limit), before it ends. Answers
 * what takes that back. Ctrl+C may come twice, from the terminal and from npm: the second changes nothing.
 */
export function onInterruption(cleanup: Cleanup): () => void {
  if (cleanups.size === 0) for (const signal of signals) process.on(signal, interrupted);
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0 && !ending) {
      for (const signal of signals) process.off(signal, interrupted);
    }
  };
}

function interrupted(signal: NodeJS.Signals): void {
  if (ending) return;
  ending = true;
  void Promise.allSettled([...cleanups].map((cleanup) => cleanup())).then(() => {
    process.exit(128 + constants.signals[signal]);
  });
}
