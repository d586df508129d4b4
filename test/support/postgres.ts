import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/lib/freePort.js';

/** A PostgreSQL server of the test's own, on a free loopback port. */
export interface TestPostgres {
  readonly port: number;
  /** URL of a fresh, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Folder of `initdb` and `postgres`: Debian's package keeps them off the PATH. */
async function binaries(): Promise<string> {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? await readdir(root) : [];
  const candidates = [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => path.join(root, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  const found = candidates.find(
    (folder) =>
      existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')),
  );
  if (found !== undefined) return found;
  throw new Error('PostgreSQL is not installed: sudo apt-get install -y postgresql');
}

/** PostgreSQL refuses to run as root; Debian's package brings the user to run it as. */
const asRoot = process.getuid?.() === 0;

function asPostgres(): { uid?: number; gid?: number } {
  return asRoot ? { uid: userId('-u'), gid: userId('-g') } : {};
}

function userId(flag: '-u' | '-g'): number {
  return Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
}

/** Starts a server in a temporary folder, without fsync; `stop` ends it and removes the folder. */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = await binaries();
  const directory = await mkdtemp(path.join(os.tmpdir(), 'quantum-postgres-'));
  await chmod(directory, 0o700);
  const user = asPostgres();
  if (user.uid !== undefined && user.gid !== undefined) await chown(directory, user.uid, user.gid);
  const data = path.join(directory, 'data');
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', '-N', '-E', 'UTF8'],
    { encoding: 'utf8', cwd: directory, ...user },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const args = [
    ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', directory],
    ...['-F', '-c', 'full_page_writes=off', '-c', 'max_connections=50'],
  ];
  const server = spawn(path.join(bin, 'postgres'), args, {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  });
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  // Also when the test's process ends without having come to `stop`.
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await answering(server, port, () => log);
  } catch (error) {
    await stop();
    throw error;
  }
  let databases = 0;
  return {
    port,
    stop,
    async createDatabase() {
      databases += 1;
      const name = `store_${databases}`;
      const { Client } = await import('pg');
      const client = new Client({ host: '127.0.0.1', port, user: 'tester', database: 'postgres' });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return `postgres://tester:secret@127.0.0.1:${port}/${name}`;
    },
  };
}

/** Resolves when the server lets clients in, by its own word; rejects when it ends or stays silent. */
async function answering(server: ChildProcess, port: number, log: () => string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!log().includes('ready to accept connections')) {
    if (server.exitCode !== null || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start: ${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
}
