import type { ContainerLine } from './engine.js';
import { StreamFrames, streams } from './streamFrames.js';

/** Lines of a container's log from the engine's frames. A line may come in several frames. */
export class LogFrames {
  private readonly frames = new StreamFrames();
  private readonly rest = { stdout: '', stderr: '' };
  private readonly decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };

  add(chunk: Buffer): ContainerLine[] {
    const lines: ContainerLine[] = [];
    for (const { stream: number, body } of this.frames.add(chunk)) {
      const stream = number === streams.errors ? 'stderr' : 'stdout';
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
