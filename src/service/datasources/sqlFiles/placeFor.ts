import type { Engine } from '../../platform/docker/engine.js';
import { isDockerError } from '../../platform/docker/engine.js';
import { DatasourceFailure } from '../datasourceFailure.js';
import type { DatasourceRow } from '../datasourceRows.js';
import { targetOf } from '../datasourceWire.js';
import { explained, type DatasourceWork, type WorkPorts } from '../datasourceWork.js';
import { kindOf } from '../kinds/kinds.js';
import { containerPlace } from './containerPlace.js';
import { serverPlace } from './serverPlace.js';
import { sqlitePlace } from './sqlitePlace.js';
import { placeOf, type SqlPlace, type SqlWay } from './sqlPlace.js';
import { sqlToolsOf, type SqlTools } from './sqlTools.js';

/** What files of SQL are loaded and dumped with. */
export interface SqlPorts extends WorkPorts {
  /** `__main__.py` of `python/quantum_sqlite`. */
  readonly sqliteScript: string;
  /** The Python of a project, null when there is none. */
  pythonOf(projectId: number): Promise<string | null>;
}

const patienceMs = 10_000;

/** The programs for a datasource. @throws DatasourceFailure when there are none, with what to install */
export async function placeFor(
  work: DatasourceWork,
  ports: SqlPorts,
  way: SqlWay,
): Promise<SqlPlace> {
  const row = await work.row();
  if (row.connection_type === 'file') return fileOf(work, ports, row);
  const tools = sqlToolsOf(row.type);
  if (tools === null) throw new DatasourceFailure('not-sql', `“${row.name}” knows no SQL.`);
  return row.connection_type === 'docker'
    ? ownContainer(work, row, tools)
    : serverOf(work, row, { tools, way });
}

async function fileOf(
  work: DatasourceWork,
  ports: SqlPorts,
  row: DatasourceRow,
): Promise<SqlPlace> {
  const interpreter = await ports.pythonOf(row.project_id);
  if (interpreter === null) {
    const message = 'SQL goes into and out of SQLite by the project’s Python, and there is none.';
    throw new DatasourceFailure('client-missing', message, 'Install Python 3.12 or newer.');
  }
  const { sqliteScript: script } = ports;
  return sqlitePlace({ interpreter, script, database: await work.database(row) });
}

async function ownContainer(
  work: DatasourceWork,
  row: DatasourceRow,
  tools: SqlTools,
): Promise<SqlPlace> {
  const container = row.container_id;
  if (container === null)
    throw new DatasourceFailure('not-a-container', 'Its container is gone.', 'Start it.');
  const kind = kindOf(row.type);
  const target = { ...targetOf(row, null), host: '127.0.0.1', port: kind.port ?? 0 };
  return containerPlace({
    ...{ engine: await work.engine(), container, tools, target: placeOf(target) },
    where: `the programs of ${row.image ?? 'its container'}`,
  });
}

async function serverOf(
  work: DatasourceWork,
  row: DatasourceRow,
  { tools, way }: { readonly tools: SqlTools; readonly way: SqlWay },
): Promise<SqlPlace> {
  const kind = kindOf(row.type);
  const password = await work.password(row);
  const target = targetOf(row, password);
  const driver = await kind.driver();
  // Its version says which programs fit; and what is wrong with the way to it, the driver says best.
  const server = await driver.probe({ ...target, patienceMs }).catch((error: unknown) => {
    const { code, message, repair } = explained(driver, password, error);
    throw new DatasourceFailure(code, message, repair, [], { cause: error });
  });
  const { signal } = work.context;
  const labels = work.ports.own.holderLabels;
  return serverPlace({ kind, tools, target, server, signal, labels }, await engineHere(work), way);
}

/** The engine where it answers. */
async function engineHere(work: DatasourceWork): Promise<Engine | null> {
  try {
    const engine = await work.engine();
    await engine.version();
    return engine;
  } catch (error) {
    if (isDockerError(error)) return null;
    throw error;
  }
}
