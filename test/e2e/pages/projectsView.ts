import type { Locator, Page } from 'playwright-core';
import { until } from '../../../scripts/lib/deadline.js';

/** The Projects view, as a screen reader hears it. */
export class ProjectsView {
  constructor(private readonly page: Page) {}

  /** Shows the view. Its tab in the activity bar toggles, so it is pressed only when another one is shown. */
  async show(): Promise<void> {
    const tab = this.page.locator('.part.activitybar').getByRole('tab', { name: /^Quantum/ });
    await tab.waitFor();
    const isChosen = (await tab.getAttribute('aria-selected')) === 'true';
    const sideBar = this.page.locator('.part.sidebar');
    if (!isChosen || !(await sideBar.isVisible())) await tab.click();
    await this.#pane().waitFor();
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
    // The views below it have texts of their own.
    const pane = this.page.locator('.part.sidebar .pane').first();
    return pane.locator('.welcome-view-content:visible');
  }

  /** Chooses from the row's context menu, by keys: a menu takes no click in its first moments. */
  async choose(name: string, item: string): Promise<void> {
    const choice = this.page.getByRole('menuitem', { name: new RegExp(`^${escaped(item)}`) });
    await until(`${item} taken from the menu of ${name}`, async () => {
      if (!(await choice.isVisible())) {
        // Rows move while a tree fills: the menu may have been another row's.
        await this.page.keyboard.press('Escape');
        await this.row(name).click({ button: 'right', timeout: 5000 });
        await choice.waitFor({ timeout: 2000 });
      }
      await choice.hover();
      await this.page.keyboard.press('Enter');
      return choice.waitFor({ state: 'hidden', timeout: 3000 }).then(() => true);
    });
  }

  /** Rows or, when there are none, the welcome text. */
  #pane(): Locator {
    const tree = this.page.locator('.part.sidebar').getByRole('tree', { name: /Projects/ });
    return tree.or(this.welcome()).filter({ visible: true }).first();
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
