import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { run } from '../../scripts/lib/run.js';
import { cleanUp } from '../support/cleanup.js';
import { eventually } from '../support/eventually.js';
import { bridgeOfItsOwn } from './bridgeOfItsOwn.js';
import { temporaryFolder } from '../support/serviceApp.js';

const image = 'redis:8.2-alpine';
/** Everything that a server of Redis reads, out of its image: the rest of it would take long to bring over. */
const parts = `
  programs=$(for one in redis-server redis-cli sh grep; do command -v $one; done)
  libraries=$(for one in $programs; do ldd $one; done | grep -o '/[^ ]*[.]so[^ ]*' | sort -u)
  tar -C / -chf - $(echo '' $programs $libraries | sed 's: /: :g')`;

/** A real Docker engine beside that of this machine, with an image of Redis, to be ended and started again. */
export class OwnEngine {
  private process: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly bridge: string,
  ) {}

  /** Not started yet. Gone after the test, with its containers. */
  static async make(t: TestContext): Promise<OwnEngine> {
    const folder = await temporaryFolder(t, 'engine');
    const bridge = await bridgeOfItsOwn(t);
    const engine = new OwnEngine(folder, bridge);
    cleanUp(t, async () => {
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    });
    return engine;
  }

  get address(): string {
    return `unix://${path.join(this.folder, 'docker.sock')}`;
  }

  /** Resolves once it answers. */
  async start(): Promise<void> {
    const at = (name: string): string => path.join(this.folder, name);
    this.process = spawn(
      'dockerd',
      [
        ...['--host', this.address, '--data-root', at('data'), '--exec-root', at('exec')],
        ...['--pidfile', at('pid'), '--bridge', this.bridge, '--iptables=false'],
      ],
      { stdio: 'ignore' },
    );
    await eventually(() => this.answers(), {
      ...{ withinMs: 60_000, everyMs: 20, what: 'an engine of its own' },
    });
  }

  /** As at the end of a machine's day: containers first. Resolves once it is gone. */
  async stop(): Promise<void> {
    const { process: running } = this;
    this.process = null;
    if (running === null || running.exitCode !== null) return;
    running.kill();
    await once(running, 'exit');
  }

  /** Brings the image of Redis over from the engine of this machine. */
  async addRedis(): Promise<void> {
    const packed = spawn('docker', ['run', '--rm', '--entrypoint', 'sh', image, '-c', parts], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const changes = ['--change', 'VOLUME /data', '--change', 'CMD ["redis-server"]'];
    const imported = spawn('docker', ['--host', this.address, 'import', ...changes, '-', image], {
      stdio: [packed.stdout, 'ignore', 'inherit'],
    });
    const [code] = (await once(imported, 'exit')) as [number | null];
    if (code !== 0) throw new Error('The image of Redis was not brought over.');
  }

  private async answers(): Promise<boolean> {
    return (await run('docker', ['--host', this.address, 'version'])).code === 0;
  }
}
