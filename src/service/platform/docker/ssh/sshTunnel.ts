import type { PortWay } from '../portWay.js';
import { SshError } from './sshError.js';
import { startSsh, type SshProcess } from './sshProcess.js';
import { sshArguments, type SshTarget } from './sshTarget.js';

const firstPauseMs = 500;
const longestPauseMs = 10_000;
/** Asked over the connection that the tunnel stands beside: its answer says that both are there. */
const ping = 'GET /_ping HTTP/1.1\r\nHost: docker\r\n\r\n';

export interface SshTunnelOptions {
  readonly target: SshTarget;
  /** Here and on the loopback of the engine's machine. */
  readonly port: number;
  onLost(error: Error): void;
}

/**
 * A port of the engine's machine, on the same port of this one. It is made again when it breaks. The program that
 * ssh runs there reads from us, so that the tunnel ends with this process even where that is killed.
 */
export class SshTunnel implements PortWay {
  readonly up: Promise<void>;
  private child: SshProcess | null = null;
  private ended: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = firstPauseMs;
  private isOver = false;
  private isUp = (): void => undefined;
  private isLost: (error: Error) => void = () => undefined;

  constructor(private readonly options: SshTunnelOptions) {
    this.up = new Promise((resolve, reject) => {
      this.isUp = resolve;
      this.isLost = reject;
    });
    // Whoever waits is told; nobody need wait.
    this.up.catch(() => undefined);
    this.begin();
  }

  async end(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    this.isLost(new SshError('SSH_ENDED', ''));
    this.child?.stdin.destroy();
    this.child?.kill();
    await this.ended;
  }

  private begin(): void {
    const { target, port } = this.options;
    const forward = `127.0.0.1:${port}:127.0.0.1:${port}`;
    // By a connection of its own: a forward in a master of the person's would stay there.
    const alone = ['-o', 'ControlMaster=no', '-o', 'ControlPath=none'];
    const options = [...alone, '-o', 'ExitOnForwardFailure=yes', '-L', forward];
    this.ended = new Promise((resolve) => {
      const child = startSsh(sshArguments(target, options), (error) => {
        resolve();
        this.over(error ?? new SshError('SSH_ENDED', ''));
      });
      this.child = child;
      child.stdout.once('data', () => {
        this.pauseMs = firstPauseMs;
        this.isUp();
      });
      child.stdout.resume();
      child.stdin.write(ping);
    });
  }

  private over(error: SshError): void {
    if (this.isOver) return;
    this.isLost(error);
    this.options.onLost(error);
    this.timer = setTimeout(() => this.begin(), this.pauseMs);
    this.timer.unref();
    this.pauseMs = Math.min(2 * this.pauseMs, longestPauseMs);
  }
}
