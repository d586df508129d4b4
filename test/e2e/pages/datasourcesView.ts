import type { Locator, Page } from 'playwright-core';

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

  /** A button of the view without rows. */
  welcome(name: string): Locator {
    return this.#side().getByRole('button', { name });
  }

  #side(): Locator {
    return this.page.locator('.part.sidebar');
  }
}
