import type { ProjectRun, RunProblem } from '../../protocol/running.js';
import type { RunRow } from './runRepository.js';

/** The server of a project as the API shows it; one that never ran is stopped. */
export function runOf(projectId: number, row: RunRow | undefined): ProjectRun {
  if (row === undefined) {
    return {
      ...{ projectId, status: 'stopped', url: null, port: null, pid: null },
      ...{ startedAt: null, problem: null, version: 0 },
    };
  }
  const { status, port, pid, problem } = row;
  const isThere = status !== 'stopped' && port !== null;
  return {
    ...{ projectId, status, port, pid },
    url: isThere ? `http://127.0.0.1:${port}/` : null,
    startedAt: row.started_at,
    problem: problem === null ? null : (JSON.parse(problem) as RunProblem),
    version: row.version,
  };
}
