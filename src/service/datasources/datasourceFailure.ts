import type { DatasourceError } from '../../protocol/datasources.js';
import { DockerError, isDockerError } from '../platform/docker/engine.js';
import { engineTrouble } from '../platform/docker/engineTrouble.js';
import { isAppError } from '../platform/problem.js';

/** Why work on a datasource ended, as a person is told. */
export class DatasourceFailure extends Error {
  override readonly name = 'DatasourceFailure';

  constructor(
    readonly code: string,
    message: string,
    readonly repair: string | null = null,
    readonly lastLines: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const ports = /port is already allocated|address already in use|ports are not available/i;
const missing =
  /manifest unknown|unknown blob|not found|pull access denied|repository does not exist/i;
const broken = /verification failed|unexpected EOF|invalid tar header|archive\/tar/i;
const offline = /no such host|i\/o timeout|TLS handshake|connection refused|dial tcp/i;

/** What the engine refused, with the cause in words. */
function ofDocker(error: Error & { readonly status: number | 'unreachable' }): DatasourceFailure {
  const { message, status } = error;
  const options = { cause: error };
  const failure = (code: string, text: string, repair: string): DatasourceFailure =>
    new DatasourceFailure(code, text, repair, [], options);
  if (status === 'unreachable') {
    const { reason, repair } = engineTrouble(error);
    return failure('docker-unavailable', `Docker does not answer: ${reason}.`, repair);
  }
  if (ports.test(message)) {
    const text = 'Another program listens on the port of this datasource.';
    return failure('port-taken', text, 'Move the datasource to another port, or end the program.');
  }
  if (offline.test(message)) {
    const text = `The image could not be fetched: ${message}.`;
    return failure('registry-unreachable', text, 'Check the network and the proxy of Docker.');
  }
  if (missing.test(message)) {
    return failure(
      'image-missing',
      `The image could not be had: ${message}.`,
      'Choose another image.',
    );
  }
  if (broken.test(message)) {
    return failure(
      'image-broken',
      `A layer of the image came damaged: ${message}.`,
      'Try again; when it stays so, the copy in the registry is damaged: choose another image.',
    );
  }
  if (/no space left/i.test(message)) {
    return failure(
      'disk-full',
      message,
      'Free some space: `docker system df` tells what takes it.',
    );
  }
  return failure('docker-refused', message, 'See the log of the job.');
}

/** Why the engine could not start a container, where that has a cause of its own; else null. */
export function startFailure(message: string): DatasourceFailure | null {
  const failure = ofDocker(new DockerError(message, 500));
  return failure.code === 'docker-refused' || failure.code === 'image-missing' ? null : failure;
}

/** Any error of a job as a failure with a code. */
export function failureOf(error: unknown): DatasourceFailure {
  if (error instanceof DatasourceFailure) return error;
  if (isDockerError(error)) return ofDocker(error);
  const options = { cause: error };
  if (isAppError(error)) {
    return new DatasourceFailure(error.code, error.detail, error.repair ?? null, [], options);
  }
  const message = error instanceof Error ? error.message : String(error);
  return new DatasourceFailure('failed', message, 'See the log of the job.', [], options);
}

/** As it is stored and shown. */
export const errorOf = (failure: DatasourceFailure): DatasourceError => ({
  code: failure.code,
  message: failure.message,
  repair: failure.repair,
  lastLines: [...failure.lastLines],
});
