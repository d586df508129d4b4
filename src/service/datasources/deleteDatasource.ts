import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DeleteDatasourceQuery } from '../../protocol/datasources.js';
import type { Engine } from '../platform/docker/engine.js';
import type { DatasourceRow } from './datasourceRows.js';
import { stopSeconds, type DatasourceWork, type WorkData } from './datasourceWork.js';
import { kindOf } from './kinds/kinds.js';
import { secretFile } from './kinds/secretFile.js';

export interface DeleteData extends WorkData {
  readonly options: DeleteDatasourceQuery;
}

/** Lets go of the container and the volume as asked, then of the row: what a kill cuts off is done again. */
export async function deleteDatasource(work: DatasourceWork<DeleteData>): Promise<void> {
  const { context, ports } = work;
  const row = await work.row();
  const { force = false } = context.data.options;
  if (row.connection_type === 'docker') {
    try {
      await deleteContainer(work, await work.engine(), row);
    } catch (error) {
      context.signal.throwIfAborted();
      if (!force) throw error;
      context.log(`Forgotten all the same: ${String(error)}`);
    }
  }
  await ports.platform.store.write((tx) => ports.repository.delete(tx, row));
  await context.progress(1, 'Deleted');
}

async function deleteContainer(
  work: DatasourceWork<DeleteData>,
  engine: Engine,
  row: DatasourceRow,
): Promise<void> {
  const { context, ports } = work;
  const { container = 'remove', volume = 'keep' } = context.data.options;
  const id = await ports.own.find(engine, row);
  if (id !== null && (container === 'remove' || volume !== 'keep')) {
    await context.progress(0.2, 'Stopping the container');
    await engine.stop(id, stopSeconds);
  }
  if (volume === 'archive' && id !== null) await archive(work, engine, row, id);
  if (id !== null) {
    const facts = await engine.inspect(id);
    await context.progress(0.7, 'Removing the container');
    await engine.remove(id);
    if (container === 'keep') await keep(work, engine, row, facts?.running === true);
  }
  if (volume !== 'keep' && row.volume !== null) await engine.removeVolume(row.volume);
}

/** The same container as one that is nobody's: labels cannot be taken off. */
async function keep(
  work: DatasourceWork<DeleteData>,
  engine: Engine,
  row: DatasourceRow,
  wasRunning: boolean,
): Promise<void> {
  const plan = kindOf(row.type).container?.(row.database_name ?? '', row.username);
  if (!plan || row.image === null || row.volume === null || row.port === null) return;
  const id = await engine.createContainer({
    ...{ name: `${row.name}-${row.id}`, image: row.image, labels: {}, volume: row.volume },
    ...{ environment: plan.environment, command: plan.command, dataFolder: plan.dataFolder },
    ...{ containerPort: plan.port, hostPort: row.port, healthCheck: plan.healthCheck },
    restarts: row.auto_start !== 0,
  });
  const password = await work.password(row);
  if (password) await engine.putFile(id, secretFile, plan.secretFile(password));
  if (wasRunning) await engine.start(id);
}

/** The volume as a tar in the service's files; whole under its name, or not at all. */
async function archive(
  work: DatasourceWork<DeleteData>,
  engine: Engine,
  row: DatasourceRow,
  id: string,
): Promise<void> {
  const { context, ports } = work;
  const plan = kindOf(row.type).container?.(row.database_name ?? '', row.username);
  if (!plan) return;
  await context.progress(0.4, 'Archiving the volume');
  const folder = path.join(ports.platform.filesDirectory, 'archives');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${row.name}-${row.id}.tar`);
  const whole = await engine.readFolder(id, plan.dataFolder);
  await pipeline(whole, createWriteStream(`${file}.part`, { mode: 0o600 }), {
    signal: context.signal,
  });
  await rename(`${file}.part`, file);
  context.log(`The volume is archived in ${file}`);
}
