import type { Disposable } from './signal.js';

/** Owns what it is given; disposes in reverse order, each once. */
export class Disposables implements Disposable {
  #owned: Disposable[] = [];

  add<T extends Disposable>(disposable: T): T {
    this.#owned.push(disposable);
    return disposable;
  }

  dispose(): void {
    const owned = this.#owned.reverse();
    this.#owned = [];
    for (const disposable of owned) disposable.dispose();
  }
}
