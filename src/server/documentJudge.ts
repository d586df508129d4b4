import type { TextDocument } from 'vscode-languageserver-textdocument';
import { BridgeError } from '../framework/bridgeError.js';
import type { LanguageServerStatus } from '../protocol/languageServer.js';
import { JudgeUnavailable, type Application } from './application.js';
import { pathOf, type Applications } from './applications.js';
import { isOurDocument } from './ourDocument.js';
import type { Publisher } from './publisher.js';
import { verdictDiagnostic } from './verdictDiagnostic.js';

export interface DocumentJudgeDeps {
  readonly applications: Applications;
  readonly publisher: Publisher;
  readonly onStatus: (status: LanguageServerStatus) => void;
  /** An application was asked for the first time, or one of its documents was saved. */
  readonly onNeedsCheck: (application: Application) => void;
  readonly log: (line: string) => void;
}

/** Typing pauses this long before the framework is asked; it answers in about 2 ms. */
const typingPauseMs = 120;

interface Pending {
  readonly abort: AbortController;
  readonly timer: NodeJS.Timeout | undefined;
}

/** Brings the framework's verdict on each open document to the publisher: the newest text wins. */
export class DocumentJudge {
  private readonly pending = new Map<string, Pending>();
  private readonly seen = new WeakSet<Application>();

  constructor(private readonly deps: DocumentJudgeDeps) {}

  opened(document: TextDocument): void {
    this.judge(document, 0, false);
  }

  changed(document: TextDocument): void {
    this.judge(document, typingPauseMs, false);
  }

  saved(document: TextDocument): void {
    this.judge(document, 0, true);
  }

  closed(document: TextDocument): void {
    this.cancel(document.uri);
    this.deps.publisher.closed(keyOf(document));
  }

  dispose(): void {
    for (const uri of [...this.pending.keys()]) this.cancel(uri);
  }

  private cancel(uri: string): void {
    const pending = this.pending.get(uri);
    clearTimeout(pending?.timer);
    pending?.abort.abort();
    this.pending.delete(uri);
  }

  private judge(document: TextDocument, delayMs: number, saved: boolean): void {
    this.cancel(document.uri);
    if (!this.deps.applications.enabled) return;
    const abort = new AbortController();
    const ask = () => {
      this.ask(document, saved, abort.signal).catch((error: unknown) => {
        if (!abort.signal.aborted) this.deps.log(`${document.uri}: ${String(error)}`);
      });
    };
    const timer = delayMs > 0 ? setTimeout(ask, delayMs) : undefined;
    this.pending.set(document.uri, { abort, timer });
    if (timer === undefined) ask();
  }

  private async ask(document: TextDocument, saved: boolean, signal: AbortSignal): Promise<void> {
    const { applications, publisher } = this.deps;
    const text = document.getText();
    const file = pathOf(document.uri);
    const application = (await isOurDocument(file, text)) ? await applications.of(file) : null;
    const stale = () => signal.aborted;
    if (stale()) return;
    const key = keyOf(document);
    publisher.opened(key, document.uri, text);
    if (!application) {
      publisher.verdict(key, undefined);
      return;
    }
    try {
      const result = await application.parse(file, text, signal);
      if (stale()) return;
      publisher.verdict(key, result.ok ? null : verdictDiagnostic(text, result.error));
      await this.report(application, null);
    } catch (error) {
      if (stale()) return;
      publisher.verdict(key, undefined);
      await this.failed(application, error);
      return;
    }
    if (saved || !this.seen.has(application)) {
      this.seen.add(application);
      this.deps.onNeedsCheck(application);
    }
  }

  private async failed(application: Application, error: unknown): Promise<void> {
    if (error instanceof JudgeUnavailable) return this.report(application, error.message);
    if (!(error instanceof BridgeError)) throw error;
    this.deps.log(`${application.root}: ${error.message}`);
    // What lies in the document (too long, nested too deeply) is no fault of the environment.
    const aboutDocument = ['too-long', 'too-deep', 'invalid-params', 'failed'];
    if (!aboutDocument.includes(error.code)) await this.report(application, error.message);
  }

  private async report(application: Application, problem: string | null): Promise<void> {
    const { interpreter, version } = await application.installation();
    this.deps.onStatus({
      root: application.root,
      interpreter: interpreter?.path ?? null,
      pythonVersion: interpreter?.pythonVersion ?? null,
      frameworkVersion: version,
      problem,
    });
  }
}

/** Open documents and files of the project meet under one key: the path, else the URI. */
function keyOf(document: TextDocument): string {
  return pathOf(document.uri) ?? document.uri;
}
