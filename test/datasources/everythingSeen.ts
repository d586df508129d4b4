import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { temporaryFolder } from '../support/serviceApp.js';
import { textOf } from '../support/textOf.js';
import type { DatasourceApp } from './datasourceApp.js';

const execute = promisify(execFile);
/** What a program says. */
export const run = async (program: string, ...args: string[]): Promise<string> =>
  (await execute(program, args, { maxBuffer: 64 * 1024 * 1024 })).stdout;

/** A file as old as now: what is written after it is newer. */
export async function momentOf(t: TestContext): Promise<string> {
  const moment = path.join(await temporaryFolder(t, 'since'), 'stamp');
  await writeFile(moment, '');
  return moment;
}

/** What anyone wrote into the folder of temporary files after `since` was. */
const freshFiles = (since: string): Promise<string> =>
  run(
    ...['sh', '-c', 'find "$1" -type f -size -2M -newer "$2" -exec cat {} + 2>/dev/null; true'],
    ...['sh', tmpdir(), since],
  );

/** Everything that is kept, shown or told, but for the one answer that is asked for by name. */
export async function everythingSeen(
  app: DatasourceApp,
  id: number,
  since: string,
): Promise<Record<string, string>> {
  const { containerId } = await app.get(id);
  const seen = async (url: string): Promise<string> => JSON.stringify(await app.call('GET', url));
  const events = await app.service.platform.events.since(0);
  const logs: string[] = [];
  for (const job of await app.call<{ id: number }[]>('GET', '/api/jobs')) {
    const { signal } = new AbortController();
    for await (const { text } of app.service.platform.jobs.logLines(job.id, 0, signal)) {
      logs.push(text);
    }
  }
  return {
    list: await seen(`/api/projects/${app.project.id}/datasources`),
    detail: await seen(`/api/datasources/${id}`),
    status: await seen(`/api/datasources/${id}/status`),
    jobs: await seen('/api/jobs'),
    audit: await seen('/api/audit'),
    events: JSON.stringify(events),
    'logs of jobs': logs.join('\n'),
    'state and files': await textOf(app.service.home),
    'docker inspect': await run('docker', 'inspect', containerId ?? ''),
    'docker logs': await run('sh', '-c', `docker logs ${containerId ?? ''} 2>&1`),
    processes: await run('ps', '-eo', 'args'),
    'temporary files': await freshFiles(since),
  };
}
