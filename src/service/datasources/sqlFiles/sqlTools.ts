import type { DatasourceType } from '../../../protocol/datasources.js';
import { secretFile } from '../datasourceWork.js';

/** The programs of an image that load and dump SQL. They are given the user and the database as $1 and $2. */
export interface SqlTools {
  readonly load: string;
  readonly dump: string;
  /** Around a file: what is cut off is undone, where the database can do that. */
  readonly begin: string;
  readonly end: string;
}

// The password comes from its file: arguments are seen by everyone.
const postgresql: SqlTools = {
  load: `PGPASSWORD="$(cat ${secretFile})" exec psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -U "$1" -d "$2"`,
  dump: `PGPASSWORD="$(cat ${secretFile})" exec pg_dump --no-owner --no-privileges -h 127.0.0.1 -U "$1" -d "$2"`,
  begin: 'BEGIN;\n',
  end: '\n;COMMIT;\n',
};

function ofMysql(client: string, dumper: string): SqlTools {
  const at = '--protocol=tcp -h 127.0.0.1 -u "$1"';
  return {
    load: `MYSQL_PWD="$(cat ${secretFile})" exec ${client} ${at} "$2"`,
    dump: `MYSQL_PWD="$(cat ${secretFile})" exec ${dumper} ${at} --single-transaction --no-tablespaces "$2"`,
    begin: '',
    end: '\n',
  };
}

const tools: Partial<Record<DatasourceType, SqlTools>> = {
  postgresql,
  // The ids of transactions are the administrator's to read.
  mysql: ofMysql('mysql', 'mysqldump --set-gtid-purged=OFF'),
  mariadb: ofMysql('mariadb', 'mariadb-dump'),
};

export const sqlToolsOf = (type: DatasourceType): SqlTools | null => tools[type] ?? null;
