import {
  createConnection,
  escapeId,
  type Connection,
  type ConnectionOptions,
  type RowDataPacket,
} from 'mysql2/promise';
import { connect, isIP } from 'node:net';
import type { Driver, Failure, Login, Owner } from './driver.js';
import { networkFailure, waitForIt } from './networkFailure.js';

/** TLS, in which the server proves its name; by itself the client does not ask for that. */
function verified({ host, port }: Login): Pick<ConnectionOptions, 'ssl' | 'stream'> {
  const ssl = { verifyIdentity: true };
  if (isIP(host) === 0) return { ssl };
  // The client tells TLS no address, only names. Node then looks for one here.
  return { ssl, stream: () => Object.assign(connect({ host, port }), { _host: host }) };
}

async function connected<T>(
  login: Login,
  database: string | null,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection({
    host: login.host,
    port: login.port,
    user: login.username ?? 'root',
    password: login.password?.reveal() ?? '',
    connectTimeout: login.patienceMs,
    ...(database === null ? {} : { database }),
    ...(login.tls ? verified(login) : {}),
  });
  connection.on('error', () => undefined);
  try {
    return await work(connection);
  } finally {
    await connection.end().catch(() => connection.destroy());
  }
}

async function version(connection: Connection): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
  const text = (rows[0] as { version: string } | undefined)?.version ?? '';
  return text.includes('MariaDB') ? `MariaDB ${text.split('-')[0] ?? ''}` : `MySQL ${text}`;
}

async function setUp(administrator: Login, { database, username, password }: Owner): Promise<void> {
  await connected(administrator, null, async (connection) => {
    const name = escapeId(database, true);
    await connection.query(`CREATE DATABASE IF NOT EXISTS ${name}`);
    if (username === null || username === administrator.username) return;
    const by = [username, password.reveal()];
    await connection.query("CREATE USER IF NOT EXISTS ?@'%' IDENTIFIED BY ?", by);
    await connection.query("ALTER USER ?@'%' IDENTIFIED BY ?", by);
    // `_` and `%` in a grant's name stand for others.
    const pattern = escapeId(database.replaceAll(/[_%]/g, '\\$&'), true);
    // The second are those that tests make for themselves.
    for (const which of [pattern, '`quantum\\_test\\_%`'])
      await connection.query(`GRANT ALL PRIVILEGES ON ${which}.* TO ?@'%'`, [username]);
  });
}

async function changePassword(administrator: Login, { username, password }: Owner): Promise<void> {
  await connected(administrator, null, async (connection) => {
    const names = [...new Set([username, administrator.username])].filter((one) => one !== null);
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT user AS name, host AS host FROM mysql.user WHERE user IN (?)',
      [names],
    );
    // The administrator last: what fails before is tried again with the old password.
    const inOrder = (rows as { name: string; host: string }[]).sort(
      (one, other) => names.indexOf(one.name) - names.indexOf(other.name),
    );
    for (const { name, host } of inOrder) {
      await connection.query('ALTER USER ?@? IDENTIFIED BY ?', [name, host, password.reveal()]);
    }
  });
}

function explain(error: unknown): Failure {
  const { code, message } = error as { code?: string; message: string };
  const fatal = (name: string, repair: string): Failure => ({
    ...{ code: name, message, repair, passing: false },
  });
  switch (code) {
    case 'ER_ACCESS_DENIED_ERROR':
      return fatal('wrong-password', 'Give the password of this user, or change it in the server.');
    case 'ER_HOST_NOT_PRIVILEGED':
      return fatal('not-allowed', 'Allow this user to connect from this machine.');
    case 'ER_BAD_DB_ERROR':
      return fatal('database-missing', 'Create the database, or name one that is there.');
    case 'ER_DBACCESS_DENIED_ERROR':
    case 'ER_TABLEACCESS_DENIED_ERROR':
      return fatal('no-privilege', 'Grant the user all privileges on this database.');
    case 'ER_OPTION_PREVENTS_STATEMENT':
      return fatal('read-only', 'Connect to the primary server, which takes writes.');
    case 'ER_CON_COUNT_ERROR':
    case 'ER_SERVER_SHUTDOWN':
      return { code: 'server-starting', message, repair: waitForIt, passing: true };
    default:
      return networkFailure(error);
  }
}

/** MySQL and MariaDB by `mysql2`. */
export const mysqlDriver: Driver = {
  probe: (login) => connected(login, login.database, version),
  verify: (login) =>
    connected(login, login.database, async (connection) => {
      await connection.query('CREATE TEMPORARY TABLE quantum_admin_check (one INT)');
      await connection.query('INSERT INTO quantum_admin_check VALUES (1)');
      return version(connection);
    }),
  setUp,
  changePassword,
  explain,
};
