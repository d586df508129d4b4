import { realpath } from 'node:fs/promises';
import type { RuntimeDatasource } from '../../../protocol/datasourceByName.js';
import type { Platform } from '../../platform/feature.js';
import { AppError } from '../../platform/problem.js';
import { isWithin } from '../../projects/projectFolders.js';
import type { DatasourceRepository } from '../datasourceRepository.js';
import type { DatasourceRow } from '../datasourceRows.js';
import { targetOf } from '../datasourceWire.js';
import { kindOf } from '../kinds/kinds.js';

export interface LookupPorts {
  readonly platform: Platform;
  readonly repository: DatasourceRepository;
  /** The projects that are not deleted. */
  projects(): Promise<readonly LookedUpProject[]>;
  /** The absolute path of a project's file. @throws when it would lie outside of its folder. */
  fileIn(projectId: number, file: string): Promise<string>;
}

interface LookedUpProject {
  readonly id: number;
  readonly name: string;
  readonly root_path: string | null;
}

/** What tells which project is meant, where a name stands for several datasources. */
export interface LookupPlace {
  readonly projectId?: number;
  /** Where the asking application works. */
  readonly folder?: string | null;
}

/** Datasources by their names, as Quantum of the roadmap's time asks for them, in the words it understands. */
export class RuntimeLookup {
  constructor(private readonly ports: LookupPorts) {}

  /** @throws not-found, datasource-not-ready, conflict */
  async find(name: string, place: LookupPlace): Promise<DatasourceRow> {
    const { platform, repository } = this.ports;
    const projects = await this.ports.projects();
    const rows = (await platform.store.read((db) => repository.named(db, name))).filter(
      ({ project_id: project }) =>
        projects.some(({ id }) => id === project) && (place.projectId ?? project) === project,
    );
    const row = rows.length > 1 ? await this.chosen(name, rows, projects, place) : rows[0];
    if (row === undefined) throw new AppError('not-found', `Datasource '${name}' not found`);
    const { status, setup_status: setup } = row;
    if (status === 'running' && setup === 'ready') return row;
    const why = status === 'running' ? `setup: ${setup}` : `status: ${status}`;
    throw new AppError(
      'datasource-not-ready',
      `Datasource '${name}' is not ready (${why})`,
      'Start the datasource and wait until it is ready.',
    );
  }

  /** All that a client needs, the password included. */
  async answer(row: DatasourceRow): Promise<RuntimeDatasource> {
    const { platform } = this.ports;
    const token = row.password_encrypted;
    const password = token === null ? null : await platform.secrets.unseal(token);
    const { host, port, database, username } = targetOf(row, password);
    const isFile = row.connection_type === 'file';
    const file = isFile ? await this.ports.fileIn(row.project_id, database) : null;
    const target = { ...targetOf(row, password), database: file ?? database };
    return {
      ...{ name: row.name, type: row.type, username, password: password?.reveal() ?? null },
      ...{ host: isFile ? null : host, port: isFile ? null : port, database_name: target.database },
      ...(file === null ? {} : { database: file }),
      connection_string: kindOf(row.type).url(target, password?.reveal() ?? null),
    };
  }

  /** The one whose project's folder the asking application works in; the innermost where they are nested. */
  private async chosen(
    name: string,
    rows: readonly DatasourceRow[],
    projects: readonly LookedUpProject[],
    { folder }: LookupPlace,
  ): Promise<DatasourceRow> {
    const owners = projects.filter(({ id }) => rows.some((row) => row.project_id === id));
    let best: { readonly id: number; readonly root: string } | null = null;
    for (const { id, root_path: root } of folder ? owners : []) {
      const real = root === null ? null : await realpath(root).catch(() => root);
      if (real === null || !isWithin(folder ?? '', real)) continue;
      if (real.length > (best?.root.length ?? 0)) best = { id, root: real };
    }
    const row = rows.find(({ project_id: project }) => project === best?.id);
    if (row !== undefined) return row;
    throw new AppError(
      'conflict',
      `Datasource '${name}' is in ${owners.length} projects: ${owners.map((one) => one.name).join(', ')}`,
      'Start the application in its project’s folder, or give one of the datasources another name.',
    );
  }
}
