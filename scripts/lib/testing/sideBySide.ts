import { added, nothing, type Outcome } from './outcome.js';

/** Does all of `works`, `lanes` of them at a time in their order, and answers what came of them together. */
export async function sideBySide(
  works: readonly (() => Promise<Outcome>)[],
  lanes: number,
): Promise<Outcome> {
  const waiting = [...works];
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let work = waiting.shift(); work; work = waiting.shift()) outcomes.push(await work());
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes.reduce(added, nothing);
}
