/** What the Origin header says: no browser page, a page of ours, one on the allow-list, or a stranger. */
export type OriginVerdict = 'absent' | 'own' | 'listed' | 'foreign';

/**
 * Judges an Origin header. Programs send none; browsers send one with every request that could do
 * harm. `host` has passed the host gate, so its origin is ours.
 */
export function judgeOrigin(
  origin: string | undefined,
  host: string,
  allowed: ReadonlySet<string>,
): OriginVerdict {
  if (origin === undefined) return 'absent';
  if (origin === `http://${host.toLowerCase()}`) return 'own';
  return allowed.has(origin) ? 'listed' : 'foreign';
}
