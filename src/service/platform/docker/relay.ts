import { createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { PortWay } from './portWay.js';

export interface RelayOptions {
  /** Listened on, on the loopback of this machine. */
  readonly port: number;
  /** A connection with the server that is meant. */
  dial(): Promise<Duplex>;
  /** A connection could not be made. */
  onLost(error: Error): void;
}

/** A port of this machine whose connections go on to a server that only we can reach. */
export class Relay implements PortWay {
  readonly up: Promise<void>;
  private readonly server: Server;
  private readonly open = new Set<Duplex>();

  constructor(private readonly options: RelayOptions) {
    this.server = createServer({ allowHalfOpen: true }, (socket) => void this.pass(socket));
    this.up = new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ host: '127.0.0.1', port: options.port }, resolve);
    });
    this.up.catch((error: unknown) => options.onLost(error as Error));
  }

  async end(): Promise<void> {
    for (const one of this.open) one.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async pass(socket: Socket): Promise<void> {
    this.keep(socket);
    try {
      const server = await this.options.dial();
      this.keep(server);
      socket.once('close', () => server.destroy());
      server.once('close', () => socket.destroy());
      if (socket.destroyed) server.destroy();
      socket.pipe(server).pipe(socket);
    } catch (error) {
      this.options.onLost(error as Error);
      socket.destroy();
    }
  }

  private keep(one: Duplex): void {
    this.open.add(one);
    one.on('error', () => undefined);
    one.once('close', () => this.open.delete(one));
  }
}
