import type { Kind } from './kind.js';
import { secretFile, withSecret } from './secretFile.js';
import { serverConfig, serverUrl } from './serverKind.js';

const port = 5432;

export const postgresql: Kind = {
  type: 'postgresql',
  title: 'PostgreSQL',
  images: [
    { name: 'postgres:16-alpine', supportedUntil: '2028-11-09' },
    { name: 'postgres:17-alpine', supportedUntil: '2029-11-08' },
    { name: 'postgres:18-alpine', supportedUntil: '2030-11-14' },
  ],
  connectionTypes: ['docker', 'direct'],
  inFramework: true,
  port,
  databaseName: 'quantumdb',
  username: 'quantum',
  administrator: 'postgres',
  container: () => ({
    port,
    dataFolder: '/var/lib/postgresql/data',
    environment: { POSTGRES_PASSWORD_FILE: secretFile, PGDATA: '/var/lib/postgresql/data' },
    command: [],
    healthCheck: 'pg_isready -q -h 127.0.0.1 -U postgres',
    isWorthPreparing: true,
    secretFile: (password) => password,
  }),
  driver: async () => (await import('../drivers/postgresqlDriver.js')).postgresqlDriver,
  url: (target, password) => serverUrl('postgresql', target, password),
  config: (target, variable) => serverConfig('postgresql', target, variable),
  shell: ({ host, port: at, database, username }) => ({
    inContainer: withSecret('PGPASSWORD', ['psql', '-U', username ?? 'postgres', '-d', database]),
    outside: ['psql', '-h', host, '-p', String(at), '-U', username ?? 'postgres', '-d', database],
  }),
};
