import type { ProjectRun } from '../../protocol/running.js';

/** What of a server is shown: a codicon and a theme colour. */
export interface RunLook {
  readonly icon: string;
  readonly color: string | undefined;
}

/** Null: nothing of the server is to be seen. */
export function runLook(run: ProjectRun | undefined): RunLook | null {
  switch (run?.status) {
    case 'running':
      return run.problem === null
        ? { icon: 'vm-running', color: 'charts.green' }
        : { icon: 'vm-running', color: 'list.warningForeground' };
    case 'starting':
    case 'restarting':
      return { icon: 'loading~spin', color: undefined };
    case 'failed':
      return { icon: 'vm-outline', color: 'list.errorForeground' };
    default:
      return null;
  }
}
