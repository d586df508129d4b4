import { homedir, userInfo } from 'node:os';
import * as vscode from 'vscode';
import type { DoctorApi } from '../doctor/doctorApi.js';
import type { Log } from '../platform/log.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { reportText } from './reportText.js';

export interface ReportDeps {
  readonly doctor: DoctorApi;
  readonly service: ServiceClient;
  readonly log: Log;
  readonly extension: vscode.Extension<unknown>;
  /** Ids of the projects whose folders are open in this window. */
  readonly here: () => readonly number[];
}

/** Shows the redacted report first; nothing leaves the machine before a person says so. */
export async function reportIssue(deps: ReportDeps): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: await makeReport(deps),
  });
  await vscode.window.showTextDocument(document);
  const report = vscode.l10n.t('Open Issue Reporter');
  const copy = vscode.l10n.t('Copy');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'This is all that would be sent. Names, paths and tokens are masked; change what you like, then go on.',
    ),
    report,
    copy,
  );
  if (chosen === report)
    await vscode.commands.executeCommand('workbench.action.openIssueReporter', {
      extensionId: deps.extension.id,
      issueBody: document.getText(),
    });
  if (chosen === copy) await vscode.env.clipboard.writeText(document.getText());
}

async function makeReport({ doctor, service, log, extension, here }: ReportDeps): Promise<string> {
  const { state } = service;
  const connected = state.kind === 'connected';
  const version: unknown = Reflect.get(Object(extension.packageJSON), 'version');
  return reportText(
    {
      extensionVersion: String(version),
      editor: `${vscode.env.appName} ${vscode.version} (${vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'}${vscode.env.remoteName === undefined ? '' : `, remote ${vscode.env.remoteName}`})`,
      platform: `${process.platform} ${process.arch}`,
      node: process.version,
      status: connected ? state.status : null,
      // A doctor that cannot be asked is part of what is reported, not a reason to report nothing.
      doctor: connected ? await doctor.report(here()).catch(() => null) : null,
      log: log.tail,
    },
    { home: homedir(), user: userInfo().username },
  );
}
