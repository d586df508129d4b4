import type { Selectable, SelectQueryBuilder } from 'kysely';
import type {
  ConnectionType,
  DatasourceState,
  DatasourceType,
  HealthState,
  SetupState,
} from '../../protocol/datasources.js';
import type { Database, DatasourceTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

export type DatasourceRow = Omit<
  Selectable<DatasourceTable>,
  'type' | 'connection_type' | 'status' | 'health_status' | 'setup_status'
> & {
  readonly type: DatasourceType;
  readonly connection_type: ConnectionType;
  readonly status: DatasourceState;
  readonly health_status: HealthState;
  readonly setup_status: SetupState;
  /** The job that works on it, while it does. */
  readonly working_job: number | null;
};

/** The rows of datasources, each with the job that works on it. */
export function datasourceRows(
  db: Db | Tx,
): SelectQueryBuilder<Database, 'datasource', DatasourceRow> {
  const query = db
    .selectFrom('datasource')
    .leftJoin('job', (join) =>
      join
        .onRef('job.id', '=', 'datasource.job_id')
        .on('job.state', 'in', ['created', 'retry', 'active']),
    )
    .selectAll('datasource')
    .select('job.id as working_job')
    .orderBy('datasource.id');
  // The columns hold what this code has written: words of the protocol.
  return query as unknown as SelectQueryBuilder<Database, 'datasource', DatasourceRow>;
}
