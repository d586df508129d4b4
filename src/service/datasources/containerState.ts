import type { DatasourceState } from '../../protocol/datasources.js';
import type { ContainerFacts } from '../platform/docker/engine.js';
import type { DatasourceChange } from './datasourceRepository.js';
import type { DatasourceRow } from './datasourceRows.js';

/** Exit codes of who was asked to go: by itself, by SIGTERM, by SIGKILL when it took too long. */
const askedToGo = new Set([0, 143, 137]);

function stateOf(row: DatasourceRow, facts: ContainerFacts): DatasourceState {
  if (facts.restarting) return 'restarting';
  if (facts.running) return row.status === 'stopping' ? 'stopping' : 'running';
  if (facts.created) return facts.error === '' ? 'created' : 'exited';
  if (row.status === 'stopping' || row.status === 'stopped') return 'stopped';
  return askedToGo.has(facts.exitCode) && !facts.outOfMemory ? 'stopped' : 'exited';
}

/** What a row says once its container is seen like this. */
export function changeOf(
  row: DatasourceRow,
  facts: ContainerFacts | undefined,
): DatasourceChange | null {
  if (facts === undefined) {
    // Work on it may have it away for a moment: the work says when it is back.
    if (row.working_job !== null) return null;
    return { status: 'missing', health_status: 'unknown', started_at: null, container_id: null };
  }
  return {
    container_id: facts.id,
    status: row.status === 'deleting' ? 'deleting' : stateOf(row, facts),
    health_status: facts.running ? facts.health : 'unknown',
    started_at: facts.running ? facts.startedAt : null,
  };
}

/**
 * What a row says the moment its container ends: the engine answers nothing about it until it has tidied up
 * behind it, which takes longer than a person should wait. Whether it is started again is seen after that.
 */
export function endOf(row: DatasourceRow, exitCode: number): DatasourceChange {
  const asked = row.status === 'stopping' || row.status === 'stopped' || askedToGo.has(exitCode);
  // Of one that was seen after its end already the event came late.
  const isLast = row.auto_start === 0 || row.status === 'exited';
  const status = asked ? 'stopped' : isLast ? 'exited' : 'restarting';
  return {
    status: row.status === 'deleting' ? 'deleting' : status,
    ...{ health_status: 'unknown', started_at: null },
  };
}
