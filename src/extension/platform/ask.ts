import * as vscode from 'vscode';
import { Cancelled } from './reporter.js';

/** What a person types. @throws Cancelled when nothing is answered */
export async function ask(options: vscode.InputBoxOptions): Promise<string> {
  const answer = await vscode.window.showInputBox(options);
  if (answer === undefined) throw new Cancelled();
  return answer;
}
