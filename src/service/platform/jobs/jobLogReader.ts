import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { JobLogLine } from '../../../protocol/jobs.js';
import { parseLine, segmentName, segmentsOf } from './jobLogFiles.js';

const chunkBytes = 64 * 1024;

/**
 * Reads a job's lines piece by piece from its segments, also while they grow: memory stays at one
 * chunk however long the log and however slow the reader.
 */
export class JobLogReader {
  private segment: number | null = null;
  private offset = 0;
  private rest = Buffer.alloc(0);
  private lastSeq: number;
  private file: FileHandle | null = null;

  constructor(
    private readonly directory: string,
    private readonly id: number,
    /** Lines up to this seq are left out. */
    after: number,
  ) {
    this.lastSeq = after;
  }

  /** The next lines there are, at most a chunk's worth; empty at the present end. */
  async next(): Promise<JobLogLine[]> {
    for (;;) {
      const chunk = await this.readChunk();
      if (chunk === null) return [];
      const lines = this.linesOf(chunk);
      if (lines.length > 0) return lines;
    }
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = null;
  }

  private async readChunk(): Promise<Buffer | null> {
    for (;;) {
      const file = await this.openSegment();
      if (!file) return null;
      // Whether the writer has moved on is asked before reading: what it wrote until then is read.
      const later = segmentsOf(this.directory, this.id).find(
        (index) => index > (this.segment ?? -1),
      );
      const { bytesRead, buffer } = await file.read(
        Buffer.alloc(chunkBytes),
        0,
        chunkBytes,
        this.offset,
      );
      if (bytesRead > 0) {
        this.offset += bytesRead;
        return buffer.subarray(0, bytesRead);
      }
      if (later === undefined) return null;
      await this.close();
      this.segment = later;
      this.offset = 0;
      this.rest = Buffer.alloc(0);
    }
  }

  private async openSegment(): Promise<FileHandle | null> {
    if (this.file) return this.file;
    for (;;) {
      const current = this.segment ?? -1;
      const index = segmentsOf(this.directory, this.id).find((one) => one >= current);
      if (index === undefined) return null;
      try {
        this.file = await open(path.join(this.directory, segmentName(this.id, index)), 'r');
        this.segment = index;
        return this.file;
      } catch (error) {
        // The writer dropped this segment since it was listed: the tail has moved on.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }

  private linesOf(chunk: Buffer): JobLogLine[] {
    const all = Buffer.concat([this.rest, chunk]);
    const end = all.lastIndexOf(0x0a) + 1;
    this.rest = all.subarray(end);
    const lines: JobLogLine[] = [];
    for (const text of all.toString('utf8', 0, end).split('\n')) {
      const line = text === '' ? null : parseLine(text);
      if (!line || line.seq <= this.lastSeq) continue;
      this.lastSeq = line.seq;
      lines.push(line);
    }
    return lines;
  }
}
