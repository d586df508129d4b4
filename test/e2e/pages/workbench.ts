import type { FrameLocator, Locator, Page } from 'playwright-core';
import { until } from '../../../scripts/lib/deadline.js';

/** The parts of VS Code's window that are nobody's in particular. */
export class Workbench {
  constructor(private readonly page: Page) {}

  /** Runs a command as a person does, from the command palette. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.quickInput();
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.getByRole('option', { name: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The field of a quick input or a quick pick. */
  quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input');
  }

  /** Answers the question that a quick input asks. */
  async answer(text: string): Promise<void> {
    await this.quickInput().waitFor();
    await this.quickInput().fill(text);
    await this.page.keyboard.press('Enter');
    await this.quickInput().waitFor({ state: 'hidden' });
  }

  /** Answers the editor's own dialog for a file, by its path. */
  async chooseFile(file: string): Promise<void> {
    // Whatever was asked before looks alike, and is gone in a moment; it has no button to agree.
    const dialog = this.page
      .locator('.quick-input-widget:visible')
      .filter({ has: this.page.getByRole('button', { name: 'OK', exact: true }) });
    const field = dialog.locator('input:not([type="checkbox"])');
    await field.waitFor();
    // It fills itself with a folder once that is listed: what was typed before is lost.
    await until('the chosen file', async () => {
      if (!(await field.isVisible())) return true;
      await field.fill(file, { timeout: 3_000 });
      await this.page.keyboard.press('Enter');
      return field.waitFor({ state: 'hidden', timeout: 3_000 }).then(() => true);
    });
  }

  terminal(): Locator {
    return this.page.locator('.terminal-wrapper.active .xterm');
  }

  dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  async press(button: string): Promise<void> {
    await this.dialog().getByRole('button', { name: button }).click();
    await this.dialog().waitFor({ state: 'hidden' });
  }

  notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }

  editorTab(name: string): Locator {
    return this.page.locator('.tabs-container').getByRole('tab', { name });
  }

  /** What the webview in front shows. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }
}
