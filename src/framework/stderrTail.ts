import { StringDecoder } from 'node:string_decoder';

const keptLines = 20;
const longestLine = 2000;
const loggedPerChunk = 50;

/** The end of what a process says on stderr: bounded however much it says. */
export class StderrTail {
  /** Newest last. */
  readonly lines: string[] = [];
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';

  constructor(private readonly log: (line: string) => void) {}

  push(chunk: Buffer): void {
    const parts = (this.rest + this.decoder.write(chunk)).split(/\r?\n/);
    this.rest = (parts.pop() ?? '').slice(-longestLine);
    this.keep(parts);
  }

  /** The process ended: what stands without a line break is a line too. */
  end(): void {
    this.keep([this.rest]);
    this.rest = '';
  }

  private keep(parts: readonly string[]): void {
    const lines = parts
      .filter((line) => line.trim() !== '')
      .map((line) => line.slice(0, longestLine));
    this.lines.push(...lines.slice(-keptLines));
    this.lines.splice(0, this.lines.length - keptLines);
    const left = lines.length - loggedPerChunk;
    if (left > 0) this.log(`… ${left} lines left out`);
    for (const line of lines.slice(-loggedPerChunk)) this.log(line);
  }
}
