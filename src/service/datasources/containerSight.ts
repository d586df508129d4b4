import type { DatasourceError } from '../../protocol/datasources.js';
import type { Platform } from '../platform/feature.js';
import type { ContainerFacts, Engine, EngineEvent } from '../platform/docker/engine.js';
import type { EnginePlace } from '../platform/docker/enginePlace.js';
import type { EngineRoute } from '../platform/docker/engineRoute.js';
import { EngineWatch } from '../platform/docker/engineWatch.js';
import { changeOf, endOf } from './containerState.js';
import { DatasourceFailure, errorOf, startFailure } from './datasourceFailure.js';
import type { DatasourceChange, DatasourceRepository } from './datasourceRepository.js';
import type { DatasourceRow } from './datasourceRows.js';
import { kindOf } from './kinds/kinds.js';
import type { OwnContainers } from './ownContainers.js';
import { PortReach } from './reach/portReach.js';

/** What of an engine's events changes what is shown. */
const telling = new Set([
  ...['create', 'start', 'die', 'stop', 'destroy', 'health_status', 'pause', 'unpause', 'oom'],
]);
/** A container that ended this often is shown with its last lines. */
const restartsShown = 2;
const lastLines = 20;
const containerEnded = 'container-ended';
/** States that a job announces and brings about. */
const announcing = new Set(['pulling', 'starting', 'restarting', 'stopping', 'deleting']);

/** Its job has said why, with what to do: an end that follows from it says less. */
function isExplained({ error }: DatasourceRow): boolean {
  return error !== null && (JSON.parse(error) as DatasourceError).code !== containerEnded;
}

/** Keeps rows and containers together: by the engine's events, and as a whole whenever it comes back. */
export class ContainerSight {
  readonly watch: EngineWatch;
  readonly reach: PortReach;
  private readonly ends = new Map<string, Set<() => void>>();

  constructor(
    private readonly platform: Platform,
    private readonly repository: DatasourceRepository,
    private readonly own: OwnContainers,
    private readonly place: EnginePlace,
    hold: (what: string) => { dispose(): void },
  ) {
    this.watch = new EngineWatch({
      ...{ log: platform.log, place },
      label: own.label,
      onAvailable: (engine) => this.available(engine),
      onUnavailable: () => this.unavailable(),
      onEvent: (engine, event) => this.event(engine, event),
    });
    this.reach = new PortReach({ log: platform.log, hold, engine: () => this.watch.engine() });
  }

  /** Calls when a container ends. */
  onEnd(containerId: string, listener: () => void): { dispose(): void } {
    const listeners = this.ends.get(containerId) ?? new Set();
    this.ends.set(containerId, listeners.add(listener));
    return {
      dispose: () => {
        listeners.delete(listener);
        if (listeners.size === 0) this.ends.delete(containerId);
      },
    };
  }

  /** Looks at one container now and stores what is seen. */
  async look(engine: Engine, datasourceId: number): Promise<void> {
    const { store } = this.platform;
    const row = await store.read((db) => this.repository.find(db, datasourceId));
    if (row?.connection_type !== 'docker') return;
    const id = await this.own.find(engine, row);
    const facts = id === null ? undefined : await engine.inspect(id);
    const route = await this.place.route(engine);
    this.reachFor(row, facts, route);
    const error =
      facts !== undefined && (facts.restarts >= restartsShown || facts.error !== '')
        ? JSON.stringify(errorOf(await this.ended(engine, facts.id)))
        : undefined;
    await store.write(async (tx) => {
      // Seen again in the transaction: its job may have gone on meanwhile.
      const now = await this.repository.find(tx, datasourceId);
      const change = now && changeOf(now, facts);
      if (!change) return;
      await this.repository.update(tx, datasourceId, {
        ...change,
        host: route.host,
        ...(error === undefined || facts?.running === true || isExplained(now) ? {} : { error }),
      });
    });
  }

  /** Its port is had here for as long as it runs. */
  private reachFor(
    { id: datasourceId, type }: DatasourceRow,
    facts: ContainerFacts | undefined,
    route: EngineRoute,
  ): void {
    const containerPort = kindOf(type).port;
    if (facts?.running !== true || facts.hostPort === null || containerPort === null) {
      this.reach.close(datasourceId);
      return;
    }
    const wanted = { datasourceId, containerId: facts.id, port: facts.hostPort, containerPort };
    this.reach.open(wanted, route);
  }

