import { SshTunnel } from '../../../src/service/platform/docker/ssh/sshTunnel.js';
import { sshTargetOf } from '../../../src/service/platform/docker/ssh/sshTarget.js';

/** Holds a tunnel until it is killed: `holdTunnel ADDRESS PORT`. Says `up` each time it has one. */
const [address = '', port = ''] = process.argv.slice(2);
const tunnel = new SshTunnel({
  ...{ target: sshTargetOf(address), port: Number(port) },
  onLost: (error) => console.log(`lost: ${error.message}`),
});
void tunnel.up.then(() => console.log('up'));
// What keeps a service alive is elsewhere; here nothing else would.
setInterval(() => undefined, 60_000);
