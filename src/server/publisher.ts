import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { problemDiagnostic } from './verdictDiagnostic.js';

/** A problem the project's check found in one file, with the text its line had then. */
export interface FileProblem {
  readonly kind: 'parse' | 'project';
  readonly message: string;
  /** 1-based. */
  readonly line: number | null;
  /** The line's text without margins; finds it again while the document is edited. */
  readonly anchor: string | null;
}

/** What is known of one document or file. */
interface Entry {
  uri: string;
  /** The open document's text; null while it is closed. */
  text: string | null;
  /** The judge's verdict on the open text; undefined before there is one. */
  verdict?: Diagnostic | null;
  problems: readonly FileProblem[];
  /** What the file held when it was checked. */
  savedText: string;
  published: string;
}

/** Merges verdicts on open documents with the problems of the saved project; sends only what changed. */
export class Publisher {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly send: (uri: string, diagnostics: Diagnostic[]) => void) {}

  /** The text of an open document as it is now. */
  opened(key: string, uri: string, text: string): void {
    const entry = this.entry(key, uri);
    entry.uri = uri;
    entry.text = text;
  }

  closed(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    entry.text = null;
    delete entry.verdict;
    this.publish(key, entry);
  }

  /** `null`: the framework accepts the document; `undefined`: nobody can say. */
  verdict(key: string, verdict: Diagnostic | null | undefined): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    if (verdict === undefined) delete entry.verdict;
    else entry.verdict = verdict;
    this.publish(key, entry);
  }

  /** The files of a project that have problems; all others below `isOfProject` have none. */
  checked(
    files: ReadonlyMap<string, { text: string; problems: readonly FileProblem[] }>,
    isOfProject: (key: string) => boolean,
  ): void {
    for (const [key, { text, problems }] of files) {
      const entry = this.entry(key, pathToFileURL(key).href);
      entry.problems = problems;
      entry.savedText = text;
    }
    for (const [key, entry] of [...this.entries]) {
      if (!files.has(key) && isOfProject(key)) entry.problems = [];
      this.publish(key, entry);
    }
  }

  /** Takes back everything that was said. */
  clear(): void {
    for (const [key, entry] of [...this.entries]) {
      delete entry.verdict;
      entry.problems = [];
      this.publish(key, entry);
    }
  }

  private entry(key: string, uri: string): Entry {
    const known = this.entries.get(key);
    if (known) return known;
    const entry: Entry = { uri, text: null, problems: [], savedText: '', published: '[]' };
    this.entries.set(key, entry);
    return entry;
  }

  private publish(key: string, entry: Entry): void {
    const diagnostics = diagnosticsOf(entry);
    const published = JSON.stringify(diagnostics);
    if (published !== entry.published) {
      entry.published = published;
      this.send(entry.uri, diagnostics);
    }
    if (entry.text === null && entry.problems.length === 0) this.entries.delete(key);
  }
}

function diagnosticsOf(entry: Entry): Diagnostic[] {
  const { text, verdict, problems } = entry;
  if (text === null) {
    return problems.map((problem) => placed(entry.savedText, problem, problem.line));
  }
  if (verdict) return [verdict];
  const lines = text.split(/\r\n|\r|\n/);
  return (
    problems
      // A document that parses has no parse error, whatever the saved file had.
      .filter((problem) => problem.kind === 'project' || verdict === undefined)
      .flatMap((problem) => {
        if (problem.line === null || problem.anchor === null)
          return [placed(text, problem, problem.line)];
        const line = nearest(lines, problem.anchor, problem.line - 1);
        return line < 0 ? [] : [placed(text, problem, line + 1)];
      })
  );
}

function placed(text: string, problem: FileProblem, line: number | null): Diagnostic {
  return problemDiagnostic(text, { message: problem.message, line, column: null });
}

/** The line (0-based) nearest to `from` that reads `anchor`; -1 when it is gone. */
function nearest(lines: readonly string[], anchor: string, from: number): number {
  for (let distance = 0; distance < lines.length; distance += 1) {
    for (const at of [from - distance, from + distance]) {
      if (lines[at]?.trim() === anchor) return at;
    }
  }
  return -1;
}
