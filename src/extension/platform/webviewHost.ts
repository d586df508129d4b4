import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { InitPage } from '../../protocol/webviews.js';
import { Disposables } from './disposables.js';
import type { Disposable } from './signal.js';
import { pageHtml } from './webviewHtml.js';

/** One open panel, as a feature sees it. */
export interface Page<To> {
  /** Sent only while the page listens: a hidden page asks anew when it is shown. */
  post(message: To): void;
  /** Whether it listens. */
  readonly isShown: boolean;
  setTitle(title: string): void;
  close(): void;
}

/** How a feature drives its pages. */
export interface PageController<From> extends Disposable {
  /** The page listens: send it all it shows. Called again after the page was hidden. */
  onReady(): void;
  onMessage(message: From): void;
}

export interface PageKind<Subject, To, From> {
  /** Also the activation event `onWebviewPanel:<viewType>`. */
  readonly viewType: string;
  /** Folder of webviews/ and name of the bundle. */
  readonly entry: string;
  /** Panels of one key are one panel. */
  keyOf(subject: Subject): string;
  titleOf(subject: Subject): string;
  /** Reads what a panel of an earlier window kept; undefined when it cannot be restored. */
  readSubject(kept: unknown): Subject | undefined;
  attach(page: Page<To>, subject: Subject): PageController<From>;
  /** Opens beside the editor, which keeps the focus. */
  readonly isBeside?: boolean;
  /** Shows documents of others in a frame: their styles and pictures come inline. */
  readonly showsFrames?: boolean;
  /** Makes images of what it shows itself. */
  readonly drawsImages?: boolean;
}

/** Opens, restores and closes the panels of one kind: one panel per subject. */
export class WebviewPages<Subject, To extends object, From extends { type: string }> {
  readonly #kind: PageKind<Subject, To, From>;
  readonly #extensionUri: vscode.Uri;
  readonly #open = new Map<string, vscode.WebviewPanel>();
  readonly #owned = new Disposables();

  constructor(extensionUri: vscode.Uri, kind: PageKind<Subject, To, From>) {
    this.#extensionUri = extensionUri;
    this.#kind = kind;
    this.#owned.add(
      vscode.window.registerWebviewPanelSerializer(kind.viewType, {
        deserializeWebviewPanel: (panel, kept) => {
          const subject = kind.readSubject(kept);
          if (subject === undefined) panel.dispose();
          else this.#attach(panel, subject);
          return Promise.resolve();
        },
      }),
    );
    this.#owned.add({
      dispose: () => {
        for (const panel of this.#open.values()) panel.dispose();
      },
    });
  }

  /** Shows the subject's panel, making it when there is none. */
  show(subject: Subject): void {
    const open = this.#open.get(this.#kind.keyOf(subject));
    if (open !== undefined) {
      open.reveal(undefined, this.#kind.isBeside === true);
      return;
    }
    this.#attach(
      vscode.window.createWebviewPanel(
        this.#kind.viewType,
        this.#kind.titleOf(subject),
        this.#kind.isBeside === true
          ? { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
          : vscode.ViewColumn.Active,
      ),
      subject,
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #attach(panel: vscode.WebviewPanel, subject: Subject): void {
    const { webview } = panel;
    const dist = vscode.Uri.joinPath(this.#extensionUri, 'dist', 'webviews');
    const key = this.#kind.keyOf(subject);
    let listens = false;
    const controller = this.#kind.attach(
      {
        post: (message) => {
          if (listens) void webview.postMessage(message);
        },
        get isShown() {
          return listens;
        },
        setTitle: (title) => {
          if (panel.title !== title) panel.title = title;
        },
        close: () => {
          panel.dispose();
        },
      },
      subject,
    );
    this.#open.set(key, panel);
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extensionUri, 'media', 'panel-light.svg'),
      dark: vscode.Uri.joinPath(this.#extensionUri, 'media', 'panel-dark.svg'),
    };
    webview.onDidReceiveMessage((message: unknown) => {
      if (!isMessage(message)) return;
      if (message.type === 'ready') {
        listens = true;
        void webview.postMessage(initMessage(subject));
        controller.onReady();
      } else controller.onMessage(message as From);
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) listens = false;
    });
    panel.onDidDispose(() => {
      this.#open.delete(key);
      controller.dispose();
    });
    webview.html = this.#html(webview, dist, panel.title);
  }

  #html(webview: vscode.Webview, dist: vscode.Uri, title: string): string {
    const uri = (file: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
    return pageHtml({
      title,
      language: vscode.env.language,
      nonce: randomBytes(16).toString('base64url'),
      cspSource: webview.cspSource,
      script: uri(`${this.#kind.entry}.js`),
      styles: [uri(`${this.#kind.entry}.css`)],
      codicons: uri('codicon.css'),
      showsFrames: this.#kind.showsFrames === true,
      drawsImages: this.#kind.drawsImages === true,
    });
  }
}

function initMessage(subject: unknown): InitPage {
  const texts: Record<string, string> = {};
  for (const [key, text] of Object.entries(vscode.l10n.bundle ?? {})) {
    texts[key] = typeof text === 'string' ? text : String(Reflect.get(Object(text), 'message'));
  }
  return { type: 'init', texts, language: vscode.env.language, subject };
}

function isMessage(message: unknown): message is { type: string } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    typeof message.type === 'string'
  );
}
