import * as vscode from 'vscode';
import type { DoctorApi } from '../doctor/doctorApi.js';
import { Disposables } from '../platform/disposables.js';
import type { Log } from '../platform/log.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable } from '../platform/signal.js';
import { reportIssue } from './reportIssue.js';
import type { ServiceApi } from './serviceApi.js';

export interface ServiceFeatureDeps {
  readonly api: ServiceApi;
  readonly doctor: DoctorApi;
  readonly service: ServiceClient;
  readonly log: Log;
  readonly reporter: CommandRegistry;
  readonly extension: vscode.Extension<unknown>;
  /** Ids of the projects whose folders are open in this window. */
  readonly here: () => readonly number[];
}

/** The commands about the service itself. */
export function registerService(deps: ServiceFeatureDeps): Disposable {
  const { api, service, log, reporter, extension } = deps;
  const owned = new Disposables();
  owned.add(reporter.register('quantum.showLog', () => log.show()));
  owned.add(
    reporter.register('quantum.restartService', () =>
      vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Window,
          title: vscode.l10n.t('Starting the Quantum Admin service'),
        },
        () => service.restart('restarted from the editor'),
      ),
    ),
  );
  owned.add(reporter.register('quantum.openApiDocs', () => openApiDocs(api)));
  owned.add(reporter.register('quantum.reportIssue', () => reportIssue(deps)));
  owned.add(
    reporter.register('quantum.openWalkthrough', () =>
      vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        `${extension.id}#quantum.start`,
        false,
      ),
    ),
  );
  return owned;
}

/** The one-time code is in the address, so the page needs no token; the address works from remote too. */
async function openApiDocs(api: ServiceApi): Promise<void> {
  const { url } = await api.openCode();
  await vscode.env.openExternal(await vscode.env.asExternalUri(vscode.Uri.parse(url, true)));
}
