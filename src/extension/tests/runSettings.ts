import * as vscode from 'vscode';
import type { RunTests } from '../../protocol/testRuns.js';

/** How a person wants tests to run, whoever starts them in the window. */
export function runSettings(): Pick<RunTests, 'workers' | 'time_limit_seconds'> {
  return {
    workers: vscode.workspace.getConfiguration('quantum').get('tests.workers', 2),
    time_limit_seconds: vscode.workspace.getConfiguration('quantum').get('tests.timeLimit', 60),
  };
}
