/** Who wants to be told. One that throws is reported; the others go on. */
export class Listeners<T> {
  private readonly all = new Set<(value: T) => void>();

  constructor(private readonly onError: (error: unknown) => void) {}

  add(listener: (value: T) => void): { dispose(): void } {
    this.all.add(listener);
    return { dispose: () => void this.all.delete(listener) };
  }

  tell(value: T): void {
    for (const listener of [...this.all]) {
      try {
        listener(value);
      } catch (error) {
        this.onError(error);
      }
    }
  }

  clear(): void {
    this.all.clear();
  }
}
