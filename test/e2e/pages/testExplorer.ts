import type { Locator, Page } from 'playwright-core';
import { until } from '../../../scripts/lib/deadline.js';
import type { EditorWindow } from '../../../scripts/lib/editorWindow.js';

/** Starts all tests. How long they take is the concern of whoever waits for what they show. */
export async function startAll(window: EditorWindow): Promise<void> {
  await window.evaluate((vscode) => {
    void vscode.commands.executeCommand('testing.runAll');
  });
}

/** The Test Explorer, as a screen reader hears it. */
export class TestExplorer {
  constructor(private readonly page: Page) {}

  /** A row by how its name begins. */
  row(name: RegExp): Locator {
    return this.#tree().getByRole('treeitem', { name }).first();
  }

  /** The names of the rows that are shown, without what became of them. */
  async names(): Promise<string[]> {
    const rows = this.#tree().getByRole('treeitem');
    const labels = await rows.evaluateAll((all) =>
      all.map((row) => row.getAttribute('aria-label') ?? ''),
    );
    return labels.map((label) => label.replace(/[ ,]*\(.*$/, ''));
  }

  /** Chooses from the context menu of a row, by keys: a menu takes no click in its first moments. */
  async choose(name: RegExp, item: RegExp): Promise<void> {
    const choice = this.page.getByRole('menuitem', { name: item });
    await until(`${item.source} taken from the menu of ${name.source}`, async () => {
      if (!(await choice.isVisible())) {
        // Rows move while a tree fills: the menu may have been another row's.
        await this.page.keyboard.press('Escape');
        await this.row(name).click({ button: 'right', timeout: 5_000 });
        await choice.waitFor({ timeout: 2_000 });
      }
      await choice.hover();
      await this.page.keyboard.press('Enter');
      return choice.waitFor({ state: 'hidden', timeout: 3_000 }).then(() => true);
    });
  }

  /** Types what is to be left into the field above the tree. */
  async filter(text: string): Promise<void> {
    await this.page.locator('.testing-filter-wrapper .monaco-editor').click();
    await this.page.keyboard.type(text);
  }

  #tree(): Locator {
    return this.page.getByRole('tree', { name: /Test Explorer/ });
  }
}
