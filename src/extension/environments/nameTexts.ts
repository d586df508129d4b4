import * as vscode from 'vscode';
import {
  environmentNameProblem,
  keyProblem,
  longestEnvironmentName,
  longestKey,
  longestValue,
  type KeyProblem,
} from '../../protocol/environmentRules.js';

/** What is wrong with the name of an environment as it is typed, in a sentence. */
export const judgedName =
  (taken: readonly string[]) =>
  (text: string): string | undefined => {
    switch (environmentNameProblem(text, taken)) {
      case undefined:
        return undefined;
      case 'empty':
        return vscode.l10n.t('This cannot be empty.');
      case 'characters':
        return vscode.l10n.t(
          'Letters, digits, "_", "." and "-", beginning with a letter or digit.',
        );
      case 'long':
        return vscode.l10n.t('A name has {0} characters at most.', longestEnvironmentName);
      case 'taken':
        return vscode.l10n.t('Another environment of the project has this name.');
    }
  };

/** What is wrong with the name of a variable as it is typed, in a sentence. */
export const judgedKey =
  (taken: readonly string[]) =>
  (text: string): string | undefined => {
    const problem = keyProblem(text, taken);
    return problem === undefined ? undefined : keyText(problem);
  };

export function keyText(problem: KeyProblem): string {
  switch (problem) {
    case 'empty':
      return vscode.l10n.t('This cannot be empty.');
    case 'characters':
      return vscode.l10n.t('Letters, digits and "_", beginning with a letter or "_".');
    case 'long':
      return vscode.l10n.t('A name has {0} characters at most.', longestKey);
    case 'ours':
      return vscode.l10n.t(
        'Names that begin with QUANTUM_ADMIN_ are settings of Quantum Admin, which applications are not given.',
      );
    case 'taken':
      return vscode.l10n.t('There is a variable of this name already.');
  }
}

/** What is wrong with a value as it is typed. */
export function judgedValue(text: string): string | undefined {
  return Buffer.byteLength(text) > longestValue
    ? vscode.l10n.t('A value has {0} KiB at most.', longestValue / 1024)
    : undefined;
}

/** What is wrong with an address as it is typed; none is one, too. */
export function judgedUrl(text: string): string | undefined {
  if (text === '' || (/^https?:\/\/\S+$/.test(text) && text.length <= 2048 && URL.canParse(text)))
    return undefined;
  return vscode.l10n.t('An address that begins with http:// or https://, without spaces.');
}
