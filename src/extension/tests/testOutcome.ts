import * as vscode from 'vscode';
import type { TestResult } from '../../protocol/testResults.js';
import { expectedActual } from './expectedActual.js';
import { hollowTag } from './testItems.js';

const at = (line: number | null): vscode.Position => new vscode.Position((line ?? 1) - 1, 0);

/** The message at the step that did not hold, with the line of the page as its second place. */
function messageOf(result: TestResult, root: vscode.Uri): vscode.TestMessage {
  const { message, file, line, failureLine, step, pageFile, pageLine } = result;
  const sides = expectedActual(message);
  const told = sides
    ? vscode.TestMessage.diff(message, sides.expected, sides.actual)
    : new vscode.TestMessage(message);
  const uri = vscode.Uri.joinPath(root, file);
  const position = at(failureLine ?? line);
  told.location = new vscode.Location(uri, position);
  if (pageFile !== null) {
    const page = vscode.Uri.joinPath(root, pageFile);
    told.stackTrace = [
      new vscode.TestMessageStackFrame(pageFile, page, at(pageLine)),
      new vscode.TestMessageStackFrame(step ?? result.name, uri, position),
    ];
  }
  return told;
}

/** Shows what became of a test on its item. */
export function showOutcome(
  run: vscode.TestRun,
  item: vscode.TestItem,
  result: TestResult,
  root: vscode.Uri,
): void {
  const { status, durationMs, hollow, output } = result;
  const isTest = item.children.size === 0 && item.range !== undefined;
  if (isTest) {
    const wasHollow = item.tags.includes(hollowTag);
    const others = item.tags.filter((tag) => tag !== hollowTag);
    item.tags = hollow === null ? others : [...others, hollowTag];
    // In the label: screen readers say a description in its place.
    if (hollow !== null) item.label = vscode.l10n.t('{0} (hollow)', result.name);
    else if (wasHollow) item.label = result.name;
  }
  if (output !== '') {
    run.appendOutput(output.replace(/\r?\n/g, '\r\n'), undefined, item);
  }
  if (hollow !== null) {
    const text = vscode.l10n.t('{0} passed and says little: {1}', result.name, hollow);
    run.appendOutput(`${text.replace(/\r?\n/g, '\r\n')}\r\n`, undefined, item);
  }
  if (status === 'passed') run.passed(item, durationMs);
  else if (status === 'failed') run.failed(item, messageOf(result, root), durationMs);
  else run.errored(item, messageOf(result, root), durationMs);
}
