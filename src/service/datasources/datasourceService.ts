import type {
  ConnectionTest,
  CreateDatasource,
  Datasource,
  DatasourceDetail,
  DatasourceKind,
  DatasourcePassword,
  DeleteDatasourceQuery,
  DuplicateDatasource,
  TestConnection,
  UpdateDatasource,
} from '../../protocol/datasources.js';
import { AuditLog } from '../platform/audit/auditLog.js';
import { isDockerError, type Engine } from '../platform/docker/engine.js';
import type { EnginePlace } from '../platform/docker/enginePlace.js';
import { engineTrouble } from '../platform/docker/engineTrouble.js';
import { AppError } from '../platform/problem.js';
import { Secret } from '../platform/secrets/secret.js';
import type { Tx } from '../platform/store/store.js';
import { jobNameOf, type DatasourceTask } from './datasourceJobs.js';
import type { DatasourceChange } from './datasourceRepository.js';
import type { DatasourceRow } from './datasourceRows.js';
import { connectionOf, datasourceOf, targetOf } from './datasourceWire.js';
import type { WorkPorts } from './datasourceWork.js';
import { kindOf, offeredKinds } from './kinds/kinds.js';
import { expressName, filledIn } from './newDatasource.js';
import { portsToChooseFrom, portTaken } from './ports.js';
import type { PreparedVolumes } from './prepared/preparedVolumes.js';
import { testConnection } from './testConnection.js';

export interface DatasourceServiceOptions extends WorkPorts {
  readonly prepared: Pick<PreparedVolumes, 'find' | 'take'>;
  readonly place: EnginePlace;
  /** @throws not-found */
  readonly project: (id: number) => Promise<{ readonly name: string }>;
}

const titles: Readonly<Record<DatasourceTask, string>> = {
  create: 'Create',
  start: 'Start',
  stop: 'Stop',
  restart: 'Restart',
  setup: 'Set up',
  move: 'Move',
  password: 'Change the password of',
  load: 'Load a file into',
  dump: 'Dump',
  delete: 'Delete',
};
/** What a row says while the job for it waits. */
const announced: Partial<Record<DatasourceTask, DatasourceChange>> = {
  start: { status: 'starting', error: null },
  stop: { status: 'stopping' },
  restart: { status: 'restarting', error: null },
  delete: { status: 'deleting' },
};

/** The rules of datasources: rows here, the work on containers and servers in jobs. */
export class DatasourceService {
  private readonly audit: AuditLog;

  constructor(private readonly options: DatasourceServiceOptions) {
    this.audit = new AuditLog(options.platform.now);
  }

  kinds(): DatasourceKind[] {
    return offeredKinds(this.options.platform.now());
  }

  async list(projectId: number): Promise<Datasource[]> {
    const { platform, repository, project } = this.options;
    await project(projectId);
    const rows = await platform.store.read((db) => repository.ofProject(db, projectId));
    return rows.map(datasourceOf);
  }

  async get(id: number): Promise<DatasourceDetail> {
    const row = await this.row(id);
    return { ...datasourceOf(row), connection: connectionOf(row) };
  }

