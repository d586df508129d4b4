import * as vscode from 'vscode';
import type { FormProblem } from '../../protocol/datasourceRules.js';

/** What is wrong with a field, in a sentence. */
export function problemText(problem: FormProblem): string {
  switch (problem) {
    case 'empty':
      return vscode.l10n.t('This cannot be empty.');
    case 'name-characters':
      return vscode.l10n.t('Letters, digits, "_", "." and "-", beginning with a letter or digit.');
    case 'name-long':
      return vscode.l10n.t('A name has 63 characters at most.');
    case 'name-taken':
      return vscode.l10n.t('Another datasource of the project has this name.');
    case 'spaces':
      return vscode.l10n.t('No spaces.');
    case 'port':
      return vscode.l10n.t('A port is a number from 1 to 65535.');
    case 'user-characters':
      return vscode.l10n.t('Letters, digits, "_", ".", "$", "@" and "-", 63 at most.');
    case 'file-outside':
      return vscode.l10n.t('A file within the project, such as data/app.db.');
  }
}
