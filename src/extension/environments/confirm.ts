import * as vscode from 'vscode';
import { Cancelled } from '../platform/reporter.js';

/** Asks before something is done that has consequences. @throws Cancelled unless a person says the verb */
export async function confirm(question: string, detail: string, verb: string): Promise<void> {
  const options = { modal: true, detail };
  const chosen = await vscode.window.showWarningMessage(question, options, verb);
  if (chosen !== verb) throw new Cancelled();
}
