import { Agent } from 'node:http';
import { Duplex } from 'node:stream';
import { sshArguments, type SshTarget } from './sshTarget.js';
import { startSsh, type SshProcess } from './sshProcess.js';

/** A connection with the engine there: what an HTTP client takes for a socket. */
class SshConnection extends Duplex {
  private readonly child: SshProcess;
  private timer: NodeJS.Timeout | undefined;

  constructor(target: SshTarget) {
    super({ allowHalfOpen: true });
    // A master of the person's is used, and none is made that would outlive us.
    this.child = startSsh(sshArguments(target, ['-o', 'ControlMaster=no']), (error) => {
      if (error === null) this.push(null);
      else this.destroy(error);
    });
    this.child.stdout.on('data', (chunk: Buffer) => {
      this.timer?.refresh();
      if (!this.push(chunk)) this.child.stdout.pause();
    });
  }

  override _read(): void {
    this.child.stdout.resume();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.timer?.refresh();
    this.child.stdin.write(chunk, (error) => {
      // To one that has ended nothing can be written: its end says why.
      if (!error) done();
    });
  }

  override _final(done: () => void): void {
    this.child.stdin.end(() => done());
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.timer);
    this.child.stdin.destroy();
    this.child.kill();
    done(error);
  }

  /** As a socket's: tells by `timeout` that nothing came or went for so long. */
  setTimeout(milliseconds: number, listener?: () => void): this {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (listener !== undefined) this.once('timeout', listener);
    if (milliseconds > 0) {
      this.timer = setTimeout(() => this.emit('timeout'), milliseconds);
      this.timer.unref();
    }
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/** Connections by ssh, kept while they may be used again: each costs a handshake with the other machine. */
export class SshAgent extends Agent {
  constructor(private readonly target: SshTarget) {
    super({ keepAlive: true, maxFreeSockets: 2 });
  }

  /** Asked by the HTTP client for each connection it has none for. */
  createConnection(): Duplex {
    return new SshConnection(this.target);
  }
}
