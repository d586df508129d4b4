import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { SshErrorCode } from './ssh/sshError.js';

/** Why the engine does not answer, and what to do about it. */
export interface EngineTrouble {
  readonly kind:
    'absent' | 'stopped' | 'forbidden' | 'silent' | 'network' | 'tls' | 'ssh' | 'refused';
  /** A clause: "there is no socket at /var/run/docker.sock". */
  readonly reason: string;
  /** A sentence. */
  readonly repair: string;
}

interface Thrown {
  readonly code?: string;
  readonly message: string;
  readonly said?: string;
  readonly path?: string;
  readonly address?: string;
  readonly hostname?: string;
  readonly port?: number;
  readonly syscall?: string;
  readonly errors?: readonly Thrown[];
  readonly status?: number | 'unreachable';
  readonly cause?: unknown;
}

const startIt = 'Start Docker; what needs it goes on by itself.';
const otherHost = 'or name another engine in the setting quantum.docker.host';

/** In words, what an engine or the way to it threw. */
export function engineTrouble(error: unknown): EngineTrouble {
  const thrown = error as Thrown;
  if (thrown.status === 'unreachable' && thrown.cause instanceof Error)
    return engineTrouble(thrown.cause);
  if (typeof thrown.status === 'number') return ofAnswer(thrown);
  const { code = '' } = thrown;
  if (code.startsWith('SSH_')) return ofSsh(code as SshErrorCode, thrown.said ?? '');
  return ofTls(code, thrown) ?? ofNetwork(code, thrown);
}

function ofAnswer({ message, status }: Thrown): EngineTrouble {
  if (/HTTP request to an HTTPS server/i.test(message)) {
    return {
      kind: 'tls',
      reason: 'it speaks TLS, and was asked without',
      repair:
        'Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH, use a context that has the certificates, or write https:// in the setting quantum.docker.host.',
    };
  }
  const reason = `it answers with an error (${status ?? ''}): ${message.trim()}`;
  return { kind: 'refused', reason, repair: 'See what the log of Docker says.' };
}

function ofNetwork(code: string, thrown: Thrown): EngineTrouble {
  const { errors: [first] = [], hostname: name } = thrown;
  const place = placeOf(thrown.address === undefined && first !== undefined ? first : thrown);
  const isSocket = thrown.port === undefined && first?.port === undefined;
  switch (code) {
    case 'ENOENT':
      return isInstalled()
        ? {
            kind: 'stopped',
            reason: `there is no such socket${place}: Docker is not running`,
            repair: startIt,
          }
        : {
            kind: 'absent',
            reason: `there is no such socket${place}: Docker is not installed here`,
            repair: `Install Docker, ${otherHost}.`,
          };
    case 'EACCES':
    case 'EPERM':
      return {
        kind: 'forbidden',
        reason: `this user may not use the socket${place}`,
        repair: 'Join the group docker and log in again, or use rootless Docker.',
      };
    case 'ECONNREFUSED':
      return isSocket
        ? { kind: 'stopped', reason: `nothing listens there: Docker has stopped`, repair: startIt }
        : {
            kind: 'network',
            reason: 'nothing listens there',
            repair: `Start Docker on that machine, ${otherHost}.`,
          };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        kind: 'network',
        reason: name === undefined ? 'its host is not known' : `no host is named ${name}`,
        repair: 'Check the name of the host and the network.',
      };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return {
        kind: 'network',
        reason: 'there is no way to that machine from here',
        repair: 'Check the network, the VPN and the host.',
      };
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ETIMEDOUT':
      return {
        kind: 'silent',
        reason: 'it did not answer in time',
        repair: 'Check that Docker listens there; restart it where it hangs.',
      };
    case 'ERR_INVALID_URL':
      return {
        kind: 'network',
        reason: 'this is no address of an engine',
        repair: 'Write unix:///path, tcp://host:port, https://host:port or ssh://user@host.',
      };
    default:
      return { kind: 'refused', reason: thrown.message, repair: startIt };
  }
}

const untrusted = new Set([
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_SIGNATURE_FAILURE'],
  ...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
]);

