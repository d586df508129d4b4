import * as vscode from 'vscode';
import type { PreparedVolumes } from '../../protocol/preparedVolumes.js';
import { Cancelled } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import type { DatasourcesApi } from './datasourcesApi.js';

type Api = Pick<DatasourcesApi, 'preparedVolumes' | 'prepareVolumes'>;

/** Says whether volumes are prepared for new datasources and which wait, and lets a person switch that. */
export async function preparedVolumes(api: Api): Promise<void> {
  requireTrust();
  const state = await api.preparedVolumes();
  const item = state.enabled
    ? {
        label: vscode.l10n.t('Switch Off'),
        iconPath: new vscode.ThemeIcon('circle-slash'),
        detail: vscode.l10n.t('Those that wait are removed. New datasources start from nothing.'),
      }
    : {
        label: vscode.l10n.t('Switch On'),
        iconPath: new vscode.ThemeIcon('zap'),
        detail: vscode.l10n.t(
          'The next one starts at once. Takes up to 200 MB of disk for each of three images.',
        ),
      };
  const title = vscode.l10n.t('Prepared Volumes for New Datasources');
  const picked = await vscode.window.showQuickPick([item], {
    ...{ title, placeHolder: stateText(state) },
  });
  if (!picked) throw new Cancelled();
  const changed = await api.prepareVolumes(!state.enabled);
  void vscode.window.showInformationMessage(stateText(changed));
}

export function stateText({ enabled, volumes, problem }: PreparedVolumes): string {
  if (!enabled) return vscode.l10n.t('No volumes are prepared.');
  if (problem !== null) return vscode.l10n.t('Volumes cannot be prepared: {0}', problem);
  const ready = volumes.filter(({ state }) => state === 'ready').map(({ image }) => image);
  if (ready.length > 0) {
    return vscode.l10n.t('The next datasource starts at once: {0}.', ready.join(', '));
  }
  return volumes.length > 0
    ? vscode.l10n.t('A volume is being prepared.')
    : vscode.l10n.t('A volume is prepared once a PostgreSQL, MySQL or MariaDB is ready.');
}
