import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { DockerAddress } from './dockerAddress.js';
import type { Engine } from './engine.js';
import { sshTargetOf, type SshTarget } from './ssh/sshTarget.js';

/**
 * How the ports that containers publish on the engine's loopback are had here. `here`: it is the same loopback.
 * `given`: a person said where. `ssh`: by a tunnel. `network`: over a network that this container is in, too.
 * `engine`: through the connection with the engine itself.
 */
export type EngineRoute =
  | { readonly way: 'here' | 'given' | 'engine'; readonly host: string }
  | { readonly way: 'ssh'; readonly host: string; readonly target: SshTarget }
  | {
      readonly way: 'network';
      readonly host: string;
      readonly network: string;
      /** The engine's machine, as that network sees it. */
      readonly gateway: string;
    };

const loopback = '127.0.0.1';
/** Whether a host is this machine by any of its names for itself. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/i.test(host);

export interface RouteQuestion {
  readonly place: DockerAddress;
  /** What a person said instead of all this. */
  readonly connectAddress: string | null;
  readonly engine: Engine;
  /** The id of the container that this process runs in, when it does. */
  readonly ownContainer: string | null;
}

/** @throws DockerError when only the engine can tell and does not answer */
export async function engineRoute(question: RouteQuestion): Promise<EngineRoute> {
  const { place, connectAddress, engine, ownContainer } = question;
  if (connectAddress !== null) return { way: 'given', host: connectAddress };
  const host = loopback;
  if (place.address.startsWith('ssh:'))
    return { way: 'ssh', host, target: sshTargetOf(place.address) };
  const engineHost = hostOf(place);
  if (engineHost !== null) return { way: isLoopback(engineHost) ? 'here' : 'engine', host };
  if (ownContainer === null) return { way: 'here', host };
  const own = await engine.place(ownContainer);
  // An engine that runs in this very container does not know it.
  if (own === undefined || own.sharesHost) return { way: 'here', host };
  const made = own.networks.find(({ name }) => name !== 'bridge' && name !== 'none');
  const network = made ?? own.networks.find(({ name }) => name === 'bridge');
  if (network === undefined) return { way: 'engine', host };
  return { way: 'network', host, network: network.name, gateway: network.gateway };
}

/** The machine of an engine that is reached over the network by itself; null for sockets. */
export function hostOf({ address }: DockerAddress): string | null {
  if (!/^(tcp|https?):/.test(address)) return null;
  const { hostname: host } = new URL(address.replace(/^tcp:/, 'http:'));
  return host.replaceAll(/[[\]]/g, '');
}

/** The route in words, behind "Ports of containers are reached at HOST". */
export function routeWords(route: EngineRoute): string {
  switch (route.way) {
    case 'here':
      return `at ${route.host}`;
    case 'given':
      return `at ${route.host}, as the setting says`;
    case 'ssh':
      return `at ${route.host}, by a tunnel of ssh to ${route.target.host} for each`;
    case 'network':
      return `at ${route.host}, over the network “${route.network}” that this container is in`;
    case 'engine':
      return `at ${route.host}, through the connection with the engine`;
  }
}

const marks = ['/.dockerenv', '/run/.containerenv'];

/** The container that this process runs in, as its engine knows it; null outside of one. */
export function ownContainerId(): string | null {
  if (process.platform !== 'linux' || !marks.some((file) => existsSync(file))) return null;
  try {
    // The engine lays files of its own into a container, whatever that calls itself.
    const mounts = readFileSync('/proc/self/mountinfo', 'utf8');
    const id = /\/containers\/([0-9a-f]{64})\//.exec(mounts)?.[1];
    return id ?? hostname();
  } catch {
    return hostname();
  }
}
