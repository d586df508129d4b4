import type { JobHandler } from '../platform/jobs/jobQueue.js';
import { changePassword, type PasswordData } from './changePassword.js';
import { deleteDatasource, type DeleteData } from './deleteDatasource.js';
import { DatasourceWork, stopSeconds, type WorkData, type WorkPorts } from './datasourceWork.js';

/** What can be done to a datasource, each as a job of its own. */
export type DatasourceTask =
  | 'create'
  | 'start'
  | 'stop'
  | 'restart'
  | 'setup'
  | 'move'
  | 'password'
  | 'load'
  | 'dump'
  | 'delete';

export const jobNameOf = (task: DatasourceTask): string => `datasource.${task}`;

async function stop(work: DatasourceWork): Promise<void> {
  const row = await work.row();
  if (row.connection_type !== 'docker') return;
  const engine = await work.engine();
  const id = await work.ports.own.find(engine, row);
  await work.context.progress(0.3, 'Stopping the container');
  if (id !== null) await engine.stop(id, stopSeconds);
  await work.change({ status: 'stopped', error: null });
  await work.ports.sight.look(engine, row.id);
}

/** Takes the container away, so that bringing up makes it anew: with its new port. */
async function move(work: DatasourceWork): Promise<void> {
  const row = await work.row();
  const engine = await work.engine();
  const id = await work.ports.own.find(engine, row);
  if (id !== null) {
    await engine.stop(id, stopSeconds);
    await engine.remove(id);
  }
  await work.bringUp();
}

/** The handlers of all jobs on datasources: what a kill cuts off begins again and finds what is done. */
export function datasourceJobs(ports: WorkPorts): JobHandler<never>[] {
  const handler = <Data extends WorkData>(
    task: DatasourceTask,
    run: (work: DatasourceWork<Data>) => Promise<void>,
  ): JobHandler<Data> => ({
    name: jobNameOf(task),
    resumable: true,
    run: (context) => {
      const work = new DatasourceWork(context, ports);
      return work.toEnd(() => run(work));
    },
  });
  return [
    handler('create', (work) => work.bringUp()),
    handler('start', (work) => work.bringUp()),
    handler('setup', (work) => work.bringUp()),
    handler('stop', stop),
    handler('restart', async (work) => {
      await stop(work);
      await work.bringUp();
    }),
    handler('move', move),
    handler<PasswordData>('password', changePassword),
    handler<DeleteData>('delete', deleteDatasource),
  ];
}
