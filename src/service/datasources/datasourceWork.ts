import type { Engine, PullProgress } from '../platform/docker/engine.js';
import type { Platform } from '../platform/feature.js';
import type { JobContext } from '../platform/jobs/jobQueue.js';
import { Secret } from '../platform/secrets/secret.js';
import type { ContainerSight } from './containerSight.js';
import { DatasourceFailure, errorOf, failureOf } from './datasourceFailure.js';
import type { DatasourceChange, DatasourceRepository } from './datasourceRepository.js';
import type { DatasourceRow } from './datasourceRows.js';
import { targetOf } from './datasourceWire.js';
import type { Driver, Login } from './drivers/driver.js';
import type { ContainerPlan } from './kinds/kind.js';
import { kindOf } from './kinds/kinds.js';
import { secretFile } from './kinds/secretFile.js';
import type { OwnContainers } from './ownContainers.js';
import { portsToChooseFrom, portTaken } from './ports.js';
import { untilReady } from './untilReady.js';

export interface WorkData {
  readonly datasourceId: number;
  /** Its volume was prepared. */
  readonly isPrepared?: boolean;
  /** Nobody asked for its port: another is as good. */
  readonly isAnyPort?: boolean;
  /** The container of somebody else that it is in: it may be starting only. */
  readonly adopted?: string;
}

/** What work on a datasource is done with. */
export interface WorkPorts {
  readonly platform: Platform;
  readonly repository: DatasourceRepository;
  readonly own: OwnContainers;
  readonly sight: ContainerSight;
  /** The absolute path of a project's file. @throws when it would lie outside of its folder. */
  fileIn(projectId: number, file: string): Promise<string>;
  readonly readyPatienceMs: number;
}

const attemptPatienceMs = 5_000;
export const stopSeconds = 10;
const noPassword = new Secret('');

/** One job on one datasource: steps that find what an earlier try of them left. */
export class DatasourceWork<Data extends WorkData = WorkData> {
  constructor(
    readonly context: JobContext<Data>,
    readonly ports: WorkPorts,
  ) {}

  /** @throws when it was deleted meanwhile. */
  async row(): Promise<DatasourceRow> {
    const { platform, repository } = this.ports;
    const row = await platform.store.read((db) => repository.find(db, this.id));
    if (row) return row;
    throw new DatasourceFailure('not-found', `There is no datasource ${this.id}.`);
  }

  change(change: DatasourceChange): Promise<DatasourceRow | undefined> {
    const { platform, repository } = this.ports;
    return platform.store.write((tx) => repository.update(tx, this.id, change));
  }

  engine(): Promise<Engine> {
    return this.ports.sight.watch.engine();
  }

  async password(row: DatasourceRow): Promise<Secret | null> {
    const token = row.password_encrypted;
    return token === null ? null : this.ports.platform.secrets.unseal(token);
  }

  /** From whatever there is to a database whose user has written. */
  async bringUp(): Promise<void> {
    const row = await this.row();
    await this.change({ setup_status: 'pending', error: null });
    if (row.connection_type !== 'docker') return this.settle(row, null);
    const container = await this.running(row);
    await this.settle(await this.row(), container);
  }

  /** The login of the administrator of a container, and of the application. */
  logins(row: DatasourceRow, password: Secret | null): { administrator: Login; owner: Login } {
    const owner = { ...targetOf(row, password), patienceMs: attemptPatienceMs };
    const name = kindOf(row.type).administrator ?? owner.username;
    return { owner, administrator: { ...owner, username: name } };
  }

  /** The file of a SQLite datasource, or the name of a database. */
  async database(row: DatasourceRow): Promise<string> {
    const name = row.database_name ?? '';
    if (row.connection_type !== 'file') return name;
    return this.ports.fileIn(row.project_id, name);
  }

  /** The container, made where there is none like it, and started. Answers its id. */
  private async running(row: DatasourceRow): Promise<string> {
    const engine = await this.engine();
    try {
      return await this.started(engine, row);
    } catch (error) {
      const isTaken = failureOf(error).code === 'port-taken';
      if (!isTaken || this.context.data.isAnyPort !== true || row.port === null) throw error;
      this.context.log(`Port ${row.port} was taken in the meantime`);
      return this.running(await this.moved(engine, row.port));
    }
  }

