/**
 * Counted tests run a named slice in `npm test` and the full count in `npm run soak -- NAME`,
 * which sets QUANTUM_SOAK=1. The seed is printed by the soak and can be given by QUANTUM_SEED.
 * A soak that takes long can be run in parts of one seed: QUANTUM_PART=3/4 is the third of four.
 */
export const soaking = process.env['QUANTUM_SOAK'] === '1';

export const seed = Number(process.env['QUANTUM_SEED'] ?? Date.now() % 2 ** 31);

/** `slice` in CI, `full` in the soak. */
export function count(slice: number, full: number): number {
  return soaking ? full : slice;
}

/** Which of the cases are to run: all, or those of the part of the soak. Together the parts are all of them. */
export function ofPart<T>(cases: readonly T[]): readonly T[] {
  const [, part, parts] =
    /^([1-9]\d*)\/([1-9]\d*)$/.exec(process.env['QUANTUM_PART'] ?? '1/1') ?? [];
  const [at, of] = [Number(part), Number(parts)];
  if (!(at <= of)) throw new Error('QUANTUM_PART is a part and how many there are, such as 3/4.');
  return cases.filter((_, index) => index % of === at - 1);
}
