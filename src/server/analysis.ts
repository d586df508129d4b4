import type { OpenDocument } from './openDocument.js';

/** An editor draws no more often; what comes faster is looked at together. */
const frameMs = 16;

interface Waiting {
  readonly since: number;
  /** The version that was there when it was last looked whether more had come. */
  seen: number;
}

/**
 * Looks at documents as soon as nothing more has arrived: at once after a key, and at most a frame later
 * when changes come faster than they can be read.
 */
export class Analysis {
  private readonly waiting = new Map<OpenDocument, Waiting>();

  constructor(private readonly look: (document: OpenDocument) => void) {}

  request(document: OpenDocument): void {
    if (this.waiting.has(document)) return;
    this.waiting.set(document, { since: performance.now(), seen: document.version });
    this.after(document);
  }

  /** Looks now, when a look is due. */
  hurry(document: OpenDocument): void {
    if (this.waiting.delete(document)) this.look(document);
  }

  forget(document: OpenDocument): void {
    this.waiting.delete(document);
  }

  private after(document: OpenDocument): void {
    // Messages that have arrived are handled one by one, each before its turn comes again.
    setImmediate(() => setImmediate(() => this.turn(document)));
  }

  private turn(document: OpenDocument): void {
    const waiting = this.waiting.get(document);
    if (!waiting) return;
    if (waiting.seen !== document.version && performance.now() - waiting.since < frameMs) {
      waiting.seen = document.version;
      this.after(document);
      return;
    }
    this.hurry(document);
  }
}
