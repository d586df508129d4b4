import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { MongoClient } from 'mongodb';
import pg from 'pg';
import { createClient } from 'redis';

/** A count kept in a database by an application: each call adds one and answers it. */
export type Counting = (url: string) => Promise<number>;

async function inPostgresql(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('CREATE TABLE IF NOT EXISTS visits (id serial)');
    await client.query('INSERT INTO visits DEFAULT VALUES');
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM visits');
    return rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}

async function inMysql(url: string): Promise<number> {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  try {
    await connection.query('CREATE TABLE IF NOT EXISTS visits (id INT AUTO_INCREMENT PRIMARY KEY)');
    await connection.query('INSERT INTO visits () VALUES ()');
    const [rows] = await connection.query<RowDataPacket[]>('SELECT count(*) AS n FROM visits');
    return (rows[0] as { n: number }).n;
  } finally {
    await connection.end();
  }
}

async function inMongodb(url: string): Promise<number> {
  const client = new MongoClient(url, { directConnection: true, serverSelectionTimeoutMS: 2_000 });
  try {
    const visits = client.db().collection('visits');
    await visits.insertOne({ at: new Date() });
    return await visits.countDocuments({});
  } finally {
    await client.close();
  }
}

async function inRedis(url: string): Promise<number> {
  const client = createClient({ url });
  await client.connect();
  try {
    return await client.incr('visits');
  } finally {
    client.destroy();
  }
}

/** How an application of each type counts its visits, given the URL that the service shows to humans. */
export const counting = {
  postgresql: inPostgresql,
  mysql: inMysql,
  mariadb: inMysql,
  mongodb: inMongodb,
  redis: inRedis,
} as const satisfies Record<string, Counting>;
