import path from 'node:path';
import type {
  ImportAdmin,
  ImportedThing,
  ImportReport,
} from '../../../protocol/datasourceAdoption.js';
import type { CreateDatasource, DatasourceType } from '../../../protocol/datasources.js';
import type { Project } from '../../../protocol/projects.js';
import { AppError, isAppError } from '../../platform/problem.js';
import { isWithin } from '../../projects/projectFolders.js';
import type { ProjectService } from '../../projects/projectService.js';
import type { DatasourceService } from '../datasourceService.js';
import { kindOf } from '../kinds/kinds.js';
import type { AdminProject, AdminRows } from './adminDatabase.js';
import { findAdminDatabase, readConnectors, type AdminConnector } from './adminFiles.js';
import { adminPassword } from './adminPassword.js';
import { importEnvironments, type AdminEnvironmentPorts } from './adminEnvironments.js';
import { refuse, skipped, thingOf, type Projects } from './importedThing.js';
import { connectorOf, ofConnector, ofDatasource, typeOf, type Described } from './described.js';
import { leftThings } from './leftReasons.js';
import { datasourceName } from './names.js';

/**
 * Projects, environments and databases of an older Admin, by its `quantum_admin.db`: Quantum Admin 1.0's, and the
 * framework's own with its connectors. What is there already stays as it is, so it may be done again. Every row
 * is accounted for: taken, with what is otherwise here, or left, with why.
 */
export class AdminImport {
  constructor(
    private readonly projects: ProjectService,
    private readonly service: DatasourceService,
    private readonly environments: AdminEnvironmentPorts,
  ) {}

  async run({ path: place, encryptionKey }: ImportAdmin): Promise<ImportReport> {
    const { bytes, folder } = await findAdminDatabase(place);
    const found = await rowsOf(place, bytes);
    const connectors = united(await readConnectors(folder), found.connectors.map(connectorOf));
    const projects: ImportedThing[] = [];
    const known = new Map<number, { name: string; id: number | null }>();
    for (const project of found.projects) {
      const thing = await this.project(project);
      known.set(project.id, { name: thing.name, id: thing.id });
      projects.push(thing);
    }
    const places = await importEnvironments(this.environments, found, known, encryptionKey);
    const others = connectors.filter(({ provider }) => typeOf(provider) === undefined);
    const described = [
      ...found.datasources.map(ofDatasource),
      ...connectors.filter((one) => !others.includes(one)).map(ofConnector),
    ];
    const datasources: ImportedThing[] = [];
    for (const one of described) datasources.push(...(await this.each(known, one, encryptionKey)));
    const names = others.map(({ name, provider }) => `${name} (${provider})`);
    const rest = { what: 'connectors', count: others.length, names };
    const left = [...found.left, ...(others.length === 0 ? [] : [rest])].map(leftThings);
    return { projects, ...places, datasources, left };
  }

