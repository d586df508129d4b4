/**
 * Counted tests run a named slice in `npm test` and the full count in `npm run soak -- NAME`,
 * which sets QUANTUM_SOAK=1. The seed is printed by the soak and can be given by QUANTUM_SEED.
 */
export const soaking = process.env['QUANTUM_SOAK'] === '1';

export const seed = Number(process.env['QUANTUM_SEED'] ?? Date.now() % 2 ** 31);

/** `slice` in CI, `full` in the soak. */
export function count(slice: number, full: number): number {
  return soaking ? full : slice;
}
