import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onInterruption } from '../../scripts/lib/interruption.js';
import { root } from '../../scripts/lib/paths.js';
import { Editor, type EditorOptions } from '../../scripts/lib/editor.js';
import type { EditorWindow } from '../../scripts/lib/editorWindow.js';
import { ensurePython } from '../../scripts/lib/testing/stages.js';
import { ensureVsix } from '../../scripts/lib/vsix.js';

/** One editor with the packed extension, folders to open in it, and what it leaves behind when a test fails. */
export class Session {
  readonly #windows: EditorWindow[] = [];
  readonly #notInterrupted = onInterruption(() => this.#remove());

  private constructor(
    readonly editor: Editor,
    /** Copies of folders are made here. */
    readonly folder: string,
  ) {}

  static async start(options: Partial<EditorOptions> = {}): Promise<Session> {
    const log = (line: string): void => console.log(line);
    const interpreter = await ensurePython(log);
    const editor = await Editor.start({
      product: { vsix: await ensureVsix() },
      log,
      ...options,
      settings: { 'quantum.python.interpreter': interpreter, ...options.settings },
    });
    return new Session(editor, await mkdtemp(path.join(tmpdir(), 'quantum-e2e-')));
  }

  /** A copy of a sample that a test may change. */
  async sample(name: string, of = 'storefront'): Promise<string> {
    const target = path.join(this.folder, name);
    const source = path.join(root, 'samples', of);
    const made = /^(?:data|test_data|logs)(?:[/\\]|$)|__pycache__/;
    await cp(source, target, {
      recursive: true,
      filter: (file) => !made.test(path.relative(source, file)),
    });
    return target;
  }

  /** A folder with these files. */
  async folderWith(name: string, files: Readonly<Record<string, string>>): Promise<string> {
    const target = path.join(this.folder, name);
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(target, file)), { recursive: true });
      await writeFile(path.join(target, file), text);
    }
    return target;
  }

  /** `onReceived`: given all that the window is sent. */
  async open(target: string, onReceived?: (data: Buffer) => void): Promise<EditorWindow> {
    const window = await this.editor.openWindow(target, onReceived);
    window.page.setDefaultTimeout(20_000);
    this.#windows.push(window);
    return window;
  }

  /** The running service's processes. */
  async service(): Promise<number[]> {
    const all = await this.editor.processes();
    return all.filter(({ command }) => isService(command, this.editor.home)).map(({ pid }) => pid);
  }

  async stop(): Promise<void> {
    await this.editor.stop();
    await this.#remove();
    this.#notInterrupted();
  }

  async #remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** To be called with a test's context when it failed: pictures and logs. */
  async explain(name: string): Promise<void> {
    const out = path.join(root, 'out', 'e2e');
    for (const [at, window] of this.#windows.entries()) {
      if (window.page.isClosed()) continue;
      const file = path.join(out, `${name.replace(/\W+/g, '-')}-${at}`);
      console.log(`window ${at}: ${await window.screenshot(file).catch(String)}`);
      const errors = window.consoleErrors.filter(
        (line) => !/Content Security|lifecycle/.test(line),
      );
      for (const line of errors.slice(-10)) console.log(`console: ${line.slice(0, 500)}`);
    }
    for (const folder of [this.editor.logs, path.join(this.editor.home, 'logs')]) {
      const files = await readdir(folder, { recursive: true }).catch(() => []);
      for (const file of files.filter((log) => /quantum|service/i.test(log))) {
        const text = await readFile(path.join(folder, file), 'utf8').catch(() => '');
        if (text !== '') console.log(`--- ${file}\n${text.split('\n').slice(-25).join('\n')}`);
      }
    }
    for (const { pid, command } of await this.editor.processes()) {
      console.log(pid, command.slice(-160));
    }
  }
}

/** The service gives itself a name; before that it is Node on a file of the runtime folder. */
function isService(command: string, home: string): boolean {
  return command === 'quantum-admin' || command.includes(path.join(home, 'runtime'));
}
