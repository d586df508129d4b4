import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Secret } from '../../platform/secrets/secret.js';
import type { Driver, Failure, Login, Owner } from './driver.js';
import { networkFailure, waitForIt } from './networkFailure.js';

async function connected<T>(login: Login, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    host: login.host,
    port: login.port,
    database: login.database,
    user: login.username ?? 'postgres',
    password: login.password?.reveal() ?? '',
    ssl: login.tls,
    connectionTimeoutMillis: login.patienceMs,
    query_timeout: Math.max(login.patienceMs, 10_000),
    application_name: 'quantum-admin',
  });
  // A server that goes away between two queries is told by the next one.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function version(client: Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return `PostgreSQL ${rows[0]?.server_version ?? ''}`.trim();
}

/**
 * What PostgreSQL keeps of a password. Made here, so that no statement, and so no log of the server, has
 * the password itself.
 */
export function scramVerifier(password: Secret, salt = randomBytes(16), rounds = 4096): string {
  const salted = pbkdf2Sync(password.reveal(), salt, rounds, 32, 'sha256');
  const keyed = (word: string): Buffer => createHmac('sha256', salted).update(word).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const server = keyed('Server Key').toString('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${server}`;
}

const exists = async (client: Client, sql: string, name: string): Promise<boolean> =>
  ((await client.query(sql, [name])).rowCount ?? 0) > 0;

async function setUp(administrator: Login, { database, username, password }: Owner): Promise<void> {
  await connected({ ...administrator, database: 'postgres' }, async (client) => {
    const user = username ?? administrator.username ?? 'postgres';
    const role = escapeIdentifier(user);
    if (user !== administrator.username) {
      const known = await exists(client, 'SELECT 1 FROM pg_roles WHERE rolname = $1', user);
      const verb = known ? 'ALTER' : 'CREATE';
      // CREATEDB: tests make databases of their own.
      await client.query(
        `${verb} ROLE ${role} LOGIN CREATEDB PASSWORD ${escapeLiteral(scramVerifier(password))}`,
      );
    }
    const name = escapeIdentifier(database);
    if (await exists(client, 'SELECT 1 FROM pg_database WHERE datname = $1', database)) {
      await client.query(`ALTER DATABASE ${name} OWNER TO ${role}`);
    } else {
      await client.query(`CREATE DATABASE ${name} OWNER ${role}`);
    }
  });
}

async function changePassword(administrator: Login, { username, password }: Owner): Promise<void> {
  await connected({ ...administrator, database: 'postgres' }, async (client) => {
    const names = new Set([username, administrator.username].filter((name) => name !== null));
    await client.query('BEGIN');
    for (const name of names) {
      const verifier = escapeLiteral(scramVerifier(password));
      await client.query(`ALTER ROLE ${escapeIdentifier(name)} PASSWORD ${verifier}`);
    }
    await client.query('COMMIT');
  });
}

function explain(error: unknown): Failure {
  const { code, message } = error as { code?: string; message: string };
  const fatal = (name: string, repair: string): Failure => ({
    ...{ code: name, message, repair, passing: false },
  });
  switch (code) {
    case '28P01':
      return fatal('wrong-password', 'Give the password of this user, or change it in the server.');
    case '28000':
      return fatal('not-allowed', 'Let this user in from here, in the server’s pg_hba.conf.');
    case '3D000':
      return fatal('database-missing', 'Create the database, or name one that is there.');
    case '42501':
      return fatal('no-privilege', 'Grant the user the rights to create tables in this database.');
    case '25006':
      return fatal('read-only', 'Connect to the primary server, which takes writes.');
    case '57P01':
    case '57P03':
    case '53300':
      return { code: 'server-starting', message, repair: waitForIt, passing: true };
    default:
      return networkFailure(error);
  }
}

/** PostgreSQL by `pg`. */
export const postgresqlDriver: Driver = {
  probe: (login) => connected(login, version),
  verify: (login) =>
    connected(login, async (client) => {
      await client.query('CREATE TEMPORARY TABLE quantum_admin_check (one integer)');
      await client.query('INSERT INTO quantum_admin_check VALUES (1)');
      return version(client);
    }),
  setUp,
  changePassword,
  explain,
};
