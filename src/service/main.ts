import path from 'node:path';
import { serviceExit } from '../protocol/serviceExit.js';
import { homePaths } from '../protocol/home.js';
import { loadService, loadServiceCached } from './loadService.js';
import { prepareHome } from './platform/lifecycle/homeFolder.js';
import { takeOwnerLock } from './platform/lifecycle/ownerLock.js';
import { parseServiceOptions } from './serviceOptions.js';

/*
 * The process of the service. It is small so that who loses the race for the home has loaded nothing:
 * Node's version, options, the home, the owner lock, and only then the service.
 */
const oldestNode = 20;

function leave(code: number, sentence: string): never {
  process.stderr.write(`${new Date().toISOString()} [${process.pid}] ${sentence}\n`);
  process.exit(code);
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

async function main(): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    leave(
      serviceExit.unsupportedNode,
      `Node ${process.versions.node} is too old: the service needs Node ${oldestNode} or newer.`,
    );
  }
  const options = readOptions();
  const lock = await ownHome(options.home);
  process.title = 'quantum-admin';
  const assetsDirectory = path.resolve(__dirname);
  const start = { ...options, lock, assetsDirectory };
  if (path.dirname(assetsDirectory) !== homePaths(options.home).runtime) {
    const { runServiceProcess } = await loadService();
    return runServiceProcess(start);
  }
  const { service, keep } = loadServiceCached(assetsDirectory);
  return service.runServiceProcess({ ...start, onListening: keep });
}

function readOptions(): ReturnType<typeof parseServiceOptions> {
  try {
    return parseServiceOptions(process.argv.slice(2));
  } catch (error) {
    return leave(serviceExit.usage, messageOf(error));
  }
}

async function ownHome(home: string) {
  try {
    prepareHome(home);
    const lock = await takeOwnerLock(home);
    if (!('ownedBy' in lock)) return lock;
    const owner = lock.ownedBy === null ? 'another process' : `process ${lock.ownedBy}`;
    return leave(serviceExit.alreadyRunning, `The service of ${home} is ${owner}.`);
  } catch (error) {
    return leave(serviceExit.homeUnusable, `${home} cannot be used: ${messageOf(error)}`);
  }
}

void main().catch((error: unknown) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  leave(serviceExit.crashed, `The service did not start: ${text}`);
});
