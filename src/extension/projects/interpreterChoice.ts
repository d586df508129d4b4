import path from 'node:path';
import * as vscode from 'vscode';
import { Disposables } from '../platform/disposables.js';
import type { Disposable } from '../platform/signal.js';

/** The part of the Python extension's exported API that is read here. */
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    readonly onDidChangeActiveEnvironmentPath?: (listener: () => void) => Disposable;
  };
}

/**
 * The interpreter the editor has for a folder: the setting, else what the Python extension chose, else
 * null. The Python extension is asked only when it runs already: it is never activated from here.
 */
export function interpreterChoice(folder: vscode.Uri): string | null {
  const setting = vscode.workspace
    .getConfiguration('quantum', folder)
    .get<string>('python.interpreter', '')
    .trim();
  if (setting !== '') return path.resolve(folder.fsPath, setting.replace(/^~(?=[/\\])/, homeOf()));
  const chosen = pythonApi()?.environments.getActiveEnvironmentPath(folder).path;
  return chosen !== undefined && path.isAbsolute(chosen) ? chosen : null;
}

/** Calls back when the setting or the Python extension's choice changes. */
export function onInterpreterChange(listener: () => void): Disposable {
  const owned = new Disposables();
  owned.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('quantum.python.interpreter')) listener();
    }),
  );
  let following: Disposable | undefined;
  const follow = (): void => {
    following ??= pythonApi()?.environments.onDidChangeActiveEnvironmentPath?.(listener);
  };
  follow();
  owned.add(vscode.extensions.onDidChange(follow));
  owned.add({ dispose: () => following?.dispose() });
  return owned;
}

function pythonApi(): PythonApi | undefined {
  const extension = vscode.extensions.getExtension<Partial<PythonApi> | undefined>(
    'ms-python.python',
  );
  if (extension?.isActive !== true) return undefined;
  const environments = extension.exports?.environments;
  return environments === undefined ? undefined : { environments };
}

function homeOf(): string {
  return process.env['HOME'] ?? process.env['USERPROFILE'] ?? '~';
}
