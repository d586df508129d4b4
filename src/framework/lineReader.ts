/** Cuts a byte stream into lines of bounded length, without copying a line more than once. */
export class LineReader {
  private readonly parts: Buffer[] = [];
  private size = 0;

  /** @param onTooLong called once, at the first line beyond `maxBytes`; nothing is delivered after it. */
  constructor(
    private readonly maxBytes: number,
    private readonly onLine: (line: string) => void,
    private readonly onTooLong: () => void,
  ) {}

  push(chunk: Buffer): void {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(10, start);
      const part = chunk.subarray(start, end < 0 ? chunk.length : end);
      if (this.size > this.maxBytes) return;
      this.size += part.length;
      if (this.size > this.maxBytes) {
        this.parts.length = 0;
        this.onTooLong();
        return;
      }
      this.parts.push(part);
      if (end < 0) return;
      const line = this.parts.length === 1 ? part : Buffer.concat(this.parts);
      this.parts.length = 0;
      this.size = 0;
      this.onLine(line.toString('utf8'));
      start = end + 1;
    }
  }
}
