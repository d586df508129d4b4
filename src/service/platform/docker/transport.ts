import type { DockerOptions } from 'dockerode';
import { readFileSync } from 'node:fs';
import { Agent as TlsAgent } from 'node:https';
import path from 'node:path';
import type { DockerAddress } from './dockerAddress.js';
import { SshAgent } from './ssh/sshConnection.js';
import { sshTargetOf } from './ssh/sshTarget.js';

/** How requests get to an engine. */
export interface Transport {
  readonly options: DockerOptions;
  /** How long an answer may take that says whether anything is there at all. */
  readonly patienceMs: number;
  /** Ends what is kept open. */
  end(): void;
}

const patienceMs = 2_000;
/** A handshake of ssh, and the start of a program there. */
const sshPatienceMs = 15_000;
const nothing = (): void => undefined;

/** @throws for files of TLS that cannot be read, and addresses that are none. */
export function transportTo(place: DockerAddress): Transport {
  const { address } = place;
  for (const scheme of ['unix://', 'npipe://'] as const) {
    if (!address.startsWith(scheme)) continue;
    return { options: { socketPath: address.slice(scheme.length) }, patienceMs, end: nothing };
  }
  return address.startsWith('ssh:') ? bySsh(address) : byTcp(place);
}

function bySsh(address: string): Transport {
  const agent = new SshAgent(sshTargetOf(address));
  // The host is a word for the HTTP client; the agent knows the way.
  const options = { protocol: 'http' as const, host: 'docker', port: 80, agent };
  return { options, patienceMs: sshPatienceMs, end: () => agent.destroy() };
}

function byTcp({ address, certificates, takesAnyCertificate }: DockerAddress): Transport {
  const isTls = certificates !== null;
  const url = new URL(address.replace(/^(tcp|https?):/, isTls ? 'https:' : 'http:'));
  if (!/^https?:$/.test(url.protocol)) throw new TypeError(`${address} is no address of Docker`);
  const agent = certificates === null ? null : tlsAgent(certificates, takesAnyCertificate === true);
  const options = {
    protocol: isTls ? ('https' as const) : ('http' as const),
    host: url.hostname,
    port: Number(url.port || (isTls ? 2376 : 2375)),
    ...(agent === null ? {} : { agent }),
  };
  return { options, patienceMs, end: () => agent?.destroy() };
}

function tlsAgent(folder: string, takesAnyCertificate: boolean): TlsAgent {
  const read = (name: string): Buffer => readFileSync(path.join(folder, name));
  // A context that takes any certificate need not have one of who signs them.
  const [ca, rejectUnauthorized] = takesAnyCertificate
    ? [{}, false]
    : [{ ca: read('ca.pem') }, true];
  return new TlsAgent({ ...ca, cert: read('cert.pem'), key: read('key.pem'), rejectUnauthorized });
}
