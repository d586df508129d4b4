import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { cleanUp } from './cleanup.js';
import { temporaryFolder } from './serviceApp.js';

const docker = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)('docker', args)).stdout.trim();

/** Prints Redis’s server alone, with what it is linked to, as a tar. */
const slim = `for program in redis-server redis-cli sh grep; do file=$(command -v $program)
echo $file; ldd $file | grep -o '/[^ ]*'; done | sort -u | tar -chf - -T - 2>/dev/null`;
/** Beside it two layers that nobody has. */
const dockerfile = `FROM scratch
ADD slim.tar /
COPY first /padding/first
COPY second /padding/second
`;
const paddingBytes = 8_000_000;

/** A registry of the test's own, and the way to it, which can be held. */
export class TestRegistry {
  readonly #sockets = new Set<Socket>();
  #limit = Number.POSITIVE_INFINITY;
  #passed = 0;

  constructor(
    private readonly folder: string,
    private readonly origin: number,
    private readonly way: Server,
  ) {
    way.on('connection', (socket) => this.#carry(socket));
  }

  get address(): string {
    return `127.0.0.1:${(this.way.address() as AddressInfo).port}`;
  }

  /** Builds an image of Redis that nothing else has, pushes it and removes it here. Answers its name. */
  async push(t: TestContext): Promise<string> {
    const folder = await temporaryFolder(t, 'image');
    await writeFile(path.join(folder, 'Dockerfile'), dockerfile);
    const tar = path.join(folder, 'slim.tar');
    const source = ['--rm', '--entrypoint', 'sh', 'redis:8.2-alpine', '-c', slim];
    await promisify(execFile)('sh', ['-c', 'docker run "$@" > "$0"', tar, ...source]);
    for (const name of ['first', 'second'])
      await writeFile(path.join(folder, name), randomBytes(paddingBytes));
    const image = `${this.address}/redis:8.2`;
    cleanUp(t, () => docker('rmi', '-f', image).catch(() => ''));
    await docker('build', '-q', '-t', image, folder);
    await docker('push', '-q', image);
    await docker('rmi', image);
    return image;
  }

  /** From now on so many bytes come through, and no more before `release`. */
  holdAfter(bytes: number): void {
    this.#limit = this.#passed + bytes;
  }

  release(): void {
    this.#limit = Number.POSITIVE_INFINITY;
    for (const socket of this.#sockets) socket.emit('released');
  }

  /** Damages or takes away the largest layers. */
  async spoil(how: 'damage' | 'remove'): Promise<void> {
    for (const file of await this.#layers()) {
      if (how === 'remove') await rm(file);
      else {
        const content = await readFile(file);
        content.fill(0, content.length - 64);
        await writeFile(file, content);
      }
    }
  }

  close(): void {
    this.way.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async #layers(): Promise<string[]> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter(({ name }) => name === 'data');
    const paths = files.map(({ parentPath, name }) => path.join(parentPath, name));
    const sizes = await Promise.all(paths.map(async (file) => (await readFile(file)).length));
    return paths.filter((_, index) => (sizes[index] ?? 0) > paddingBytes / 2);
  }

  #carry(socket: Socket): void {
    const origin = connect(this.origin, '127.0.0.1');
    this.#sockets.add(socket);
    socket.pipe(origin);
    origin.on('data', (chunk: Buffer) => {
      this.#passed += chunk.length;
      socket.write(chunk);
      if (this.#passed >= this.#limit) origin.pause();
    });
    socket.on('released', () => origin.resume());
    origin.on('end', () => socket.end());
    for (const one of [socket, origin]) one.on('error', () => undefined);
    socket.on('close', () => {
      origin.destroy();
      this.#sockets.delete(socket);
    });
  }
}

/** Starts Debian’s registry on a free loopback port; it ends and its images go with the test. */
export async function startRegistry(t: TestContext): Promise<TestRegistry> {
  const folder = await temporaryFolder(t, 'registry');
  const configuration = path.join(folder, 'registry.yml');
  await writeFile(
    configuration,
    `version: 0.1
log: {level: info, formatter: json}
storage: {filesystem: {rootdirectory: ${path.join(folder, 'images')}}}
http: {addr: "127.0.0.1:0"}
`,
  );
  const server = spawn('docker-registry', ['serve', configuration], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  cleanUp(t, async () => {
    if (server.kill()) await once(server, 'exit');
  });
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(server.stderr).on('line', (line) => {
      const found = /listening on 127\.0\.0\.1:(\d+)/.exec(line);
      if (found) resolve(Number(found[1]));
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error('the registry ended')));
  });
  const way = createServer().listen(0, '127.0.0.1');
  await once(way, 'listening');
  const registry = new TestRegistry(folder, port, way);
  cleanUp(t, () => registry.close());
  return registry;
}
