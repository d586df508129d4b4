import type { DatasourceType } from '../../../protocol/datasources.js';
import type { Engine } from '../../platform/docker/engine.js';
import type { Secret } from '../../platform/secrets/secret.js';
import { explained } from '../datasourceWork.js';
import type { Login } from '../drivers/driver.js';
import { kindOf } from '../kinds/kinds.js';
import { secretFile } from '../kinds/secretFile.js';
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
const attemptPatienceMs = 5_000;

/**
 * Lets the server set itself up over a new volume, with the database and the user that Express makes, in a
 * container that is gone afterwards. Resolves once it has ended cleanly. @throws what went wrong;
 * `removeTraces` is the caller's.
 */
export async function prepareVolume(
  engine: Engine,
  own: OwnContainers,
  preparation: Preparation,
): Promise<void> {
  const { id, type, image, password, signal } = preparation;
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
  await setUp(engine, container, await publishedPort(engine, own, container), preparation);
  await engine.stop(container, stopSeconds);
  const facts = await engine.inspect(container);
  if (facts?.exitCode !== 0) throw ended(facts?.exitCode);
  signal.throwIfAborted();
  await engine.remove(container);
}

async function publishedPort(
  engine: Engine,
  own: OwnContainers,
  container: string,
): Promise<number> {
  const found = (await own.preparing(engine)).find(({ id }) => id === container);
  const port = found?.ports.find(({ host }) => host !== null)?.host;
  if (port === undefined || port === null) throw new Error('The container has no port');
  return port;
}

/** As of a datasource that is made by Express, so that its own setting up finds everything done. */
async function setUp(
  engine: Engine,
  container: string,
  port: number,
  { type, password, patienceMs, signal }: Preparation,
): Promise<void> {
  const kind = kindOf(type);
  const { databaseName: database, username } = kind;
  const driver = await kind.driver();
  const login = { host: '127.0.0.1', port, database, password, tls: false };
  const as = (name: string | null): Login => ({
    ...login,
    username: name,
    patienceMs: attemptPatienceMs,
  });
  await untilReady({
    attempt: async () => {
      const facts = await engine.inspect(container);
      if (facts?.running !== true) throw ended(facts?.exitCode);
      await driver.setUp(as(kind.administrator ?? username), { database, username, password });
      await driver.verify(as(username));
    },
    explain: (error) => explained(driver, password, error),
    onAttempt: () => undefined,
    ...{ patienceMs, signal },
  });
}

const ended = (exitCode: number | undefined): Error =>
  new Error(`The server ended with exit code ${exitCode ?? 'unknown'}`);

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