  /**
   * Reserves name and port and begins the work. `adopted`: the container of somebody else that it is in.
   * @throws port-taken, name-taken, docker-unavailable
   */
  async create(projectId: number, asked: CreateDatasource, adopted?: string): Promise<Datasource> {
    const { platform, repository, own, prepared, project } = this.options;
    const { name: projectName } = await project(projectId);
    const kind = kindOf(asked.type);
    const filled = filledIn(kind, asked, platform.now());
    const isDocker = filled.connectionType === 'docker';
    const ports = isDocker ? await this.ports(asked.port, kind.port ?? 0) : [];
    const host = isDocker ? await this.options.sight.connectHost() : filled.host;
    const { password } = filled;
    const sealed = password === null ? null : await platform.secrets.seal(password);
    const waiting = filled.isExpress ? await prepared.find(asked.type, filled.image) : null;
    const id = await platform.store.write(async (tx) => {
      const rows = await repository.ofProject(tx, projectId);
      const port = isDocker ? await this.reserve(tx, ports, asked.port) : (asked.port ?? kind.port);
      const name = asked.name ?? expressName(projectName, asked.type, rows);
      const inserted = await repository.insert(tx, {
        ...{ project_id: projectId, name, type: asked.type, port, image: filled.image },
        ...{ connection_type: filled.connectionType, username: filled.username },
        host,
        database_name: filled.databaseName,
        password_encrypted: sealed,
        ...{ status: 'created', health_status: 'unknown', setup_status: 'pending' },
        auto_start: filled.autoStart ? 1 : 0,
        auto_setup: filled.autoSetup ? 1 : 0,
        tls: filled.tls ? 1 : 0,
      });
      const start = waiting && (await prepared.take(tx, waiting));
      const row = await repository.update(
        tx,
        inserted,
        start
          ? { volume: start.volume, password_encrypted: start.passwordEncrypted }
          : { volume: isDocker ? own.name({ id: inserted, name }) : null },
      );
      const isAnyPort = asked.port === undefined;
      const data = { isPrepared: start !== null, isAnyPort, ...(adopted && { adopted }) };
      if (row) await this.enqueue(tx, row, 'create', data);
      return inserted;
    });
    return datasourceOf(await this.row(id));
  }

  /** Changes the row, and what of it a container or a running server has to know, too. */
  async update(id: number, asked: UpdateDatasource): Promise<Datasource> {
    const { platform, repository } = this.options;
    const row = await this.row(id);
    const isDocker = row.connection_type === 'docker';
    if (
      isDocker &&
      (asked.databaseName ?? asked.username ?? asked.host ?? asked.tls) !== undefined
    ) {
      throw notFor(
        'Database, user, host and TLS of a container stay what they are.',
        'Create another datasource, or change them in the database itself.',
      );
    }
    const moves = isDocker && asked.port !== undefined && asked.port !== row.port;
    if (moves && asked.password !== undefined) {
      throw notFor('Port and password change one after the other.', 'Send two requests.');
    }
    const ports = moves ? await this.ports(asked.port, 0) : [];
    const sealed =
      asked.password === undefined ? null : await platform.secrets.seal(new Secret(asked.password));
    if (isDocker && sealed !== null && row.status !== 'running') {
      throw notFor('Its password changes while it runs.', 'Start the datasource first.');
    }
    await platform.store.write(async (tx) => {
      const before = await this.idle(tx, id, moves || (isDocker && sealed !== null));
      const port = moves ? await this.reserve(tx, ports, asked.port) : (asked.port ?? before.port);
      const updated = await repository.update(tx, id, {
        ...{ name: asked.name ?? before.name, port },
        host: asked.host ?? before.host,
        database_name: asked.databaseName ?? before.database_name,
        username: asked.username ?? before.username,
        tls: flag(asked.tls, before.tls),
        auto_start: flag(asked.autoStart, before.auto_start),
        auto_setup: flag(asked.autoSetup, before.auto_setup),
        ...(isDocker || sealed === null ? {} : { password_encrypted: sealed }),
      });
      if (!updated) return;
      if (moves) await this.enqueue(tx, updated, 'move', {});
      else if (isDocker && sealed !== null) await this.enqueue(tx, updated, 'password', { sealed });
      else if (!isDocker && connects(asked)) await this.enqueue(tx, updated, 'setup', {});
    });
    if (isDocker) await this.tellContainer(row, asked);
    return datasourceOf(await this.row(id));
  }

  /** Another one of the same kind, with a password and a port of its own and without the data. */
  async duplicate(id: number, { name }: DuplicateDatasource): Promise<Datasource> {
    const row = await this.row(id);
    const { project_id: projectId, type, connection_type: connectionType } = row;
    const password = row.password_encrypted;
    const isDirect = connectionType === 'direct';
    const secret =
      isDirect && password !== null ? await this.options.platform.secrets.unseal(password) : null;
    return this.create(projectId, {
      ...{ type, connectionType, autoStart: row.auto_start !== 0, autoSetup: row.auto_setup !== 0 },
      ...(name === undefined ? {} : { name }),
      ...(row.image === null ? {} : { image: row.image }),
      ...(row.database_name === null ? {} : { databaseName: row.database_name }),
      ...(row.username === null ? {} : { username: row.username }),
      ...(isDirect && row.host !== null ? { host: row.host, tls: row.tls !== 0 } : {}),
      ...(isDirect && row.port !== null ? { port: row.port } : {}),
      ...(secret === null ? {} : { password: secret.reveal() }),
    });
  }

