import { pathToFileURL } from 'node:url';
import { quantile, spread, type BenchResult } from '../bench.js';
import type { RpcProcess } from '../support/lspProcess.js';

/** Says hello to a server, as an editor with those folders. */
export async function introduced(
  { connection }: RpcProcess,
  folders: readonly string[],
  capabilities: object,
): Promise<void> {
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map((folder) => ({
      name: folder,
      uri: pathToFileURL(folder).href,
    })),
    initializationOptions: { trusted: false, judge: false, interpreters: [] },
  });
  await connection.sendNotification('initialized', {});
}

/** The 99th percentile of what a request took, in ms. */
export function requestResult(
  name: string,
  samples: readonly number[],
  floors: readonly number[],
  limit: number,
): BenchResult {
  const value = quantile(samples, 0.99);
  const floor = quantile(floors, 0.99);
  return {
    name: `${name}, p99`,
    value,
    unit: 'ms',
    n: samples.length,
    spread: spread(samples),
    floor,
    ratio: value / floor,
    target: `≤ ${limit} ms`,
    ok: value <= limit,
  };
}
