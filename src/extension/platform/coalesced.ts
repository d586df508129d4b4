/**
 * A function that starts `run` and never twice at a time: calls during a run cause one more after it.
 * `run` tells its failures itself.
 */
export function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const untilFresh = async (): Promise<void> => {
    while (again) {
      again = false;
      await run();
    }
  };
  return () => {
    again = true;
    return (running ??= untilFresh().finally(() => (running = undefined)));
  };
}
