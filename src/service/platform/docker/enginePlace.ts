import { dockerAddress, type DockerAddress } from './dockerAddress.js';
import type { Engine } from './engine.js';
import { engineRoute, hostOf, ownContainerId, type EngineRoute } from './engineRoute.js';

/** What a person may say about the engine; null: nothing. */
export interface EngineChoice {
  /** Where it is, as DOCKER_HOST would say it. */
  readonly host: string | null;
  /** Where the ports that it publishes are connected to. */
  readonly connectAddress: string | null;
}

export const noChoice: EngineChoice = { host: null, connectAddress: null };

/** Where the engine is and how its ports are had here, as of now: by what was chosen and by the environment. */
export class EnginePlace {
  choice: EngineChoice = noChoice;

  constructor(private readonly env: NodeJS.ProcessEnv = process.env) {}

  get address(): DockerAddress {
    return dockerAddress(this.env, this.choice.host);
  }

  /** @throws DockerError when only the engine can tell and does not answer */
  route(engine: Engine): Promise<EngineRoute> {
    const { address, choice } = this;
    const said = this.env['QUANTUM_DOCKER_CONNECT_ADDRESS'];
    return engineRoute({
      ...{ place: address, engine, ownContainer: ownContainerId() },
      connectAddress: said === undefined || said === '' ? choice.connectAddress : said,
    });
  }

  /**
   * Where a port is reached that somebody else has published at `address` of the engine's machine; null where
   * only a way of ours would lead there.
   */
  hostOfPublished(route: EngineRoute, address: string | null): string | null {
    if (route.way === 'here' || route.way === 'given') return route.host;
    if (address === null || address.startsWith('127.') || address === '::1') return null;
    if (route.way === 'ssh') return route.target.host;
    return route.way === 'network' ? route.gateway : hostOf(this.address);
  }
}
