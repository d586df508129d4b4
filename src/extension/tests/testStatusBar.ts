import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { TestRun } from '../../protocol/testRuns.js';
import type { Disposable } from '../platform/signal.js';
import { statusBarClick } from '../platform/statusBarClick.js';
import { hasEnded } from './followTestRun.js';

export interface TestStatusBar extends Disposable {
  /** The newest run of the project at hand; nothing is shown without one. */
  show(project: Project | undefined, run: TestRun | undefined): void;
}

/** How the newest run went, in the status bar; a click opens the Test panel. */
export function createTestStatusBar(): TestStatusBar {
  const item = vscode.window.createStatusBarItem('quantum.tests', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Quantum Tests');
  const click = statusBarClick(item, 'quantum.tests.openPanel');
  return {
    show: (project, run) => {
      if (project === undefined || run === undefined) {
        item.hide();
        return;
      }
      const { text, words } = lookOf(run);
      item.text = text;
      item.tooltip = new vscode.MarkdownString().appendText(
        vscode.l10n.t('{0}, newest test run: {1}', project.name, words),
      );
      item.accessibilityInformation = {
        label: vscode.l10n.t('{0}, newest test run: {1}', project.name, words),
        role: 'button',
      };
      click.subject = project.id;
      item.show();
    },
    dispose: () => {
      click.dispose();
      item.dispose();
    },
  };
}

function lookOf(run: TestRun): { readonly text: string; readonly words: string } {
  const { passedTests, failedTests, hollowTests, status } = run;
  if (status === 'error') {
    return { text: '$(beaker) $(warning)', words: vscode.l10n.t('it could not run') };
  }
  const some = (icon: string, count: number): string => (count > 0 ? ` $(${icon}) ${count}` : '');
  const text = `$(pass) ${passedTests}${some('error', failedTests)}${some('question', hollowTests)}`;
  const counts = vscode.l10n.t(
    '{0} passed, {1} failed, {2} hollow',
    ...[passedTests, failedTests, hollowTests],
  );
  if (hasEnded(run)) return { text: `$(beaker) ${text}`, words: counts };
  return { text: `$(loading~spin) ${text}`, words: vscode.l10n.t('running, {0}', counts) };
}
