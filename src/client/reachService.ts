import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { serviceExit } from '../protocol/serviceExit.js';
import type { ConnectOptions } from './connection.js';
import { createEndpointApi } from './createApi.js';
import { findService, type FoundService } from './findService.js';
import { isOwned } from './homeOwner.js';
import { logTail } from './logTail.js';
import { nodeCandidates } from './nodeCandidates.js';
import { ReloadNeededError } from './reloadNeededError.js';
import {
  announceRuntime,
  ensureRuntime,
  newestRuntime,
  removeOldRuntimes,
  type Runtime,
} from './runtimeCopy.js';
import { ServiceUnavailableError } from './serviceUnavailableError.js';
import { startServiceProcess, type StartedProcess } from './serviceStarter.js';
import { takeStartTurn } from './startTurn.js';
import { apiFits, isNewer } from './versions.js';

/** From a start to its first answer; a cold disk and a store that has to recover are in it. */
const coldStartMs = 30_000;
/** How long an owner of the home may neither serve nor leave: it hands over, ends jobs, recovers. */
const silentOwnerMs = 45_000;
const maxStarts = 3;

/**
 * A service that proved itself and whose API fits: the running one, else one started here, after an
 * older one has handed over. Waiting is done here, by asking again.
 * @throws ReloadNeededError, ServiceUnavailableError with the last lines of the log
 */
export async function reachService(
  options: ConnectOptions,
  signal?: AbortSignal,
): Promise<FoundService> {
  const attempt = new Attempt(options, signal);
  try {
    return await attempt.run();
  } finally {
    await attempt.end();
  }
}

class Attempt {
  private readonly candidates = nodeCandidates();
  private candidate = 0;
  private starts = 0;
  private child: StartedProcess | null = null;
  private drained = 0;
  private runtime: Runtime | null = null;
  private turn: { leave(): Promise<void> } | null = null;
  private deadline = Date.now() + silentOwnerMs;

  constructor(
    private readonly options: ConnectOptions,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async run(): Promise<FoundService> {
    const { home, log } = this.options;
    await this.guarded(() => mkdir(home, { recursive: true, mode: 0o700 }));
    for (let round = 0; ; round++) {
      this.signal?.throwIfAborted();
      const found = await this.guarded(() => findService(home, (text) => log('warn', text)));
      const answer = found && (await this.consider(found));
      if (answer) return answer;
      if (found === null) await this.startWhenFree();
      if (Date.now() > this.deadline) {
        await this.fail(
          this.child
            ? `The service did not answer within ${coldStartMs / 1000} s.`
            : `Another process owns ${home} and does not answer.`,
        );
      }
      await pause(Math.min(100, 10 + round * 5), undefined, { signal: this.signal });
    }
  }

  async end(): Promise<void> {
    await this.turn?.leave();
  }

  /** The service if it is one to stay with; null while an older one is on its way out. */
  private async consider(found: FoundService): Promise<FoundService | null> {
    if (found.draining) return null;
    if (isNewer(this.options.version, found.version)) {
      await this.handOver(found);
      return null;
    }
    if (!apiFits(found.apiVersion)) throw new ReloadNeededError(found.version);
    if (this.runtime) void removeOldRuntimes(this.options.home, this.runtime.directory);
    return found;
  }

  /** The copy is ready and announced before the old one leaves, so whoever starts next starts the newer. */
  private async handOver(found: FoundService): Promise<void> {
    const { version, log } = this.options;
    if (this.drained === found.epoch || !(await this.prepareRuntime())) return;
    this.drained = found.epoch;
    this.deadline = Date.now() + silentOwnerMs;
    log('info', `Version ${found.version} hands over to ${version}.`);
    await createEndpointApi(found)
      .POST('/api/service/drain', { body: { successorVersion: version } })
      .catch((error: unknown) => log('warn', `The hand-over was not answered: ${String(error)}`));
  }

  private async startWhenFree(): Promise<void> {
    await this.judgeExit();
    if (this.child !== null || (await isOwned(this.options.home))) return;
    const { home, log } = this.options;
    this.turn ??= await this.guarded(() => takeStartTurn(home));
    if (this.turn === null || (await isOwned(home))) return;
    const runtime = await this.prepareRuntime();
    const node = this.candidates[this.candidate];
    if (runtime === null || node === undefined) return;
    log('info', `Starting the service ${runtime.version} with ${node.file}.`);
    this.child = await this.guarded(() => startServiceProcess(home, runtime.directory, node));
    this.deadline = Date.now() + coldStartMs;
  }

  /** Our own build, or the newest one known when that is newer. Null: being copied by another process. */
  private async prepareRuntime(): Promise<Runtime | null> {
    if (this.runtime) return this.runtime;
    const { home, dist, version } = this.options;
    const newest = await newestRuntime(home);
    if (newest && isNewer(newest.version, version)) return (this.runtime = newest);
    const directory = await this.guarded(() => ensureRuntime(home, dist));
    if (directory === null) return null;
    this.runtime = { version, directory };
    if (newest?.directory !== directory) await announceRuntime(home, this.runtime);
    return this.runtime;
  }

  private async judgeExit(): Promise<void> {
    const code = this.child?.exitCode ?? null;
    if (code === null) return;
    this.child = null;
    // Someone was faster: his service is the one to wait for.
    if (code === serviceExit.alreadyRunning) return;
    if (code === serviceExit.unsupportedNode || code === 'spawn-failed') {
      this.candidate++;
      if (this.candidate < this.candidates.length) return;
      await this.fail('No Node 20 or newer was found to run the service with.', 'Install Node 20.');
    }
    if (code === serviceExit.homeUnusable || code === serviceExit.storeUnavailable) {
      await this.fail('The service could not use its files.');
    }
    this.starts++;
    this.options.log('warn', `The service ended with code ${code} at start ${this.starts}.`);
    if (this.starts >= maxStarts) await this.fail(`The service did not start ${maxStarts} times.`);
  }

  /** Permissions are not mended by trying again. */
  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    return work().catch((error: unknown) => {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
      throw new ServiceUnavailableError(
        `The files of ${this.options.home} cannot be used: ${message}.`,
        'Give yourself access to the folder, or set QUANTUM_ADMIN_HOME to another one.',
      );
    });
  }

  private async fail(sentence: string, repair?: string): Promise<never> {
    const lines = await logTail(this.options.home);
    const last = lines.at(-1);
    const message = last === undefined ? sentence : `${sentence} ${last}`;
    throw new ServiceUnavailableError(message, repair, lines);
  }
}
