import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { JobHandler } from '../../platform/jobs/jobQueue.js';
import { jobNameOf } from '../datasourceJobs.js';
import { DatasourceWork, type WorkData } from '../datasourceWork.js';
import { placeFor, type SqlPorts } from './placeFor.js';
import type { SqlPlace, SqlWay } from './sqlPlace.js';
import { sqlFailure } from './sqlFailure.js';

export interface SqlFileData extends WorkData {
  readonly path: string;
}

type Context = DatasourceWork<SqlFileData>['context'];

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function load(context: Context, place: SqlPlace): Promise<void> {
  const { path, datasourceId } = context.data;
  const { size } = await stat(path);
  let read = 0;
  async function* text(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path)) {
      read += (chunk as Buffer).length;
      const done = `Loading: ${megabytes(read)} of ${megabytes(size)}`;
      context.progress(size === 0 ? 1 : read / size, done).catch(() => undefined);
      yield chunk as Buffer;
    }
  }
  context.log(`Loading ${path} (${megabytes(size)}) into datasource ${datasourceId}`);
  const { signal } = context;
  const ran = await place.run('load', size, { input: place.framed(text()), signal });
  ended(context, ran);
  context.log(`${path} is loaded`);
}

/** The file is whole, or not there. */
async function dump(context: Context, place: SqlPlace): Promise<void> {
  const { path } = context.data;
  const aside = `${path}.part`;
  const file = await open(aside, 'w', 0o600);
  let written = 0;
  try {
    const ran = await place.run('dump', 0, {
      signal: context.signal,
      async onOutput(chunk) {
        await file.writeFile(chunk);
        written += chunk.length;
        context.progress(0.5, `Dumping: ${megabytes(written)}`).catch(() => undefined);
      },
    });
    ended(context, ran);
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

function ended(context: Context, { exitCode, said }: Awaited<ReturnType<SqlPlace['run']>>): void {
  if (exitCode === 0) return;
  const failure = sqlFailure(exitCode, said, basename(context.data.path));
  for (const line of failure.lastLines) context.log(line);
  throw failure;
}

const works = { load, dump } as const;

/** A load that was cut off is not begun again: where nothing undoes it, it would be done twice. */
export function sqlFileJobs(ports: SqlPorts): JobHandler<never>[] {
  const handler = (way: SqlWay): JobHandler<SqlFileData> => ({
    name: jobNameOf(way),
    resumable: false,
    async run(context) {
      const place = await placeFor(new DatasourceWork(context, ports), ports, way);
      context.log(`By ${place.where}`);
      try {
        await works[way](context, place);
      } finally {
        await place.close();
      }
    },
  });
  return [handler('load'), handler('dump')];
}
