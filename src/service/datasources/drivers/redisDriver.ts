import { createClient } from 'redis';
import type { Driver, Failure, Login } from './driver.js';
import { networkFailure, waitForIt } from './networkFailure.js';

type Client = ReturnType<typeof clientOf>;

function clientOf(login: Login) {
  const socket = {
    host: login.host,
    port: login.port,
    connectTimeout: login.patienceMs,
    reconnectStrategy: false,
  } as const;
  return createClient({
    socket: login.tls ? { ...socket, tls: true } : socket,
    database: Number(login.database) || 0,
    ...(login.username === null ? {} : { username: login.username }),
    ...(login.password === null ? {} : { password: login.password.reveal() }),
  });
}

async function connected<T>(login: Login, work: (client: Client) => Promise<T>): Promise<T> {
  const client = clientOf(login);
  // Without a listener an error of the socket ends the process; the command that waits has it, too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    client.destroy();
  }
}

async function version(client: Client): Promise<string> {
  const text = await client.info('server');
  return `Redis ${/redis_version:(\S+)/.exec(text)?.[1] ?? ''}`.trim();
}

function explain(error: unknown): Failure {
  const { message } = error as { message: string };
  const fatal = (code: string, repair: string): Failure => ({
    ...{ code, message, repair, passing: false },
  });
  if (/WRONGPASS|NOAUTH|invalid password|invalid username-password/i.test(message)) {
    return fatal('wrong-password', 'Give the password of this server, or change it there.');
  }
  if (message.startsWith('READONLY')) {
    return fatal('read-only', 'Connect to the primary server, which takes writes.');
  }
  if (message.includes('DB index is out of range')) {
    return fatal('database-missing', 'Redis has databases with the numbers 0 to 15.');
  }
  if (message.startsWith('LOADING')) {
    return { code: 'server-starting', message, repair: waitForIt, passing: true };
  }
  return networkFailure(error);
}

/** Redis by its own client. */
export const redisDriver: Driver = {
  probe: (login) => connected(login, version),
  verify: (login) =>
    connected(login, async (client) => {
      await client.set('quantum-admin:check', '1', { expiration: { type: 'PX', value: 1_000 } });
      return version(client);
    }),
  // It has a number of databases, and one user who may everything.
  setUp: () => Promise.resolve(),
  changePassword: (login, { password }) =>
    connected(login, async (client) => {
      await client.configSet('requirepass', password.reveal());
    }),
  explain,
};
