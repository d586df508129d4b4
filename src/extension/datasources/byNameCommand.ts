import * as vscode from 'vscode';
import type { ByNameServerState } from '../../protocol/datasourceByName.js';
import { Cancelled } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import type { DatasourcesApi } from './datasourcesApi.js';

type Api = Pick<DatasourcesApi, 'byNameServer' | 'serveByName'>;

/** Says whether datasources are told by name without a token, and lets a person switch that. */
export async function serveByName(api: Api): Promise<void> {
  requireTrust();
  const state = await api.byNameServer();
  const item = state.enabled
    ? {
        label: vscode.l10n.t('Switch Off'),
        iconPath: new vscode.ThemeIcon('circle-slash'),
        description: placeOf(state),
        detail: vscode.l10n.t('Pages of Quantum of 2025 find no datasource any more.'),
      }
    : {
        label: vscode.l10n.t('Switch On'),
        iconPath: new vscode.ThemeIcon('broadcast'),
        description: placeOf(state),
        detail: vscode.l10n.t(
          'Programs of this machine get them with their passwords. Each is written down.',
        ),
      };
  const placeHolder = stateText(state);
  const title = vscode.l10n.t('Datasources by Name, for Quantum of 2025');
  const picked = await vscode.window.showQuickPick([item], { title, placeHolder });
  if (!picked) throw new Cancelled();
  await switchByName(api, !state.enabled);
}

/** `localhost:8000`: a line of a list has no room for more. */
export const placeOf = ({ address }: Pick<ByNameServerState, 'address'>): string =>
  address.replace(/^http:\/\//, '').replace(/\/.*$/, '');

/** @throws port-taken, with who has the port */
export async function switchByName(api: Api, enabled: boolean): Promise<void> {
  void vscode.window.showInformationMessage(stateText(await api.serveByName(enabled)));
}

export function stateText({ enabled, listening, address, problem }: ByNameServerState): string {
  if (!enabled) return vscode.l10n.t('Datasources are not told by name.');
  if (listening) return vscode.l10n.t('Datasources are told by name at {0}.', address);
  return vscode.l10n.t('Datasources cannot be told by name: {0}', problem ?? '');
}
