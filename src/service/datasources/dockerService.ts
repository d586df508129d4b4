import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type {
  DatasourceLogLine,
  DatasourceLogQuery,
  DatasourceStatus,
  DatasourceType,
  DockerContainer,
  DockerInfo,
} from '../../protocol/datasources.js';
import type { EnginePlace } from '../platform/docker/enginePlace.js';
import { routeWords } from '../platform/docker/engineRoute.js';
import { engineTrouble } from '../platform/docker/engineTrouble.js';
import { isDockerError } from '../platform/docker/engine.js';
import { SseConnection } from '../platform/events/sseConnection.js';
import type { StreamRegistry } from '../platform/events/streamRegistry.js';
import { AppError } from '../platform/problem.js';
import type { ContainerSight } from './containerSight.js';
import type { DatasourceRow } from './datasourceRows.js';
import type { DatasourceService } from './datasourceService.js';
import { datasourceOf } from './datasourceWire.js';
import type { OwnContainers } from './ownContainers.js';

export interface DockerServiceOptions {
  readonly sight: ContainerSight;
  readonly place: EnginePlace;
  readonly own: OwnContainers;
  readonly service: DatasourceService;
  readonly streams: StreamRegistry;
  readonly log: Logger;
}

const heartbeatMs = 15_000;
const graceMs = 5_000;
const usualLines = 100;

const looks: readonly (readonly [RegExp, DatasourceType])[] = [
  [/(^|\/)(postgres|postgis|timescaledb|pgvector)[^/]*$/, 'postgresql'],
  [/(^|\/)mariadb[^/]*$/, 'mariadb'],
  [/(^|\/)(mysql|percona)[^/]*$/, 'mysql'],
  [/(^|\/)mongo(db)?([:@-][^/]*)?$/, 'mongodb'],
  [/(^|\/)(redis|valkey)[^/]*$/, 'redis'],
];

/** Which kind of database an image's name speaks of. */
export function looksLike(image: string): DatasourceType | null {
  return looks.find(([pattern]) => pattern.test(image))?.[1] ?? null;
}

/** What the engine tells: about itself, about containers, about the container of a datasource. */
export class DockerService {
  constructor(private readonly options: DockerServiceOptions) {}

  async info(): Promise<DockerInfo> {
    const { watch } = this.options.sight;
    // Who asks shows the answer: that the engine comes or goes is told from now on.
    watch.begin();
    const { address, source } = this.options.place.address;
    try {
      const engine = await watch.engine();
      const found = await engine.version();
      const route = await this.options.place.route(engine);
      const place = { address, source, connectHost: route.host, connectWay: route.way };
      const connectWords = routeWords(route);
      const fine = { problem: null, reason: null, repair: null };
      return { available: true, ...place, connectWords, ...found, ...fine };
    } catch (error) {
      if (!isDockerError(error)) throw error;
      const { reason, repair } = engineTrouble(error);
      const problem = `Docker does not answer: ${reason}.`;
      const place = { address, source, connectHost: null, connectWay: null, connectWords: null };
      const unknown = { version: null, apiVersion: null };
      return { available: false, ...place, ...unknown, problem, reason, repair };
    }
  }

  /** Containers, ours and others'. */
  async containers(all: boolean): Promise<DockerContainer[]> {
    const engine = await this.options.service.engine();
    return (await engine.containers(null, all)).map(({ labels, ports, ...container }) => ({
      ...container,
      ports: [...ports],
      looksLike: looksLike(container.image),
      datasourceId: this.options.own.datasourceOf(labels),
    }));
  }

  /** A datasource's state with what the engine counts about its container. */
  async status(id: number): Promise<DatasourceStatus> {
    const row = await this.options.service.row(id);
    const { status, healthStatus, setupStatus, badge, error, jobId } = datasourceOf(row);
    const known = {
      ...{ id, status, healthStatus, setupStatus, badge, error, jobId },
      ...{ containerId: row.container_id, startedAt: row.started_at },
    };
    const none = { exitCode: null, restarts: null, sizeBytes: null, memoryBytes: null };
    if (row.container_id === null || status === 'unknown') return { ...known, ...none };
    const engine = await this.options.sight.watch.engine();
    const facts = await engine.inspect(row.container_id).catch(ifAway);
    if (facts === undefined) return { ...known, ...none };
    const sizes = await engine.volumeSizes().catch(ifAway);
    const size = row.volume === null ? undefined : sizes?.get(row.volume);
    return {
      ...known,
      exitCode: facts.running || facts.created ? null : facts.exitCode,
      restarts: facts.restarts,
      sizeBytes: size === undefined || size < 0 ? null : size,
      memoryBytes: facts.running ? ((await engine.memory(facts.id).catch(ifAway)) ?? null) : null,
    };
  }

