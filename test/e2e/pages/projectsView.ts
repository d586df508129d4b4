import type { Locator, Page } from 'playwright-core';
import { until } from '../../../scripts/lib/deadline.js';
import { Workbench } from './workbench.js';

/** The Projects view, as a screen reader hears it. */
export class ProjectsView {
  readonly #workbench: Workbench;

  constructor(private readonly page: Page) {
    this.#workbench = new Workbench(page);
  }

  /** Shows the view; its tab in the activity bar toggles, so it is pressed only when the view is hidden. */
  async show(): Promise<void> {
    const tab = this.page.locator('.part.activitybar').getByRole('tab', { name: /^Quantum/ });
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
    return this.page.locator('.part.sidebar .welcome-view-content:visible');
  }

  /** Chooses from the row's context menu. */
  async choose(name: string, item: string): Promise<void> {
    const choice = this.page.getByRole('menuitem', { name: item });
    await until(`${item} in the menu of ${name}`, async () => {
      await this.row(name).click({ button: 'right', timeout: 5000 });
      await choice.waitFor({ timeout: 5000 });
      // A menu takes no click in its first moments; it is gone once it has taken one.
      await choice.click({ timeout: 5000 });
      const gone = choice.waitFor({ state: 'hidden', timeout: 2000 });
      if (await gone.then(() => true).catch(() => false)) return true;
      await this.page.keyboard.press('Escape');
      return false;
    });
  }

  /** Rows or, when there are none, the welcome text. */
  #pane(): Locator {
    const tree = this.page.locator('.part.sidebar').getByRole('tree', { name: /Projects/ });
    return tree.or(this.welcome()).filter({ visible: true }).first();
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
