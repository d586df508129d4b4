import type { Kind } from './kind.js';
import { secretFile } from './secretFile.js';
import { serverUrl } from './serverKind.js';

const port = 27017;
const administrator = 'root';

export const mongodb: Kind = {
  type: 'mongodb',
  title: 'MongoDB',
  images: [
    { name: 'mongo:8.0', supportedUntil: '2029-10-31' },
    { name: 'mongo:7.0', supportedUntil: '2027-08-31' },
  ],
  connectionTypes: ['docker', 'direct'],
  inFramework: false,
  port,
  databaseName: 'quantumdb',
  username: 'quantum',
  administrator,
  container: () => ({
    port,
    dataFolder: '/data/db',
    environment: {
      MONGO_INITDB_ROOT_USERNAME: administrator,
      MONGO_INITDB_ROOT_PASSWORD_FILE: secretFile,
    },
    command: [],
    healthCheck: "bash -c '</dev/tcp/127.0.0.1/27017'",
    secretFile: (password) => password,
  }),
  driver: async () => (await import('../drivers/mongodbDriver.js')).mongodbDriver,
  url: (target, password) => serverUrl('mongodb', target, password),
  config: () => null,
  shell: ({ host, port: at, database, username }) => {
    const user =
      username === null ? [] : ['-u', username, '-p', '--authenticationDatabase', database];
    return {
      inContainer: ['mongosh', ...user, database],
      outside: ['mongosh', '--host', host, '--port', String(at), ...user, database],
    };
  },
};
