import type { DatasourceDetail, DatasourceType, DockerInfo } from './datasources.js';

/** A program for a terminal. No argument is secret: everyone sees them. */
export interface ShellProgram {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The variable a client program reads the password from. MongoDB's has none: it asks. */
export const passwordVariables: Partial<Record<DatasourceType, string>> = {
  ...{ postgresql: 'PGPASSWORD', mysql: 'MYSQL_PWD', mariadb: 'MYSQL_PWD' },
  redis: 'REDISCLI_AUTH',
};
/** The argument by which a client asks for the password, whatever its environment holds. */
const asking: Partial<Record<DatasourceType, string>> = {
  ...{ mysql: '-p', mariadb: '-p', redis: '--askpass' },
};

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

/** The shell of a database in a container, which has its password. Undefined: there is none. */
export function containerShell(
  { connection }: Pick<DatasourceDetail, 'connection'>,
  engine: Pick<DockerInfo, 'address' | 'source'>,
): ShellProgram | undefined {
  const [program, ...args] = connection.shell ?? [];
  return program === undefined ? undefined : { program, args, env: engineVariables(engine) };
}

/**
 * The client program of a server that is there. It is given the password by its environment, so that no command
 * line and no history has it; without one it asks where one is needed. Undefined: there is none.
 */
export function serverShell(
  { type, connection }: Pick<DatasourceDetail, 'type' | 'connection'>,
  password: string | null,
): ShellProgram | undefined {
  const [program, ...args] = connection.shell ?? [];
  if (program === undefined) return undefined;
  const variable = passwordVariables[type];
  if (variable === undefined || password === null) return { program, args, env: {} };
  return {
    program,
    args: args.filter((one) => one !== asking[type]),
    env: { [variable]: password },
  };
}