  /** Begins a job on it. @throws datasource-busy while another works on it */
  async begin(
    id: number,
    task: Exclude<DatasourceTask, 'create' | 'delete' | 'password' | 'move'>,
    data: object = {},
  ): Promise<Datasource> {
    const row = await this.row(id);
    if (row.connection_type !== 'docker' && task === 'stop') {
      throw notFor('Only a container can be stopped.', 'Stop the server where it runs.');
    }
    if (row.connection_type === 'docker') await this.engine();
    // A stop ends what is under way, such as a long pull.
    if (task === 'stop' && row.working_job !== null) await this.cancel(row.working_job);
    await this.options.platform.store.write(async (tx) => {
      await this.enqueue(tx, await this.idle(tx, id, true), task, data);
    });
    return datasourceOf(await this.row(id));
  }

  async delete(id: number, options: DeleteDatasourceQuery): Promise<Datasource> {
    const row = await this.row(id);
    if (row.connection_type === 'docker' && options.force !== true) await this.engine();
    if (row.working_job !== null) await this.cancel(row.working_job);
    await this.options.platform.store.write(async (tx) => {
      await this.enqueue(tx, await this.idle(tx, id, true), 'delete', { options });
    });
    return datasourceOf(await this.row(id));
  }

  /** Whether it could be connected to, as its application does. Nothing is stored. */
  async test(id: number): Promise<ConnectionTest> {
    const row = await this.row(id);
    const password = await this.password(row);
    const target = { ...targetOf(row, password), database: await this.databaseOf(row) };
    return testConnection(kindOf(row.type), target);
  }

  /** The same before anything is stored. */
  async testNew(asked: TestConnection): Promise<ConnectionTest> {
    const kind = kindOf(asked.type);
    const isFile = kind.port === null;
    if (isFile && asked.projectId === undefined) {
      throw new AppError('invalid-request', 'A file is looked for in a project: give projectId.');
    }
    return testConnection(kind, {
      host: asked.host ?? '127.0.0.1',
      port: asked.port ?? kind.port ?? 0,
      database: isFile
        ? await this.fileIn(asked.projectId ?? 0, asked.databaseName)
        : asked.databaseName,
      username: asked.username ?? null,
      password: await this.passwordFor(asked),
      tls: asked.tls ?? false,
    });
  }

  /** The one that was typed, else the one that is stored. */
  private async passwordFor({ password, datasourceId }: TestConnection): Promise<Secret | null> {
    if (password !== undefined) return new Secret(password);
    return datasourceId === undefined ? null : this.password(await this.row(datasourceId));
  }

  /** The password, for whoever asked for it by name; that is written down. */
  async reveal(id: number, caller: string): Promise<DatasourcePassword> {
    const row = await this.row(id);
    const password = (await this.password(row))?.reveal() ?? null;
    await this.options.platform.store.write((tx) =>
      this.audit.append(tx, {
        ...{ action: 'datasource.password', outcome: 'granted', caller },
        ...{ project_id: row.project_id, subject: row.name },
      }),
    );
    return { password, url: kindOf(row.type).url(targetOf(row, null), password) };
  }

  async row(id: number): Promise<DatasourceRow> {
    const { platform, repository } = this.options;
    const row = await platform.store.read((db) => repository.find(db, id));
    if (row) return row;
    throw new AppError('not-found', `There is no datasource ${id}.`);
  }

  async password(row: DatasourceRow): Promise<Secret | null> {
    const token = row.password_encrypted;
    return token === null ? null : this.options.platform.secrets.unseal(token);
  }

