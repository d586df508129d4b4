import type { Locator, Page } from 'playwright-core';
import { Workbench } from './workbench.js';

/** The Projects view, as a screen reader hears it. */
export class ProjectsView {
  readonly #workbench: Workbench;

  constructor(private readonly page: Page) {
    this.#workbench = new Workbench(page);
  }

  /** Shows the view; its tab in the activity bar toggles, so it is pressed only when the view is hidden. */
  async show(): Promise<void> {
    const tab = this.page.getByRole('tab', { name: /^Quantum/ });
    await tab.waitFor();
    if ((await tab.getAttribute('aria-selected')) !== 'true' || !(await this.#pane().isVisible())) {
      await tab.click();
    }
    await this.#pane().waitFor();
  }

  /** Hides the side bar again, and with it the view. */
  async hide(): Promise<void> {
    await this.#workbench.run('View: Close Primary Side Bar');
    await this.#pane().waitFor({ state: 'hidden' });
  }

  /** The row of a project. Its accessible name is its name and the most important thing about it. */
  row(name: string): Locator {
    return this.#pane().getByRole('treeitem', { name: new RegExp(`^${escaped(name)}, `) });
  }

  /** A fact below a project, such as `Framework`. */
  fact(name: string): Locator {
    return this.#pane().getByRole('treeitem', { name: new RegExp(`^${escaped(name)}: `) });
  }

  projects(): Locator {
    return this.#pane().locator('[role="treeitem"][aria-level="1"]');
  }

  /** The text and buttons of a view without rows. */
  welcome(): Locator {
    return this.page.locator('.welcome-view-content');
  }

  /** Chooses from the row's context menu. */
  async choose(name: string, item: string): Promise<void> {
    const row = this.row(name);
    await row.click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  #pane(): Locator {
    return this.page
      .getByRole('tree', { name: /Projects/ })
      .or(this.welcome())
      .first();
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
