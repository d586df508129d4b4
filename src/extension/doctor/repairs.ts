import * as vscode from 'vscode';
import type { Repair } from '../../protocol/doctor.js';
import { requireTrust } from '../platform/trust.js';

/** Does what a check offers. @throws when it cannot be done */
export async function applyRepair(repair: Repair): Promise<void> {
  switch (repair.kind) {
    case 'install-framework':
      await vscode.commands.executeCommand('quantum.projects.installFramework', repair.projectId);
      break;
    case 'relink-folder':
      await vscode.commands.executeCommand('quantum.projects.relinkFolder', repair.projectId);
      break;
    case 'restart-service':
      await vscode.commands.executeCommand('quantum.restartService');
      break;
    case 'terminal':
      suggestInTerminal(repair.command);
      break;
    case 'setting':
      await vscode.commands.executeCommand('workbench.action.openSettings', repair.setting);
      break;
    case 'url':
      await openLink(repair.url);
      break;
    default:
      repair satisfies never;
  }
}

/** Types the command without running it: the person presses Enter. */
function suggestInTerminal(command: string): void {
  requireTrust();
  const terminal = vscode.window.createTerminal({ name: vscode.l10n.t('Quantum Doctor') });
  terminal.show();
  terminal.sendText(command, false);
}

async function openLink(url: string): Promise<void> {
  const uri = vscode.Uri.parse(url, true);
  if (uri.scheme !== 'https' && uri.scheme !== 'http')
    throw new Error(vscode.l10n.t('This link cannot be opened: {0}', url));
  await vscode.env.openExternal(uri);
}
