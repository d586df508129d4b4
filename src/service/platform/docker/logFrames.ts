import type { ContainerLine } from './engine.js';

const headerBytes = 8;

/**
 * Lines of a container's log from the engine's frames: a byte for the stream, three of padding, four for the
 * length. A line may come in several frames, and a frame in several pieces.
 */
export class LogFrames {
  private buffer = Buffer.alloc(0);
  private readonly rest = { stdout: '', stderr: '' };
  private readonly decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };

  add(chunk: Buffer): ContainerLine[] {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    const lines: ContainerLine[] = [];
    while (this.buffer.length >= headerBytes) {
      const end = headerBytes + this.buffer.readUInt32BE(4);
      if (this.buffer.length < end) break;
      const stream = this.buffer[0] === 2 ? 'stderr' : 'stdout';
      const body = this.buffer.subarray(headerBytes, end);
      this.buffer = this.buffer.subarray(end);
      const text = this.rest[stream] + this.decoders[stream].decode(body, { stream: true });
      const whole = text.split('\n');
      this.rest[stream] = whole.pop() ?? '';
      for (const line of whole) lines.push(lineOf(stream, line));
    }
    return lines;
  }

  /** What stands at the end without its line feed. */
  end(): ContainerLine[] {
    return (['stdout', 'stderr'] as const).flatMap((stream) =>
      this.rest[stream] === '' ? [] : [lineOf(stream, this.rest[stream])],
    );
  }
}

/** The engine writes the time before the line. */
function lineOf(stream: ContainerLine['stream'], line: string): ContainerLine {
  const space = line.indexOf(' ');
  const at = new Date(space === -1 ? line : line.slice(0, space));
  const text = space === -1 ? '' : line.slice(space + 1).replace(/\r$/, '');
  return {
    at: Number.isNaN(at.getTime()) ? new Date(0).toISOString() : at.toISOString(),
    stream,
    text,
  };
}
