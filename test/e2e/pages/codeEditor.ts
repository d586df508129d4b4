import path from 'node:path';
import type { Locator } from 'playwright-core';
import { until } from '../../../scripts/lib/deadline.js';
import type { EditorWindow } from '../../../scripts/lib/editorWindow.js';

/** What the Problems view says of a file, one entry a finding. */
export interface ShownProblem {
  readonly code: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The text editor in front, used by keys. */
export class CodeEditor {
  #file = '';

  constructor(
    private readonly window: EditorWindow,
    private readonly folder: string,
  ) {}

  /** Opens a file of the folder and waits until it has the keys. */
  async open(file: string): Promise<void> {
    // Something that ends late (the Explorer, which focuses what it renamed) may take the keys once more.
    await until(
      `${file} in front`,
      async () => {
        await this.window.evaluate(
          async (vscode, at) => {
            await vscode.window.showTextDocument(vscode.Uri.file(at), { preview: false });
          },
          path.join(this.folder, file),
        );
        return this.isIn(file, 4000).then(() => true);
      },
      30_000,
    );
  }

  /** Waits until a file of the folder has the keys, however it came there. */
  async isIn(file: string, timeout = 20_000): Promise<void> {
    this.#file = path.join(this.folder, file);
    const { page } = this.window;
    await page.getByRole('tab', { name: path.basename(file), selected: true }).waitFor({ timeout });
    await page
      .locator('.editor-group-container.active .monaco-editor.focused')
      .waitFor({ timeout });
  }

  /** Puts the caret behind the first `text`. */
  async goBehind(text: string): Promise<void> {
    // The extension host knows of the caret before the editor does, and keys go to the editor. What the
    // editor still does of its own (showing where a jump led to) may move the caret away again.
    await until(`the caret behind ${text}`, async () => {
      const place = await this.#putCaretBehind(text);
      const shown = this.window.page.getByRole('button', { name: place, exact: true });
      return shown.waitFor({ timeout: 3000 }).then(() => true);
    });
  }

  #putCaretBehind(text: string): Promise<string> {
    return this.window.evaluate((vscode, wanted) => {
      const editor = vscode.window.activeTextEditor;
      const at = editor?.document.getText().indexOf(wanted) ?? -1;
      if (!editor || at < 0) throw new Error(`${wanted} is not in the editor`);
      const caret = editor.document.positionAt(at + wanted.length);
      editor.selection = new vscode.Selection(caret, caret);
      return `Ln ${caret.line + 1}, Col ${caret.character + 1}`;
    }, text);
  }

  async type(keys: string): Promise<void> {
    await this.window.page.keyboard.type(keys);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.window.page.keyboard.press(key);
  }

  text(): Promise<string> {
    return this.window.evaluate(
      (vscode, at) =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === at)?.getText() ?? '',
      this.#file,
    );
  }

  /** What is found in the file, in the order of the text. */
  problems(): Promise<ShownProblem[]> {
    return this.window.evaluate((vscode, at) => {
      const found = vscode.languages.getDiagnostics(vscode.Uri.file(at)).map((one) => ({
        code: String(typeof one.code === 'object' ? one.code.value : one.code),
        line: one.range.start.line + 1,
      }));
      return found.sort((a, b) => a.line - b.line);
    }, this.#file);
  }

  /** Waits until exactly these are found, written `line code`. */
  async shows(...expected: readonly string[]): Promise<void> {
    let seen = '';
    const wanted = expected.join('\n');
    const isThere = async (): Promise<boolean> => {
      seen = (await this.problems()).map(({ line, code }) => `${line} ${code}`).join('\n');
      return seen === wanted;
    };
    await until('the findings', isThere, 20_000).catch((cause: unknown) => {
      throw new Error(`Expected:\n${wanted}\nFound:\n${seen}`, { cause });
    });
  }

  async showsText(wanted: string): Promise<void> {
    await until(wanted, async () => (await this.text()).includes(wanted), 10_000);
  }

  /** Goes to the next finding and takes the fix with this title, by keys alone. */
  async fixNext(title: string): Promise<void> {
    await this.press('F8');
    await this.window.page.locator('.monaco-editor .marker-widget').waitFor();
    const fix = this.#fixes().filter({ hasText: title });
    await this.#opens('ControlOrMeta+.', fix);
    await this.#choose(title);
  }

  /**
   * Presses `key` until what it opens is there. Once is not always enough: what opens while the editor still
   * scrolls, or while the language server has yet to answer, closes again.
   */
  async #opens(key: string, opened: Locator): Promise<void> {
    await until(`${key} opens`, async () => {
      if (!(await opened.isVisible())) await this.press(key);
      return opened.waitFor({ timeout: 3000 }).then(() => true);
    });
  }

  /** Goes to the action with this title in the list that is open, and takes it. */
  async #choose(title: string): Promise<void> {
    const chosen = this.#fixes().and(this.window.page.locator('.focused'));
    await until(`${title} chosen`, async () => {
      if ((await chosen.textContent({ timeout: 1000 }))?.includes(title)) return true;
      await this.press('ArrowDown');
      return false;
    });
    await this.press('Enter');
    await this.#fixes().first().waitFor({ state: 'hidden' });
  }

  /** Gives what the caret is on another name, by keys alone. */
  async rename(from: string, to: string): Promise<void> {
    await this.#opens('F2', this.#newName());
    await this.answerRename(from, to);
  }

  /** Answers the question for a new name, which something asked. */
  async answerRename(from: string, to: string, key = 'Enter'): Promise<void> {
    const input = this.#newName();
    await until('the old name', async () => (await input.inputValue()) === from);
    await input.fill(to);
    await this.press(key);
    await input.waitFor({ state: 'hidden' });
  }

  /** Marks from the first `from` to the end of the first `to` behind it. */
  async mark(from: string, to: string): Promise<void> {
    await this.goBehind(from);
    await this.window.evaluate(
      (vscode, [first, last]) => {
        const editor = vscode.window.activeTextEditor;
        if (!editor) throw new Error('no editor');
        const text = editor.document.getText();
        const start = text.indexOf(first);
        const end = text.indexOf(last, start) + last.length;
        const { document } = editor;
        editor.selection = new vscode.Selection(
          document.positionAt(start),
          document.positionAt(end),
        );
      },
      [from, to] as const,
    );
    await this.window.page.getByRole('button', { name: /selected\)/ }).waitFor();
  }

  /** Takes the refactoring with this title for what is marked, by keys alone. */
  async refactor(title: string): Promise<void> {
    await this.#opens('ControlOrMeta+Shift+R', this.#fixes().filter({ hasText: title }));
    await this.#choose(title);
  }

  /** The same with a look at what will change, which is then applied. Answers the rows that are shown. */
  async renameWithPreview(from: string, to: string): Promise<string[]> {
    await this.#opens('F2', this.#newName());
    const { page } = this.window;
    await this.answerRename(from, to, 'ControlOrMeta+Enter');
    const apply = page.getByRole('button', { name: 'Apply', exact: true });
    await apply.waitFor();
    const rows = await page.locator('.bulk-edit-panel .monaco-list-row').allTextContents();
    await apply.click();
    await apply.waitFor({ state: 'hidden' });
    return rows;
  }

  /** The rows of the list of completions. */
  completions(): Locator {
    return this.window.page.locator('.suggest-widget.visible').getByRole('option');
  }

  #newName(): Locator {
    return this.window.page.locator('.rename-box input');
  }

  #fixes(): Locator {
    return this.window.page.locator('.action-widget .monaco-list-row.action');
  }
}
