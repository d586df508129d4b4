import { setTimeout as paused } from 'node:timers/promises';
import type { DatasourceType } from '../../../protocol/datasources.js';
import { unfinishedJobStates } from '../../../protocol/jobStates.js';
import type { PreparedVolumes as State } from '../../../protocol/preparedVolumes.js';
import { isDockerError, type Engine } from '../../platform/docker/engine.js';
import type { Db, Tx } from '../../platform/store/store.js';
import { failureOf } from '../datasourceFailure.js';
import type { DatasourceRow } from '../datasourceRows.js';
import type { WorkPorts } from '../datasourceWork.js';
import { kindOf } from '../kinds/kinds.js';
import { newPassword } from '../newDatasource.js';
import { prepareVolume, removeTraces } from './prepareVolume.js';
import { PreparedRepository, type PreparedRow } from './preparedRepository.js';

export interface PreparedVolumesOptions extends WorkPorts {
  /** Keeps the service from leaving idle while it prepares. */
  hold(what: string): { dispose(): void };
}

/** What a new datasource starts from. */
export interface Start {
  readonly volume: string;
  readonly passwordEncrypted: string;
}

interface Example {
  readonly type: DatasourceType;
  readonly image: string;
}

/** One for each image that is in use, so many at most: each is a server's data on the disk. */
const mostVolumes = 3;
/** Whoever is told that a datasource is ready connects now, and has the machine for themselves so long. */
const leadMs = 2_000;
/** Another engine starts a datasource as one without prepared volumes does. */
const elsewhere =
  'Volumes are prepared by a Docker engine of this machine only; the one in use is elsewhere.';

/**
 * Volumes in which a server has set itself up already, each with a password of its own. One waits for the next
 * datasource of an image; it is made while no datasource is worked on, after the first of that image is ready.
 */
export class PreparedVolumes {
  private readonly repository: PreparedRepository;
  private readonly gone = new AbortController();
  private running: Promise<void> | null = null;
  private isAskedAgain = false;
  private preparing: AbortController | null = null;
  private problem: { readonly image: string; readonly text: string } | null = null;

  constructor(private readonly options: PreparedVolumesOptions) {
    const { platform, own } = options;
    this.repository = new PreparedRepository(platform.events, platform.now, own.owner);
  }

  async state(): Promise<State> {
    const { store } = this.options.platform;
    const [enabled, rows] = await store.read(async (db) => [
      await this.repository.isOn(db),
      await this.repository.all(db),
    ]);
    return {
      enabled,
      volumes: rows.map(({ id, type, image, state, created_at: createdAt }) => ({
        ...{ id, image, state, createdAt },
        type: type as DatasourceType,
      })),
      problem: this.problem?.text ?? null,
    };
  }

  /** Switched off, those that wait are removed; at the latest when the engine is back. */
  async set(enabled: boolean): Promise<State> {
    this.problem = null;
    await this.options.platform.store.write((tx) => this.repository.switch(tx, enabled));
    if (!enabled) this.preparing?.abort();
    this.options.sight.watch.begin();
    this.wake();
    if (!enabled) await this.running;
    return this.state();
  }

  /** The one that waits for a datasource of this image as it is in the engine now. */
  async find(type: DatasourceType, image: string | null): Promise<PreparedRow | null> {
    const { platform, sight } = this.options;
    const { store } = platform;
    const rows = await store.read((db) => this.ready(db));
    const row = rows.find((one) => one.type === type && one.image === image);
    if (!row) return null;
    const engine = await sight.watch.engine();
    return (await engine.imageId(row.image)) === row.image_id ? row : null;
  }

  /** Takes it for the datasource that is made in this transaction; null when another has it. */
  async take(tx: Tx, row: PreparedRow): Promise<Start | null> {
    if (!(await this.repository.take(tx, row.id))) return null;
    const volume = this.options.own.preparedName(row.type, row.id);
    return { volume, passwordEncrypted: row.password_encrypted };
  }

  async isUsed(): Promise<boolean> {
    const { store } = this.options.platform;
    return (await store.read((db) => this.repository.all(db))).length > 0;
  }

  /** Something has changed of which one to prepare or to remove may follow. */
  wake(): void {
    if (this.gone.signal.aborted) return;
    this.isAskedAgain = true;
    this.running ??= this.work().finally(() => {
      this.running = null;
      if (this.isAskedAgain) this.wake();
    });
  }

  async stop(): Promise<void> {
    this.gone.abort();
    this.preparing?.abort();
    await this.running;
  }

  private async work(): Promise<void> {
    const { log } = this.options.platform;
    while (this.isAskedAgain && !this.gone.signal.aborted) {
      this.isAskedAgain = false;
      try {
        await this.lookOnce();
      } catch (error) {
        log[isDockerError(error) ? 'info' : 'warn']({ err: error }, 'no volume was prepared');
      }
    }
  }

