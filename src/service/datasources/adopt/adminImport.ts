import type {
  ImportAdmin,
  ImportedThing,
  ImportReport,
} from '../../../protocol/datasourceAdoption.js';
import type { DatasourceType } from '../../../protocol/datasources.js';
import type { Project } from '../../../protocol/projects.js';
import { AppError, isAppError } from '../../platform/problem.js';
import type { ProjectService } from '../../projects/projectService.js';
import type { DatasourceService } from '../datasourceService.js';
import { kindOf } from '../kinds/kinds.js';
import type { AdminProject, AdminRows } from './adminDatabase.js';
import { findAdminDatabase, readConnectors, type AdminConnector } from './adminFiles.js';
import { adminPassword } from './adminPassword.js';
import { datasourceName } from './names.js';

/** What both sources say of a database. */
interface Described {
  readonly name: string;
  readonly type: string;
  readonly host: string | null;
  readonly port: number | null;
  readonly database: string | null;
  readonly username: string | null;
  readonly password: string | null;
}

/** As older Admins spell them. */
const types: Readonly<Record<string, DatasourceType>> = {
  ...{ postgres: 'postgresql', postgresql: 'postgresql', mysql: 'mysql', mariadb: 'mariadb' },
  ...{ mongodb: 'mongodb', redis: 'redis', sqlite: 'sqlite' },
};

/**
 * Projects and databases of an older Admin, by its `quantum_admin.db`: Quantum Admin 1.0's, and the
 * framework's own with its connectors. What is there already stays as it is, so it may be done again.
 */
export class AdminImport {
  constructor(
    private readonly projects: ProjectService,
    private readonly service: DatasourceService,
  ) {}

  async run({ path, encryptionKey }: ImportAdmin): Promise<ImportReport> {
    const { bytes, folder } = await findAdminDatabase(path);
    const found = await rowsOf(path, bytes);
    const connectors = await readConnectors(folder);
    const projects: ImportedThing[] = [];
    const datasources: ImportedThing[] = [];
    const ids = new Map<number, number>();
    for (const project of found.projects) {
      const thing = await this.project(project);
      if (thing.id !== null) ids.set(project.id, thing.id);
      projects.push(thing);
    }
    for (const row of found.datasources) {
      const described = { ...row, database: row.database_name, password: row.password_encrypted };
      datasources.push(await this.datasource(ids.get(row.project_id), described, encryptionKey));
    }
    const databases = connectors.filter(({ provider }) => Object.hasOwn(types, provider));
    for (const one of databases) {
      const id = one.application_id === null ? undefined : ids.get(one.application_id);
      datasources.push(await this.datasource(id, describedBy(one), encryptionKey));
    }
    const others = connectors.length - databases.length;
    const left = [...found.left, ...(others === 0 ? [] : [{ what: 'connectors', count: others }])];
    return { projects, datasources, left };
  }

  /** In its folder where that is a project's, else without one. */
  private async project({
    name,
    description,
    source_path: rootPath,
  }: AdminProject): Promise<ImportedThing> {
    const there = (await this.projects.rows()).find((row) => row.name === name);
    if (there) return { name, id: there.id, outcome: 'there', reason: null };
    const made = { name, ...(description === null ? {} : { description }) };
    try {
      const { id } = await this.inFolder(made, rootPath);
      return { name, id, outcome: 'created', reason: null };
    } catch (error) {
      return skipped(name, error);
    }
  }

  private async inFolder(
    made: { readonly name: string; readonly description?: string },
    rootPath: string | null,
  ): Promise<Project> {
    if (rootPath === null || rootPath === '') return this.projects.create(made);
    try {
      return await this.projects.create({ ...made, rootPath });
    } catch (error) {
      if (!isAppError(error) || error.code === 'name-taken') throw error;
      return this.projects.create(made);
    }
  }

  private async datasource(
    projectId: number | undefined,
    described: Described,
    key: string | undefined,
  ): Promise<ImportedThing> {
    const name = datasourceName(described.name);
    const type = Object.hasOwn(types, described.type) ? types[described.type] : undefined;
    try {
      if (projectId === undefined) throw refuse('It belongs to no project that was imported.');
      if (type === undefined) throw refuse(`There is no type “${described.type}” here.`);
      const there = (await this.service.list(projectId)).find((one) => one.name === name);
      if (there) return { name, id: there.id, outcome: 'there', reason: null };
      const password = adminPassword(described.password, key);
      const isFile = type === 'sqlite';
      const port = described.port ?? kindOf(type).port;
      const { id } = await this.service.create(projectId, {
        ...{ type, name, connectionType: isFile ? 'file' : 'direct' },
        ...(isFile || port === null ? {} : { host: described.host ?? '127.0.0.1', port }),
        ...(described.database ? { databaseName: described.database } : {}),
        ...(isFile || !described.username ? {} : { username: described.username }),
        ...(isFile || password === null || password === 'locked'
          ? {}
          : { password: password.reveal() }),
      });
      const reason =
        password === 'locked' ? 'Its password is encrypted with another key: enter it anew.' : null;
      return { name, id, outcome: 'created', reason };
    } catch (error) {
      return skipped(name, error);
    }
  }
}

/** Read by a chunk of its own: SQLite is loaded when somebody imports. */
async function rowsOf(path: string, bytes: Uint8Array): Promise<AdminRows> {
  const { readAdminDatabase } = await import('./adminDatabase.js');
  try {
    return await readAdminDatabase(bytes);
  } catch (error) {
    const cause = { cause: error };
    throw new AppError('invalid-request', `${path} is no database of an Admin.`, undefined, cause);
  }
}

const describedBy = ({ port, provider, ...connector }: AdminConnector): Described => ({
  ...connector,
  type: provider,
  port: port === 0 ? null : port,
  host: connector.host === '' ? null : connector.host,
});

const refuse = (detail: string): AppError => new AppError('invalid-request', detail);

function skipped(name: string, error: unknown): ImportedThing {
  if (!isAppError(error)) throw error;
  return { name, id: null, outcome: 'skipped', reason: error.detail };
}
