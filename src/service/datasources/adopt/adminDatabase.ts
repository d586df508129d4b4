import type { Database } from 'sql.js';
import { loadSqljs } from '../../platform/store/sqljs/loadSqljs.js';

export interface AdminProject {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly status: string | null;
  /** The framework's own admin knows a folder, and where it was cloned from. */
  readonly source_path: string | null;
  readonly git_url: string | null;
}

export interface AdminDatasource {
  readonly project_id: number;
  readonly name: string;
  readonly type: string;
  readonly connection_type: string;
  readonly container_id: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly database_name: string | null;
  readonly username: string | null;
  readonly password_encrypted: string | null;
  readonly visibility: string | null;
  /** JSON: ids of projects. */
  readonly shared_with: string | null;
}

/** A row of the table of connectors. */
export interface ConnectorRow {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly host: string | null;
  readonly port: number | null;
  readonly username: string | null;
  readonly password_encrypted: string | null;
  readonly database: string | null;
  readonly options_json: string | null;
  readonly docker_container_id: string | null;
  readonly visibility: string | null;
  readonly shared_with: string | null;
  readonly owner_project_id: number | null;
}

/** Where an application of a project is deployed. */
export interface AdminEnvironment {
  readonly id: number;
  readonly project_id: number | null;
  readonly name: string;
  readonly display_name: string | null;
  readonly order: number | null;
  readonly docker_host: string | null;
  readonly docker_registry: string | null;
  readonly deploy_path: string | null;
  readonly container_name: string | null;
  readonly port: number | null;
  readonly branch: string | null;
  readonly auto_deploy: number | null;
  readonly requires_approval: number | null;
  readonly health_url: string | null;
  readonly health_timeout: number | null;
  /** JSON: its variables. */
  readonly env_vars_json: string | null;
  readonly is_active: number | null;
}

/** A row of either table: of variables, or of secrets. */
export interface AdminVariable {
  readonly project_id: number | null;
  /** Of a secret of one environment. */
  readonly environment_id: number | null;
  readonly key: string;
  readonly value: string | null;
  readonly description: string | null;
  readonly isSecret: boolean;
}

/** Rows of one kind that are not taken over. */
export interface LeftRows {
  readonly what: string;
  readonly count: number;
  /** Each, as a person knows it. */
  readonly names: readonly string[];
}

export interface AdminRows {
  readonly projects: readonly AdminProject[];
  readonly datasources: readonly AdminDatasource[];
  readonly connectors: readonly ConnectorRow[];
  readonly environments: readonly AdminEnvironment[];
  readonly variables: readonly AdminVariable[];
  readonly left: readonly LeftRows[];
}

const projectColumns = ['id', 'name', 'description', 'status', 'source_path', 'git_url'];
const datasourceColumns = [
  ...['project_id', 'name', 'type', 'connection_type', 'container_id', 'host', 'port'],
  ...['database_name', 'username', 'password_encrypted', 'visibility', 'shared_with'],
];
const connectorColumns = [
  ...['id', 'name', 'provider', 'host', 'port', 'username', 'password_encrypted', 'database'],
  ...['options_json', 'docker_container_id', 'visibility', 'shared_with', 'owner_project_id'],
];
const environmentColumns = [
  ...['id', 'project_id', 'name', 'display_name', 'order', 'docker_host', 'docker_registry'],
  ...['deploy_path', 'container_name', 'port', 'branch', 'auto_deploy', 'requires_approval'],
  ...['health_url', 'health_timeout', 'env_vars_json', 'is_active'],
];
/** The tables whose rows have no place here, and the column that names a row; null: only counted. */
const leftTables: readonly (readonly [table: string, name: string | null])[] = [
  ['migrations', 'version'],
  ['deployment_targets', 'name'],
  ['deployments', 'version'],
  ['cloud_integrations', 'name'],
  ['webhook_events', null],
  ['audit_logs', null],
];
const mostNames = 100;

/** What a `quantum_admin.db` of either Admin holds. @throws when the bytes are no such database */
export async function readAdminDatabase(bytes: Uint8Array): Promise<AdminRows> {
  const { Database: Opened } = await loadSqljs();
  const database = new Opened(bytes);
  try {
    return {
      projects: rows<AdminProject>(database, 'projects', projectColumns),
      datasources: rows<AdminDatasource>(database, 'datasources', datasourceColumns),
      connectors: rows<ConnectorRow>(database, 'connectors', connectorColumns),
      environments: rows<AdminEnvironment>(database, 'environments', environmentColumns),
      variables: variableRows(database),
      left: leftTables.flatMap(([table, name]) => leftRows(database, table, name)),
    };
  } finally {
    database.close();
  }
}

const values = (database: Database, sql: string): unknown[][] =>
  database.exec(sql)[0]?.values ?? [];

const columnsOf = (database: Database, table: string): Set<unknown> =>
  new Set(values(database, `PRAGMA table_info(${table})`).map(([, name]) => name));

/** Columns that a version does not have are null. */
function rows<Row>(database: Database, table: string, wanted: readonly string[]): Row[] {
  const there = columnsOf(database, table);
  if (there.size === 0) return [];
  const list = wanted.map((name) => (there.has(name) ? `"${name}"` : `NULL AS "${name}"`));
  return values(database, `SELECT ${list.join(', ')} FROM ${table} ORDER BY id`).map(
    (row) => Object.fromEntries(wanted.map((name, at) => [name, row[at] ?? null])) as Row,
  );
}

function variableRows(database: Database): AdminVariable[] {
  const shared = ['project_id', 'environment_id', 'key', 'description'];
  const variables = rows<AdminVariable & { value_encrypted: string; is_secret: number | null }>(
    ...([database, 'environment_variables', [...shared, 'value_encrypted', 'is_secret']] as const),
  );
  const secrets = rows<AdminVariable & { encrypted_value: string; is_sensitive: number | null }>(
    ...([database, 'secrets', [...shared, 'encrypted_value', 'is_sensitive']] as const),
  );
  return [
    ...variables.map((row) => ({
      ...row,
      value: row.value_encrypted,
      isSecret: row.is_secret === 1,
    })),
    ...secrets.map((row) => ({
      ...row,
      value: row.encrypted_value,
      isSecret: row.is_sensitive !== 0,
    })),
  ];
}

/** Named with their project where the table says it: "Shop / production". */
function leftRows(database: Database, table: string, name: string | null): LeftRows[] {
  const there = columnsOf(database, table);
  if (there.size === 0) return [];
  const count = Number(values(database, `SELECT count(*) FROM ${table}`)[0]?.[0]);
  if (count === 0) return [];
  if (name === null || !there.has(name)) return [{ what: table, count, names: [] }];
  const withProject = there.has('project_id') && columnsOf(database, 'projects').size > 0;
  const project = withProject ? 'p.name' : 'NULL';
  const join = withProject ? 'LEFT JOIN projects p ON p.id = t.project_id' : '';
  const found = values(
    database,
    `SELECT t."${name}", ${project} FROM ${table} t ${join} ORDER BY t.id LIMIT ${mostNames}`,
  );
  const names = found.map((row) => {
    const [own, of] = row.map((value) => (typeof value === 'string' ? value : ''));
    return of ? `${of} / ${own ?? ''}` : (own ?? '');
  });
  return [{ what: table, count, names }];
}
