import { MongoClient, type Db } from 'mongodb';
import type { Driver, Failure, Login, Owner } from './driver.js';
import { networkFailure } from './networkFailure.js';

/** MongoDB makes a database when something is put into it. */
const firstCollection = 'quantum_init';

async function connected<T>(
  login: Login,
  authSource: string,
  work: (client: MongoClient) => Promise<T>,
): Promise<T> {
  const host = login.host.includes(':') ? `[${login.host}]` : login.host;
  const client = new MongoClient(`mongodb://${host}:${login.port}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: login.patienceMs,
    connectTimeoutMS: login.patienceMs,
    maxPoolSize: 1,
    tls: login.tls,
    appName: 'quantum-admin',
    ...(login.username === null
      ? {}
      : {
          auth: { username: login.username, password: login.password?.reveal() ?? '' },
          authSource,
        }),
  });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.close();
  }
}

async function version(db: Db): Promise<string> {
  await db.command({ ping: 1 });
  const { version: text } = (await db.command({ buildInfo: 1 })) as { version?: string };
  return `MongoDB ${text ?? ''}`.trim();
}

async function giveUser(db: Db, username: string, pwd: string): Promise<void> {
  const { users } = (await db.command({ usersInfo: username })) as { users: unknown[] };
  const roles = [{ role: 'dbOwner', db: db.databaseName }];
  await db.command(
    users.length > 0 ? { updateUser: username, pwd, roles } : { createUser: username, pwd, roles },
  );
}

async function setUp(administrator: Login, { database, username, password }: Owner): Promise<void> {
  await connected(administrator, 'admin', async (client) => {
    const db = client.db(database);
    const started = { _id: 'created' as never, by: 'Quantum Admin' };
    await db
      .collection(firstCollection)
      .updateOne({ _id: started._id }, { $setOnInsert: { by: started.by } }, { upsert: true });
    if (username !== null) await giveUser(db, username, password.reveal());
  });
}

async function changePassword(
  administrator: Login,
  { database, username, password }: Owner,
): Promise<void> {
  await connected(administrator, 'admin', async (client) => {
    const pwd = password.reveal();
    if (username !== null) await client.db(database).command({ updateUser: username, pwd });
    const { username: root } = administrator;
    if (root !== null) await client.db('admin').command({ updateUser: root, pwd });
  });
}

function explain(error: unknown): Failure {
  const { code, message, name } = error as { code?: unknown; message: string; name?: string };
  if (code === 18) {
    const repair = 'Give the password of this user, or change it in the server.';
    return { code: 'wrong-password', message, repair, passing: false };
  }
  if (code === 13) {
    const repair = 'Grant the user the role dbOwner on this database.';
    return { code: 'no-privilege', message, repair, passing: false };
  }
  if (name?.startsWith('MongoNetwork') === true || name === 'MongoServerSelectionError') {
    // It tells what the system said in its message alone.
    const said = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH)\b/.exec(
      message,
    )?.[0];
    const hostname = /(?:ENOTFOUND|EAI_AGAIN) ([\w.-]+)/.exec(message)?.[1];
    const timed = /timed out|timeout/i.test(message);
    return networkFailure({
      code: said ?? (timed ? 'ETIMEDOUT' : 'ECONNRESET'),
      message,
      hostname,
    });
  }
  return networkFailure({ message });
}

/** MongoDB by its own client. */
export const mongodbDriver: Driver = {
  probe: (login) =>
    connected(login, login.database, (client) => version(client.db(login.database))),
  verify: (login) =>
    connected(login, login.database, async (client) => {
      const db = client.db(login.database);
      const { insertedId } = await db.collection(firstCollection).insertOne({ check: true });
      await db.collection(firstCollection).deleteOne({ _id: insertedId });
      return version(db);
    }),
  setUp,
  changePassword,
  explain,
};
