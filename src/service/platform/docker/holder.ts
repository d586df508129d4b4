import type Docker from 'dockerode';
import type { Holder, HolderPlan } from './engine.js';

/**
 * Starts a container that waits for the end of its input. The engine closes that when this process ends, however
 * it ends: then the container ends, and is removed.
 */
export async function holder(
  docker: Docker,
  { image, labels, reachesHost }: HolderPlan,
): Promise<Holder> {
  // The host's network of Docker Desktop is that of its virtual machine.
  const sharesHost = reachesHost && process.platform === 'linux';
  const container = await docker.createContainer({
    Image: image,
    Labels: { ...labels },
    Entrypoint: ['cat'],
    Cmd: [],
    ...{ OpenStdin: true, StdinOnce: true, AttachStdin: true, Healthcheck: { Test: ['NONE'] } },
    HostConfig: { AutoRemove: true, ...(sharesHost ? { NetworkMode: 'host' } : {}) },
  });
  const input = await container.attach({ stream: true, stdin: true, hijack: true });
  input.on('error', () => undefined);
  await container.start();
  return {
    id: container.id,
    host: sharesHost ? null : 'host.docker.internal',
    async close() {
      // Removing does not wait for what is in it.
      await container.remove({ force: true, v: true }).catch(() => undefined);
      input.end();
    },
  };
}