  private async lookOnce(): Promise<void> {
    const { store } = this.options.platform;
    const [isOn, rows, wanted] = await store.read(async (db) => [
      await this.repository.isOn(db),
      await this.repository.all(db),
      await this.wanted(db),
    ]);
    // Who never switched it on has no reason to be asked for an engine.
    if (!isOn && rows.length === 0) return;
    const engine = await this.options.sight.watch.engine();
    const kept = isOn ? await this.tidy(engine, rows, wanted) : await this.clear(engine, rows);
    if (!isOn || (await this.isBusy())) return;
    const next = wanted.find(
      (one) => !kept.some((row) => isSame(row, one)) && this.problem?.image !== one.image,
    );
    if (!next) return;
    if (!(await this.options.sight.isHere())) {
      this.problem = { image: next.image, text: elsewhere };
      return;
    }
    if (await this.prepareLater(engine, next)) this.isAskedAgain = true;
  }

  /** Removes what nobody will start from: unfinished, of an image that is another now, or one too many. */
  private async tidy(
    engine: Engine,
    rows: readonly PreparedRow[],
    wanted: readonly Example[],
  ): Promise<PreparedRow[]> {
    const kept: PreparedRow[] = [];
    const rank = (row: PreparedRow): number => Number(wanted.some((one) => isSame(one, row)));
    const newestFirst = [...rows].reverse();
    for (const row of newestFirst.sort((one, other) => rank(other) - rank(one))) {
      const isKept =
        row.state === 'ready' &&
        kept.length < mostVolumes &&
        (await engine.imageId(row.image)) === row.image_id;
      if (isKept) kept.push(row);
      else await this.remove(engine, row);
    }
    return kept;
  }

  private async clear(engine: Engine, rows: readonly PreparedRow[]): Promise<PreparedRow[]> {
    for (const row of rows) await this.remove(engine, row);
    return [];
  }

  private async remove(engine: Engine, row: PreparedRow): Promise<void> {
    const { store } = this.options.platform;
    if (row.state === 'ready') {
      // Nobody takes it from here on; a kill in between finds it as one that was not finished.
      const isMine = await store.write((tx) => this.repository.withdraw(tx, row.id));
      if (!isMine) return;
    }
    await removeTraces(engine, this.options.own, row);
    await store.write((tx) => this.repository.delete(tx, row.id));
  }

  private ready(db: Db | Tx): Promise<PreparedRow[]> {
    return this.repository.all(db).then((rows) => rows.filter(({ state }) => state === 'ready'));
  }

  /** The images of the datasources that are ready, the newest first. */
  private async wanted(db: Db): Promise<Example[]> {
    const examples = (await this.options.repository.all(db)).flatMap(exampleOf).reverse();
    const first = (one: Example, at: number): boolean =>
      examples.findIndex((other) => isSame(one, other)) === at;
    return examples.filter(first).slice(0, mostVolumes);
  }

  private async isBusy(): Promise<boolean> {
    const { store, jobs } = this.options.platform;
    const lists = await store.read((db) =>
      Promise.all(unfinishedJobStates.map((state) => jobs.list(db, { state, limit: 100 }))),
    );
    return lists.flat().some(({ name }) => name.startsWith('datasource.'));
  }

  /** Answers whether it came to that: what is made meanwhile goes first, and its end asks again. */
  private async prepareLater(engine: Engine, example: Example): Promise<boolean> {
    const abort = new AbortController();
    this.preparing = abort;
    if (this.gone.signal.aborted) abort.abort();
    try {
      await paused(leadMs, undefined, { signal: abort.signal }).catch(() => undefined);
      if (abort.signal.aborted || (await this.isBusy())) return false;
      await this.prepare(engine, example, abort.signal);
      return true;
    } finally {
      this.preparing = null;
    }
  }

  private async prepare(
    engine: Engine,
    { type, image }: Example,
    signal: AbortSignal,
  ): Promise<void> {
    const { platform, own, readyPatienceMs: patienceMs } = this.options;
    const { store, secrets, log } = platform;
    const imageId = await engine.imageId(image);
    if (imageId === undefined) return;
    const password = newPassword();
    const password_encrypted = await secrets.seal(password);
    const row = await store.write((tx) =>
      this.repository.insert(tx, { type, image, image_id: imageId, password_encrypted }),
    );
    const held = this.options.hold('preparing a volume');
    try {
      const { id } = row;
      await prepareVolume(engine, own, { id, type, image, password, patienceMs, signal });
      await store.write((tx) => this.repository.ready(tx, row.id));
      log.info({ image }, 'a volume is prepared');
    } catch (error) {
      // What cannot be removed now is found by its row when the engine is back.
      if (!signal.aborted) this.failed(image, error);
      await this.remove(engine, row);
    } finally {
      held.dispose();
    }
  }

  private failed(image: string, error: unknown): void {
    const { message } = failureOf(error);
    const text = `No volume of ${image} could be prepared: ${message}. Switch it off and on to try again.`;
    this.problem = { image, text };
    this.options.platform.log.warn({ err: error, image }, 'a volume could not be prepared');
  }
}

/** The image of a datasource that is ready, where a volume of it is worth the while. */
function exampleOf({ type, image, setup_status: setup }: DatasourceRow): Example[] {
  const isWorth = kindOf(type).container?.('', null).isWorthPreparing === true;
  return image !== null && setup === 'ready' && isWorth ? [{ type, image }] : [];
}

const isSame = (one: Example | PreparedRow, other: Example | PreparedRow): boolean =>
  one.type === other.type && one.image === other.image;
