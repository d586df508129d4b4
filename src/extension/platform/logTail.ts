/** The newest lines of a log, for the issue report: the output channel itself cannot be read. */
export class LogTail {
  readonly #lines: string[] = [];

  constructor(readonly limit = 200) {}

  add(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > this.limit) this.#lines.shift();
  }

  /** Oldest first. */
  get lines(): readonly string[] {
    return [...this.#lines];
  }
}
