import path from 'node:path';
import type { Page } from 'playwright-core';
import { until } from './deadline.js';
import { announcements, DriverClient, type InHost } from './driverClient.js';

/** One window of an editor: its page, and a line into its extension host. */
export class EditorWindow {
  /** What the page's console said of errors, to show when something failed. */
  readonly consoleErrors: string[] = [];
  #driver: DriverClient;

  private constructor(
    readonly page: Page,
    driver: DriverClient,
    private readonly announced: string,
  ) {
    this.#driver = driver;
  }

  /** `onReceived`: given all that the window is sent by its server, and so by extensions. */
  static async open(
    page: Page,
    url: string,
    announced: string,
    onReceived?: (data: Buffer) => void,
  ): Promise<EditorWindow> {
    if (onReceived !== undefined) {
      page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => onReceived(Buffer.from(payload))),
      );
    }
    const driver = await newHost(announced, () => page.goto(url));
    const window = new EditorWindow(page, driver, announced);
    page.on('console', (message) => {
      if (message.type() === 'error') window.consoleErrors.push(message.text());
    });
    await window.#shown();
    return window;
  }

  /** Process id of the extension host. */
  get hostPid(): number {
    return this.#driver.pid;
  }

  /** Runs `fn` in the extension host, with `vscode` and `arg`. What it answers has to be JSON. */
  evaluate<R>(fn: InHost<undefined, R>): Promise<R>;
  evaluate<A, R>(fn: InHost<A, R>, arg: A): Promise<R>;
  evaluate<A, R>(fn: InHost<A | undefined, R>, arg?: A): Promise<R> {
    return this.#driver.evaluate(fn, arg);
  }

  async screenshot(file: string): Promise<string> {
    const target = file.endsWith('.png') ? file : `${file}.png`;
    await this.page.screenshot({ path: path.resolve(target) });
    return target;
  }

  /** Reloads the window as a person does and follows to its new extension host. */
  async reload(): Promise<void> {
    this.#driver.close();
    this.#driver = await newHost(this.announced, () => this.page.reload());
    await this.#shown();
  }

  async close(): Promise<void> {
    this.#driver.close();
    await this.page.close();
  }

  async #shown(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.activitybar').waitFor({ timeout: 30_000 });
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 30_000 });
  }
}

/** Does `opening` and answers the extension host that appears because of it. */
async function newHost(announced: string, opening: () => Promise<unknown>): Promise<DriverClient> {
  const before = new Set((await announcements(announced)).map(({ address }) => address));
  await opening();
  return until(
    'the extension host of a new window',
    async () => {
      const fresh = (await announcements(announced)).find(({ address }) => !before.has(address));
      return fresh === undefined ? null : DriverClient.connect(fresh);
    },
    60_000,
  );
}