  async logs(id: number, query: DatasourceLogQuery): Promise<DatasourceLogLine[]> {
    const container = containerOf(await this.options.service.row(id));
    const lines: DatasourceLogLine[] = [];
    for await (const line of this.lines(await this.options.service.engine(), container, query)) {
      lines.push(line);
    }
    return lines;
  }

  /** The log as Server-Sent Events, `line` for each, until the container ends: `end`. */
  async follow(reply: FastifyReply, id: number, query: DatasourceLogQuery): Promise<void> {
    const container = containerOf(await this.options.service.row(id));
    const engine = await this.options.service.engine();
    await this.send(reply, { event: 'line', what: 'log' }, (signal) =>
      this.lines(engine, container, query, signal),
    );
  }

  /** What its container uses, `usage` once a second, until it ends: `end`. */
  async usage(reply: FastifyReply, id: number): Promise<void> {
    const container = containerOf(await this.options.service.row(id));
    const engine = await this.options.service.engine();
    await this.send(reply, { event: 'usage', what: 'statistics' }, (signal) =>
      whileItRuns(this.options.sight, container, signal, (until) => engine.usage(container, until)),
    );
  }

  /** Sends what comes as Server-Sent Events; whoever leaves ends it. */
  private async send(
    reply: FastifyReply,
    { event: name, what }: { readonly event: string; readonly what: string },
    open: (signal: AbortSignal) => AsyncIterable<unknown>,
  ): Promise<void> {
    const gone = new AbortController();
    const connection = new SseConnection(reply, {
      heartbeatMs,
      onClose: () => {
        gone.abort();
        entry.dispose();
      },
    });
    const end = (event: string, reason: string): void => {
      connection.write({ event, data: { type: event, reason } });
      connection.end(graceMs);
    };
    const entry = this.options.streams.add({ end: (reason) => end('bye', reason) });
    try {
      for await (const data of open(gone.signal)) {
        connection.write({ event: name, data });
        await connection.drained();
      }
      end('end', 'the container ended');
    } catch (error) {
      this.options.log.warn({ err: error, what }, 'a stream of a container broke off');
      end('bye', `the ${what} broke off`);
    }
  }

  private async *lines(
    engine: Awaited<ReturnType<DatasourceService['engine']>>,
    container: string,
    { lines = usualLines, since, stream, follow }: DatasourceLogQuery,
    signal?: AbortSignal,
  ): AsyncGenerator<DatasourceLogLine> {
    const query = {
      lines,
      ...(since === undefined ? {} : { since }),
      ...(follow === undefined ? {} : { follow }),
    };
    for await (const line of engine.logs(container, query, signal)) {
      if (stream === undefined || line.stream === stream) yield line;
    }
  }
}

/** The engine goes on counting a container that has ended: that it ended is told by its event. */
async function* whileItRuns<T>(
  sight: ContainerSight,
  container: string,
  signal: AbortSignal,
  open: (signal: AbortSignal) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const ended = new AbortController();
  const subscription = sight.onEnd(container, () => ended.abort());
  try {
    yield* open(AbortSignal.any([signal, ended.signal]));
  } finally {
    subscription.dispose();
  }
}

function containerOf(row: DatasourceRow): string {
  if (row.container_id !== null) return row.container_id;
  throw new AppError(
    'not-for-this-datasource',
    `“${row.name}” has no container, and so no log.`,
    'Look at the log of the server itself.',
  );
}

/** What the engine does not say now is left out. */
function ifAway(error: unknown): undefined {
  if (!isDockerError(error)) throw error;
  return undefined;
}
