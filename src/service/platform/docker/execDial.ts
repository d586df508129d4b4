import { Duplex } from 'node:stream';
import { StreamFrames, streams } from './streamFrames.js';

/**
 * What joins its own two streams with a port inside the container. Images of databases have `bash`, or `nc` of
 * busybox. Either side's end is the end of it, whatever the other still waits for.
 */
export function joinProgram(port: number): readonly string[] {
  const bash = `exec 3<>/dev/tcp/127.0.0.1/${port} 4<&0; { cat <&4 >&3; kill 0; } & cat <&3; kill 0`;
  const script = `if command -v bash >/dev/null; then exec bash -c '${bash}'; else exec nc 127.0.0.1 ${port}; fi`;
  return ['sh', '-c', script];
}

/** What the program says on its first stream, and what is said to it, of the engine's one connection for both. */
export class ExecDuplex extends Duplex {
  private readonly frames = new StreamFrames();

  constructor(private readonly connection: Duplex) {
    super({ allowHalfOpen: true });
    connection.on('data', (chunk: Buffer) => this.unwrap(chunk));
    connection.on('end', () => this.push(null));
    connection.on('error', (error) => this.destroy(error));
    connection.on('close', () => this.destroy());
  }

  override _read(): void {
    this.connection.resume();
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.connection.write(chunk, done);
  }

  override _final(done: () => void): void {
    this.connection.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.connection.destroy();
    done(error);
  }

  private unwrap(chunk: Buffer): void {
    for (const { stream, body } of this.frames.add(chunk)) {
      if (stream === streams.output && !this.push(body)) this.connection.pause();
    }
  }
}
