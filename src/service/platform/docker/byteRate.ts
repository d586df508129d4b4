/** How long it is looked back. */
const windowMs = 5_000;
/** In less than that, what comes says nothing of how fast the rest will. */
const leastMs = 1_000;

/** How fast bytes come now. */
export class ByteRate {
  private readonly seen: { readonly at: number; readonly bytes: number }[] = [];

  constructor(private readonly now: () => number) {}

  /** Bytes a second, when so many have come altogether; null while that cannot be told. */
  after(bytes: number): number | null {
    const at = this.now();
    this.seen.push({ at, bytes });
    while ((this.seen[1]?.at ?? at) <= at - windowMs) this.seen.shift();
    const first = this.seen[0] ?? { at, bytes };
    const ms = at - first.at;
    return ms < leastMs ? null : ((bytes - first.bytes) * 1_000) / ms;
  }
}