  /** The engine, when it answers. @throws docker-unavailable */
  async engine(): Promise<Engine> {
    const { watch } = this.options.sight;
    try {
      const engine = await watch.engine();
      await engine.version();
      watch.begin();
      return engine;
    } catch (error) {
      if (!isDockerError(error)) throw error;
      const { reason, repair } = engineTrouble(error);
      throw new AppError(
        'docker-unavailable',
        `Docker does not answer at ${this.options.place.address.address}: ${reason}.`,
        `${repair} SQLite and direct connections need no Docker.`,
        { cause: error },
      );
    }
  }

  private async databaseOf(row: DatasourceRow): Promise<string> {
    const name = row.database_name ?? '';
    return row.connection_type === 'file' ? this.fileIn(row.project_id, name) : name;
  }

  private fileIn(projectId: number, file: string): Promise<string> {
    return this.options.fileIn(projectId, file);
  }

  private async ports(asked: number | undefined, usual: number): Promise<number[]> {
    const { platform, repository } = this.options;
    const engine = await this.engine();
    const reserved = await platform.store.read((db) => repository.reservedPorts(db));
    return portsToChooseFrom(engine, asked, usual, reserved);
  }

  /** Of these ports the first that no row has: who writes it in this transaction has it. */
  private async reserve(
    tx: Tx,
    ports: readonly number[],
    asked: number | undefined,
  ): Promise<number> {
    const reserved = await this.options.repository.reservedPorts(tx);
    const port = ports.find((one) => !reserved.has(one));
    if (port !== undefined) return port;
    throw portTaken(asked ?? ports[0] ?? 0);
  }

  /** The row as it is in the transaction, with no job at work on it where that matters. */
  private async idle(tx: Tx, id: number, matters: boolean): Promise<DatasourceRow> {
    const row = await this.options.repository.find(tx, id);
    if (!row) throw new AppError('not-found', `There is no datasource ${id}.`);
    if (!matters || row.working_job === null) return row;
    throw new AppError(
      'datasource-busy',
      `“${row.name}” is being worked on by job ${row.working_job}.`,
      'Wait until that job has ended, or cancel it.',
    );
  }

  private async enqueue(
    tx: Tx,
    row: DatasourceRow,
    task: DatasourceTask,
    data: object,
  ): Promise<void> {
    const { platform, repository } = this.options;
    const job = await platform.jobs.enqueue(tx, {
      name: jobNameOf(task),
      title: `${titles[task]} ${row.name}`,
      projectId: row.project_id,
      data: { datasourceId: row.id, ...data },
    });
    await repository.update(tx, row.id, { job_id: job.id, ...announced[task] });
  }

  private async cancel(job: number): Promise<void> {
    try {
      await this.options.platform.jobs.cancel(job);
    } catch (error) {
      // It ended by itself in the meantime.
      if (!(error instanceof AppError) || error.code !== 'job-not-cancellable') throw error;
    }
  }

  /** What the container shows of its row. It is right at the next start in any case. */
  private async tellContainer(row: DatasourceRow, asked: UpdateDatasource): Promise<void> {
    const { sight, own, platform } = this.options;
    if (row.container_id === null) return;
    try {
      const engine = await sight.watch.engine();
      if (asked.autoStart !== undefined) await engine.setRestart(row.container_id, asked.autoStart);
      if (asked.name !== undefined) {
        await engine.rename(row.container_id, own.name({ id: row.id, name: asked.name }));
      }
    } catch (error) {
      platform.log.warn(
        { err: error, datasource: row.id },
        'a container kept what it was told before',
      );
    }
  }
}

const flag = (asked: boolean | undefined, before: number): number =>
  asked === undefined ? before : asked ? 1 : 0;

const connects = ({
  host,
  port,
  databaseName,
  username,
  password,
  tls,
}: UpdateDatasource): boolean =>
  [host, port, databaseName, username, password, tls].some((one) => one !== undefined);

const notFor = (detail: string, repair: string): AppError =>
  new AppError('not-for-this-datasource', detail, repair);