function ofTls(code: string, { syscall, path: file, message }: Thrown): EngineTrouble | null {
  const tls = (reason: string, repair: string): EngineTrouble => ({ kind: 'tls', reason, repair });
  if (syscall === 'open' && file !== undefined) {
    const why = code === 'ENOENT' ? 'is not there' : 'cannot be read';
    const repair = `Put ca.pem, cert.pem and key.pem into ${path.dirname(file)}, or set DOCKER_CERT_PATH to their folder.`;
    return tls(`the file ${file} of its TLS ${why}`, repair);
  }
  if (untrusted.has(code)) {
    const repair = 'Check that ca.pem is of who signed the certificate of that engine.';
    return tls('its certificate is not signed by the authority of ca.pem', repair);
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const repair = 'Use the name that stands in its certificate, or have one made for this name.';
    return tls('its certificate is for another name', repair);
  }
  if (code === 'CERT_HAS_EXPIRED')
    return tls('its certificate has expired', 'Have a new certificate made for that engine.');
  if (
    /alert.*(certificate|unknown ca)|ALERT_(BAD_CERTIFICATE|CERTIFICATE|UNKNOWN_CA)/i.test(
      `${code} ${message}`,
    )
  ) {
    const repair = 'Check that cert.pem and key.pem are signed by the authority that it trusts.';
    return tls('it does not take the certificate of this client', repair);
  }
  if (/WRONG_VERSION_NUMBER|wrong version number/.test(`${code} ${message}`))
    return tls('it does not speak TLS', 'Ask it without TLS, or switch TLS on there.');
  if (/^ERR_(SSL|OSSL|TLS)_/.test(code))
    return tls(`TLS failed: ${message}`, 'Check ca.pem, cert.pem and key.pem.');
  return null;
}

function ofSsh(code: SshErrorCode, said: string): EngineTrouble {
  const ssh = (reason: string, repair: string): EngineTrouble => ({ kind: 'ssh', reason, repair });
  const byHand = 'Connect once with ssh in a terminal';
  switch (code) {
    case 'SSH_ADDRESS':
      return ssh('this is no address for ssh', 'Write ssh://user@host, with no password in it.');
    case 'SSH_MISSING':
      return ssh('the program ssh is not on the PATH', 'Install the OpenSSH client.');
    case 'SSH_HOST_KEY':
      return ssh(
        'the key of that host is not known here',
        `${byHand}, compare its key and accept it.`,
      );
    case 'SSH_HOST_KEY_CHANGED':
      return ssh(
        'the host shows another key than before',
        'Ask who runs that host whether it was made anew; then remove the old key with ssh-keygen -R.',
      );
    case 'SSH_AUTH':
      return ssh(
        'the host does not let this user in',
        'Add your key to ssh-agent with ssh-add, and have its public part put on that host: ssh asks nothing here.',
      );
    case 'SSH_UNKNOWN_HOST':
      return ssh(
        'ssh knows no host of that name',
        'Check the name, or add it to your ssh configuration.',
      );
    case 'SSH_REFUSED':
      return ssh('no ssh server listens there', 'Check the host and the port of ssh.');
    case 'SSH_TIMEOUT':
      return ssh('the host does not answer to ssh', 'Check the network, the VPN and the host.');
    case 'SSH_NO_DOCKER':
      return ssh(
        'that host has no docker of 18.09 or newer on the PATH of ssh',
        'Install Docker there.',
      );
    case 'SSH_NO_ENGINE':
      return ssh('ssh gets there, and Docker does not run there', 'Start Docker on that host.');
    case 'SSH_NO_RIGHT':
      return ssh(
        'that user may not use Docker there',
        'Have the user join the group docker on that host.',
      );
    case 'SSH_PORT_TAKEN':
      return ssh(
        'the port of the tunnel is taken on this machine',
        'End the program that listens there, or move the datasource to another port.',
      );
    case 'SSH_ENDED':
      return ssh(
        said === '' ? 'ssh ended' : `ssh ended: ${said}`,
        `${byHand} and see what it says.`,
      );
  }
}

function placeOf({ address, port }: Thrown): string {
  if (address === undefined) return '';
  return port === undefined ? ` ${address}` : ` ${address}:${port}`;
}

/** Whether a client of Docker is on the PATH. */
export function isInstalled(env: NodeJS.ProcessEnv = process.env): boolean {
  const file = process.platform === 'win32' ? 'docker.exe' : 'docker';
  return (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .some((folder) => {
      try {
        accessSync(path.join(folder, file), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
