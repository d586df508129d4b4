import type { DatasourceDetail, DatasourceType, DockerInfo } from '../../protocol/datasources.js';

/** The variable a client program reads the password from. MongoDB's has none: it asks. */
export const passwordVariables: Partial<Record<DatasourceType, string>> = {
  ...{ postgresql: 'PGPASSWORD', mysql: 'MYSQL_PWD', mariadb: 'MYSQL_PWD' },
  redis: 'REDISCLI_AUTH',
};
/** Arguments by which a client asks for the password, whatever its environment holds. */
const asking = new Set(['-p', '--askpass']);

export interface ShellProgram {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The variables by which `docker` of a terminal reaches the engine that the service uses. A context's TLS files
 * and ssh are Docker's own to find: it goes by the same context.
 */
export function engineVariables({
  address,
  source,
}: Pick<DockerInfo, 'address' | 'source'>): Readonly<Record<string, string>> {
  if (source === 'context') return {};
  // An empty context is none: an older client would take it before the host.
  const reached = { DOCKER_HOST: address, DOCKER_CONTEXT: '' };
  // Docker's own client says by a variable what we say by the scheme.
  if (!address.startsWith('https:')) return reached;
  return {
    ...reached,
    DOCKER_HOST: address.replace('https:', 'tcp:'),
    DOCKER_TLS_VERIFY: '1',
  };
}

/**
 * The database's own shell. The password goes by the environment, so that no command line and no history has
 * it. Undefined: there is none.
 */
export function shellProgram(
  { type, connection }: Pick<DatasourceDetail, 'type' | 'connection'>,
  password: string | null,
  engine: Pick<DockerInfo, 'address' | 'source'> | null,
): ShellProgram | undefined {
  const [program, ...given] = connection.shell ?? [];
  if (program === undefined) return undefined;
  const variable = passwordVariables[type];
  const reached = program === 'docker' && engine !== null ? engineVariables(engine) : {};
  if (variable === undefined || password === null) return { program, args: given, env: reached };
  const args = given.filter((one) => !asking.has(one));
  // Docker hands the named variable on from its own environment: its value is in no argument.
  const isExec = program === 'docker' && args[0] === 'exec';
  return {
    program,
    args: isExec ? ['exec', '-e', variable, ...args.slice(1)] : args,
    env: { ...reached, [variable]: password },
  };
}
