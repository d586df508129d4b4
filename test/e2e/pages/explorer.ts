import path from 'node:path';
import type { EditorWindow } from '../../../scripts/lib/editorWindow.js';

/** The Explorer's tree of files, used by keys. */
export class Explorer {
  constructor(
    private readonly window: EditorWindow,
    private readonly folder: string,
  ) {}

  /** Gives a file of the folder another name; with slashes in it, another folder too. */
  async rename(file: string, name: string): Promise<void> {
    await this.window.evaluate(
      async (vscode, at) => {
        await vscode.commands.executeCommand('revealInExplorer', vscode.Uri.file(at));
      },
      path.join(this.folder, file),
    );
    const { page } = this.window;
    const row = page.locator('.explorer-folders-view .monaco-list-row.focused');
    await row.filter({ hasText: path.basename(file) }).waitFor();
    await row.click();
    await page.keyboard.press('F2');
    const input = page.locator(
      '.explorer-item-edited input, .explorer-item .monaco-inputbox input',
    );
    await input.fill(name);
    await input.press('Enter');
    // VS Code asks before an extension changes other files along with it.
    const ok = page.locator('.monaco-dialog-box').getByRole('button', { name: 'OK' });
    await ok.click();
    await input.waitFor({ state: 'hidden' });
  }
}
