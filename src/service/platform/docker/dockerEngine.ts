import Docker from 'dockerode';
import type { Duplex } from 'node:stream';
import type { DockerAddress } from './dockerAddress.js';
import {
  DockerError,
  type ContainerFacts,
  type ContainerLine,
  type ContainerPlace,
  type ContainerSummary,
  type ContainerUsage,
  type DockerVersion,
  type Engine,
  type EngineEvent,
  type Holder,
  type HolderPlan,
  type LogQuery,
  type NewContainer,
  type Ran,
} from './engine.js';
import { ExecDuplex, joinProgram } from './execDial.js';
import { talk } from './execStream.js';
import { holder } from './holder.js';
import { LogFrames } from './logFrames.js';
import { linesOf, PullCount } from './pullStream.js';
import { tarFile } from './tarFile.js';
import { transportTo, type Transport } from './transport.js';
import { usageOf } from './usageStream.js';

const absent = 404;
const already = 304;

/** What the engine or the way to it said, as one kind of error. */
function dockerError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'AbortError') return error;
  const { statusCode, json } = error as Error & {
    statusCode?: number;
    json?: { message?: string } | null;
  };
  const options = { cause: error };
  if (statusCode === undefined) {
    return 'code' in error ? new DockerError(error.message, 'unreachable', options) : error;
  }
  return new DockerError(json?.message ?? error.message, statusCode, options);
}

async function asked<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    throw dockerError(error);
  }
}

/** As `asked`; undefined when the engine does not know it. */
async function ifThere<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await asked(question);
  } catch (error) {
    if (error instanceof DockerError && error.status === absent) return undefined;
    throw error;
  }
}

/** As `asked`; what the engine answers with this status is fine. */
async function unless(status: number, question: Promise<unknown>): Promise<void> {
  await asked(question).catch((error: unknown) => {
    if (!(error instanceof DockerError) || error.status !== status) throw error;
  });
}

function factsOf(info: Docker.ContainerInspectInfo): ContainerFacts {
  const { State, Config, HostConfig } = info;
  const bindings = HostConfig.PortBindings as
    Record<string, { HostPort?: string }[] | null> | undefined;
  const port = Object.values(bindings ?? {})[0]?.[0]?.HostPort;
  const health = State.Health?.Status;
  return {
    id: info.Id,
    labels: Config.Labels,
    image: Config.Image,
    running: State.Running,
    restarting: State.Restarting,
    created: State.Status === 'created',
    exitCode: State.ExitCode,
    outOfMemory: State.OOMKilled,
    error: State.Error,
    health:
      health === 'healthy' || health === 'unhealthy' || health === 'starting' ? health : 'none',
    startedAt: State.StartedAt.startsWith('0001') ? null : new Date(State.StartedAt).toISOString(),
    restarts: info.RestartCount,
    hostPort: port === undefined || port === '' ? null : Number(port),
  };
}

function placeOf({ HostConfig, NetworkSettings }: Docker.ContainerInspectInfo): ContainerPlace {
  return {
    sharesHost: HostConfig.NetworkMode === 'host',
    networks: Object.entries(NetworkSettings.Networks).map(([name, network]) => ({
      ...{ name, address: network.IPAddress, gateway: network.Gateway },
    })),
  };
}

