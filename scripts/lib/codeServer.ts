import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runOrThrow } from './run.js';
import type { InstalledCodeServer } from './codeServerInstall.js';

export interface CodeServerFolders {
  readonly extensions: string;
  readonly userData: string;
}

/** A code-server that listens on a loopback port of its own. */
export interface RunningCodeServer {
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it wrote, to show when something failed. */
  readonly output: () => string;
}

/** Installs a .vsix as a person does. */
export async function installVsix(
  server: InstalledCodeServer,
  folders: CodeServerFolders,
  vsix: string,
): Promise<void> {
  await runOrThrow(
    server.node,
    [server.entry, ...(await commonFlags(folders)), '--install-extension', vsix],
    { timeoutMs: 120_000 },
  );
}

/** Starts code-server and waits until it says where it listens. @throws Error with its output. */
export async function startCodeServer(
  server: InstalledCodeServer,
  folders: CodeServerFolders,
  env: NodeJS.ProcessEnv,
): Promise<RunningCodeServer> {
  const child = spawn(
    server.node,
    [
      server.entry,
      ...(await commonFlags(folders)),
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0'],
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  const origin = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-100_000);
      const found = /HTTP server listening on (http:\/\/[^/\s]+)/.exec(output);
      if (found?.[1] !== undefined) resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`code-server ended with ${code}:\n${output}`)));
  });
  return { origin: await origin, process: child, output: () => output };
}

async function commonFlags({ extensions, userData }: CodeServerFolders): Promise<string[]> {
  // A configuration of its own: a person's may ask for a password.
  const config = path.join(userData, 'code-server.yaml');
  await writeFile(config, 'auth: none\n');
  return ['--config', config, '--user-data-dir', userData, '--extensions-dir', extensions];
}
