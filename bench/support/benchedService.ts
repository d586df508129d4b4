import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../../scripts/lib/build.js';
import { until } from '../../scripts/lib/deadline.js';
import { root } from '../../scripts/lib/paths.js';
import { homePaths } from '../../src/protocol/home.js';

export interface BenchedService {
  readonly url: string;
  readonly token: string;
  /** Parsed JSON of a request that must succeed. */
  json<T>(method: string, path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** The built service as its own process, on a home of its own, which `prepare` may fill first. */
export async function startBenchedService(
  prepare?: (home: string) => Promise<void>,
): Promise<BenchedService> {
  await ensureBuilt();
  const home = await mkdtemp(path.join(tmpdir(), 'quantum-bench-service-'));
  await prepare?.(home);
  const main = path.join(root, 'dist', 'main.js');
  const child = spawn(process.execPath, [main, '--home', home], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill();
    await exited;
    await rm(home, { recursive: true, force: true });
  };
  try {
    const paths = homePaths(home);
    const read = (file: string): Promise<string> => readFile(file, 'utf8');
    const portFile = await until<string>(
      'the service to listen',
      () => read(paths.portFile),
      20_000,
    );
    const { port } = JSON.parse(portFile) as { port: number };
    const url = `http://127.0.0.1:${port}`;
    const token = (await read(paths.token)).trim();
    return {
      url,
      token,
      stop,
      async json<T>(method: string, route: string, body?: unknown) {
        const response = await fetch(`${url}${route}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`);
        return JSON.parse(text) as T;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
