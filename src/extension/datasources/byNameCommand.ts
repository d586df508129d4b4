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

/** @returns undefined when it was closed or put off */
export async function askByName(
  project: string,
  why: string,
): Promise<'allow' | 'never' | undefined> {
  const allow = vscode.l10n.t('Allow');
  const never = vscode.l10n.t('Never for This Project');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '"{0}" is of Quantum of 2025 ({1}) and asks for its datasources by name. Allowed, programs of this user on this machine get them with their passwords, without a token; each is written down.',
      ...[project, why.replace(/\.$/, '')],
    ),
    ...[allow, vscode.l10n.t('Not Now'), never],
  );
  return answer === allow ? 'allow' : answer === never ? 'never' : undefined;
}

export function stateText({ enabled, listening, address, problem }: ByNameServerState): string {
  if (!enabled) return vscode.l10n.t('Datasources are not told by name.');
  if (listening) return vscode.l10n.t('Datasources are told by name at {0}.', address);
  return vscode.l10n.t('Datasources cannot be told by name: {0}', problem ?? '');
}