  /** The row with the next port that is free. */
  private async moved(engine: Engine, port: number): Promise<DatasourceRow> {
    const { platform, repository } = this.ports;
    const reserved = await platform.store.read((db) => repository.reservedPorts(db));
    const free = await portsToChooseFrom(engine, undefined, port + 1, reserved);
    return platform.store.write(async (tx) => {
      const now = await repository.reservedPorts(tx);
      const next = free.find((one) => !now.has(one));
      if (next === undefined) throw portTaken(port);
      const row = await repository.update(tx, this.id, { port: next });
      if (row) return row;
      throw new DatasourceFailure('not-found', `There is no datasource ${this.id}.`);
    });
  }

  private async started(engine: Engine, row: DatasourceRow): Promise<string> {
    const { context } = this;
    const kind = kindOf(row.type);
    const plan = kind.container?.(row.database_name ?? '', row.username);
    if (!plan || row.image === null || row.volume === null || row.port === null) {
      throw new DatasourceFailure('not-a-container', `${kind.title} has no container here.`);
    }
    const id = await this.container(engine, row, plan);
    await this.change({ container_id: id, status: 'starting' });
    await context.progress(0.5, 'Starting the container');
    await engine.start(id);
    await this.ports.sight.look(engine, row.id);
    await this.ports.sight.reach.ready(row.id, row.port);
    return id;
  }

  private async container(
    engine: Engine,
    row: DatasourceRow,
    plan: ContainerPlan,
  ): Promise<string> {
    const { own } = this.ports;
    const found = await own.find(engine, row);
    if (found !== null) {
      const facts = await engine.inspect(found);
      const isLike = facts?.hostPort === row.port && facts.image === row.image;
      if (isLike && !facts.created) return found;
      // Another port or image, or a container whose secret may not have come into it.
      await engine.remove(found);
    }
    return this.create(engine, row, plan);
  }

  private async create(engine: Engine, row: DatasourceRow, plan: ContainerPlan): Promise<string> {
    const { context, ports } = this;
    const { image, volume, port } = row;
    if (image === null || volume === null || port === null) throw new Error('No container');
    await this.image(engine, image);
    await context.progress(0.4, 'Creating the container');
    const labels = ports.own.labels(row, context.id);
    if (context.data.isPrepared === true) context.log(await preparedText(engine, volume));
    await engine.createVolume(volume, labels);
    const id = await engine.createContainer({
      ...{ name: ports.own.name(row), image, labels, volume, hostPort: port },
      ...{ environment: plan.environment, command: plan.command, dataFolder: plan.dataFolder },
      ...{ containerPort: plan.port, healthCheck: plan.healthCheck },
      restarts: row.auto_start !== 0,
    });
    const password = await this.password(row);
    if (password) await engine.putFile(id, secretFile, plan.secretFile(password));
    return id;
  }

  private async image(engine: Engine, image: string): Promise<void> {
    const { context } = this;
    if ((await engine.imageId(image)) !== undefined) return;
    await this.change({ status: 'pulling' });
    await context.progress(0.02, `Pulling ${image}`);
    context.log(`Pulling ${image}`);
    const onProgress = ({ fraction, text, layer }: PullProgress): void => {
      if (layer !== null) context.log(layer);
      context.progress(0.02 + 0.36 * fraction, `Pulling ${image}: ${text}`).catch(() => undefined);
    };
    await engine.pull(image, onProgress, context.signal);
    context.log(`${image} is here`);
  }

  /** Lays the password into the container again: a start reads it anew. */
  async putPassword(row: DatasourceRow, password: Secret): Promise<void> {
    const plan = kindOf(row.type).container?.(row.database_name ?? '', row.username);
    if (!plan || row.container_id === null) return;
    await (await this.engine()).putFile(row.container_id, secretFile, plan.secretFile(password));
  }

  /** Waits for the server, sets it up, and is satisfied once the application's user has written. */
  private async settle(row: DatasourceRow, container: string | null): Promise<void> {
    const { context } = this;
    if (container !== null && row.auto_setup === 0) {
      context.log('Started. It is not set up: that is switched off.');
      return;
    }
    await this.change({ setup_status: 'configuring' });
    const kind = kindOf(row.type);
    const driver = await kind.driver();
    const password = await this.password(row);
    const database = await this.database(row);
    const { owner, administrator } = this.logins(row, password);
    const version = await this.whileAlive(container, async (signal) => {
      if (container !== null || kind.type === 'sqlite') {
        await context.progress(0.6, 'Waiting for the server');
        await this.patiently(driver, password, signal, () =>
          driver.setUp(
            { ...administrator, database },
            {
              ...{ database, username: row.username },
              password: password ?? noPassword,
            },
          ),
        );
      }
      await context.progress(0.9, 'Connecting as the application’s user');
      const verify = (): Promise<string> => driver.verify({ ...owner, database });
      const { adopted } = context.data;
      if (adopted !== undefined) {
        return this.patiently(driver, password, signal, () => this.whileItRuns(adopted, verify));
      }
      // A server of someone else is not waited for: it is there or not.
      return container === null
        ? this.once(driver, password, verify)
        : this.patiently(driver, password, signal, verify);
    });
    const alive = container === null ? { status: 'running' as const } : {};
    await this.change({ setup_status: 'ready', error: null, ...alive });
    context.log(`${version} is ready as ${kind.url(targetOf(row, null), password && '***')}`);
    await context.progress(1, 'Ready');
  }

