import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type {
  CreateDatasource,
  Datasource,
  DatasourcePassword,
  DockerContainer,
} from '../../src/protocol/datasources.js';
import type { Project } from '../../src/protocol/projects.js';
import { OwnContainers } from '../../src/service/datasources/ownContainers.js';
import { dockerAddress } from '../../src/service/platform/docker/dockerAddress.js';
import type { Engine } from '../../src/service/platform/docker/engine.js';
import { openEngine } from '../../src/service/platform/docker/dockerEngine.js';
import { cleanUp } from '../support/cleanup.js';
import {
  startTestApp,
  temporaryFolder,
  type TestApp,
  type TestAppOptions,
} from '../support/serviceApp.js';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The service with one project, asked over its API and followed by its events. */
export class DatasourceApp {
  constructor(
    readonly service: TestApp,
    readonly project: Project,
    readonly root: string,
    private readonly engine: Engine,
    private readonly own: OwnContainers,
  ) {}

  async call<T>(method: Method, url: string, body?: object, status?: number): Promise<T> {
    const response = await this.service.app.inject({
      method,
      url,
      headers: this.service.authorized,
      ...(body === undefined ? {} : { payload: body }),
    });
    const isFine =
      status === undefined ? response.statusCode < 300 : response.statusCode === status;
    assert.ok(isFine, `${method} ${url}: ${response.statusCode} ${response.body}`);
    return response.body === '' ? (undefined as T) : response.json<T>();
  }

  create(body: CreateDatasource): Promise<Datasource> {
    return this.call('POST', `/api/projects/${this.project.id}/datasources`, body);
  }

  list(): Promise<Datasource[]> {
    return this.call('GET', `/api/projects/${this.project.id}/datasources`);
  }

  get(id: number): Promise<Datasource> {
    return this.call('GET', `/api/datasources/${id}`);
  }

  /** The URL with the password, as a person who asks for it gets it. */
  async url(id: number): Promise<string> {
    const { url } = await this.call<DatasourcePassword>('POST', `/api/datasources/${id}/password`);
    assert.ok(url !== null);
    return url;
  }

  /** Names of the containers that this service has made, whether they run or not. */
  async containers(): Promise<string[]> {
    const all = await this.call<DockerContainer[]>('GET', '/api/docker/containers?all=true');
    return all.filter(({ datasourceId }) => datasourceId !== null).map(({ name }) => name);
  }

  /** Containers that were made to hold client programs and are still there. */
  async holders(): Promise<number> {
    const [label = []] = Object.entries(this.own.holderLabels);
    return (await this.engine.containers(label.join('='), true)).length;
  }

  /** What all containers and volumes of this service carry. */
  get label(): string {
    return this.own.label;
  }

  /** Names of the volumes that this service has made. */
  volumes(): Promise<string[]> {
    return this.engine.volumes(this.own.label);
  }

  /** Resolves when a container is gone. Ask before what removes it. */
  async destroyed(containerId: string): Promise<void> {
    const { signal } = new AbortController();
    for await (const event of this.engine.events(this.own.label, null, signal)) {
      if (event.action === 'destroy' && event.containerId === containerId) return;
    }
  }

  /** Resolves with what `look` answers once that is not undefined: asked now and after each event. */
  async until<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (;;) {
      let rang = (): void => undefined;
      const event = new Promise<void>((resolve) => (rang = resolve));
      const subscription = this.service.platform.events.subscribe(() => rang());
      try {
        const found = await look();
        if (found !== undefined) return found;
        await event;
      } finally {
        subscription.dispose();
      }
    }
  }

  /** The datasource once no job works on it. */
  settled(id: number): Promise<Datasource> {
    return this.until(async () => {
      const one = (await this.list()).find((each) => each.id === id);
      assert.ok(one, `datasource ${id} is gone`);
      return one.jobId === null ? one : undefined;
    });
  }

  /** The datasource once it is ready. Fails with why it is not. */
  async ready(id: number): Promise<Datasource> {
    const one = await this.settled(id);
    assert.equal(one.badge, 'ready', JSON.stringify(one.error ?? one));
    return one;
  }

  async deleted(id: number, query = ''): Promise<void> {
    await this.call('DELETE', `/api/datasources/${id}${query}`);
    await this.until(async () =>
      (await this.list()).some((one) => one.id === id) ? undefined : true,
    );
  }
}

/** Starts the service; every container it made and every volume goes after the test. */
export async function startDatasources(
  t: TestContext,
  options: Pick<TestAppOptions, 'assetsDirectory'> = {},
): Promise<DatasourceApp> {
  const folder = await temporaryFolder(t, 'shop');
  await writeFile(path.join(folder, 'quantum.config.yaml'), 'server:\n  port: 8080\n');
  const engine = openEngine(dockerAddress());
  cleanUp(t, () => engine.end());
  const made: { own: OwnContainers | null } = { own: null };
  // Registered first, so done last: as long as the service lives, it makes what it was asked for.
  cleanUp(t, async () => {
    const { own } = made;
    if (!own) return;
    for (const { id } of await own.all(engine)) await engine.remove(id);
    for (const name of await engine.volumes(own.label)) await engine.removeVolume(name);
  });
  const service = await startTestApp(t, options);
  const { authorized: headers } = service;
  const answer = await service.app.inject({
    ...{ method: 'POST', url: '/api/projects', headers },
    payload: { name: 'Shop', rootPath: folder },
  });
  assert.equal(answer.statusCode, 201, answer.body);
  const project = answer.json<Project>();
  made.own = new OwnContainers(service.platform.filesDirectory);
  return new DatasourceApp(service, project, folder, engine, made.own);
}
