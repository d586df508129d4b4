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
  /** Why the Components view shows no row, or `none` when it shows some. Exclusive. */
  'quantum.components.empty': 'none' | 'loading' | 'no-project' | 'no-component' | 'filtered';
  'quantum.components.filtered': boolean;
  /** The last move in the Components view can be taken back by the next undo. */
  'quantum.components.canUndoMove': boolean;
  /** Whether the Components view follows the files: what is worst of the window's projects. */
  'quantum.components.watch': 'unasked' | 'watching' | 'paused' | 'lost';
  /** Why the Datasources view shows no row, or `none` when it shows some. Exclusive. */
  'quantum.datasources.empty': 'none' | 'loading' | 'no-project' | 'no-datasource' | 'no-engine';
  /** Why the Environments view shows no row, or `none` when it shows some. Exclusive. */
  'quantum.environments.empty': 'none' | 'loading' | 'no-project' | 'no-environment';
  /** The window has a folder of ours: new files can be made. */
  'quantum.hasProject': boolean;
  /** True for a moment: a step of the walkthrough is done (walkthrough/doneSteps.ts). */
  'quantum.done.project': boolean;
  'quantum.done.framework': boolean;
  'quantum.done.view': boolean;
  'quantum.done.details': boolean;
  'quantum.done.doctor': boolean;
  'quantum.done.api': boolean;
}

/** The keys by name, for the manifest's test. */
export const contextKeyNames: readonly (keyof ContextKeys)[] = [
  'quantum.projects.empty',
  'quantum.projects.filtered',
  'quantum.components.empty',
  'quantum.components.filtered',
  'quantum.components.canUndoMove',
  'quantum.components.watch',
  'quantum.datasources.empty',
  'quantum.environments.empty',
  'quantum.hasProject',
  'quantum.done.project',
  'quantum.done.framework',
  'quantum.done.view',
  'quantum.done.details',
  'quantum.done.doctor',
  'quantum.done.api',
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
