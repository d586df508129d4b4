/**
 * Reasons to stay up that are neither a stream nor a job: a supervised child, an enabled listener, a
 * schedule. Whoever has one takes a hold and disposes it.
 */
export class Holds {
  private readonly held = new Set<{ readonly what: string }>();
  private readonly listeners = new Set<() => void>();

  get count(): number {
    return this.held.size;
  }

  take(what: string): { dispose(): void } {
    const hold = { what };
    this.held.add(hold);
    this.changed();
    return {
      dispose: () => {
        if (this.held.delete(hold)) this.changed();
      },
    };
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
