import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export type DockerAddressSource =
  'QUANTUM_DOCKER_HOST' | 'setting' | 'DOCKER_HOST' | 'context' | 'default';

/** Where the Docker engine is, who said so, and the folder of its TLS files. */
export interface DockerAddress {
  readonly address: string;
  readonly source: DockerAddressSource;
  /** The folder of `ca.pem`, `cert.pem` and `key.pem`; null: asked without TLS. */
  readonly certificates: string | null;
  /** Of a context that was told to take any certificate. */
  readonly takesAnyCertificate?: boolean;
}

interface ContextMeta {
  readonly Endpoints?: {
    readonly docker?: { readonly Host?: string; readonly SkipTLSVerify?: boolean };
  };
}

/**
 * Looks for the Docker engine as its own client does: the product's own variable, what a person `chose`,
 * DOCKER_HOST, the current context, then the sockets of Docker, rootless Docker, Docker Desktop, Colima and
 * Podman.
 */
export function dockerAddress(
  env: NodeJS.ProcessEnv = process.env,
  chosen: string | null = null,
): DockerAddress {
  const named: readonly (readonly [DockerAddressSource, string | null | undefined])[] = [
    ['QUANTUM_DOCKER_HOST', env['QUANTUM_DOCKER_HOST']],
    ['setting', chosen],
    ['DOCKER_HOST', env['DOCKER_HOST']],
  ];
  for (const [source, text] of named) {
    if (!text) continue;
    // Docker's own client takes `host:port`, too.
    const address = text.includes('://') ? text : `tcp://${text}`;
    return { address, source, certificates: certificatesFor(address, env) };
  }
  return currentContext(env) ?? defaultSocket(env);
}

/** `https://` says by itself that TLS is meant; of `tcp://` the variable of Docker's client does. */
function certificatesFor(address: string, env: NodeJS.ProcessEnv): string | null {
  const meansTls = address.startsWith('https:') || Boolean(env['DOCKER_TLS_VERIFY']);
  if (!meansTls || !/^(tcp|https):/.test(address)) return null;
  return env['DOCKER_CERT_PATH'] ?? configFolder(env);
}

const configFolder = (env: NodeJS.ProcessEnv): string =>
  env['DOCKER_CONFIG'] ?? path.join(homedir(), '.docker');

/** What `docker context use` chose. */
function currentContext(env: NodeJS.ProcessEnv): DockerAddress | null {
  const folder = configFolder(env);
  try {
    const name = env['DOCKER_CONTEXT'] ?? contextOf(path.join(folder, 'config.json'));
    if (name === undefined || name === 'default') return null;
    const id = createHash('sha256').update(name).digest('hex');
    const meta = path.join(folder, 'contexts', 'meta', id, 'meta.json');
    const { Endpoints } = JSON.parse(readFileSync(meta, 'utf8')) as ContextMeta;
    const address = Endpoints?.docker?.Host;
    if (address === undefined) return null;
    const tls = path.join(folder, 'contexts', 'tls', id, 'docker');
    const takesAnyCertificate = Endpoints?.docker?.SkipTLSVerify === true;
    return {
      ...{ address, source: 'context' },
      certificates: existsSync(tls) || takesAnyCertificate ? tls : null,
      ...(takesAnyCertificate ? { takesAnyCertificate } : {}),
    };
  } catch {
    // No file, or one that Docker's own client would not read either.
    return null;
  }
}

function contextOf(file: string): string | undefined {
  const { currentContext: name } = JSON.parse(readFileSync(file, 'utf8')) as {
    currentContext?: string;
  };
  return name;
}

function defaultSocket(env: NodeJS.ProcessEnv): DockerAddress {
  const found = (address: string): DockerAddress => ({
    address,
    source: 'default',
    certificates: null,
  });
  if (process.platform === 'win32') return found('npipe:////./pipe/docker_engine');
  const usual = '/var/run/docker.sock';
  const runtime = env['XDG_RUNTIME_DIR'];
  const sockets = [
    usual,
    ...(runtime === undefined ? [] : [path.join(runtime, 'docker.sock')]),
    path.join(homedir(), '.docker', 'run', 'docker.sock'),
    path.join(homedir(), '.docker', 'desktop', 'docker.sock'),
    path.join(homedir(), '.colima', 'default', 'docker.sock'),
    ...(runtime === undefined ? [] : [path.join(runtime, 'podman', 'podman.sock')]),
    '/run/podman/podman.sock',
  ];
  return found(`unix://${sockets.find((socket) => existsSync(socket)) ?? usual}`);
}
