/** Something that can be given back: structurally a vscode.Disposable. */
export interface Disposable {
  dispose(): void;
}

/** A list of listeners, free of vscode so that models can be tested without it. */
export class Signal<T> {
  readonly #listeners = new Set<(value: T) => void>();

  readonly on = (listener: (value: T) => void): Disposable => {
    // A wrapper of its own, so that one function registered twice is two registrations.
    const own = (value: T): void => listener(value);
    this.#listeners.add(own);
    return { dispose: () => void this.#listeners.delete(own) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }

  /** How many listen now: leaks are counted by it. */
  get size(): number {
    return this.#listeners.size;
  }
}
