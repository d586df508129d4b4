import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { RunCommandDeps } from './runCommands.js';
import { runSession } from './runSession.js';

interface RunTask extends vscode.TaskDefinition {
  readonly type: 'quantum';
  readonly task: 'run';
  /** Its name; the only one of the window where it is left out. */
  readonly project?: string;
}

/** Tasks of the type `quantum`: `run` runs an application until the task is ended. */
export function registerRunTasks(deps: RunCommandDeps): vscode.Disposable {
  const taskOf = (definition: RunTask, project: Project): vscode.Task => {
    const task = new vscode.Task(
      definition,
      vscode.TaskScope.Workspace,
      vscode.l10n.t('run {0}', project.name),
      'quantum',
      new vscode.CustomExecution(() => Promise.resolve(terminalOf(project, deps))),
    );
    task.isBackground = true;
    return task;
  };
  return vscode.tasks.registerTaskProvider('quantum', {
    provideTasks: () =>
      vscode.workspace.isTrusted
        ? deps.projects.here.map((project) =>
            taskOf({ type: 'quantum', task: 'run', project: project.name }, project),
          )
        : [],
    resolveTask: ({ definition }) => {
      const { project: name } = definition as RunTask;
      const found = deps.projects.here.find((one) => name === undefined || one.name === name);
      return found && taskOf(definition as RunTask, found);
    },
  });
}

function terminalOf(project: Project, deps: RunCommandDeps): vscode.Pseudoterminal {
  const text = new vscode.EventEmitter<string>();
  const end = new vscode.EventEmitter<number>();
  const say = (line: string): void => text.fire(`${line.replaceAll('\n', '\r\n')}\r\n`);
  const session = runSession(project, deps, { say, onEnd: () => end.fire(0) });
  return {
    onDidWrite: text.event,
    onDidClose: end.event,
    open: () => void session.begin(),
    close: () => void session.end(),
    handleInput: (data) => {
      // Ctrl-C
      if (data === '\x03') void session.end();
    },
  };
}
