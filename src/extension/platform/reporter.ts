import * as vscode from 'vscode';
import type { Log } from './log.js';
import { problemText } from './problemMessage.js';
import { Signal } from './signal.js';

/** Thrown when a person backed out of a dialog: not an error, nobody is told. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Registers commands whose failures are told once, with the repair and the log at hand. */
export interface CommandRegistry {
  register(id: string, run: (...args: unknown[]) => unknown): vscode.Disposable;
  /** The id of each registered command that ran to its end. */
  readonly onDidRun: Signal<string>['on'];
  /** Runs something outside a command under the same error reporting. */
  guard(what: string, run: () => unknown): Promise<void>;
}

/** The boundary where errors become messages; everything below it throws. */
export function createReporter(log: Log): CommandRegistry {
  const guard = async (what: string, run: () => unknown): Promise<unknown> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Cancelled || error instanceof vscode.CancellationError) return undefined;
      log.error(`${what} failed`, error);
      void tell(log, error);
      return undefined;
    }
  };
  const ran = new Signal<string>();
  return {
    register: (id, run) =>
      vscode.commands.registerCommand(id, (...args: unknown[]) =>
        guard(id, async () => {
          const result = await run(...args);
          ran.fire(id);
          return result;
        }),
      ),
    onDidRun: ran.on,
    guard: async (what, run) => {
      await guard(what, run);
    },
  };
}

async function tell(log: Log, error: unknown): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const chosen = await vscode.window.showErrorMessage(problemText(error), showLog);
  if (chosen === showLog) log.show();
}
