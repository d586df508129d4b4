const headerBytes = 8;

/** The streams that the engine's frames name by a number. */
export const streams = { output: 1, errors: 2 } as const;

export interface StreamFrame {
  /** One of `streams`. */
  readonly stream: number | undefined;
  readonly body: Buffer;
}

/**
 * The engine's frames of a program's streams: a byte for the stream, three of padding, four for the length. A frame
 * may come in several pieces, and a piece hold several frames.
 */
export class StreamFrames {
  private rest = Buffer.alloc(0);

  /** The frames that are whole with this piece. */
  *add(chunk: Buffer): Generator<StreamFrame> {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= headerBytes) {
      const end = headerBytes + this.rest.readUInt32BE(4);
      if (this.rest.length < end) return;
      const frame = { stream: this.rest[0], body: this.rest.subarray(headerBytes, end) };
      this.rest = this.rest.subarray(end);
      yield frame;
    }
  }
}
