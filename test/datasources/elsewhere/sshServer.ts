import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { ensurePackages } from '../../../scripts/lib/debian.js';
import { freePort } from '../../../scripts/lib/freePort.js';
import { runOrThrow } from '../../../scripts/lib/run.js';
import { cleanUp } from '../../support/cleanup.js';
import { eventually } from '../../support/eventually.js';
import { temporaryFolder } from '../../support/serviceApp.js';

/** OpenSSH's server on this machine with keys of its own, and a client that knows them. */
export interface SshServer {
  readonly address: string;
  /** First on the PATH of whoever is to be let in: the real ssh with this configuration. */
  readonly programs: string;
  /** The configuration of the client. */
  readonly usual: readonly string[];
  /** Gives the client another one. */
  configure(lines: readonly string[]): Promise<void>;
}

export async function sshServer(t: TestContext, host: string): Promise<SshServer> {
  await ensurePackages(['openssh-server', 'openssh-client'], console.log);
  const folder = await temporaryFolder(t, 'ssh');
  const file = (name: string): string => path.join(folder, name);
  for (const key of ['host', 'user'])
    await runOrThrow('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file(key)]);
  const port = await freePort();
  await mkdir('/run/sshd', { recursive: true });
  const server = [
    `ListenAddress ${host}:${port}`,
    `HostKey ${file('host')}`,
    `AuthorizedKeysFile ${file('user.pub')}`,
    ...['PidFile none', 'StrictModes no', 'UsePAM no', 'PasswordAuthentication no'],
    'KbdInteractiveAuthentication no',
    'PermitRootLogin yes',
    // Of the many connections that a test makes at once none is turned away.
    'MaxStartups 100',
  ];
  await writeFile(file('sshd_config'), `${server.join('\n')}\n`);
  const sshd = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', file('sshd_config')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  sshd.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  cleanUp(t, async () => {
    sshd.kill();
    if (sshd.exitCode === null) await once(sshd, 'exit');
  });
  await eventually(() => said.includes('Server listening'), {
    ...{ withinMs: 5_000, what: 'sshd to listen' },
  });
  const key = await readFile(file('host.pub'), 'utf8');
  await writeFile(file('known_hosts'), `[${host}]:${port} ${key}`);
  const programs = file('bin');
  await mkdir(programs);
  const config = file('config');
  await writeFile(path.join(programs, 'ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F ${config} "$@"\n`);
  await chmod(path.join(programs, 'ssh'), 0o755);
  const configure = (lines: readonly string[]): Promise<void> =>
    writeFile(config, `${lines.join('\n')}\n`);
  const usual = usualOf(folder);
  await configure(usual);
  return { address: `ssh://root@${host}:${port}`, programs, usual, configure };
}

const usualOf = (folder: string): string[] => [
  `IdentityFile ${path.join(folder, 'user')}`,
  `UserKnownHostsFile ${path.join(folder, 'known_hosts')}`,
  'GlobalKnownHostsFile /dev/null',
  'IdentitiesOnly yes',
];
