import type { DatasourceType } from '../../../protocol/datasources.js';
import type { AdminDatasource, ConnectorRow } from './adminDatabase.js';
import type { AdminConnector } from './adminFiles.js';

/** What any source of an older Admin says of a database. */
export interface Described {
  readonly name: string;
  readonly type: string;
  /** Ids there; null: all of them. */
  readonly projects: readonly number[] | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly database: string | null;
  readonly username: string | null;
  readonly password: string | null;
  /** It made a container for it. */
  readonly container: string | null;
  /** Names of options that only that Admin reads. */
  readonly options: readonly string[];
}

/** As older Admins spell them. */
const types: Readonly<Record<string, DatasourceType>> = {
  ...{ postgres: 'postgresql', postgresql: 'postgresql', mysql: 'mysql', mariadb: 'mariadb' },
  ...{ mongodb: 'mongodb', redis: 'redis', 'redis-queue': 'redis', sqlite: 'sqlite' },
};

export const typeOf = (word: string): DatasourceType | undefined =>
  Object.hasOwn(types, word) ? types[word] : undefined;

/** With whom a row is shared: a list of ids as JSON, which a person may have edited. */
function sharedWith(visibility: string | null, json: string | null): readonly number[] | null {
  if (visibility === 'public') return null;
  if (visibility !== 'shared') return [];
  try {
    const ids: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(ids) ? ids.map(Number).filter(Number.isInteger) : [];
  } catch {
    return [];
  }
}

export function ofDatasource(row: AdminDatasource): Described {
  // Whoever else may use it: its own project has it in any case.
  const others = sharedWith(row.visibility, row.shared_with);
  return {
    ...{ name: row.name, type: row.type, host: row.host, port: row.port },
    projects: others === null ? null : [...new Set([row.project_id, ...others])],
    database: row.database_name,
    username: row.username,
    password: row.password_encrypted,
    container: row.connection_type === 'docker' ? row.container_id : null,
    options: [],
  };
}

export const ofConnector = ({ provider, ...connector }: AdminConnector): Described => ({
  ...connector,
  type: provider,
  port: connector.port === 0 ? null : connector.port,
  host: connector.host === '' ? null : connector.host,
  container: connector.container === '' ? null : connector.container,
});

/** A row of the table, as an entry of the file would say it. */
export function connectorOf(row: ConnectorRow): AdminConnector {
  const others = sharedWith(row.visibility, row.shared_with);
  const owner = row.owner_project_id === null ? [] : [row.owner_project_id];
  return {
    ...{ id: row.id, name: row.name, provider: row.provider, host: row.host ?? '' },
    ...{ port: row.port ?? 0, username: row.username ?? '', database: row.database ?? '' },
    password: row.password_encrypted ?? '',
    projects: others === null ? null : [...new Set([...owner, ...others])],
    container: row.docker_container_id ?? '',
    options: optionNames(row.options_json),
  };
}

function optionNames(json: string | null): string[] {
  try {
    const options: unknown = JSON.parse(json ?? '{}');
    return typeof options === 'object' && options !== null ? Object.keys(options) : [];
  } catch {
    return [];
  }
}
