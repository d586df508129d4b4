import { until } from '../../../scripts/lib/deadline.js';
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
    const input = page.locator(
      '.explorer-item-edited input, .explorer-item .monaco-inputbox input',
    );
    // The field closes again when the tree is drawn anew under it.
    await until('the name can be changed', async () => {
      await row.click({ timeout: 3000 });
      await page.keyboard.press('F2');
      await input.fill(name, { timeout: 3000 });
      return true;
    });
    await input.press('Enter');
    // VS Code asks before an extension changes other files along with it.
    const ok = page.locator('.monaco-dialog-box').getByRole('button', { name: 'OK' });
    await ok.click();
    await input.waitFor({ state: 'hidden' });
  }
}
