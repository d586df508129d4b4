import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import { createClient } from 'redis';

/** One connection and one query of an application. */
type Query = (url: string) => Promise<void>;

async function inPostgresql(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function inMariadb(url: string): Promise<void> {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  connection.on('error', () => undefined);
  try {
    await connection.query('SELECT 1');
  } finally {
    connection.destroy();
  }
}

async function inRedis(url: string): Promise<void> {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.get('one');
  } finally {
    client.destroy();
  }
}

export const queries = {
  postgresql: inPostgresql,
  mariadb: inMariadb,
  redis: inRedis,
} as const satisfies Record<string, Query>;
export type Benched = keyof typeof queries;
