import type { InterpreterSource } from './projects.js';

/** What the extension and the language server say to each other beyond the protocol of the editor. */

/** A person's interpreter for one workspace folder. */
export interface ChosenInterpreter {
  /** The workspace folder, as its URI. */
  readonly folder: string;
  readonly path: string;
  readonly source: InterpreterSource;
}

/** Sent as initializationOptions, and again, whole, whenever any of it changes. */
export interface LanguageServerEnvironment {
  /** False: no program of the workspace is started; outline and folding work all the same. */
  readonly trusted: boolean;
  /** The setting `quantum.diagnostics.judge`. */
  readonly judge: boolean;
  readonly interpreters: readonly ChosenInterpreter[];
}

/** Notification, client to server: `LanguageServerEnvironment`. */
export const didChangeEnvironment = 'quantum/didChangeEnvironment';

/** How one application's judge is doing. */
export interface LanguageServerStatus {
  /** The application's folder. */
  readonly root: string;
  readonly interpreter: string | null;
  readonly pythonVersion: string | null;
  readonly frameworkVersion: string | null;
  /** One sentence saying what is wrong and what to do; null when the judge works. */
  readonly problem: string | null;
}

/** Notification, server to client: `LanguageServerStatus`. */
export const serverStatus = 'quantum/serverStatus';
