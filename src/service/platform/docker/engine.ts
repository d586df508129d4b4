import type { Duplex } from 'node:stream';
import type { Secret } from '../secrets/secret.js';
import type { ExecStreams } from './execStream.js';

/** What is asked of a Docker engine. Behind it is dockerode, loaded at the first need. */
export interface Engine {
  version(): Promise<DockerVersion>;
  /** The image's own id, which another build of the same name does not have; undefined: not here. */
  imageId(image: string): Promise<string | undefined>;
  /** @throws DockerError also for errors that the engine tells inside the stream. */
  pull(
    image: string,
    onProgress: (progress: PullProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
  createVolume(name: string, labels: Labels): Promise<void>;
  volumes(label: string): Promise<string[]>;
  hasVolume(name: string): Promise<boolean>;
  removeVolume(name: string): Promise<void>;
  /** Answers the new container's id. */
  createContainer(plan: NewContainer): Promise<string>;
  /** Containers with a label (`name` or `name=value`), those that do not run, too. */
  containers(label: string | null, all: boolean): Promise<ContainerSummary[]>;
  /** Undefined when there is no such container. */
  inspect(id: string): Promise<ContainerFacts | undefined>;
  /** What it was started with; holds passwords. */
  environment(id: string): Promise<Readonly<Record<string, string>>>;
  start(id: string): Promise<void>;
  stop(id: string, seconds: number): Promise<void>;
  /** With its anonymous volumes; a container that is gone already is no error. */
  remove(id: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  setRestart(id: string, restarts: boolean): Promise<void>;
  /** Lays a file into a container, whether it runs or not. */
  putFile(id: string, file: string, content: Secret): Promise<void>;
  /** The files under a folder of a container, as a tar. */
  readFolder(id: string, folder: string): Promise<NodeJS.ReadableStream>;
  /** Lays the files of a tar into a folder of a container. */
  writeFolder(id: string, folder: string, tar: NodeJS.ReadableStream): Promise<void>;
  /** Runs a program in a container that runs. @throws the reason of the signal */
  run(id: string, program: readonly string[], streams: ExecStreams): Promise<Ran>;
  /** A container of an image that holds its programs and does nothing, until it is closed or this process ends. */
  hold(plan: HolderPlan): Promise<Holder>;
  /** A connection with a port inside a container, by the way that requests go. */
  dial(id: string, port: number): Promise<Duplex>;
  /** The networks of a container; undefined when there is no such container. */
  place(id: string): Promise<ContainerPlace | undefined>;
  /** Makes a container known in a network. */
  join(id: string, network: string): Promise<void>;
  logs(id: string, query: LogQuery, signal?: AbortSignal): AsyncIterable<ContainerLine>;
  /** Bytes of memory in use. */
  memory(id: string): Promise<number | null>;
  /** What a container uses, once a second, until it ends or `signal` aborts. */
  usage(id: string, signal: AbortSignal): AsyncIterable<ContainerUsage>;
  /** Bytes of each volume. */
  volumeSizes(): Promise<ReadonlyMap<string, number>>;
  /** What happens to containers with a label, from `since` (seconds) on. Ends when the engine goes away. */
  events(label: string, since: string | null, signal: AbortSignal): AsyncIterable<EngineEvent>;
  /** Lets go of what is kept open; nothing is asked of it any more. */
  end(): void;
}

export interface HolderPlan {
  readonly image: string;
  readonly labels: Labels;
  /** Whether it has to reach what listens on the engine's own machine. */
  readonly reachesHost: boolean;
}

export interface Holder {
  readonly id: string;
  /** How it calls the machine that the engine runs on; null: as that calls itself. */
  readonly host: string | null;
  close(): Promise<void>;
}

export interface Ran {
  readonly exitCode: number;
  /** The end of what it said on its second stream. */
  readonly said: string;
}

export type Labels = Readonly<Record<string, string>>;

export interface DockerVersion {
  readonly version: string;
  readonly apiVersion: string;
}

export interface PullProgress {
  readonly fraction: number;
  /** `3 of 8 layers, 12 of 90 MB, 4.1 MB/s`; the rate once it can be told. */
  readonly text: string;
  /** Of a layer that is there from now on: what a log says of it. */
  readonly layer: string | null;
}

export interface NewContainer {
  readonly name: string;
  readonly image: string;
  readonly labels: Labels;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly volume: string;
  readonly dataFolder: string;
  readonly containerPort: number;
  /** On the engine's loopback; null: a free one that the engine chooses. */
  readonly hostPort: number | null;
  readonly healthCheck: string;
  readonly restarts: boolean;
  /** Of the processors where others want them, too; 1024 is usual. */
  readonly processorShares?: number;
}

export interface ContainerSummary {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly state: string;
  readonly status: string;
  readonly labels: Labels;
  readonly createdAt: string;
  readonly ports: readonly {
    readonly container: number;
    readonly host: number | null;
    readonly address: string | null;
  }[];
}

export interface ContainerFacts {
  readonly id: string;
  readonly labels: Labels;
  readonly image: string;
  readonly running: boolean;
  readonly restarting: boolean;
  readonly exitCode: number;
  readonly outOfMemory: boolean;
  /** Of the engine: why it could not be started. */
  readonly error: string;
  readonly health: 'healthy' | 'unhealthy' | 'starting' | 'none';
  readonly startedAt: string | null;
  readonly restarts: number;
  readonly created: boolean;
  readonly hostPort: number | null;
}

export interface ContainerPlace {
  /** It has the network of the engine's machine as its own. */
  readonly sharesHost: boolean;
  readonly networks: readonly {
    readonly name: string;
    /** Empty while it does not run. */
    readonly address: string;
    readonly gateway: string;
  }[];
}

export interface LogQuery {
  readonly lines?: number;
  readonly since?: string;
  readonly follow?: boolean;
}

export interface ContainerLine {
  readonly at: string;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export interface ContainerUsage {
  readonly at: string;
  /** 100 is one processor. */
  readonly cpuPercent: number;
  readonly memoryBytes: number;
  readonly memoryLimitBytes: number | null;
}

export interface EngineEvent {
  readonly action: string;
  readonly containerId: string;
  readonly labels: Labels;
  /** Of one that ended. */
  readonly exitCode: number | null;
  /** To ask again from here: seconds with nanoseconds. */
  readonly at: string;
}

/** What the engine refused, with its status; `unreachable`: it did not answer at all. */
export class DockerError extends Error {
  override readonly name = 'DockerError';

  constructor(
    message: string,
    readonly status: number | 'unreachable',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Chunks are bundled with a copy of the class each. */
export function isDockerError(thrown: unknown): thrown is DockerError {
  return thrown instanceof Error && thrown.name === 'DockerError' && 'status' in thrown;
}
