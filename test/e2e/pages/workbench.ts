import path from 'node:path';
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
    await this.#hasTaken(`>${title}`);
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
    await this.#hasTaken(text);
  }

  /** What was typed is gone: with its field, or for the next question, which comes in the same one. */
  async #hasTaken(text: string): Promise<void> {
    await until(`${text} to be taken`, async () => {
      const field = this.quickInput();
      return !(await field.isVisible()) || (await field.inputValue({ timeout: 1_000 })) !== text;
    });
  }

  /** Answers the editor's own dialog for a file, by its path. */
  async chooseFile(file: string): Promise<void> {
    const field = this.page.locator('.quick-input-widget:visible input:not([type="checkbox"])');
    // Whatever was asked before looks alike, and is gone in a moment: this one begins with a place.
    await until('the dialog for a file', async () =>
      (await field.inputValue({ timeout: 3_000 })).startsWith(path.sep),
    );
    // It fills itself once the folder is listed: what was typed before is lost.
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
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
