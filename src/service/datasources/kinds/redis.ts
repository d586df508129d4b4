import { Secret } from '../../platform/secrets/secret.js';
import type { Kind } from './kind.js';
import { secretFile, withSecret } from './secretFile.js';
import { serverUrl } from './serverKind.js';

const port = 6379;
/** What its password stands behind in its settings. */
const passwordSetting = 'requirepass ';

export const redis: Kind = {
  type: 'redis',
  title: 'Redis',
  images: [
    { name: 'redis:8.2-alpine', supportedUntil: null },
    { name: 'redis:7.2-alpine', supportedUntil: '2026-02-28' },
  ],
  connectionTypes: ['docker', 'direct'],
  inFramework: false,
  port,
  databaseName: '0',
  username: null,
  administrator: null,
  container: () => ({
    port,
    dataFolder: '/data',
    environment: {},
    // The image has no variable for a password, and an argument would show it to everyone.
    command: ['redis-server', secretFile],
    healthCheck: "redis-cli ping | grep -qE 'PONG|NOAUTH'",
    secretFile: (password) =>
      new Secret(
        `dir /data\nappendonly yes\nprotected-mode no\n${passwordSetting}${password.reveal()}\n`,
      ),
  }),
  driver: async () => (await import('../drivers/redisDriver.js')).redisDriver,
  url: (target, password) => serverUrl('redis', target, password),
  config: () => null,
  shell: ({ host, port: at, database }) => ({
    inContainer: withSecret(
      'REDISCLI_AUTH',
      ['redis-cli', '-n', database],
      `sed -n 's/^${passwordSetting}//p' ${secretFile}`,
    ),
    outside: ['redis-cli', '-h', host, '-p', String(at), '-n', database, '--askpass'],
  }),
};
