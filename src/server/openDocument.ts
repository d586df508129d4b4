import { catalogueFor } from '../language/catalogue/catalogueFor.js';
import type { Catalogue } from '../language/catalogue/types.js';
import { DocumentNames } from '../language/completion/documentNames.js';
import type { LanguageContext } from '../language/completion/languageContext.js';
import { parseConfiguration } from '../language/configuration/parseConfiguration.js';
import { DocumentFindings } from '../language/findings/documentFindings.js';
import {
  shownConfigurationFindings,
  shownFindings,
  type Severities,
  type ShownFinding,
} from '../language/findings/shown.js';
import { startsWithQuantum } from '../language/ownership.js';
import type { ProjectView } from '../language/project/projectView.js';
import { SyntaxDocument, type TextChange } from '../language/syntax/document.js';
import { LineTable } from '../language/text/lineTable.js';

/** What is known of the surroundings of an open document. */
export interface Surroundings {
  /** The application's folder; null for a document without a place. */
  readonly root: string | null;
  /** From the root, with `/`; null for a document without a place. */
  readonly path: string | null;
  /** A configuration lies above it: it is Quantum's, whatever stands in it. */
  readonly isConfigured: boolean;
  /** Of the framework found for it; null before, and when there is none. */
  readonly version: string | null;
}

const nowhere: Surroundings = { root: null, path: null, isConfigured: false, version: null };
/** Enough to see whose file it is. */
const headLength = 65_536;

/** An open `.q` document: read once, then kept up change by change. */
export class PageDocument {
  readonly kind = 'page';
  readonly syntax: SyntaxDocument;
  readonly lines: LineTable;
  private findings: DocumentFindings | null = null;
  private names: DocumentNames | null = null;
  private around = nowhere;

  constructor(
    readonly uri: string,
    public version: number,
    text: string,
  ) {
    this.syntax = new SyntaxDocument(text, uri.endsWith('.test.q') ? 'test' : 'page');
    this.lines = new LineTable(text);
  }

  get text(): string {
    return this.syntax.text;
  }

  get surroundings(): Surroundings {
    return this.around;
  }

  get catalogue(): Catalogue {
    return catalogueFor(this.around.version);
  }

  /** Whether it is Quantum's and not kdb+'s. */
  get isOurs(): boolean {
    return this.around.isConfigured || startsWithQuantum(this.text.slice(0, headLength));
  }

  place(around: Surroundings): void {
    this.around = around;
    this.findings = null;
    this.names = null;
  }

  edit(change: TextChange): void {
    this.syntax.update(change);
    this.lines.update(change, this.syntax.text);
  }

  /** What answers about places in it are made of. */
  context(project: ProjectView | null): LanguageContext {
    const { syntax: document, catalogue } = this;
    this.names ??= new DocumentNames(document, catalogue, this.around.path);
    return { document, catalogue, path: this.around.path, project, names: this.names };
  }

  /** What is wrong with it as it is now, as it is to be told. */
  shown(severities: Severities, project: ProjectView | null): ShownFinding[] {
    this.findings ??= new DocumentFindings(this.syntax, this.catalogue, this.around.path);
    return shownFindings(this.syntax, this.findings.all(project), severities);
  }
}

/** An open `quantum.config.yaml`. Small enough to be read whole after every change. */
export class ConfigurationFile {
  readonly kind = 'configuration';
  readonly lines: LineTable;
  readonly isOurs = true;
  private around = nowhere;

  constructor(
    readonly uri: string,
    public version: number,
    private current: string,
  ) {
    this.lines = new LineTable(current);
  }

  get text(): string {
    return this.current;
  }

  get surroundings(): Surroundings {
    return this.around;
  }

  place(around: Surroundings): void {
    this.around = around;
  }

  edit(change: TextChange): void {
    const { start, end, text } = change;
    this.current = this.current.slice(0, start) + text + this.current.slice(end);
    this.lines.update(change, this.current);
  }

  /** What the framework refuses or ignores in it. */
  shown(
    severities: Severities,
    variables: Readonly<Record<string, string | undefined>>,
  ): ShownFinding[] {
    return shownConfigurationFindings(parseConfiguration(this.current), severities, variables);
  }
}

export type OpenDocument = PageDocument | ConfigurationFile;

/** A document as an editor opened it. Which language it is in tells what is read from it. */
export function openDocument(
  uri: string,
  languageId: string,
  version: number,
  text: string,
): OpenDocument {
  return languageId === 'yaml' || /\.ya?ml$/.test(uri)
    ? new ConfigurationFile(uri, version, text)
    : new PageDocument(uri, version, text);
}
