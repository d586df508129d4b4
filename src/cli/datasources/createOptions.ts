import type { CreateDatasource, DatasourceType } from '../../protocol/datasources.js';
import { countOption, textOption } from '../arguments.js';
import { standardInput } from '../standardInput.js';
import { UsageError, type OptionValues, type Verb } from '../verb.js';

const types: readonly DatasourceType[] = [
  ...(['postgresql', 'mysql', 'mariadb', 'mongodb', 'redis', 'sqlite'] as const),
];

export const createOptions = {
  name: { type: 'string' },
  image: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  database: { type: 'string' },
  user: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  tls: { type: 'boolean' },
} as const satisfies NonNullable<Verb['options']>;

export const createOptionHelp = [
  '--name NAME        its name (default: PROJECT-TYPE-N)',
  '--image IMAGE      of the container',
  '--host HOST        a server that is there, instead of a container',
  '--port N           of the server, or to publish (default: the next free one)',
  '--database NAME    its database; of sqlite: the file',
  '--user NAME        the application’s user',
  '--password-stdin   read the password from the standard input',
  '--tls              encrypt the connection to the server',
];

/** The type of a datasource as the framework spells it. */
export function typeArgument(text: string | undefined): DatasourceType {
  const type = types.find((one) => one === text);
  if (type !== undefined) return type;
  throw new UsageError(`A TYPE is needed: ${types.join(', ')}.`);
}

/** A password comes by the standard input: what is typed as an argument stays in the shell's history. */
export async function passwordFrom(values: OptionValues): Promise<string | undefined> {
  if (values['password-stdin'] !== true) return undefined;
  const password = await standardInput();
  if (password === '') throw new UsageError('The standard input holds no password.');
  return password;
}

/** The request that the options ask for. */
export async function createRequest(
  type: DatasourceType,
  values: OptionValues,
): Promise<CreateDatasource> {
  const given = (name: string): string | undefined => textOption(values[name]);
  const body: { -readonly [Key in keyof CreateDatasource]: CreateDatasource[Key] } = { type };
  const port = countOption('port', values['port']);
  const password = await passwordFrom(values);
  const name = given('name');
  const image = given('image');
  const host = given('host');
  const database = given('database');
  const user = given('user');
  if (name !== undefined) body.name = name;
  if (image !== undefined) body.image = image;
  if (host !== undefined) Object.assign(body, { host, connectionType: 'direct' });
  if (port !== undefined) body.port = port;
  if (database !== undefined) body.databaseName = database;
  if (user !== undefined) body.username = user;
  if (password !== undefined) body.password = password;
  if (values['tls'] === true) body.tls = true;
  return body;
}
