import * as vscode from 'vscode';
import type { ProjectRun } from '../../protocol/running.js';

/** The state of a server in a few words; '' where there is nothing to say. */
export function runWords(run: ProjectRun | undefined): string {
  if (run === undefined || run.status === 'stopped') return '';
  const port = String(run.port ?? '');
  switch (run.status) {
    case 'starting':
      return vscode.l10n.t('starting…');
    case 'restarting':
      return vscode.l10n.t('restarting…');
    case 'failed':
      return vscode.l10n.t('does not run');
    case 'running':
      return run.problem === null
        ? vscode.l10n.t('running on {0}', port)
        : vscode.l10n.t('running on {0}, with a problem', port);
  }
}