function summaryOf(info: Docker.ContainerInfo): ContainerSummary {
  return {
    id: info.Id,
    name: (info.Names[0] ?? '').replace(/^\//, ''),
    image: info.Image,
    state: info.State,
    status: info.Status,
    labels: info.Labels,
    createdAt: new Date(info.Created * 1_000).toISOString(),
    ports: info.Ports.map(({ PrivatePort, PublicPort, IP }) => ({
      container: PrivatePort,
      host: (PublicPort as number | undefined) ?? null,
      address: (IP as string | undefined) ?? null,
    })),
  };
}

const nanoseconds = (seconds: number): number => Math.round(seconds * 1e9);

function createOptions(plan: NewContainer): Docker.ContainerCreateOptions {
  const port = `${plan.containerPort}/tcp`;
  return {
    name: plan.name,
    Image: plan.image,
    Labels: { ...plan.labels },
    Env: Object.entries(plan.environment).map(([name, value]) => `${name}=${value}`),
    ...(plan.command.length === 0 ? {} : { Cmd: [...plan.command] }),
    ExposedPorts: { [port]: {} },
    Healthcheck: {
      Test: ['CMD-SHELL', plan.healthCheck],
      Interval: nanoseconds(5),
      Timeout: nanoseconds(3),
      Retries: 3,
      StartPeriod: nanoseconds(60),
    },
    HostConfig: {
      Mounts: [{ Type: 'volume', Source: plan.volume, Target: plan.dataFolder }],
      PortBindings: { [port]: [{ HostIp: '127.0.0.1', HostPort: String(plan.hostPort ?? '') }] },
      RestartPolicy: restartPolicy(plan.restarts),
      ...(plan.processorShares === undefined ? {} : { CpuShares: plan.processorShares }),
    },
  };
}

/** `unless-stopped`: what a person stopped stays stopped over a reboot. */
const restartPolicy = (restarts: boolean): { Name: string } => ({
  Name: restarts ? 'unless-stopped' : 'no',
});

/** The engine over dockerode. */
class DockerodeEngine implements Engine {
  constructor(
    private readonly docker: Docker,
    /** Gives up soon: for finding out whether anything answers. */
    private readonly impatient: Docker,
    private readonly transport: Transport,
  ) {}

  end(): void {
    this.transport.end();
  }

  async version(): Promise<DockerVersion> {
    const { Version, ApiVersion } = await asked(this.impatient.version());
    return { version: Version, apiVersion: ApiVersion };
  }

  async imageId(image: string): Promise<string | undefined> {
    return (await ifThere(this.docker.getImage(image).inspect()))?.Id;
  }

  async pull(...[image, onProgress, abortSignal]: Parameters<Engine['pull']>): Promise<void> {
    const stream = await asked(this.docker.pull(image, { abortSignal }));
    const count = new PullCount();
    try {
      for await (const line of linesOf(stream)) {
        const progress = count.add(line);
        if (progress) onProgress(progress);
      }
    } catch (error) {
      abortSignal.throwIfAborted();
      throw dockerError(error);
    }
    abortSignal.throwIfAborted();
  }

  async createVolume(name: string, labels: Readonly<Record<string, string>>): Promise<void> {
    await asked(this.docker.createVolume({ Name: name, Labels: { ...labels } }));
  }

  async volumes(label: string): Promise<string[]> {
    const { Volumes } = await asked(this.docker.listVolumes({ filters: { label: [label] } }));
    return ((Volumes as typeof Volumes | null) ?? []).map(({ Name }) => Name);
  }

  async hasVolume(name: string): Promise<boolean> {
    return (await ifThere(this.docker.getVolume(name).inspect())) !== undefined;
  }

  removeVolume(name: string): Promise<void> {
    return unless(absent, this.docker.getVolume(name).remove());
  }

  async createContainer(plan: NewContainer): Promise<string> {
    return (await asked(this.docker.createContainer(createOptions(plan)))).id;
  }

  async containers(label: string | null, all: boolean): Promise<ContainerSummary[]> {
    const filters = label === null ? {} : { filters: { label: [label] } };
    return (await asked(this.docker.listContainers({ all, ...filters }))).map(summaryOf);
  }

  async inspect(id: string): Promise<ContainerFacts | undefined> {
    const info = await ifThere(this.docker.getContainer(id).inspect());
    return info && factsOf(info);
  }

  async environment(id: string): Promise<Readonly<Record<string, string>>> {
    const { Config } = await asked(this.docker.getContainer(id).inspect());
    return Object.fromEntries(
      Config.Env.map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
    );
  }

  start(id: string): Promise<void> {
    return unless(already, this.docker.getContainer(id).start());
  }

  stop(id: string, seconds: number): Promise<void> {
    return unless(already, this.docker.getContainer(id).stop({ t: seconds }));
  }

  remove(id: string): Promise<void> {
    return unless(absent, this.docker.getContainer(id).remove({ force: true, v: true }));
  }

  async rename(id: string, name: string): Promise<void> {
    await asked(this.docker.getContainer(id).rename({ name }));
  }

  async setRestart(id: string, restarts: boolean): Promise<void> {
    await asked(this.docker.getContainer(id).update({ RestartPolicy: restartPolicy(restarts) }));
  }

  async putFile(...[id, file, content]: Parameters<Engine['putFile']>): Promise<void> {
    // From the root, with its folders: those need not be there.
    const tar = tarFile(file.replace(/^\//, ''), Buffer.from(content.reveal()));
    await asked(this.docker.getContainer(id).putArchive(tar, { path: '/' }));
  }

  readFolder(id: string, folder: string): Promise<NodeJS.ReadableStream> {
    return asked(this.docker.getContainer(id).getArchive({ path: `${folder}/.` }));
  }

  async writeFolder(...[id, folder, tar]: Parameters<Engine['writeFolder']>): Promise<void> {
    await asked(this.docker.getContainer(id).putArchive(tar, { path: folder }));
  }

  async run(...[id, program, streams]: Parameters<Engine['run']>): Promise<Ran> {
    const exec = await asked(
      this.docker.getContainer(id).exec({
        Cmd: [...program],
        AttachStdin: streams.input !== undefined,
        AttachStdout: true,
        AttachStderr: true,
      }),
    );
    const connection = await asked(exec.start({ hijack: true, stdin: true }));
    const said = await talk(connection, streams);
    return { exitCode: (await asked(exec.inspect())).ExitCode ?? -1, said };
  }

  hold(plan: HolderPlan): Promise<Holder> {
    return asked(holder(this.docker, plan));
  }

  async dial(id: string, port: number): Promise<Duplex> {
    const exec = await asked(
      this.docker.getContainer(id).exec({
        Cmd: [...joinProgram(port)],
        ...{ AttachStdin: true, AttachStdout: true, AttachStderr: true },
      }),
    );
    return new ExecDuplex(await asked(exec.start({ hijack: true, stdin: true })));
  }

  async place(id: string): Promise<ContainerPlace | undefined> {
    const info = await ifThere(this.docker.getContainer(id).inspect());
    return info && placeOf(info);
  }

  async join(id: string, network: string): Promise<void> {
    await asked(this.docker.getNetwork(network).connect({ Container: id }));
  }

  async *logs(id: string, query: LogQuery, signal?: AbortSignal): AsyncIterable<ContainerLine> {
    const options = {
      stdout: true as const,
      stderr: true as const,
      timestamps: true,
      ...(query.lines === undefined ? {} : { tail: query.lines }),
      ...(query.since === undefined ? {} : { since: Date.parse(query.since) / 1_000 }),
    };
    const container = this.docker.getContainer(id);
    const frames = new LogFrames();
    if (query.follow !== true) {
      const whole: unknown = await asked(container.logs({ ...options, follow: false }));
      yield* frames.add(whole as Buffer);
      yield* frames.end();
      return;
    }
    const abort = signal === undefined ? {} : { abortSignal: signal };
    const stream = await asked(container.logs({ ...options, follow: true, ...abort }));
    try {
      for await (const chunk of stream) yield* frames.add(chunk as Buffer);
      yield* frames.end();
    } catch (error) {
      if (signal?.aborted !== true) throw dockerError(error);
    }
  }

  async memory(id: string): Promise<number | null> {
    const options = { stream: false, 'one-shot': true } as const;
    const stats = await asked(this.docker.getContainer(id).stats(options));
    return (stats.memory_stats as { usage?: number } | undefined)?.usage ?? null;
  }

  async *usage(id: string, signal: AbortSignal): AsyncIterable<ContainerUsage> {
    const options = { stream: true as const, abortSignal: signal };
    const stream = await asked(this.docker.getContainer(id).stats(options));
    try {
      for await (const line of linesOf(stream as AsyncIterable<Buffer>)) {
        const usage = usageOf(line);
        if (usage) yield usage;
      }
    } catch (error) {
      if (!signal.aborted) throw dockerError(error);
    }
  }

  async volumeSizes(): Promise<ReadonlyMap<string, number>> {
    const { Volumes } = (await asked(this.docker.df())) as {
      Volumes: { Name: string; UsageData?: { Size: number } | null }[] | null;
    };
    return new Map((Volumes ?? []).map(({ Name, UsageData }) => [Name, UsageData?.Size ?? -1]));
  }

  async *events(
    label: string,
    since: string | null,
    signal: AbortSignal,
  ): AsyncIterable<EngineEvent> {
    const stream = await asked(
      this.docker.getEvents({
        filters: { type: ['container'], label: [label] },
        abortSignal: signal,
        // As text: a number has lost what tells two events of one second apart.
        ...(since === null ? {} : { since: since as unknown as number }),
      }),
    );
    try {
      for await (const line of linesOf(stream)) {
        const event = JSON.parse(line) as {
          Action: string;
          Actor: { ID: string; Attributes: Record<string, string> };
          timeNano: number;
        };
        const { exitCode } = event.Actor.Attributes as { exitCode?: string };
        yield {
          action: event.Action.split(':')[0] ?? event.Action,
          containerId: event.Actor.ID,
          labels: event.Actor.Attributes,
          exitCode: exitCode === undefined ? null : Number(exitCode),
          at: secondsOf(event.timeNano),
        };
      }
    } catch (error) {
      if (!signal.aborted) throw dockerError(error);
    }
  }
}

/** The engine takes `seconds.nanoseconds`; a JavaScript number has lost the last three of those digits. */
function secondsOf(timeNano: number): string {
  const seconds = Math.floor(timeNano / 1e9);
  const rest = Math.floor((timeNano - seconds * 1e9) / 1e3) * 1e3;
  return `${seconds}.${String(rest).padStart(9, '0')}`;
}

/** A client of the engine at an address; nothing is asked yet. @throws DockerError for one that cannot be asked */
export function openEngine(address: DockerAddress): Engine {
  try {
    const transport = transportTo(address);
    const { options, patienceMs } = transport;
    const impatient = new Docker({ ...options, timeout: patienceMs });
    return new DockerodeEngine(new Docker(options), impatient, transport);
  } catch (error) {
    const { message } = error as Error;
    throw new DockerError(message, 'unreachable', { cause: error });
  }
}
