import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { quantumPython } from '../support/pythonEnvironment.js';
import { freePort } from '../../scripts/lib/freePort.js';

/** What the server leaves in a project; a copy starts without it. */
const generated = /^(data|logs|uploads|__pycache__|\.quantum.*|styles-\w+\.css|scripts-\w+\.js)$/;

export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** A Quantum application in a temporary folder of its own. */
export class Application {
  readonly root: string;
  private server: ChildProcess | undefined;
  private log = '';

  private constructor(
    root: string,
    private readonly python: string,
  ) {
    this.root = root;
  }

  /** A copy of `source`, `{{name}}` replaced by `name` as the New Project command does. */
  static async copyOf(source: string, name = 'A Project'): Promise<Application> {
    const root = await mkdtemp(path.join(os.tmpdir(), 'quantum-sample-'));
    await cp(source, root, {
      recursive: true,
      filter: (file) => !generated.test(path.basename(file)),
    });
    const application = new Application(root, await quantumPython());
    for (const file of await application.files()) {
      const text = await readFile(path.join(root, file), 'utf8');
      if (text.includes('{{name}}'))
        await writeFile(path.join(root, file), text.replaceAll('{{name}}', name));
    }
    return application;
  }

  /** Every file of the project, relative, sorted; Python's caches left out. */
  async files(): Promise<string[]> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.root, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.includes('__pycache__'))
      .sort();
  }

  /** `quantum ARGUMENTS` in the application's folder, to its end; ended after a minute. */
  quantum(...args: readonly string[]): Promise<Finished> {
    return this.run('-m', 'quantum.cli.runner', ...args);
  }

  /** What the application's database answers, row by row. */
  async rows(sql: string): Promise<Record<string, unknown>[]> {
    const script =
      'import glob, json, sqlite3, sys\n' +
      'connection = sqlite3.connect(glob.glob("data/*.db")[0])\n' +
      'connection.row_factory = sqlite3.Row\n' +
      'print(json.dumps([dict(row) for row in connection.execute(sys.argv[1])]))';
    const { code, output } = await this.run('-c', script, sql);
    if (code !== 0) throw new Error(output);
    return JSON.parse(output) as Record<string, unknown>[];
  }

  /** Starts the server on a free port and waits until /health answers. @returns its address. */
  async start(): Promise<string> {
    const port = await freePort();
    const server = this.spawn('-m', 'quantum.cli.runner', 'start', '--port', String(port));
    this.server = server;
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
    const address = `http://127.0.0.1:${port}`;
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline && server.exitCode === null) {
      const healthy = await fetch(`${address}/health`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (healthy) return address;
      await delay(40);
    }
    throw new Error(`the server did not answer:\n${this.log}`);
  }

  /** What the server has printed so far. */
  get serverLog(): string {
    return this.log;
  }

  /** Ends the server and removes the folder. */
  async remove(): Promise<void> {
    const server = this.server;
    if (server?.exitCode === null && server.signalCode === null) {
      const closed = once(server, 'close');
      server.kill('SIGTERM');
      const forced = setTimeout(() => server.kill('SIGKILL'), 5_000);
      await closed;
      clearTimeout(forced);
    }
    await rm(this.root, { recursive: true, force: true, maxRetries: 5 });
  }

  private async run(...args: readonly string[]): Promise<Finished> {
    const child = this.spawn(...args);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const limit = setTimeout(() => child.kill('SIGKILL'), 60_000);
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(limit);
    return { code: code ?? -1, output };
  }

  private spawn(...args: readonly string[]): ChildProcess {
    const env = { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1', PYTHONPATH: '' };
    return spawn(this.python, ['-u', ...args], {
      cwd: this.root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}
