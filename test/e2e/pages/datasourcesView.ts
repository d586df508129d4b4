import type { Locator, Page } from 'playwright-core';
import { until } from '../../../scripts/lib/deadline.js';

/** The Datasources view, as a screen reader hears it. */
export class DatasourcesView {
  constructor(private readonly page: Page) {}

  /** The row of a datasource in a state, such as `ready`. */
  row(name: string, state: string): Locator {
    return this.#side().getByRole('treeitem', { name: new RegExp(`^${name}, ${state}`) });
  }

  /** The view's list, when the keys go to it. */
  focused(): Locator {
    return this.#side().locator('.monaco-list:focus-within', { hasText: 'storefront-' });
  }

  /** Rests on a row until its tooltip shows this: a row that is drawn anew has it begin again. */
  async showTooltip(row: Locator, text: string): Promise<void> {
    await until('the tooltip', async () => {
      await this.page.mouse.move(0, 0);
      await row.hover();
      const tooltip = this.page.locator('.workbench-hover', { hasText: text });
      return tooltip.waitFor({ timeout: 4_000 }).then(() => true);
    });
  }

  /** A button of the view without rows. */
  welcome(name: string): Locator {
    return this.#side().getByRole('button', { name });
  }

  #side(): Locator {
    return this.page.locator('.part.sidebar');
  }
}
