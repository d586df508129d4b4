/**
 * A function that starts `run` and never twice at a time: calls during a run cause one more after it.
 * `run` tells its failures itself.
 */
export function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const untilFresh = async (): Promise<void> => {
    try {
      while (again) {
        again = false;
        await run();
      }
    } finally {
      // In the same breath as the last look at `again`: a call in between would wait for nothing.
      running = undefined;
    }
  };
  return () => {
    again = true;
    return (running ??= untilFresh());
  };
}
