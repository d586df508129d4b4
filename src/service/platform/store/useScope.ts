import { AsyncLocalStorage } from 'node:async_hooks';
import { NestedUseError } from './storeErrors.js';

interface Use {
  readonly kind: 'read' | 'write';
  /** False once the work has ended: what it started and left running may use the store again. */
  open: boolean;
}

/** Knows whether the calling chain is inside a `read` or a `write`, so that nesting throws at once. */
export class UseScope {
  readonly #current = new AsyncLocalStorage<Use>();

  /** @throws NestedUseError when this chain already holds the store. */
  assertFree(kind: Use['kind']): void {
    const use = this.#current.getStore();
    if (use?.open) throw new NestedUseError(kind, use.kind);
  }

  async run<T>(kind: Use['kind'], work: () => Promise<T>): Promise<T> {
    const use: Use = { kind, open: true };
    try {
      return await this.#current.run(use, work);
    } finally {
      use.open = false;
    }
  }
}
