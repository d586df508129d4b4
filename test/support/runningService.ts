import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { ApiClient } from '../../src/client/connection.js';
import { createEndpointApi } from '../../src/client/createApi.js';
import { findService, type FoundService } from '../../src/client/findService.js';
import { homePaths } from '../../src/protocol/home.js';
import { builtProduct } from './builtProduct.js';
import { cleanUp } from './cleanup.js';
import { eventually } from './eventually.js';

export interface StartServiceOptions {
  /** Stays after the test when given. */
  readonly home?: string;
  /** The built product to run; by default the sources as they are now. */
  readonly dist?: string;
  readonly idleSeconds?: number;
  /** The Node to run it with; by default this one. */
  readonly node?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The real service, as its own process. */
export interface RunningService extends FoundService {
  readonly home: string;
  readonly dist: string;
  readonly api: ApiClient;
  readonly process: ChildProcess;
  /** Address of the API, without a slash at the end. */
  readonly baseUrl: string;
  /** What it wrote to its own output. */
  output(): string;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** SIGTERM, and waits. */
  stop(): Promise<number | NodeJS.Signals>;
}

/** A folder for all state, gone after the test together with any service still running on it. */
export async function temporaryHome(t: TestContext): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'quantum-admin-home-'));
  cleanUp(t, async () => {
    await endServiceOf(home);
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  });
  return home;
}

/** Ends the service a client started on this home, if there is one. */
export async function endServiceOf(home: string): Promise<void> {
  const found = await findService(home).catch(() => null);
  if (!found) return;
  process.kill(found.pid, 'SIGKILL');
  await eventually(() => !isAlive(found.pid), { withinMs: 5_000, what: 'the service to be gone' });
}

/** Whether a process runs; one that has ended and waits to be asked how does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Starts the real service and waits until it proved itself. It ends with the test. */
export async function startService(
  t: TestContext,
  options: StartServiceOptions = {},
): Promise<RunningService> {
  const home = options.home ?? (await temporaryHome(t));
  const dist = options.dist ?? (await builtProduct());
  const args = [path.join(dist, 'main.js'), '--home', home];
  if (options.idleSeconds !== undefined) args.push('--idle-seconds', String(options.idleSeconds));
  const child = spawn(options.node ?? process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = once(child, 'exit').then(
    ([code, signal]) => (code ?? signal) as number | NodeJS.Signals,
  );
  cleanUp(t, async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const found = await eventually(
    async () => {
      if (child.exitCode !== null) throw new Error(`It left with ${child.exitCode}: ${output}`);
      const service = await findService(home);
      return service?.pid === child.pid ? service : null;
    },
    { withinMs: 20_000, everyMs: 10, what: 'the service to answer' },
  );
  return {
    ...found,
    home,
    dist,
    api: createEndpointApi(found),
    process: child,
    baseUrl: `http://127.0.0.1:${found.port}`,
    output: () => output,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** All of the service's log, oldest first, as written. */
export async function serviceLog(home: string): Promise<Record<string, unknown>[]> {
  const { logs } = homePaths(home);
  const names = (await readdir(logs)).filter((name) => /^service\.\d+\.log$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(logs, name), 'utf8')));
  return texts
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
