import * as vscode from 'vscode';
import type { Environment } from '../../protocol/environments.js';
import type { Project } from '../../protocol/projects.js';
import type { Disposable } from '../platform/signal.js';
import { statusBarClick } from '../platform/statusBarClick.js';
import { environmentTooltip, typeName } from './environmentItem.js';

export interface EnvironmentStatusBar extends Disposable {
  /** The environment in use of the project at hand; undefined hides the item. */
  show(project: Project | undefined, environment: Environment | undefined): void;
}

/** Whose variables what is run has, while it has any environment's; production stands out. */
export function createEnvironmentStatusBar(): EnvironmentStatusBar {
  const item = vscode.window.createStatusBarItem(
    'quantum.environment',
    vscode.StatusBarAlignment.Left,
  );
  item.name = vscode.l10n.t('Quantum Environment');
  const click = statusBarClick(item, 'quantum.environments.choose');
  return {
    show: (project, environment) => {
      if (project === undefined || environment === undefined) {
        item.hide();
        return;
      }
      const { name, type } = environment;
      const isProduction = type === 'prod';
      // High contrast has no background for warnings.
      item.text = `$(${isProduction ? 'warning' : 'record'}) ${name}`;
      item.backgroundColor = isProduction
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined;
      item.tooltip = environmentTooltip(environment);
      const label = vscode.l10n.t(
        '{0}: the environment in use is {1}, {2}',
        ...[project.name, name, typeName(type)],
      );
      item.accessibilityInformation = { label, role: 'button' };
      click.subject = project.id;
      item.show();
    },
    dispose: () => {
      click.dispose();
      item.dispose();
    },
  };
}
