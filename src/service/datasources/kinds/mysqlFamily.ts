import type { DatasourceKind } from '../../../protocol/datasources.js';
import type { Kind } from './kind.js';
import { secretFile, withSecret } from './secretFile.js';
import { serverConfig, serverUrl } from './serverKind.js';

const port = 3306;

interface Relative {
  readonly type: 'mysql' | 'mariadb';
  readonly title: string;
  readonly images: DatasourceKind['images'];
  /** What the image's variables begin with. */
  readonly prefix: string;
  readonly client: string;
  readonly ping: string;
}

function relative({ type, title, images, prefix, client, ping }: Relative): Kind {
  return {
    ...{ type, title, images, port },
    connectionTypes: ['docker', 'direct'],
    inFramework: true,
    databaseName: 'quantumdb',
    username: 'quantum',
    administrator: 'root',
    container: () => ({
      port,
      dataFolder: '/var/lib/mysql',
      environment: { [`${prefix}_ROOT_PASSWORD_FILE`]: secretFile },
      command: [],
      // It answers with 0 to whoever reaches the server, allowed in or not.
      healthCheck: `${ping} ping --silent -h 127.0.0.1`,
      isWorthPreparing: true,
      secretFile: (password) => password,
    }),
    driver: async () => (await import('../drivers/mysqlDriver.js')).mysqlDriver,
    url: (target, password) => serverUrl(type, target, password),
    config: (target, variable) => serverConfig(type, target, variable),
    shell: ({ host, port: at, database, username }) => ({
      inContainer: withSecret('MYSQL_PWD', [client, '-u', username ?? 'root', database]),
      outside: [
        ...[client, '-h', host, '-P', String(at), '--protocol=tcp'],
        ...['-u', username ?? 'root', '-p', database],
      ],
    }),
  };
}

export const mysql = relative({
  type: 'mysql',
  title: 'MySQL',
  images: [
    { name: 'mysql:8.4', supportedUntil: '2032-04-30' },
    { name: 'mysql:8.0', supportedUntil: '2026-04-30' },
  ],
  prefix: 'MYSQL',
  client: 'mysql',
  ping: 'mysqladmin',
});

export const mariadb = relative({
  type: 'mariadb',
  title: 'MariaDB',
  images: [
    { name: 'mariadb:11.8', supportedUntil: '2028-06-04' },
    { name: 'mariadb:11.2', supportedUntil: '2024-11-21' },
  ],
  prefix: 'MARIADB',
  client: 'mariadb',
  ping: 'mariadb-admin',
});
