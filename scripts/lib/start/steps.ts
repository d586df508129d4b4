/** Does one step and prints its line: how long it took, and what there is now. `null`: nothing to say. */
export async function step<T>(
  work: () => Promise<T>,
  sentence: (result: T) => string | null,
): Promise<T> {
  const start = performance.now();
  const result = await work();
  const said = sentence(result);
  if (said !== null) {
    const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    console.log(`${took.padStart(8)}  ${said}`);
  }
  return result;
}

/** A line between the steps: what is going on now. */
export function note(text: string): void {
  console.log(`          ${text}`);
}
