import path from 'node:path';
import * as vscode from 'vscode';
import type { InterpreterSource } from '../../protocol/projects.js';
import { Disposables } from '../platform/disposables.js';
import type { Disposable } from '../platform/signal.js';

/** The part of the Python extension's exported API that is read here. */
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    readonly onDidChangeActiveEnvironmentPath?: (listener: () => void) => Disposable;
  };
}

/** An interpreter and whose choice it is. */
export interface Choice {
  readonly path: string;
  readonly source: InterpreterSource;
}

/**
 * The interpreter the editor has for a folder: the setting, else what the Python extension chose, else
 * null. The Python extension is asked only when it runs already: it is never activated from here.
 */
export function interpreterChoice(folder: vscode.Uri): Choice | null {
  const setting = vscode.workspace
    .getConfiguration('quantum', folder)
    .get<string>('python.interpreter', '')
    .trim();
  if (setting !== '') return { path: placeOf(setting, folder.fsPath), source: 'setting' };
  const chosen = pythonApi()?.environments.getActiveEnvironmentPath(folder).path;
  if (chosen === undefined || !path.isAbsolute(chosen)) return null;
  return { path: chosen, source: 'python-extension' };
}

/** A bare name stays one: it is looked for on PATH. */
function placeOf(setting: string, folder: string): string {
  const place = setting.replace(/^~(?=[/\\])/, homeOf()).replaceAll('${workspaceFolder}', folder);
  return /[/\\]/.test(place) ? path.resolve(folder, place) : place;
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