  /** Where containers are connected to. @throws DockerError */
  async connectHost(): Promise<string> {
    return (await this.place.route(await this.watch.engine())).host;
  }

  /** Whether containers publish their ports on this machine's own loopback. @throws DockerError */
  async isHere(): Promise<boolean> {
    return (await this.place.route(await this.watch.engine())).way === 'here';
  }

  /** Why a container ended, with the last it said. */
  async ended(engine: Engine, id: string): Promise<DatasourceFailure> {
    const facts = await engine.inspect(id);
    if (facts === undefined) {
      return new DatasourceFailure(containerEnded, 'The container is gone.', 'Start it again.');
    }
    const notStarted = startFailure(facts.error);
    if (notStarted !== null) return notStarted;
    const lines: string[] = [];
    for await (const { text } of engine.logs(id, { lines: lastLines })) lines.push(text);
    const why = facts.outOfMemory ? 'it needed more memory than it may have' : facts.error;
    const cause = why ? `: ${why}` : '';
    return new DatasourceFailure(
      containerEnded,
      `The container ended with exit code ${facts.exitCode}${cause}.`,
      'Its last lines say why; the whole log is kept with it.',
      lines,
    );
  }

  /** Work ended before it had done what it announced: the row says what there is. */
  async settle(row: DatasourceRow): Promise<void> {
    const { store, log } = this.platform;
    const write = (change: DatasourceChange): Promise<unknown> =>
      store.write((tx) => this.repository.update(tx, row.id, change));
    if (row.connection_type !== 'docker') {
      await write({ status: 'stopped' });
      return;
    }
    try {
      const engine = await this.watch.engine();
      const id = await this.own.find(engine, row);
      await write(id === null ? { status: 'created', container_id: null } : { status: 'unknown' });
      if (id !== null) await this.look(engine, row.id);
    } catch (error) {
      log.debug({ err: error, datasource: row.id }, 'the engine did not say what there is');
      await write({ status: 'unknown' });
    }
  }

  /** A job that was cancelled before it began has not said so to its row. */
  async jobEnded(job: number): Promise<void> {
    const rows = await this.platform.store.read((db) => this.repository.all(db));
    const row = rows.find((one) => one.job_id === job && announcing.has(one.status));
    if (row) await this.settle(row);
  }

  /** Removes containers whose datasource is no longer there; their volumes stay. */
  async sweep(engine: Engine): Promise<void> {
    const rows = await this.platform.store.read((db) => this.repository.all(db));
    const known = new Set(rows.map(({ id }) => id));
    for (const container of await this.own.all(engine)) {
      const id = this.own.datasourceOf(container.labels);
      if (id !== null && !known.has(id)) await engine.remove(container.id);
    }
  }

  private async available(engine: Engine): Promise<void> {
    const { store, events } = this.platform;
    await this.sweep(engine);
    const rows = await store.read((db) => this.repository.all(db));
    for (const { id } of rows) await this.look(engine, id);
    await store.write((tx) =>
      events.append(tx, { type: 'docker_changed', projectId: null, available: true }),
    );
  }

  private async unavailable(): Promise<void> {
    const { store, events } = this.platform;
    await store.write(async (tx) => {
      for (const row of await this.repository.all(tx)) {
        if (row.connection_type !== 'docker') continue;
        const gone = { status: 'unknown', health_status: 'unknown', started_at: null };
        await this.repository.update(tx, row.id, gone);
      }
      await events.append(tx, { type: 'docker_changed', projectId: null, available: false });
    });
  }

  private async event(engine: Engine, event: EngineEvent): Promise<void> {
    const id = this.own.datasourceOf(event.labels);
    if (id === null || !telling.has(event.action)) return;
    try {
      if (event.action === 'die') await this.endedNow(id, event);
      await this.look(engine, id);
    } finally {
      if (event.action === 'die') {
        for (const listener of this.ends.get(event.containerId) ?? []) listener();
      }
    }
  }

  private async endedNow(id: number, { containerId, exitCode }: EngineEvent): Promise<void> {
    if (exitCode === null) return;
    await this.platform.store.write(async (tx) => {
      const row = await this.repository.find(tx, id);
      if (row?.container_id === containerId)
        await this.repository.update(tx, id, endOf(row, exitCode));
    });
  }

  /** Rows of containers: what there is to follow at a start. */
  async hasContainers(): Promise<boolean> {
    const rows: DatasourceRow[] = await this.platform.store.read((db) => this.repository.all(db));
    return rows.some(({ connection_type }) => connection_type === 'docker');
  }
}
