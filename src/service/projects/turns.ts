/** Runs works one after the other, in the order they came: who changes projects looks at folders first. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  /** Resolves when everything asked for so far is done. */
  async settled(): Promise<void> {
    await this.last;
  }
}
