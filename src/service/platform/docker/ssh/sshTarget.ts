import { SshError } from './sshError.js';

/** An engine on a machine that is reached by ssh, as `ssh://user@host:port/socket` names it. */
export interface SshTarget {
  readonly host: string;
  readonly user: string | null;
  readonly port: number | null;
  /** Of the engine there, where it is not the usual one. */
  readonly socket: string | null;
}

/** @throws SshError for what Docker's own client does not take either. */
export function sshTargetOf(address: string): SshTarget {
  let url: URL;
  try {
    url = new URL(address);
  } catch (error) {
    throw new SshError('SSH_ADDRESS', address, { cause: error });
  }
  const isPlain = url.password === '' && url.search === '' && url.hash === '';
  if (url.hostname === '' || !isPlain) throw new SshError('SSH_ADDRESS', address);
  return {
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    user: url.username === '' ? null : decodeURIComponent(url.username),
    port: url.port === '' ? null : Number(url.port),
    socket: url.pathname === '' || url.pathname === '/' ? null : decodeURIComponent(url.pathname),
  };
}

/**
 * The arguments of `ssh` that connect this process with the engine there. It asks nothing: keys, known hosts
 * and jumps are those of the person's own ssh.
 */
export function sshArguments(target: SshTarget, options: readonly string[] = []): string[] {
  const { host, user, port, socket } = target;
  const engine = socket === null ? [] : [`--host ${quoted(`unix://${socket}`)}`];
  return [
    ...['-T', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=10'],
    ...['-o', 'ServerAliveInterval=15', '-o', 'ServerAliveCountMax=3'],
    ...options,
    ...(user === null ? [] : ['-l', user]),
    ...(port === null ? [] : ['-p', String(port)]),
    // Whatever the host is called, it is no option.
    ...['--', host, ['docker', ...engine, 'system', 'dial-stdio'].join(' ')],
  ];
}

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