  /** In its folder where that is a project's, else without one. */
  private async project(row: AdminProject): Promise<ImportedThing> {
    const { name, description, source_path: rootPath, git_url: git } = row;
    const there = (await this.projects.rows()).find((one) => one.name === name);
    if (there) return thingOf({ name, id: there.id, outcome: 'there' });
    const made = { name, ...(description === null ? {} : { description }) };
    try {
      const project = await this.inFolder(made, rootPath);
      if (row.status === 'inactive') await this.projects.update(project.id, { status: 'inactive' });
      const changed = [
        ...(rootPath && project.rootPath === null ? [`It has no folder: ${rootPath}.`] : []),
        ...(git ? [`Its Git address is not kept: ${withoutLogin(git)}.`] : []),
      ];
      return thingOf({ name, id: project.id, outcome: 'created', changed });
    } catch (error) {
      return skipped(name, null, error);
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

  /** One for each project that may use it: here a datasource belongs to one. */
  private async each(
    known: Projects,
    described: Described,
    key: string | undefined,
  ): Promise<ImportedThing[]> {
    const { name, projects } = described;
    const wanted = projects ?? [...known.keys()];
    if (wanted.length === 0) {
      const why = projects === null ? 'It is for every project, and there is none.' : noProject;
      return [skipped(datasourceName(name), null, refuse(why))];
    }
    const things: ImportedThing[] = [];
    for (const id of wanted) things.push(await this.datasource(known.get(id), described, key));
    if (wanted.length === 1) return things;
    const shared = `It was one for ${projects === null ? 'every project' : `${wanted.length} projects`}, and is one in each.`;
    return things.map((thing) =>
      thing.outcome === 'created' ? { ...thing, changed: [shared, ...thing.changed] } : thing,
    );
  }

  private async datasource(
    project: { readonly name: string; readonly id: number | null } | undefined,
    described: Described,
    key: string | undefined,
  ): Promise<ImportedThing> {
    const name = datasourceName(described.name);
    const type = typeOf(described.type);
    const of = project?.name ?? null;
    try {
      if (project === undefined || project.id === null) throw refuse(noProject);
      if (type === undefined) throw refuse(`There is no type “${described.type}” here.`);
      const there = (await this.service.list(project.id)).find((one) => one.name === name);
      if (there) return thingOf({ name, project: of, id: there.id, outcome: 'there' });
      const password = adminPassword(described.password, key);
      const file = type === 'sqlite' ? await this.fileOf(project.id, described.database) : null;
      const isOpen = password !== null && password !== 'locked' && type !== 'sqlite';
      const { id } = await this.service.create(project.id, {
        ...connectionOf(type, described, file),
        ...{ type, name, ...(isOpen ? { password: password.reveal() } : {}) },
      });
      const reason =
        password === 'locked' ? 'Its password is encrypted with another key: enter it anew.' : null;
      const changed = changesOf(name, type, described, file);
      return thingOf({ name, project: of, id, outcome: 'created', changed, reason });
    } catch (error) {
      return skipped(name, of, error);
    }
  }

  /** The file as a project names it. @throws for one outside of the project, which nobody may reach through it */
  private async fileOf(projectId: number, database: string | null): Promise<string | null> {
    if (database === null || !path.isAbsolute(database)) return database;
    const { root_path: root } = await this.projects.row(projectId);
    if (root !== null && database !== root && isWithin(database, root))
      return path.relative(root, database);
    throw refuse(`${database} does not lie in the project’s folder.`);
  }
}

/** Addresses of Git may carry a token. */
const withoutLogin = (url: string): string => url.replace(/^(\w+:\/\/)[^/@]*@/, '$1');

const noProject = 'It belongs to no project that was imported.';

/** Those of the file, which that Admin works with, then those that its table alone has. */
function united(
  ofFile: readonly AdminConnector[],
  ofTable: readonly AdminConnector[],
): AdminConnector[] {
  const ids = new Set(ofFile.map(({ id }) => id));
  return [...ofFile, ...ofTable.filter(({ id }) => !ids.has(id))];
}

function connectionOf(
  type: DatasourceType,
  { host, port: given, database, username }: Described,
  file: string | null,
): Omit<CreateDatasource, 'type'> {
  if (type === 'sqlite') return { connectionType: 'file', ...(file ? { databaseName: file } : {}) };
  const port = given ?? kindOf(type).port;
  return {
    connectionType: 'direct',
    ...(port === null ? {} : { host: host ?? '127.0.0.1', port }),
    ...(database ? { databaseName: database } : {}),
    ...(username ? { username } : {}),
  };
}

/** What is otherwise here than that Admin had it. */
function changesOf(
  name: string,
  type: DatasourceType,
  described: Described,
  file: string | null,
): string[] {
  const { container, options } = described;
  return [
    ...(name === described.name ? [] : [`Its name was “${described.name}”.`]),
    ...(type === described.type ? [] : [`Its type was “${described.type}”.`]),
    ...(type !== 'sqlite' || file === described.database
      ? []
      : [`Its file was ${described.database ?? ''}.`]),
    ...(container === null
      ? []
      : [
          `It is connected to; its container ${container.slice(0, 12)} is started and stopped elsewhere.`,
        ]),
    ...(options.length === 0 ? [] : [`Its options are not kept: ${options.join(', ')}.`]),
  ];
}

/** Read by a chunk of its own: SQLite is loaded when somebody imports. */
async function rowsOf(place: string, bytes: Uint8Array): Promise<AdminRows> {
  const { readAdminDatabase } = await import('./adminDatabase.js');
  try {
    return await readAdminDatabase(bytes);
  } catch (error) {
    const cause = { cause: error };
    throw new AppError('invalid-request', `${place} is no database of an Admin.`, undefined, cause);
  }
}
