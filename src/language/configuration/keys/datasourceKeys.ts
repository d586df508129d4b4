import type { ConfigurationKey, KnownValue } from '../configurationKey.js';

/** The drivers pages can use, in the framework's exact spelling. */
export const drivers: readonly KnownValue[] = [
  {
    value: 'sqlite',
    doc: 'A file, made by `quantum migrate up`. The only driver of `quantum test`, `table=` and history.',
  },
  { value: 'postgresql', doc: 'A PostgreSQL server, through psycopg2.' },
  {
    value: 'mysql',
    doc: 'A MySQL server, through pymysql. `quantum migrate` does not support it.',
  },
  {
    value: 'mariadb',
    doc: 'A MariaDB server, through pymysql. `quantum migrate` does not support it.',
  },
];

const connections = 'q:query, q:transaction, q:action and `quantum migrate`';

/** The `datasources` section. */
export const datasourceSection: ConfigurationKey = {
  name: 'datasources',
  kind: 'mapping',
  strictness: 'unless-empty',
  doc: 'The databases, by the names that `datasource="…"` uses.',
  readBy: connections,
  entry: {
    name: 'datasource',
    kind: 'mapping',
    strictness: 'always',
    doc: 'One database: its driver, where it is and how to sign in.',
    readBy: connections,
    keys: [
      {
        name: 'driver',
        kind: 'text',
        required: true,
        doc: 'The kind of database, in exactly this spelling.',
        readBy: connections,
        values: drivers,
      },
      {
        name: 'database',
        kind: 'text',
        required: true,
        environment: 'QUANTUM_<NAME>_PATH',
        doc: 'SQLite: the file, relative to the folder the server runs in. Servers: the database’s name.',
        readBy: connections,
      },
      {
        name: 'host',
        kind: 'text',
        default: 'localhost',
        doc: 'The database server’s name or address.',
        readBy: connections,
      },
      {
        name: 'port',
        kind: 'integer',
        default: 5432,
        doc: 'The database server’s port. 5432 is PostgreSQL’s, and the default for MySQL too.',
        readBy: connections,
      },
      {
        name: 'username',
        kind: 'text',
        default: '',
        doc: 'The database user.',
        readBy: connections,
      },
      {
        name: 'password',
        kind: 'text',
        default: '',
        isSecret: true,
        doc: 'The database user’s password; best a `${…}`.',
        readBy: connections,
      },
      {
        name: 'history',
        kind: 'boolean',
        default: false,
        doc: 'Records who changed which row in the table `quantum_history`. SQLite only.',
        readBy: 'q:action and ui:history',
      },
      {
        name: 'type',
        kind: 'text',
        insteadUse: 'driver',
        doc: 'The older name of `driver`; the server refuses a datasource that has only this.',
        readBy: 'nothing that `driver` does not decide',
        values: drivers,
      },
      {
        name: 'user',
        kind: 'text',
        insteadUse: 'username',
        doc: 'Read by `quantum migrate` only; pages connect without it.',
        readBy: '`quantum migrate`',
      },
    ],
  },
};
