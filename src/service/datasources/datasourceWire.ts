import type {
  Datasource,
  DatasourceConnection,
  DatasourceError,
} from '../../protocol/datasources.js';
import type { Secret } from '../platform/secrets/secret.js';
import { badgeOf } from './badge.js';
import type { DatasourceRow } from './datasourceRows.js';
import type { Target } from './kinds/kind.js';
import { kindOf } from './kinds/kinds.js';

/** A row as the API shows it: without its password. */
export function datasourceOf(row: DatasourceRow): Datasource {
  const state = {
    status: row.status,
    healthStatus: row.health_status,
    setupStatus: row.setup_status,
  };
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    type: row.type,
    connectionType: row.connection_type,
    containerId: row.container_id,
    image: row.image,
    volume: row.volume,
    host: row.host,
    port: row.port,
    databaseName: row.database_name,
    username: row.username,
    hasPassword: row.password_encrypted !== null,
    tls: row.tls !== 0,
    ...state,
    badge: badgeOf(state),
    error: row.error === null ? null : (JSON.parse(row.error) as DatasourceError),
    autoStart: row.auto_start !== 0,
    autoSetup: row.auto_setup !== 0,
    jobId: row.working_job,
    startedAt: row.started_at,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Where an application connects to, as whom. */
export function targetOf(row: DatasourceRow, password: Secret | null): Target {
  return {
    host: row.host ?? '127.0.0.1',
    port: row.port ?? 0,
    database: row.database_name ?? '',
    username: row.username,
    password,
    tls: row.tls !== 0,
  };
}

/** The environment variable that carries a datasource's password: `shop-db` has `SHOP_DB_PASSWORD`. */
export function variableOf(name: string): string {
  const word = name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  return `${/^\d/.test(word) ? '_' : ''}${word}_PASSWORD`;
}

/** How to connect, for humans and for `quantum.config.yaml`; nowhere is the password. */
export function connectionOf(row: DatasourceRow): DatasourceConnection {
  const kind = kindOf(row.type);
  const target = targetOf(row, null);
  const hidden = row.password_encrypted === null ? null : '***';
  const variable = hidden === null ? null : variableOf(row.name);
  const config = kind.config(target, variable ?? '');
  const shell = kind.shell?.(target) ?? null;
  return {
    url: kind.url(target, hidden),
    config:
      config === null || variable === null ? config : { ...config, password: `\${${variable}}` },
    variable,
    shell:
      shell === null
        ? null
        : row.connection_type === 'docker' && row.container_id !== null
          ? ['docker', 'exec', '-it', row.container_id, ...shell.inContainer]
          : [...shell.outside],
  };
}
