import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { JobLogLine } from '../../../protocol/jobs.js';
import { readLastSeq, segmentName, segmentsOf } from './jobLogFiles.js';

export interface JobLogOptions {
  readonly directory: string;
  readonly id: number;
  readonly now: () => Date;
  /** Most bytes the log takes on disk; the middle goes first. */
  readonly capBytes: number;
  /** Told once when lines cannot be written any more. */
  readonly onError: (error: unknown) => void;
  /** Told after each writing: readers look again. */
  readonly onDidWrite: () => void;
}

const maxLineLength = 8_192;

/**
 * The log a running job writes: JSON lines in segments. The first segment keeps the head (half of the
 * cap), the following ones the tail (a quarter each, the last two are kept). Lines are gathered and
 * written once per turn of the event loop.
 */
export class JobLog {
  private segment: number;
  private size: number;
  private file: number | null = null;
  private seq: number;
  private waiting = '';
  private scheduled: NodeJS.Immediate | null = null;
  private broken = false;

  constructor(private readonly options: JobLogOptions) {
    const { directory, id } = options;
    this.segment = segmentsOf(directory, id).at(-1) ?? 0;
    this.size = statSync(this.fileName(), { throwIfNoEntry: false })?.size ?? 0;
    this.seq = readLastSeq(this.fileName());
    // A kill may have cut the last line off: what comes now must not be glued to it.
    if (this.size > 0) this.waiting = '\n';
  }

  /** Adds the text's lines. Never throws: a log that cannot be written does not end its job. */
  write(text: string): void {
    const at = this.options.now().toISOString();
    for (const part of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
      this.seq += 1;
      const line: JobLogLine = { seq: this.seq, at, text: part.slice(0, maxLineLength) };
      this.waiting += `${JSON.stringify(line)}\n`;
    }
    this.scheduled ??= setImmediate(() => this.flush());
  }

  close(): void {
    this.flush();
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private flush(): void {
    if (this.scheduled) clearImmediate(this.scheduled);
    this.scheduled = null;
    const text = this.waiting;
    this.waiting = '';
    if (text === '' || this.broken) return;
    try {
      for (const line of text.split(/(?<=\n)/)) this.append(Buffer.from(line));
    } catch (error) {
      this.broken = true;
      this.options.onError(error);
    }
    this.options.onDidWrite();
  }

  private append(line: Buffer): void {
    const limit = this.options.capBytes / (this.segment === 0 ? 2 : 4);
    if (this.size > 0 && this.size + line.length > limit) this.nextSegment();
    this.file ??= openSync(this.fileName(), 'a', 0o600);
    writeSync(this.file, line);
    this.size += line.length;
  }

  private nextSegment(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
    this.segment += 1;
    this.size = 0;
    const { directory, id } = this.options;
    const outdated = this.segment - 2;
    if (outdated > 0) rmSync(path.join(directory, segmentName(id, outdated)), { force: true });
  }

  private fileName(): string {
    return path.join(this.options.directory, segmentName(this.options.id, this.segment));
  }
}
