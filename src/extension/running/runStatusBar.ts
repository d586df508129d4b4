import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { ProjectRun } from '../../protocol/running.js';
import type { Disposable } from '../platform/signal.js';
import { statusBarClick } from '../platform/statusBarClick.js';
import { runLook } from './runLook.js';
import { runWords } from './runWords.js';

export interface RunStatusBar extends Disposable {
  /** The application at hand; undefined hides the item. */
  show(project: Project | undefined, run: ProjectRun | undefined): void;
}

/** Whether the application at hand runs, and what can be done about it. */
export function createRunStatusBar(): RunStatusBar {
  const item = vscode.window.createStatusBarItem('quantum.run', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Quantum Application');
  const click = statusBarClick(item, 'quantum.run.actions');
  return {
    show: (project, run) => {
      if (project === undefined) {
        item.hide();
        return;
      }
      const look = runLook(run);
      const words = runWords(run);
      item.text = look === null ? '$(play)' : `$(${look.icon}) ${run?.port ?? ''}`.trimEnd();
      item.backgroundColor =
        run?.status === 'failed'
          ? new vscode.ThemeColor('statusBarItem.errorBackground')
          : undefined;
      const state = words === '' ? vscode.l10n.t('not running') : words;
      const tooltip = new vscode.MarkdownString().appendText(`${project.name}: ${state}`);
      if (run?.problem) tooltip.appendMarkdown('\n\n').appendText(run.problem.message);
      item.tooltip = tooltip;
      item.accessibilityInformation = { label: `${project.name}: ${state}`, role: 'button' };
      click.subject = project.id;
      item.show();
    },
    dispose: () => {
      click.dispose();
      item.dispose();
    },
  };
}
