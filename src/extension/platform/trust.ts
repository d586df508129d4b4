import * as vscode from 'vscode';

/** A person must trust the workspace before anything of it, or for it, is started. */
export class NotTrusted extends Error {
  override readonly name = 'NotTrusted';
  readonly detail = vscode.l10n.t(
    'Quantum Admin does not start its service or any interpreter in a workspace that is not trusted.',
  );
  readonly repair = vscode.l10n.t('Trust the workspace and try again.');

  constructor() {
    super('workspace not trusted');
  }
}

/** @throws NotTrusted in a restricted window. Commands call it too: hiding a button is no guard. */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted) throw new NotTrusted();
}
