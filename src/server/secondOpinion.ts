import { BridgeError } from '../framework/bridgeError.js';
import { catalogueFor } from '../language/catalogue/catalogueFor.js';
import type { LanguageServerStatus } from '../protocol/languageServer.js';
import { JudgeUnavailable, type Application } from './application.js';
import { pathOf, type Applications } from './applications.js';
import type { PageDocument } from './openDocument.js';
import { opinionOf } from './opinion.js';
import type { Publisher } from './publisher.js';
import { verdictDiagnostic } from './verdictDiagnostic.js';

export interface SecondOpinionDeps {
  readonly applications: Applications;
  readonly publisher: Publisher;
  /** The release an application is written for, as far as it is known. */
  readonly releaseAt: (root: string) => string | null;
  readonly onStatus: (status: LanguageServerStatus) => void;
  /** An application was asked for the first time, or one of its documents was saved. */
  readonly onNeedsCheck: (application: Application) => void;
  readonly log: (line: string) => void;
}

/** Asks the framework about documents that were opened or saved, never while somebody types. */
export class SecondOpinion {
  private readonly asked = new Map<string, AbortController>();
  private readonly seen = new WeakSet<Application>();

  constructor(private readonly deps: SecondOpinionDeps) {}

  opened(document: PageDocument): void {
    this.request(document, false);
  }

  saved(document: PageDocument): void {
    this.request(document, true);
  }

  closed(document: PageDocument): void {
    this.cancel(document.uri);
  }

  dispose(): void {
    for (const uri of [...this.asked.keys()]) this.cancel(uri);
  }

  private cancel(uri: string): void {
    this.asked.get(uri)?.abort();
    this.asked.delete(uri);
  }

  private request(document: PageDocument, saved: boolean): void {
    this.cancel(document.uri);
    if (!this.deps.applications.enabled) return;
    const abort = new AbortController();
    this.asked.set(document.uri, abort);
    this.ask(document, saved, abort.signal).catch((error: unknown) => {
      if (!abort.signal.aborted) this.deps.log(`${document.uri}: ${String(error)}`);
    });
  }

  private async ask(document: PageDocument, saved: boolean, signal: AbortSignal): Promise<void> {
    const { applications, publisher } = this.deps;
    const { text } = document;
    const file = pathOf(document.uri);
    const application = document.isOurs ? await applications.of(file) : null;
    const stale = () => signal.aborted;
    if (stale()) return;
    if (!application) {
      publisher.verdict(document, undefined);
      return;
    }
    try {
      const result = await application.parse(file, text, signal);
      if (stale()) return;
      const verdict = result.ok
        ? null
        : opinionOf('parse', verdictDiagnostic(text, result.error), text);
      publisher.verdict(document, verdict);
      await this.report(application, null);
    } catch (error) {
      if (stale()) return;
      publisher.verdict(document, undefined);
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
      interpreterSource: interpreter?.source ?? null,
      pythonVersion: interpreter?.pythonVersion ?? null,
      frameworkVersion: version,
      catalogue: catalogueFor(version ?? this.deps.releaseAt(application.root)).release,
      problem,
    });
  }
}
