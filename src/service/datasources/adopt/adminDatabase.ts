import { loadSqljs } from '../../platform/store/sqljs/loadSqljs.js';

export interface AdminProject {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  /** The framework's own admin knows a folder. */
  readonly source_path: string | null;
}

export interface AdminDatasource {
  readonly project_id: number;
  readonly name: string;
  readonly type: string;
  readonly connection_type: string;
  readonly host: string | null;
  readonly port: number | null;
  readonly database_name: string | null;
  readonly username: string | null;
  readonly password_encrypted: string | null;
}

export interface AdminRows {
  readonly projects: readonly AdminProject[];
  readonly datasources: readonly AdminDatasource[];
  /** How many of what has no place here. */
  readonly left: readonly { readonly what: string; readonly count: number }[];
}

const projectColumns = ['id', 'name', 'description', 'source_path'];
const datasourceColumns = [
  ...['project_id', 'name', 'type', 'connection_type', 'host', 'port'],
  ...['database_name', 'username', 'password_encrypted'],
];
const leftTables = ['migrations', 'environments', 'deployments', 'connectors'];

/** What a `quantum_admin.db` of either Admin holds. @throws when the bytes are no such database */
export async function readAdminDatabase(bytes: Uint8Array): Promise<AdminRows> {
  const { Database } = await loadSqljs();
  const database = new Database(bytes);
  const values = (sql: string): unknown[][] => database.exec(sql)[0]?.values ?? [];
  /** Columns that a version does not have are null. */
  const rows = <Row>(table: string, wanted: readonly string[]): Row[] => {
    const there = new Set(values(`PRAGMA table_info(${table})`).map(([, name]) => name));
    if (there.size === 0) return [];
    const list = wanted.map((name) => (there.has(name) ? name : `NULL AS ${name}`)).join(', ');
    return values(`SELECT ${list} FROM ${table} ORDER BY id`).map(
      (row) => Object.fromEntries(wanted.map((name, at) => [name, row[at] ?? null])) as Row,
    );
  };
  try {
    const left = leftTables.flatMap((what) => {
      const isThere = values(`PRAGMA table_info(${what})`).length > 0;
      const count = isThere ? Number(values(`SELECT count(*) FROM ${what}`)[0]?.[0]) : 0;
      return count === 0 ? [] : [{ what, count }];
    });
    return {
      projects: rows<AdminProject>('projects', projectColumns),
      datasources: rows<AdminDatasource>('datasources', datasourceColumns),
      left,
    };
  } finally {
    database.close();
  }
}
