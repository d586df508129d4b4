import path from 'node:path';
import * as vscode from 'vscode';
import type { LanguageServerStatus } from '../../protocol/languageServer.js';
import type { Disposable } from '../platform/signal.js';

export interface LanguageStatus extends Disposable {
  show(status: LanguageServerStatus): void;
  /** The server ended: nothing is known any more. */
  clear(): void;
}

/**
 * Beside the language in the status bar: the framework a document is held to, where it was found, and what
 * is wrong with it. An item for each application, shown with its documents.
 */
export function createLanguageStatus(): LanguageStatus {
  const items = new Map<string, vscode.LanguageStatusItem>();
  const clear = (): void => {
    for (const item of items.values()) item.dispose();
    items.clear();
  };
  return {
    show: (status) => {
      const { root, problem } = status;
      const item = items.get(root) ?? createItem(root);
      items.set(root, item);
      item.text = textOf(status);
      item.detail = problem ?? detailOf(status);
      item.severity =
        problem === null
          ? vscode.LanguageStatusSeverity.Information
          : vscode.LanguageStatusSeverity.Warning;
    },
    clear,
    dispose: clear,
  };
}

function createItem(root: string): vscode.LanguageStatusItem {
  const pattern = new vscode.RelativePattern(vscode.Uri.file(root), '**/*');
  const item = vscode.languages.createLanguageStatusItem(`quantum.framework:${root}`, {
    language: 'quantum',
    pattern,
  });
  item.name = vscode.l10n.t('Quantum Framework');
  item.command = { command: 'quantum.doctor', title: vscode.l10n.t('Open Doctor') };
  return item;
}

function textOf({ root, interpreter, frameworkVersion, catalogue }: LanguageServerStatus): string {
  if (frameworkVersion === null || interpreter === null) {
    return vscode.l10n.t('Quantum {0} (the framework was not found)', catalogue);
  }
  return vscode.l10n.t(
    'Quantum {0} (from {1})',
    frameworkVersion,
    environmentOf(root, interpreter),
  );
}

function detailOf({ frameworkVersion, catalogue }: LanguageServerStatus): string {
  return frameworkVersion === null || frameworkVersion === catalogue
    ? ''
    : vscode.l10n.t('Checked by the rules of {0}', catalogue);
}

/** `.venv` for an environment of the project, else the interpreter's path. */
function environmentOf(root: string, interpreter: string): string {
  const relative = path.relative(root, interpreter);
  const isInside = !relative.startsWith('..') && !path.isAbsolute(relative);
  return isInside ? (relative.split(path.sep).at(0) ?? interpreter) : interpreter;
}
