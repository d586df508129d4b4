import type { Logger } from 'pino';
import type { Duplex } from 'node:stream';
import { connect } from 'node:net';
import type { Engine } from '../../platform/docker/engine.js';
import type { EngineRoute } from '../../platform/docker/engineRoute.js';
import { engineTrouble } from '../../platform/docker/engineTrouble.js';
import type { PortWay } from '../../platform/docker/portWay.js';
import { Relay } from '../../platform/docker/relay.js';
import { SshTunnel } from '../../platform/docker/ssh/sshTunnel.js';
import { DatasourceFailure } from '../datasourceFailure.js';

/** A port that a container publishes, and what it leads to. */
export interface WantedPort {
  readonly datasourceId: number;
  readonly containerId: string;
  /** On the loopback of the engine's machine, and here. */
  readonly port: number;
  /** Inside the container. */
  readonly containerPort: number;
}

export interface PortReachOptions {
  readonly log: Logger;
  engine(): Promise<Engine>;
  /** Keeps the service from leaving while applications connect through it. */
  hold(what: string): { dispose(): void };
}

interface Kept {
  readonly key: string;
  readonly way: PortWay;
}

/**
 * The ports of containers whose engine's loopback is not ours, had on the same ports of this machine: so a
 * datasource is at the same address wherever its engine is. Nothing is done where the loopback is the same.
 */
export class PortReach {
  private readonly kept = new Map<number, Kept>();
  private held: { dispose(): void } | null = null;

  constructor(private readonly options: PortReachOptions) {}

  /** Sees to it that the port is had; does not wait for it. */
  open(wanted: WantedPort, route: EngineRoute): void {
    const key = JSON.stringify({ wanted, route });
    if (this.kept.get(wanted.datasourceId)?.key === key) return;
    this.close(wanted.datasourceId);
    const way = this.wayTo(wanted, route);
    if (way === null) return;
    this.kept.set(wanted.datasourceId, { key, way });
    this.held ??= this.options.hold('ways to the ports of an engine elsewhere');
  }

  close(datasourceId: number): void {
    const kept = this.kept.get(datasourceId);
    if (kept === undefined) return;
    this.kept.delete(datasourceId);
    void kept.way.end();
    this.letGo();
  }

  /** Resolves when the port can be connected to. @throws DatasourceFailure with why it cannot */
  async ready(datasourceId: number, port: number): Promise<void> {
    try {
      await this.kept.get(datasourceId)?.way.up;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      const { reason, repair } = isTaken ? taken : engineTrouble(error);
      const message = `The container runs, and its port ${port} is not reached from here: ${reason}.`;
      throw new DatasourceFailure('port-not-reached', message, repair, [], { cause: error });
    }
  }

  /** Ends all of them. */
  async stop(): Promise<void> {
    const ways = [...this.kept.values()].map(({ way }) => way.end());
    this.kept.clear();
    this.letGo();
    await Promise.all(ways);
  }

  private letGo(): void {
    if (this.kept.size > 0) return;
    this.held?.dispose();
    this.held = null;
  }

  private wayTo(wanted: WantedPort, route: EngineRoute): PortWay | null {
    const { port } = wanted;
    const onLost = (error: Error): void =>
      this.options.log.info({ err: error, port }, 'the way to a port of the engine is gone');
    switch (route.way) {
      case 'here':
      case 'given':
        return null;
      case 'ssh':
        return new SshTunnel({ target: route.target, port, onLost });
      case 'network':
        return new Relay({ port, onLost, dial: () => this.inNetwork(wanted, route.network) });
      case 'engine':
        return new Relay({ port, onLost, dial: () => this.throughEngine(wanted) });
    }
  }

  private async throughEngine({ containerId, containerPort }: WantedPort): Promise<Duplex> {
    return (await this.options.engine()).dial(containerId, containerPort);
  }

  /** Its address there is another one after each start. */
  private async inNetwork(
    { containerId, containerPort }: WantedPort,
    name: string,
  ): Promise<Duplex> {
    const engine = await this.options.engine();
    const look = async (): Promise<string | undefined> =>
      (await engine.place(containerId))?.networks.find((one) => one.name === name)?.address;
    let host = await look();
    if (host === undefined) {
      await engine.join(containerId, name);
      host = await look();
    }
    if (!host) throw new Error(`The container is not in the network ${name}`);
    return connect({ host, port: containerPort, allowHalfOpen: true });
  }
}

const taken = {
  reason: 'another program of this machine listens on that port',
  repair: 'Move the datasource to another port, or end the program.',
};