  /** Ends the waiting when the container ends. */
  private async whileAlive<T>(
    container: string | null,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { context, ports } = this;
    if (container === null) return work(context.signal);
    const ended = new AbortController();
    const subscription = ports.sight.onEnd(container, () => ended.abort());
    try {
      return await work(AbortSignal.any([context.signal, ended.signal]));
    } catch (error) {
      context.signal.throwIfAborted();
      if (!ended.signal.aborted) throw error;
      const engine = await this.engine();
      const failure = await ports.sight.ended(engine, container);
      // It would be started again and again by its restart policy.
      await engine.stop(container, stopSeconds);
      throw failure;
    } finally {
      subscription.dispose();
    }
  }

  /** The events of a container of somebody else are not followed: when it does not answer, it is looked at. */
  private async whileItRuns<T>(container: string, attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      const engine = await this.engine();
      const facts = await engine.inspect(container);
      if (facts?.running === true || facts?.restarting === true) throw error;
      throw await this.ports.sight.ended(engine, container);
    }
  }

  private patiently<T>(
    driver: Driver,
    password: Secret | null,
    signal: AbortSignal,
    attempt: () => Promise<T>,
  ): Promise<T> {
    const { context, ports } = this;
    return untilReady({
      attempt,
      signal,
      patienceMs: ports.readyPatienceMs,
      explain: (error) => explained(driver, password, error),
      onAttempt: (count, { message }) => {
        context.log(`Attempt ${count}: ${message}`);
        context
          .progress(0.6 + 0.3 * (1 - 1 / count), `Waiting for the server, attempt ${count}`)
          .catch(() => undefined);
      },
    });
  }

  private async once<T>(
    driver: Driver,
    password: Secret | null,
    attempt: () => Promise<T>,
  ): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      const { code, message, repair } = explained(driver, password, error);
      throw new DatasourceFailure(code, message, repair, [], { cause: error });
    }
  }

  /** Runs the work; what it failed with stays with the row. */
  async toEnd(work: () => Promise<void>): Promise<void> {
    const { context } = this;
    try {
      await work();
    } catch (error) {
      if (!context.signal.aborted) await this.failed(failureOf(error));
      else await this.letGo();
      throw error;
    }
  }

  private async failed(failure: DatasourceFailure): Promise<void> {
    const { context, ports } = this;
    for (const line of failure.lastLines) context.log(line);
    if (failure.repair !== null) context.log(failure.repair);
    const row = await ports.platform.store.read((db) => ports.repository.find(db, this.id));
    if (!row) return;
    const isSetup = row.setup_status === 'configuring' || row.setup_status === 'pending';
    const error = JSON.stringify(errorOf(failure));
    await this.change({ error, ...(isSetup ? { setup_status: 'error' } : {}) });
    await ports.sight.settle(row);
  }

  /** Cancelled or handed over: the row says what there is. */
  private async letGo(): Promise<void> {
    const { platform, repository } = this.ports;
    const row = await platform.store.read((db) => repository.find(db, this.id));
    if (!row) return;
    if (row.setup_status === 'configuring') await this.change({ setup_status: 'pending' });
    await this.ports.sight.settle(row);
  }

  private get id(): number {
    return this.context.data.datasourceId;
  }
}

/** Of one that is gone the server sets itself up, with the same password. */
async function preparedText(engine: Engine, volume: string): Promise<string> {
  return (await engine.hasVolume(volume))
    ? 'Starting from a prepared volume'
    : 'The prepared volume is gone: the server sets itself up';
}

/** What a client said, without the password should it stand in it. */
export function explained(
  driver: Driver,
  password: Secret | null,
  error: unknown,
): ReturnType<Driver['explain']> {
  const failure = driver.explain(error);
  const value = password?.reveal() ?? '';
  return value === '' ? failure : { ...failure, message: failure.message.replaceAll(value, '***') };
}
