import type { Locator, Page } from 'playwright-core';

/** The Environments view, as a screen reader hears it. */
export class EnvironmentsView {
  constructor(private readonly page: Page) {}

  /** A row by what is heard of it, such as `staging, in use`. */
  row(heard: string): Locator {
    return this.#side().getByRole('treeitem', { name: heard, exact: true });
  }

  /** The view's list, when the keys go to it. */
  focused(): Locator {
    return this.#side().locator('.monaco-list:focus-within', { hasText: 'All environments' });
  }

  /** The environment in use, in the status bar. */
  inUse(name: string): Locator {
    return this.page.locator('.part.statusbar').getByRole('button', { name });
  }

  #side(): Locator {
    return this.page.locator('.part.sidebar');
  }
}
