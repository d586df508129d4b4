import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { runOrThrow } from '../../scripts/lib/run.js';
import { queries, type Benched } from './clients.js';
import { freePort } from '../../scripts/lib/freePort.js';

interface Plan {
  readonly image: string;
  readonly port: number;
  readonly folder: string;
  /** Arguments of `docker run` that make the application's database and user. */
  readonly environment: (password: string) => readonly string[];
  readonly command: (password: string) => readonly string[];
  readonly url: (port: number, password: string) => string;
}

const plans: Readonly<Record<Benched, Plan>> = {
  postgresql: {
    image: 'postgres:16-alpine',
    port: 5432,
    folder: '/var/lib/postgresql/data',
    environment: (password) => [
      ...['-e', 'POSTGRES_USER=quantum', '-e', 'POSTGRES_DB=quantumdb'],
      ...['-e', `POSTGRES_PASSWORD=${password}`],
    ],
    command: () => [],
    url: (port, password) => `postgresql://quantum:${password}@127.0.0.1:${port}/quantumdb`,
  },
  mariadb: {
    image: 'mariadb:11.8',
    port: 3306,
    folder: '/var/lib/mysql',
    environment: (password) => [
      ...['-e', `MARIADB_ROOT_PASSWORD=${password}`, '-e', 'MARIADB_DATABASE=quantumdb'],
      ...['-e', 'MARIADB_USER=quantum', '-e', `MARIADB_PASSWORD=${password}`],
    ],
    command: () => [],
    url: (port, password) => `mariadb://quantum:${password}@127.0.0.1:${port}/quantumdb`,
  },
  redis: {
    image: 'redis:8.2-alpine',
    port: 6379,
    folder: '/data',
    environment: () => [],
    command: (password) => ['redis-server', '--appendonly', 'yes', '--requirepass', password],
    url: (port, password) => `redis://:${password}@127.0.0.1:${port}/0`,
  },
};

const pauseMs = 5;
const limitMs = 60_000;

/** Milliseconds of the same work done bare: `docker run`, then a client that asks until it is answered. */
export async function bareStart(type: Benched): Promise<number> {
  const volume = `quantum-bench-${type}-${await freePort()}`;
  try {
    return await bareStartOver(type, volume, newPassword());
  } finally {
    await runOrThrow('docker', ['volume', 'rm', volume]);
  }
}

/** A volume in which a server of this type has set itself up. */
export class BareVolume {
  private constructor(
    private readonly type: Benched,
    private readonly name: string,
    private readonly password: string,
  ) {}

  static async make(type: Benched): Promise<BareVolume> {
    const volume = new BareVolume(type, `quantum-bench-${type}-prepared`, newPassword());
    await volume.start();
    return volume;
  }

  /** As `bareStart`, over it. */
  start(): Promise<number> {
    return bareStartOver(this.type, this.name, this.password);
  }

  async remove(): Promise<void> {
    await runOrThrow('docker', ['volume', 'rm', this.name]);
  }
}

const newPassword = (): string => randomBytes(24).toString('base64url');

async function bareStartOver(type: Benched, volume: string, password: string): Promise<number> {
  const { image, port: inside, folder, environment, command, url } = plans[type];
  const port = await freePort();
  const name = `quantum-bench-${type}-${port}`;
  try {
    const began = performance.now();
    await runOrThrow('docker', [
      ...['run', '-d', '--name', name, '-p', `127.0.0.1:${port}:${inside}`],
      ...['-v', `${volume}:${folder}`, ...environment(password), image, ...command(password)],
    ]);
    for (;;) {
      try {
        await queries[type](url(port, password));
        return performance.now() - began;
      } catch (error) {
        if (performance.now() - began > limitMs) throw error;
        await delay(pauseMs);
      }
    }
  } finally {
    // An end that is not clean were paid for by the next start over the same volume.
    await runOrThrow('docker', ['stop', name]);
    await runOrThrow('docker', ['rm', '-f', name]);
  }
}
