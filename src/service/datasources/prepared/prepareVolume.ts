import type { DatasourceType } from '../../../protocol/datasources.js';
import { isDockerError, type Engine } from '../../platform/docker/engine.js';
import type { Secret } from '../../platform/secrets/secret.js';
import { DatasourceFailure } from '../datasourceFailure.js';
import { secretFile } from '../datasourceWork.js';
import type { Failure } from '../drivers/driver.js';
import { waitForIt } from '../drivers/networkFailure.js';
import { kindOf } from '../kinds/kinds.js';
import type { OwnContainers } from '../ownContainers.js';
import { untilReady } from '../untilReady.js';

export interface Preparation {
  readonly id: number;
  readonly type: DatasourceType;
  readonly image: string;
  readonly password: Secret;
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

/** A clean end writes everything; a server that takes longer is none to start from. */
const stopSeconds = 60;
/** A sixteenth of what others get, where they want it. */
const processorShares = 64;

/**
 * Lets the server set itself up over a new volume, in a container that nobody reaches and that is gone
 * afterwards. Resolves once it has ended cleanly. @throws what went wrong; `removeTraces` is the caller's.
 */
export async function prepareVolume(
  engine: Engine,
  own: OwnContainers,
  { id, type, image, password, patienceMs, signal }: Preparation,
): Promise<void> {
  const kind = kindOf(type);
  const plan = kind.container?.(kind.databaseName, kind.username);
  if (!plan) throw new Error(`${kind.title} has no container`);
  const labels = own.preparedLabels(id);
  const name = own.preparedName(type, id);
  await engine.createVolume(name, labels);
  const container = await engine.createContainer({
    ...{ name, image, labels, volume: name, hostPort: null, processorShares, restarts: false },
    ...{ environment: plan.environment, command: plan.command, dataFolder: plan.dataFolder },
    ...{ containerPort: plan.port, healthCheck: plan.healthCheck },
  });
  await engine.putFile(container, secretFile, plan.secretFile(password));
  signal.throwIfAborted();
  await engine.start(container);
  // While a server sets itself up it hears no TCP, which the check goes over.
  await untilReady({
    attempt: () => healthy(engine, container, plan.healthCheck, signal),
    explain: failureOf,
    onAttempt: () => undefined,
    ...{ patienceMs, signal },
  });
  await engine.stop(container, stopSeconds);
  const facts = await engine.inspect(container);
  if (facts?.exitCode !== 0)
    throw new Error(`The server ended with ${facts?.exitCode ?? 'its container'}`);
  signal.throwIfAborted();
  await engine.remove(container);
}

async function healthy(
  engine: Engine,
  container: string,
  check: string,
  signal: AbortSignal,
): Promise<void> {
  const { exitCode } = await engine.run(container, ['sh', '-c', check], { signal });
  if (exitCode !== 0)
    throw new DatasourceFailure('server-starting', 'The server starts', waitForIt);
}

/** A container that has ended takes no program any more: that does not pass. */
function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const passing = error instanceof DatasourceFailure;
  return {
    code: isDockerError(error) ? 'docker-refused' : 'failed',
    message,
    repair: null,
    passing,
  };
}

/** Takes away what a preparation has made in the engine, however far it came. */
export async function removeTraces(
  engine: Engine,
  own: OwnContainers,
  { id, type }: { readonly id: number; readonly type: string },
): Promise<void> {
  const labels = own.preparedLabels(id);
  const isOfIt = (found: Readonly<Record<string, string>>): boolean =>
    Object.entries(labels).every(([label, value]) => found[label] === value);
  for (const container of await own.preparing(engine)) {
    if (isOfIt(container.labels)) await engine.remove(container.id);
  }
  await engine.removeVolume(own.preparedName(type, id));
}
