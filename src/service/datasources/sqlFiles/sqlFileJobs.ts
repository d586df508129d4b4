import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import type { JobHandler } from '../../platform/jobs/jobQueue.js';
import { DatasourceFailure } from '../datasourceFailure.js';
import { jobNameOf } from '../datasourceJobs.js';
import { DatasourceWork, type WorkData, type WorkPorts } from '../datasourceWork.js';
import { sqlToolsOf, type SqlTools } from './sqlTools.js';

export interface SqlFileData extends WorkData {
  readonly path: string;
}

type Work = DatasourceWork<SqlFileData>;
interface Place {
  readonly tools: SqlTools;
  readonly container: string;
  readonly args: readonly string[];
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function placeOf(work: Work): Promise<Place> {
  const { type, container_id: container, username, database_name: name } = await work.row();
  const tools = sqlToolsOf(type);
  if (tools === null || container === null) {
    throw new DatasourceFailure('not-a-container', 'Its container is gone.', 'Start it.');
  }
  return { tools, container, args: [username ?? '', name ?? ''] };
}

async function load(work: Work): Promise<void> {
  const { context } = work;
  const { path, datasourceId } = context.data;
  const { tools, container, args } = await placeOf(work);
  const { size } = await stat(path);
  let read = 0;
  async function* text(): AsyncGenerator<Buffer | string> {
    yield tools.begin;
    for await (const chunk of createReadStream(path)) {
      read += (chunk as Buffer).length;
      const done = `Loading: ${megabytes(read)} of ${megabytes(size)}`;
      context.progress(size === 0 ? 1 : read / size, done).catch(() => undefined);
      yield chunk as Buffer;
    }
    yield tools.end;
  }
  context.log(`Loading ${path} (${megabytes(size)}) into datasource ${datasourceId}`);
  await run(work, container, tools.load, args, { input: text() });
  context.log(`${path} is loaded`);
}

/** The file is whole, or not there. */
async function dump(work: Work): Promise<void> {
  const { context } = work;
  const { path } = context.data;
  const { tools, container, args } = await placeOf(work);
  const aside = `${path}.part`;
  const file = await open(aside, 'w', 0o600);
  let written = 0;
  try {
    await run(work, container, tools.dump, args, {
      async onOutput(chunk) {
        await file.writeFile(chunk);
        written += chunk.length;
        context.progress(0.5, `Dumping: ${megabytes(written)}`).catch(() => undefined);
      },
    });
    await file.sync();
    await file.close();
    await rename(aside, path);
  } catch (error) {
    await file.close();
    await rm(aside, { force: true });
    throw error;
  }
  context.log(`${path} holds ${megabytes(written)}`);
}

async function run(
  { context, ...work }: Pick<Work, 'context' | 'ports'>,
  container: string,
  command: string,
  args: readonly string[],
  streams: { input?: AsyncIterable<Buffer | string>; onOutput?(chunk: Buffer): Promise<void> },
): Promise<void> {
  const engine = await work.ports.sight.watch.engine();
  const program = ['sh', '-c', command, 'sh', ...args];
  const { signal } = context;
  const { exitCode, said } = await engine.run(container, program, { ...streams, signal });
  if (exitCode === 0) return;
  const last = said.trim().split('\n').slice(-20);
  for (const line of last) context.log(line);
  const why = last.find((line) => /\berror\b/i.test(line)) ?? last.at(-1) ?? '';
  const text = why === '' ? `It ended with ${exitCode}.` : why;
  throw new DatasourceFailure('sql-failed', text, null, last);
}

/** A load that was cut off is not begun again: where nothing undoes it, it would be done twice. */
export function sqlFileJobs(ports: WorkPorts): JobHandler<never>[] {
  const handler = (
    task: 'load' | 'dump',
    work: (work: Work) => Promise<void>,
  ): JobHandler<SqlFileData> => ({
    name: jobNameOf(task),
    resumable: false,
    run: (context) => work(new DatasourceWork(context, ports)),
  });
  return [handler('load', load), handler('dump', dump)];
}
