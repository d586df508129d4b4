import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { ShownFinding } from '../language/findings/shown.js';
import { areSame, findingDiagnostics } from './findingDiagnostic.js';
import { keyOf } from './applications.js';
import type { OpenDocument } from './openDocument.js';
import { placedIn, type Opinion } from './opinion.js';

/** What an editor is told of one file. */
export interface FileDiagnostics {
  readonly uri: string;
  /** Of the document they are about; null for a file that is not open. */
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Another one for another set. */
  readonly resultId: string;
}

const nothing = { diagnostics: [], isRefused: false };

/** Whether a change comes from a key, or from outside the document. */
export type Cause = 'typing' | 'elsewhere';

interface Entry {
  uri: string;
  document: OpenDocument | null;
  own: readonly ShownFinding[];
  /** Null: the framework accepts the saved document; undefined: nobody can say. */
  verdict: Opinion | null | undefined;
  problems: readonly Opinion[];
  /** What was found in the file on disk; told while it is closed. */
  closed: { readonly diagnostics: readonly Diagnostic[]; readonly isRefused: boolean };
  told: readonly Diagnostic[];
  sets: number;
}

/**
 * What is told of each file: our findings on the open text, and what the framework says besides, where we
 * say nothing. Tells only sets that are new.
 */
export class Publisher {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly tell: (file: FileDiagnostics, cause: Cause) => void) {}

  /** What was found in an open document as it is now. */
  found(document: OpenDocument, findings: readonly ShownFinding[], cause: Cause): void {
    const entry = this.entry(keyOf(document.uri), document.uri);
    entry.uri = document.uri;
    entry.document = document;
    entry.own = findings;
    this.publish(entry, cause);
  }

  /** The findings of an open document as last told; for its code actions. */
  findings(uri: string): readonly ShownFinding[] {
    return this.entries.get(keyOf(uri))?.own ?? [];
  }

  closed(document: OpenDocument): void {
    const entry = this.entries.get(keyOf(document.uri));
    if (!entry) return;
    entry.document = null;
    entry.own = [];
    entry.verdict = undefined;
    this.publish(entry, 'elsewhere');
  }

  /** The framework's word on a document as it was saved; undefined when nobody can say. */
  verdict(document: OpenDocument, verdict: Opinion | null | undefined): void {
    const entry = this.entry(keyOf(document.uri), document.uri);
    entry.document ??= document;
    entry.verdict = verdict;
    this.publish(entry, 'elsewhere');
  }

  /** What was found in a file that is not open. */
  foundClosed(
    file: string,
    diagnostics: readonly Diagnostic[],
    findings: readonly ShownFinding[],
  ): void {
    if (diagnostics.length === 0 && !this.entries.has(file)) return;
    const entry = this.entry(file, pathToFileURL(file).href);
    entry.closed = { diagnostics, isRefused: isRefused(findings) };
    this.publish(entry, 'elsewhere');
  }

  /** The files of a project that have problems; all others below `isOfProject` have none. */
  checked(
    files: ReadonlyMap<string, readonly Opinion[]>,
    isOfProject: (key: string) => boolean,
  ): void {
    for (const [key, problems] of files) {
      this.entry(key, pathToFileURL(key).href).problems = problems;
    }
    for (const [key, entry] of [...this.entries]) {
      if (!files.has(key) && isOfProject(key)) entry.problems = [];
      this.publish(entry, 'elsewhere');
    }
  }

  /** Takes back what the framework said. */
  forgetOpinions(): void {
    for (const entry of [...this.entries.values()]) {
      entry.verdict = undefined;
      entry.problems = [];
      entry.closed = nothing;
      this.publish(entry, 'elsewhere');
    }
  }

  /** What is known of a file now. */
  current(uri: string): FileDiagnostics {
    return reportOf(this.entry(keyOf(uri), uri));
  }

  /** All files something is known of. */
  all(): FileDiagnostics[] {
    return [...this.entries.values()].map(reportOf);
  }

  private entry(key: string, uri: string): Entry {
    const known = this.entries.get(key);
    if (known) return known;
    const entry: Entry = {
      uri,
      document: null,
      own: [],
      verdict: undefined,
      problems: [],
      closed: nothing,
      told: [],
      sets: 0,
    };
    this.entries.set(key, entry);
    return entry;
  }

  private publish(entry: Entry, cause: Cause): void {
    const diagnostics = diagnosticsOf(entry);
    if (!areSame(diagnostics, entry.told)) {
      entry.told = diagnostics;
      entry.sets += 1;
      this.tell(reportOf(entry), cause);
    }
    if (entry.document === null && entry.problems.length === 0 && entry.told.length === 0) {
      this.entries.delete(keyOf(entry.uri));
    }
  }
}

function reportOf({ uri, document, told, sets }: Entry): FileDiagnostics {
  return {
    uri,
    version: document?.version ?? null,
    diagnostics: told,
    resultId: `${document?.uri === undefined ? 'file' : 'open'}-${sets}`,
  };
}

function diagnosticsOf(entry: Entry): Diagnostic[] {
  const { document } = entry;
  return document ? ofOpen(entry, document) : ofClosed(entry);
}

function ofClosed({ closed, problems }: Entry): Diagnostic[] {
  const marked = gravelyMarked(closed.diagnostics);
  const said = problems.filter(
    ({ kind, diagnostic }) =>
      !(kind === 'parse' && closed.isRefused) && !marked.has(diagnostic.range.start.line),
  );
  return [...closed.diagnostics, ...said.map(({ diagnostic }) => diagnostic)];
}

function ofOpen(entry: Entry, document: OpenDocument): Diagnostic[] {
  const { own } = entry;
  const found = findingDiagnostics(own, document);
  // What is refused is said by our findings, each at its cause; the framework would add the first of them.
  const refused = isRefused(own);
  if (entry.verdict) entry.verdict = placedIn(entry.verdict, document) ?? undefined;
  const isJudged = entry.verdict !== undefined;
  const marked = gravelyMarked(found);
  const opinions: Opinion[] = entry.verdict && !refused ? [entry.verdict] : [];
  const problems = entry.problems.filter(
    ({ kind }) => kind === 'project' || !(isJudged || refused),
  );
  for (const problem of problems) {
    const placed = placedIn(problem, document);
    if (placed && !marked.has(placed.diagnostic.range.start.line)) opinions.push(placed);
  }
  return [...found, ...opinions.map(({ diagnostic }) => diagnostic)];
}

function isRefused(findings: readonly ShownFinding[]): boolean {
  return findings.some(({ consequence }) => consequence === 'parse');
}

/** Lines with an error or a warning of ours. */
function gravelyMarked(diagnostics: readonly Diagnostic[]): Set<number> {
  const grave: unknown[] = [DiagnosticSeverity.Error, DiagnosticSeverity.Warning];
  const marks = diagnostics.filter(({ severity }) => grave.includes(severity));
  return new Set(marks.map(({ range }) => range.start.line));
}
