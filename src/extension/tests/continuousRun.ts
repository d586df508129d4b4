import * as vscode from 'vscode';
import { coalesced } from '../platform/coalesced.js';

export interface ContinuousRunOptions {
  readonly request: vscode.TestRunRequest;
  /** Cancelled when a person turns it off. */
  readonly token: vscode.CancellationToken;
  /** Whether a save of this file can change what a test tells. */
  readonly concerns: (file: vscode.Uri) => boolean;
  /** Runs once and tells its failures itself. */
  readonly run: (request: vscode.TestRunRequest, token: vscode.CancellationToken) => Promise<void>;
}

/** Runs now and after each save until it is turned off. A save ends the run it comes into: its answer is old. */
export async function runOnEachSave(options: ContinuousRunOptions): Promise<void> {
  const { request, token, concerns, run } = options;
  let current = new vscode.CancellationTokenSource();
  const again = coalesced(async () => {
    current.dispose();
    current = new vscode.CancellationTokenSource();
    if (!token.isCancellationRequested) await run(copyOf(request), current.token);
  });
  const saves = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
    if (!concerns(uri)) return;
    current.cancel();
    void again();
  });
  const off = new Promise<void>((resolve) => {
    token.onCancellationRequested(() => {
      current.cancel();
      resolve();
    });
  });
  try {
    void again();
    await off;
  } finally {
    saves.dispose();
  }
}

/** VS Code knows a run by its request: whatever follows under one that has ended is not shown. */
function copyOf(request: vscode.TestRunRequest): vscode.TestRunRequest {
  const { include, exclude, profile, preserveFocus } = request;
  return new vscode.TestRunRequest(include, exclude, profile, true, preserveFocus);
}
