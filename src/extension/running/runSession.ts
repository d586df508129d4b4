import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import { startRun, type RunCommandDeps } from './runCommands.js';
import { Cancelled } from '../platform/reporter.js';

export interface RunSession {
  /** Starts the application. */
  begin(): Promise<void>;
  /** Ends it. */
  end(): Promise<void>;
}

/** An application that runs for as long as a task or a launch does. `onEnd`: it was stopped elsewhere, or did not start. */
export function runSession(
  project: Project,
  deps: RunCommandDeps,
  { say, onEnd }: { say: (line: string) => void; onEnd: () => void },
): RunSession {
  let isOver = false;
  const over = (): void => {
    if (isOver) return;
    isOver = true;
    listening.dispose();
    onEnd();
  };
  let hasStarted = false;
  const listening = deps.model.onDidChange((id) => {
    if (id === project.id && hasStarted && deps.model.of(id)?.status === 'stopped') over();
  });
  return {
    begin: async () => {
      try {
        const run = await startRun(project, deps);
        hasStarted = true;
        say(vscode.l10n.t('{0} runs at {1}', project.name, run.url ?? ''));
      } catch (error) {
        const failed = vscode.l10n.t('It does not run; the log says why.');
        say(error instanceof Cancelled || !(error instanceof Error) ? failed : error.message);
        over();
      }
    },
    end: async () => {
      if (isOver) return;
      over();
      deps.model.take(await deps.api.stop(project.id));
    },
  };
}
