import type { AdoptableContainer, AdoptContainer } from '../../../protocol/datasourceAdoption.js';
import type {
  CreateDatasource,
  Datasource,
  DatasourceType,
} from '../../../protocol/datasources.js';
import type { ContainerSummary, Engine } from '../../platform/docker/engine.js';
import type { EnginePlace } from '../../platform/docker/enginePlace.js';
import type { EngineRoute } from '../../platform/docker/engineRoute.js';
import { AppError } from '../../platform/problem.js';
import type { DatasourceService } from '../datasourceService.js';
import type { WorkPorts } from '../datasourceWork.js';
import { looksLike } from '../dockerService.js';
import { kindOf } from '../kinds/kinds.js';
import { loginOf, type ContainerLogin } from './containerLogin.js';
import { datasourceName } from './names.js';

interface Found extends Omit<AdoptableContainer, 'hasPassword'> {
  readonly login: ContainerLogin;
}

/** Databases in containers that somebody else has made: reached as they are, never started or removed. */
export class Adoption {
  constructor(
    private readonly service: DatasourceService,
    private readonly ports: WorkPorts,
    private readonly place: EnginePlace,
  ) {}

  /** Containers that run, publish a port and look like a database. @throws docker-unavailable */
  async candidates(): Promise<AdoptableContainer[]> {
    const found = await this.found();
    return found.map(({ login, ...one }) => ({ ...one, hasPassword: login.password !== null }));
  }

  /**
   * A datasource that connects to such a container, as its environment or the request says. One that only
   * starts is waited for.
   */
  async adopt(projectId: number, asked: AdoptContainer): Promise<Datasource> {
    const found = (await this.found()).filter(
      ({ containerId, name }) =>
        containerId.startsWith(asked.container) || name === asked.container,
    );
    const [one] = found;
    if (one === undefined || found.length > 1) {
      throw new AppError(
        found.length > 1 ? 'conflict' : 'not-found',
        `${found.length > 1 ? 'Several containers' : 'No container'} that could be adopted: ${asked.container}.`,
        'Name one that runs, publishes its port and looks like a database.',
      );
    }
    const { login, type, host, port } = one;
    const username = asked.username ?? login.username;
    const password = asked.password ?? login.password?.reveal();
    const datasource: CreateDatasource = {
      ...{ type, connectionType: 'direct', host, port },
      name: asked.name ?? datasourceName(one.name),
      databaseName: asked.databaseName ?? login.databaseName,
      ...(username === null ? {} : { username }),
      ...(password === undefined ? {} : { password }),
    };
    return this.service.create(projectId, datasource, one.containerId);
  }

  private async found(): Promise<Found[]> {
    const { own, platform, repository } = this.ports;
    const engine = await this.service.engine();
    const rows = await platform.store.read((db) => repository.all(db));
    const strangers = (await engine.containers(null, false)).filter(
      ({ labels }) => own.datasourceOf(labels) === null,
    );
    const route = await this.place.route(engine);
    const found = await Promise.all(strangers.map((one) => this.describe(engine, one, route)));
    return found.flatMap((one) => {
      if (one === null) return [];
      const known = rows.find(
        ({ connection_type: way, host, port }) =>
          way === 'direct' && host === one.host && port === one.port,
      );
      return [{ ...one, datasourceId: known?.id ?? null }];
    });
  }

  private async describe(
    engine: Engine,
    container: ContainerSummary,
    route: EngineRoute,
  ): Promise<Found | null> {
    const type = looksLike(container.image);
    const published = type === null ? undefined : publishedPort(type, container);
    const port = published?.host ?? null;
    if (type === null || published === undefined || port === null) return null;
    const host = this.place.hostOfPublished(route, published.address);
    if (host === null) return null;
    const login = loginOf(type, await engine.environment(container.id));
    return {
      ...{ containerId: container.id, name: container.name, image: container.image, type, port },
      ...{
        host,
        databaseName: login.databaseName,
        username: login.username,
        datasourceId: null,
        login,
      },
    };
  }
}

/** Where the port of its kind is published, else its only one. */
function publishedPort(
  type: DatasourceType,
  { ports }: ContainerSummary,
): ContainerSummary['ports'][number] | undefined {
  const published = ports.filter(({ host }) => host !== null);
  const usual = published.find(({ container }) => container === kindOf(type).port);
  return usual ?? published[0];
}
