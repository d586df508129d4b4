import * as vscode from 'vscode';
import { Cancelled } from '../platform/reporter.js';
import { nameProblem, type NameProblem } from './projectName.js';

/** Asks for a project's name, judging it while a person types. @throws Cancelled */
export async function askName(
  options: vscode.InputBoxOptions,
  taken: readonly string[],
): Promise<string> {
  const name = await vscode.window.showInputBox({
    ...options,
    validateInput: (text) => {
      const problem = nameProblem(text, taken);
      return problem === undefined ? undefined : sentences[problem]();
    },
  });
  if (name === undefined) throw new Cancelled();
  return name;
}

const sentences: Record<NameProblem, () => string> = {
  empty: () => vscode.l10n.t('A project needs a name.'),
  padded: () => vscode.l10n.t('A name does not begin or end with a space.'),
  long: () => vscode.l10n.t('A name has 100 characters at most.'),
  taken: () => vscode.l10n.t('Another project has this name.'),
};
