import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { installVsix, startCodeServer, type RunningCodeServer } from './codeServer.js';
import { ensureCodeServer, type EditorName } from './codeServerInstall.js';
import { EditorWindow } from './editorWindow.js';
import { quietSettings, writeSettings, type Theme } from './editorSettings.js';
import { copyDriver, copyExtension, copyProduct, register } from './extensionFolder.js';
import { onInterruption } from './interruption.js';
import { endProcesses, processesWith } from './processes.js';

export interface EditorOptions {
  readonly version?: EditorName;
  /** A .vsix to install; or a copy of exactly the files a .vsix would hold; or nothing of the product. */
  readonly product: { readonly vsix: string } | 'files' | 'none';
  readonly theme?: Theme;
  /** Added to the quiet user settings. */
  readonly settings?: Record<string, unknown>;
  /** Asks for trust as VS Code does; otherwise every folder is trusted. */
  readonly untrusted?: boolean;
  /** The product's folder of state; default one of its own, removed at the end. */
  readonly home?: string;
  /** Further extension folders, copied as they are (e.g. an empty one, to compare with). */
  readonly beside?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly log?: (line: string) => void;
}

/** Marks every process that descends from one editor, however far it detaches. */
const marker = 'QUANTUM_DRIVER_FOLDER';

/**
 * One person's VS Code: a code-server with folders of its own and a headless browser that holds its
 * windows. `stop()` ends everything that came of it, the product's service too, and removes its folders.
 */
export class Editor {
  readonly home: string;
  /** The folder of the installed extensions. */
  readonly extensions: string;
  readonly logs: string;
  /** All that the editor keeps of this person: settings, states, logs, extensions. */
  readonly kept: string;
  readonly #temp: string;
  readonly #announced: string;
  readonly #server: RunningCodeServer;
  readonly #browser: Browser;
  #context: BrowserContext;
  readonly #notInterrupted: () => void;
  // One window at a time: that is how a window knows which extension host is its own.
  #opening: Promise<unknown> = Promise.resolve();

  private constructor(parts: {
    home: string;
    temp: string;
    announced: string;
    server: RunningCodeServer;
    browser: Browser;
    context: BrowserContext;
  }) {
    this.home = parts.home;
    this.#temp = parts.temp;
    this.kept = parts.temp;
    this.#announced = parts.announced;
    this.extensions = path.join(parts.temp, 'extensions');
    this.logs = path.join(parts.temp, 'user', 'logs');
    this.#server = parts.server;
    this.#browser = parts.browser;
    this.#context = parts.context;
    this.#notInterrupted = onInterruption(() => this.#end());
  }

  static async start(options: EditorOptions): Promise<Editor> {
    const log = options.log ?? (() => undefined);
    const installed = await ensureCodeServer(options.version ?? 'newest', log);
    const temp = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-editor-')));
    const home = options.home ?? path.join(temp, 'home');
    const announced = path.join(temp, 'driver');
    const folders = {
      extensions: path.join(temp, 'extensions'),
      userData: path.join(temp, 'user'),
    };
    let server: RunningCodeServer | undefined;
    try {
      for (const folder of [home, announced, ...Object.values(folders)]) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
      }
      const settings = {
        ...quietSettings(options.theme ?? 'light'),
        'security.workspace.trust.enabled': options.untrusted === true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
        ...options.settings,
      };
      await writeSettings(folders.userData, settings);
      const copies = [await copyDriver(folders.extensions)];
      for (const beside of options.beside ?? []) {
        copies.push(await copyExtension(beside, folders.extensions));
      }
      if (options.product === 'files') copies.push(await copyProduct(folders.extensions));
      else if (options.product !== 'none') {
        await installVsix(installed, folders, options.product.vsix);
      }
      await register(folders.extensions, copies);
      server = await startCodeServer(installed, folders, {
        ...process.env,
        ...options.env,
        // No gallery: nothing is asked of any network.
        EXTENSIONS_GALLERY: '{}',
        QUANTUM_ADMIN_HOME: home,
        [marker]: announced,
      });
      const browser = await launchChromium(log);
      const context = await browser.newContext(view);
      return new Editor({ home, temp, announced, server, browser, context });
    } catch (error) {
      server?.process.kill();
      await rm(temp, { recursive: true, force: true });
      throw error;
    }
  }

  /** Opens a folder or a .code-workspace file and waits for its extension host. */
  async openWindow(target: string, onReceived?: (data: Buffer) => void): Promise<EditorWindow> {
    const kind = target.endsWith('.code-workspace') ? 'workspace' : 'folder';
    const url = `${this.#server.origin}/?${kind}=${encodeURIComponent(target)}`;
    const opened = this.#opening.then(async () =>
      EditorWindow.open(await this.#context.newPage(), url, this.#announced, onReceived),
    );
    this.#opening = opened.catch(() => undefined);
    return opened;
  }

  /** As if the person had closed the browser and come back with none of its memory. */
  async forget(): Promise<void> {
    await this.#context.close();
    this.#context = await this.#browser.newContext(view);
  }

  /** Everything that runs because of this editor: extension hosts, the service, bridges. */
  processes(): ReturnType<typeof processesWith> {
    return processesWith(marker, this.#announced);
  }

  output(): string {
    return this.#server.output();
  }

  async stop(): Promise<void> {
    await this.#end();
    this.#notInterrupted();
  }

  async #end(): Promise<void> {
    await this.#browser.close();
    const pids = (await this.processes()).map(({ pid }) => pid);
    const { pid } = this.#server.process;
    await endProcesses(pid === undefined || pids.includes(pid) ? pids : [...pids, pid]);
    // Whatever one of them started while it was being ended.
    await endProcesses((await this.processes()).map((late) => late.pid));
    await rm(this.#temp, { recursive: true, force: true, maxRetries: 5 });
  }
}

const view = {
  viewport: { width: 1280, height: 1000 },
  deviceScaleFactor: 1,
  reducedMotion: 'reduce',
} as const;
