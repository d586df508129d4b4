import type { DatasourceType } from '../../../protocol/datasources.js';
import type { SqlTarget, SqlWay } from './sqlPlace.js';
import { wholeStatements } from './wholeStatements.js';

/** The programs of a type that load and dump SQL. */
export interface SqlTools {
  /** What they read the password from. */
  readonly variable: string;
  /** Names a program may have, the usual one first. */
  readonly programs: Readonly<Record<SqlWay, readonly string[]>>;
  /** None of them is secret: arguments are seen by everyone. */
  args(way: SqlWay, target: SqlTarget, flavour: Flavour): readonly string[];
  /** See `SqlPlace.framed`. */
  framed(text: AsyncIterable<Buffer>): AsyncIterable<Buffer | string>;
  /** Whether a program that says this version can dump a server that says that one. */
  canDump(program: string, server: string): boolean;
  /** What a person installs to have them. */
  readonly packageName: string;
}

/** Whose program it is: two have the same name. */
export type Flavour = 'postgresql' | 'mariadb' | 'mysql';

const major = (text: string): number => Number(/(\d+)/.exec(text)?.[1] ?? 0);

async function* inOneTransaction(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer | string> {
  yield* text;
  // It was begun by an argument. A stream that ends before this was cut off, and leaves nothing.
  yield '\n;COMMIT;\n';
}

/** A value of a connection text of libpq. */
const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`;

const postgresql: SqlTools = {
  variable: 'PGPASSWORD',
  programs: { load: ['psql'], dump: ['pg_dump'] },
  packageName: 'postgresql-client',
  args(way, { host, port, username, database, authorities }) {
    const tls =
      authorities === null ? '' : ` sslmode=verify-full sslrootcert=${quoted(authorities)}`;
    const at = ['-w', '-h', host, '-p', String(port), '-U', username];
    at.push('-d', `dbname=${quoted(database)}${tls}`);
    return way === 'dump'
      ? [...at, '--no-owner', '--no-privileges']
      : [...at, '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', 'BEGIN', '-f', '-'];
  },
  framed: inOneTransaction,
  canDump: (program, server) => major(program) >= major(server),
};

/** How a client is told not to take a server that cannot prove its name. */
const verified: Readonly<Record<Flavour, string>> = {
  postgresql: '',
  mysql: '--ssl-mode=VERIFY_IDENTITY',
  mariadb: '--ssl-verify-server-cert',
};

/** Arguments of a client of MySQL or MariaDB: TLS, and nothing less. */
export const verifiedBy = (flavour: Flavour, authorities: string): string[] => [
  `--ssl-ca=${authorities}`,
  verified[flavour],
];

function ofMysql(type: 'mysql' | 'mariadb', programs: SqlTools['programs']): SqlTools {
  return {
    ...{ variable: 'MYSQL_PWD', programs, packageName: `${type}-client` },
    args(way, { host, port, username, database, authorities }, flavour) {
      // A password of a person's own option file would go before the variable.
      const at = [
        '--no-defaults',
        '--protocol=tcp',
        '-h',
        host,
        '-P',
        String(port),
        '-u',
        username,
      ];
      if (authorities !== null) at.push(...verifiedBy(flavour, authorities));
      if (way === 'load') return [...at, database];
      const more = ['--single-transaction', '--no-tablespaces'];
      // The ids of transactions are the administrator's to read; MariaDB has no statistics of columns.
      if (flavour === 'mysql') more.push('--set-gtid-purged=OFF');
      if (flavour === 'mysql' && type === 'mariadb') more.push('--column-statistics=0');
      return [...at, ...more, database];
    },
    framed: wholeStatements,
    canDump: () => true,
  };
}

const tools: Partial<Record<DatasourceType, SqlTools>> = {
  postgresql,
  mysql: ofMysql('mysql', {
    load: ['mysql', 'mariadb'],
    dump: ['mysqldump', 'mariadb-dump'],
  }),
  mariadb: ofMysql('mariadb', {
    load: ['mariadb', 'mysql'],
    dump: ['mariadb-dump', 'mysqldump'],
  }),
};

export const sqlToolsOf = (type: DatasourceType): SqlTools | null => tools[type] ?? null;

/** Of what a program says with `--version`: MariaDB's are installed under MySQL's names, too. */
export function flavourOf(tools: SqlTools, version: string): Flavour {
  if (tools.variable !== 'MYSQL_PWD') return 'postgresql';
  return version.includes('MariaDB') ? 'mariadb' : 'mysql';
}

/** The number that a program says with `--version`. */
export const versionOf = (said: string): string =>
  /(?:Distrib|from|Ver|\))\s+(\d[\w.-]*)/.exec(said)?.[1] ?? /\d+(?:\.\d+)+/.exec(said)?.[0] ?? '';
