import type { Tx } from './store.js';

type Listener = (tx: Tx) => void;

/** Who is told of durable commits, in order. One that throws does not keep the others from it. */
export class CommitListeners {
  readonly #listeners = new Set<{ readonly call: Listener }>();

  add(listener: Listener): { dispose(): void } {
    const entry = { call: listener };
    this.#listeners.add(entry);
    return { dispose: () => this.#listeners.delete(entry) };
  }

  tell(tx: Tx): void {
    for (const { call } of [...this.#listeners]) {
      try {
        call(tx);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }
}
