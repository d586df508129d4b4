import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export type DockerAddressSource = 'QUANTUM_DOCKER_HOST' | 'DOCKER_HOST' | 'context' | 'default';

/** Where the Docker engine is, who said so, and the folder of its TLS files. */
export interface DockerAddress {
  readonly address: string;
  readonly source: DockerAddressSource;
  readonly certificates: string | null;
}

interface ContextMeta {
  readonly Endpoints?: { readonly docker?: { readonly Host?: string } };
}

/**
 * Looks for the Docker engine as its own client does: the product's own variable, DOCKER_HOST, the current
 * context, then the sockets of Docker, rootless Docker, Docker Desktop, Colima and Podman.
 */
export function dockerAddress(env: NodeJS.ProcessEnv = process.env): DockerAddress {
  const certificates = env['DOCKER_TLS_VERIFY'] ? (env['DOCKER_CERT_PATH'] ?? null) : null;
  for (const source of ['QUANTUM_DOCKER_HOST', 'DOCKER_HOST'] as const) {
    const address = env[source];
    if (address) return { address, source, certificates };
  }
  return currentContext(env) ?? defaultSocket(env);
}

/** What `docker context use` chose. */
function currentContext(env: NodeJS.ProcessEnv): DockerAddress | null {
  const folder = env['DOCKER_CONFIG'] ?? path.join(homedir(), '.docker');
  try {
    const name = env['DOCKER_CONTEXT'] ?? contextOf(path.join(folder, 'config.json'));
    if (name === undefined || name === 'default') return null;
    const id = createHash('sha256').update(name).digest('hex');
    const meta = path.join(folder, 'contexts', 'meta', id, 'meta.json');
    const { Endpoints } = JSON.parse(readFileSync(meta, 'utf8')) as ContextMeta;
    const address = Endpoints?.docker?.Host;
    if (address === undefined) return null;
    const tls = path.join(folder, 'contexts', 'tls', id, 'docker');
    return { address, source: 'context', certificates: existsSync(tls) ? tls : null };
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

/** Where ports that the engine publishes on its loopback are reached from here. */
export function connectHostOf({ address }: DockerAddress): string {
  if (!/^(tcp|https?):/.test(address)) return '127.0.0.1';
  const { hostname } = new URL(address.replace(/^tcp:/, 'http:'));
  return hostname === 'localhost' ? '127.0.0.1' : hostname.replaceAll(/[[\]]/g, '');
}
