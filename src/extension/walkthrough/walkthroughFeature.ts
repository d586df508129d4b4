import * as vscode from 'vscode';
import type { SetContext } from '../platform/contextKeys.js';
import type { CommandRegistry } from '../platform/reporter.js';
import { DoneSteps, type Step } from './doneSteps.js';

export interface WalkthroughDeps {
  readonly reporter: CommandRegistry;
  readonly setContext: SetContext;
}

/** Commands that complete a step by having been run. */
const stepOfCommand: Readonly<Record<string, Step>> = {
  'quantum.projects.openDetails': 'details',
  'quantum.doctor': 'doctor',
  'quantum.openApiDocs': 'api',
};
const memoryKey = 'quantum.walkthrough.done';

/** Keeps what was done; answers how another feature says that a step is. */
export function registerWalkthrough(
  context: vscode.ExtensionContext,
  { reporter, setContext }: WalkthroughDeps,
): (step: Step) => void {
  const { globalState } = context;
  const memory = {
    get: () => globalState.get<readonly string[]>(memoryKey, []),
    keep: (steps: readonly string[]) => void globalState.update(memoryKey, steps),
  };
  const steps = new DoneSteps(memory, setContext);
  context.subscriptions.push(
    vscode.Disposable.from(
      reporter.onDidRun((command) => {
        const step = stepOfCommand[command];
        if (step !== undefined) steps.done(step);
      }),
    ),
    vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
      // The API has no name for the tab of a walkthrough: it is one of those whose input is unknown.
      if ([...opened, ...changed].some(({ input }) => input === undefined)) steps.tell();
    }),
  );
  return (step) => steps.done(step);
}
