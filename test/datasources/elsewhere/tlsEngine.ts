import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { freePort } from '../../../scripts/lib/freePort.js';
import { cleanUp } from '../../support/cleanup.js';
import { eventually } from '../../support/eventually.js';
import { bridgeOfItsOwn } from '../bridgeOfItsOwn.js';
import { authority } from './authority.js';
import { temporaryFolder } from '../../support/serviceApp.js';

/** A second Docker engine that lets in who has a certificate of its authority. */
export interface TlsEngine {
  readonly port: number;
  /** The folder of ca.pem, cert.pem and key.pem of somebody it lets in. */
  readonly certificates: string;
  /** The same of another authority. */
  readonly strangers: string;
  /** Brings an image over from the engine of this machine. */
  bring(image: string): Promise<void>;
}

/** A real `dockerd --tlsverify` beside the one of this machine. */
export async function tlsEngine(t: TestContext): Promise<TlsEngine> {
  const folder = await temporaryFolder(t, 'tls');
  const certificates = path.join(folder, 'own');
  const strangers = path.join(folder, 'strangers');
  await authority(certificates, 'IP:127.0.0.1');
  await authority(strangers, 'IP:127.0.0.1');
  const file = (name: string): string => path.join(certificates, name);
  const port = await freePort();
  const bridge = await bridgeOfItsOwn(t);
  const dockerd = spawn(
    'dockerd',
    [
      ...['--host', `tcp://127.0.0.1:${port}`, '--tlsverify', '--tlscacert', file('ca.pem')],
      ...['--tlscert', file('server-cert.pem'), '--tlskey', file('server-key.pem')],
      ...['--data-root', path.join(folder, 'data'), '--exec-root', path.join(folder, 'exec')],
      ...['--pidfile', path.join(folder, 'pid'), '--bridge', bridge, '--iptables=false'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  dockerd.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  cleanUp(t, async () => {
    dockerd.kill();
    if (dockerd.exitCode === null) await once(dockerd, 'exit');
    await rm(folder, { recursive: true, force: true });
  });
  await eventually(() => said.includes('API listen on'), {
    ...{ withinMs: 60_000, what: 'dockerd with TLS', everyMs: 50 },
  });
  return { port, certificates, strangers, bring: (image) => bring(image, port, certificates) };
}

async function bring(image: string, port: number, certificates: string): Promise<void> {
  const saved = spawn('docker', ['save', image], { stdio: ['ignore', 'pipe', 'inherit'] });
  const client = ['--tlsverify', '--host', `tcp://127.0.0.1:${port}`, 'load', '--quiet'];
  const loaded = spawn('docker', client, {
    stdio: [saved.stdout, 'ignore', 'inherit'],
    env: { ...process.env, DOCKER_CERT_PATH: certificates },
  });
  const [code] = (await once(loaded, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${image} was not brought over.`);
}
