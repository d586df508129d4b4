import type { DatasourceType } from '../../../protocol/datasources.js';
import { Secret } from '../../platform/secrets/secret.js';
import { kindOf } from '../kinds/kinds.js';

/** How a database in a container of somebody else is entered, as far as its environment says. */
export interface ContainerLogin {
  readonly databaseName: string;
  readonly username: string | null;
  readonly password: Secret | null;
}

type Environment = Readonly<Record<string, string>>;

/** The variables of the official images, read as their entry points read them. */
export function loginOf(type: DatasourceType, environment: Environment): ContainerLogin {
  const { databaseName } = kindOf(type);
  const value = (...names: string[]): string | undefined =>
    names.map((name) => environment[name]).find((found) => found !== undefined && found !== '');
  const secret = (...names: string[]): Secret | null => {
    const found = value(...names);
    return found === undefined ? null : new Secret(found);
  };
  switch (type) {
    case 'postgresql': {
      const username = value('POSTGRES_USER') ?? 'postgres';
      const database = value('POSTGRES_DB') ?? username;
      return { databaseName: database, username, password: secret('POSTGRES_PASSWORD') };
    }
    case 'mysql':
    case 'mariadb': {
      const named = (name: string): [string, string] => [`MARIADB_${name}`, `MYSQL_${name}`];
      const username = value(...named('USER'));
      return {
        databaseName: value(...named('DATABASE')) ?? databaseName,
        username: username ?? 'root',
        password: secret(...named(username === undefined ? 'ROOT_PASSWORD' : 'PASSWORD')),
      };
    }
    case 'mongodb': {
      const username = value('MONGO_INITDB_ROOT_USERNAME') ?? null;
      const password = secret('MONGO_INITDB_ROOT_PASSWORD');
      // Its first user lives in `admin`, whatever database it is for.
      return { databaseName: username === null ? databaseName : 'admin', username, password };
    }
    default:
      return { databaseName, username: null, password: secret('REDIS_PASSWORD') };
  }
}
