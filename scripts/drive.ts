// Opens the built extension headless on any folder and hands a script the window.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.js';
import { editorNamed } from './lib/codeServerInstall.js';
import { Editor } from './lib/editor.js';
import type { EditorWindow } from './lib/editorWindow.js';
import type { Theme } from './lib/editorSettings.js';
import { given } from './lib/paths.js';
import { runMain } from './lib/runMain.js';

const usage = `npm run drive -- --workspace DIR --script FILE.mjs [--out DIR] [--theme light|dark|hc]
                     [--vscode newest|oldest|VERSION] [--vsix FILE] [--untrusted] [--setting NAME=JSON]…

FILE.mjs: export default async ({ page, evaluate, screenshot, openWindow, reload, out, workspace, home }) => { … }
  page                   the Playwright page of the window
  evaluate(fn, arg)      runs fn(vscode, arg) in the extension host; JSON in, JSON out
  screenshot(name)       saves OUT/name.png
  openWindow(target)     a further window, same person: { page, evaluate, reload, close }
  reload()               reloads the window`;

/** What a script's default export gets. */
export interface DriveContext {
  readonly page: EditorWindow['page'];
  readonly evaluate: EditorWindow['evaluate'];
  readonly screenshot: (name: string) => Promise<string>;
  readonly reload: () => Promise<void>;
  readonly openWindow: (target?: string) => Promise<EditorWindow>;
  readonly editor: Editor;
  readonly out: string;
  readonly workspace: string;
  readonly home: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      workspace: { type: 'string' },
      script: { type: 'string' },
      out: { type: 'string', default: path.join('out', 'drive') },
      theme: { type: 'string', default: 'light' },
      vscode: { type: 'string', default: 'newest' },
      vsix: { type: 'string' },
      untrusted: { type: 'boolean', default: false },
      setting: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.workspace === undefined || values.script === undefined) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const out = given(values.out);
  const workspace = given(values.workspace);
  await mkdir(out, { recursive: true });
  if (values.vsix === undefined && (await ensureBuilt())) console.log('built');
  const script = (await import(pathToFileURL(given(values.script)).href)) as {
    default?: (context: DriveContext) => Promise<void>;
  };
  if (script.default === undefined) throw new Error(`${values.script} has no default export`);
  const started = performance.now();
  const editor = await Editor.start({
    theme: values.theme as Theme,
    version: editorNamed(values.vscode),
    untrusted: values.untrusted,
    settings: Object.fromEntries(values.setting.map(settingOf)),
    product: values.vsix === undefined ? 'files' : { vsix: given(values.vsix) },
    log: (line) => console.log(line),
  });
  let window: EditorWindow | undefined;
  try {
    const opened = await editor.openWindow(workspace);
    window = opened;
    console.log(`window open after ${((performance.now() - started) / 1000).toFixed(1)} s`);
    await script.default({
      page: opened.page,
      evaluate: opened.evaluate.bind(opened),
      screenshot: (name) => opened.screenshot(path.join(out, name)),
      reload: () => opened.reload(),
      openWindow: (target = workspace) => editor.openWindow(target),
      editor,
      out,
      workspace,
      home: editor.home,
    });
  } catch (error) {
    process.exitCode = 1;
    console.error(error);
    const picture = await window?.screenshot(path.join(out, 'failed')).catch(() => undefined);
    if (picture !== undefined) console.error(`the window then: ${picture}`);
    for (const line of window?.consoleErrors.slice(-20) ?? []) console.error(`console: ${line}`);
  } finally {
    await editor.stop();
  }
}

function settingOf(text: string): [string, unknown] {
  const at = text.indexOf('=');
  return [text.slice(0, at), JSON.parse(text.slice(at + 1))];
}

runMain(main);
