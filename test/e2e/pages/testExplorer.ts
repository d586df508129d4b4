import type { EditorWindow } from '../../../scripts/lib/editorWindow.js';

/** Starts all tests. How long they take is the concern of whoever waits for what they show. */
export async function startAll(window: EditorWindow): Promise<void> {
  await window.evaluate((vscode) => {
    void vscode.commands.executeCommand('testing.runAll');
  });
}
