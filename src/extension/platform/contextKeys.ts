import * as vscode from 'vscode';

/**
 * Every context key of the extension with its values. The manifest's `when` clauses may use these and
 * no others (test/manifest).
 */
export interface ContextKeys {
  /** Why the Projects view shows no row, or `none` when it shows some. Exclusive. */
  'quantum.projects.empty':
    | 'none'
    | 'loading'
    | 'no-project'
    | 'no-folder'
    | 'untrusted'
    | 'failed'
    | 'reload-needed'
    | 'stays-deleted'
    | 'filtered';
  'quantum.projects.filtered': boolean;
  /** At least one project is known: completes the walkthrough's first step. */
  'quantum.hasProject': boolean;
  /** A project with the framework in its environment is known. */
  'quantum.hasFramework': boolean;
}

/** The keys by name, for the manifest's test. */
export const contextKeyNames: readonly (keyof ContextKeys)[] = [
  'quantum.projects.empty',
  'quantum.projects.filtered',
  'quantum.hasProject',
  'quantum.hasFramework',
];

export type SetContext = <K extends keyof ContextKeys>(key: K, value: ContextKeys[K]) => void;

/** Sets a key only when its value changed: each setContext re-evaluates every menu. */
export function createContextKeys(): SetContext {
  const last = new Map<string, unknown>();
  return (key, value) => {
    if (last.has(key) && last.get(key) === value) return;
    last.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
}
